import type pg from 'pg';
import type { Ids } from './plain-sql.ts';

/** Fills the database with matters of 25,000 customers, four each, so that reading and search are measured at a city's size. */
export async function fill(client: pg.Client, ids: Ids, matters: number): Promise<void> {
  // A hash in the shape of a version 4 UUID, so that the load knows the ids without asking.
  await client.query(`create function bench_id(words text) returns uuid language sql immutable as $$
    select overlay(overlay(md5(words) placing '4' from 13) placing '8' from 17)::uuid $$`);
  await client.query(
    `insert into customer (id, known, given_name, family_name, email, phone)
    select bench_id('customer' || n), true, (array['Aino','Veikko','Linnea','Pekka','Amina','Oskar','Ritva','Sanna','Jari','Helka'])[1 + n % 10],
      (array['Lahdensuo','Koskela','Björk','Nieminen','Farah','Öhman','Hiltunen','Turunen','Saari','Rautio'])[1 + (n / 10) % 10] || n,
      'asukas' || n || '@posti.example', '050 000 ' || n from generate_series(1, $1::int / 4) n`,
    [matters],
  );
  await client.query(
    `insert into matter (id, customer_id, title, owner_org, unit_id, person_id, opened_channel, opened_at, awaits, state, due_at)
    select bench_id('matter' || n), bench_id('customer' || (1 + n % ($1::int / 4))),
      (array['Muutto ja asuminen','Passin uusiminen','Pysäköintilupa','Päivähoidon hakemus','Perukirja','Verokortti','Ajokortti','Jäteastia'])[1 + n % 8],
      $2, $3, case when n % 500 = 0 then $4::uuid end, (array['phone','email','counter','web'])[1 + n % 4], now() - n * interval '4 minutes',
      (array['us','customer','authority'])[1 + n % 3], case when n % 20 = 0 then 'open' else 'closed' end, now()
    from generate_series(1, $1::int) n`,
    [matters, ids.ownerOrg, ids.unitId, ids.personId],
  );
  await client.query(
    `insert into need (matter_id, owner_org, organisation_id, service_name, own_words, state)
    select bench_id('matter' || n), $2, $3, (array['Asumistuki','Muuttoilmoitus','Passi','Pysäköinti','Varhaiskasvatus'])[1 + n % 5],
      'Mihin pitää ilmoittaa ja saanko tukea, tapaus ' || n, 'directed' from generate_series(1, $1::int) n`,
    [matters, ids.ownerOrg, ids.kela],
  );
  await client.query(
    `insert into contact (matter_id, owner_org, channel, direction, started_at, person_id, summary)
    select bench_id('matter' || n), $2, 'phone', 'in', now() - n * interval '4 minutes', $3, 'Soitti asiasta' from generate_series(1, $1::int) n`,
    [matters, ids.ownerOrg, ids.personId],
  );
  await client.query(
    `insert into message (matter_id, owner_org, kind, direction, channel, subject, body, state, created_at)
    select bench_id('matter' || (1 + n / 3)), $2, 'message', case when n % 2 = 0 then 'in' else 'out' end, 'email', 'Viesti asiastasi',
      'Hei, kysyn hakemuksesta numero ' || n || '. Voinko tuoda vuokrasopimuksen palvelupisteeseen perjantaina?', case when n % 2 = 0 then 'received' else 'sent' end,
      now() - n * interval '1 minute' from generate_series(0, $1::int * 3 - 1) n`,
    [matters, ids.ownerOrg],
  );
  // A city's database has been vacuumed and checkpointed long since: the after-work of filling in a minute isn't the reading's to pay.
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}
