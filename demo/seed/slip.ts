import { randomUUIDv7 } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sealPin } from '../../server/modules/matters/slips/pin.ts';
import { SLIP_DAYS } from '../../server/modules/matters/slips/rules.ts';
import type { Tables } from '../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../server/platform/db/transaction.ts';
import type { Keyring } from '../../server/platform/keys/keyring.ts';
import { type Places, placesOf } from './matters/places.ts';

/** The demo's one slip, whose PIN anybody may know: shown on the page of its people. */
export const DEMO_SLIP = { id: '0199c0de-0000-7000-8000-0000000051e9', pin: '270914' };

/** Somebody without a name, a telephone or an address, whose answers wait to be read on the web or collected at a desk. */
export async function seedSlip(db: Kysely<Tables>, keys: Keyring, now: Temporal.Instant): Promise<void> {
  await inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places || (await trx.selectFrom('slip').select('id').limit(1).executeTakeFirst())) return;
    const at = now.subtract({ hours: 26 });
    const matterId = await writeMatter(trx, places, at);
    await trx
      .insertInto('slip')
      .values({
        id: DEMO_SLIP.id,
        matter_id: matterId,
        pin_hash: sealPin(keys, DEMO_SLIP.id, DEMO_SLIP.pin),
        made_at: at,
        made_by: places.person('Aino Korpela'),
        expires_at: now.add({ hours: 24 * SLIP_DAYS }),
      })
      .execute();
  });
}

/** The matter's slip as its customer holds it; undefined once it has been replaced or revoked. */
export async function demoSlip(db: Kysely<Tables>): Promise<{ number: string; pin: string } | undefined> {
  const found = await db
    .selectFrom('slip')
    .innerJoin('matter', 'matter.id', 'slip.matter_id')
    .select('matter.number')
    .where('slip.id', '=', DEMO_SLIP.id)
    .where('slip.ended_at', 'is', null)
    .executeTakeFirst();
  return found && { number: found.number, pin: DEMO_SLIP.pin };
}

async function writeMatter(trx: Trx, places: Places, at: Temporal.Instant): Promise<string> {
  const [unit, author] = [places.unit('kirkkoranta-neuvonta'), places.person('Aino Korpela')];
  const [customerId, matterId, contactId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
  const own = { matter_id: matterId, owner_org: unit.organisationId };
  await trx.insertInto('customer').values({ id: customerId, known: false, given_name: '', family_name: '', created_at: at }).execute();
  await trx
    .insertInto('matter')
    .values({
      id: matterId,
      customer_id: customerId,
      title: 'Posti ja etuus ilman osoitetta',
      owner_org: unit.organisationId,
      unit_id: unit.id,
      point_id: unit.pointId,
      person_id: author,
      opened_channel: 'counter',
      opened_at: at,
      arrived_at: at,
      awaits: 'customer',
      awaits_since: at,
    })
    .execute();
  await trx
    .insertInto('need')
    .values({
      ...own,
      organisation_id: places.organisation('kela'),
      state: 'directed',
      own_words: 'Mihin päätökseni tulee, kun minulla ei ole osoitetta?',
    })
    .execute();
  await trx
    .insertInto('contact')
    .values({
      id: contactId,
      ...own,
      channel: 'counter',
      direction: 'in',
      started_at: at,
      ended_at: at,
      person_id: author,
      point_id: unit.pointId,
      wrapped_at: at,
    })
    .execute();
  await trx
    .insertInto('step')
    .values({ ...own, position: 1, title: 'Hae päiväkeskuksesta todistus postiosoitteesta', who: 'customer', state: 'now' })
    .execute();
  const written = { ...own, contact_id: contactId, kind: 'message', direction: 'out', channel: 'link', author_id: author, created_at: at };
  await trx
    .insertInto('message')
    .values([
      {
        ...written,
        body: 'Hei! Voit saada postisi päiväkeskuksen osoitteeseen. Hae sieltä ensin todistus ja tuo se mihin tahansa palvelupisteeseen.',
        state: 'sent',
        sent_at: at,
      },
      {
        ...written,
        sensitivity: 'secret',
        body: 'Hakemuksesi on hyväksytty. Ensimmäinen maksu tulee 3. päivä. Voit nostaa sen maksuosoituksella pankin konttorista.',
        state: 'waiting',
      },
    ])
    .execute();
  return matterId;
}
