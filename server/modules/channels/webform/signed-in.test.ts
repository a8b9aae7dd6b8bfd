import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { signInCustomer } from '../../../testing/customers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { aTown } from '../../../testing/town.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const origin = await app.listen();
const veikko = { givenName: 'Veikko', familyName: 'Lahdensuo' };

beforeEach(async () => {
  const town = await aTown(db, clock);
  await sql`insert into web_form (key, unit_id) values ('contact', ${town.units.front}::uuid) on conflict (key) do update set unit_id = excluded.unit_id`.execute(
    db,
  );
  app.polku.desk.directory.forget();
});

async function aSignedIn(who = veikko) {
  const { cookie, customerId } = await signInCustomer(app, who);
  const resident = aResident(origin);
  const [name = '', token = ''] = cookie.split('=');
  const signIn = () => resident.browser.setCookie(name, token);
  signIn();
  return { resident, customerId, name, signIn };
}

const latest = async () =>
  (
    await sql<{ id: string; customer_id: string; identification: string; by: string | null; links: number }>`select m.id, m.customer_id,
      c.identification, g.by_customer_id as by, (select count(*)::int from secret_link l where l.matter_id = m.id) as links
      from matter m join contact c on c.matter_id = m.id join message g on g.matter_id = m.id order by m.opened_at desc, m.id desc limit 1`.execute(
      db,
    )
  ).rows[0];
const customers = async () => (await sql<{ n: number }>`select count(*)::int as n from customer`.execute(db)).rows[0]?.n;

test('who has signed in writes as themselves: the matter is theirs at once, with no link and no second customer', async () => {
  const { resident, customerId } = await aSignedIn();
  const before = await customers();
  const form = await resident.open('/contact');
  expect(form.text).toContain('Veikko Lahdensuo');
  expect(form.text).not.toContain('name="email"');
  // What a form says of the sender is not what is known of them.
  const sent = await resident.send('/contact', {
    message: 'Verotietoni',
    givenName: 'Joku',
    familyName: 'Toinen',
    email: 'toinen@posti.test',
  });
  const matter = await latest();
  expect([sent.status, sent.path]).toEqual([200, `/my/matters/${matter?.id}?done=message`]);
  expect(matter).toMatchObject({ customer_id: customerId, identification: 'strong', by: customerId, links: 0 });
  expect(await customers()).toBe(before);
  const own = await sql<Record<string, unknown>>`select given_name, email from customer where id = ${customerId}::uuid`.execute(db);
  expect(own.rows).toEqual([{ given_name: 'Veikko', email: null }]);
  expect((await resident.open('/my')).text).toContain('/my/matters/');
  const written = await db.selectFrom('audit_entry').selectAll().where('action', '=', 'message.written').execute();
  expect(written.at(-1)).toMatchObject({ actor_kind: 'customer', actor_customer_id: customerId, matter_id: matter?.id });
});

test('a form drawn for nobody stays nobody’s, whatever name it bears; one drawn for another is refused', async () => {
  const anonymous = aResident(origin);
  await anonymous.open('/contact');
  const sent = await anonymous.send('/contact', { message: 'Sama nimi', ...veikko });
  expect(sent.path).toBe('/a/receipt');
  const { customerId } = await aSignedIn();
  expect((await latest())?.customer_id).not.toBe(customerId);

  const { resident } = await aSignedIn({ givenName: 'Sanna', familyName: 'Vieras' });
  await resident.open('/contact');
  const forged = await resident.send('/contact', { message: 'Toisen nimissä', about: customerId });
  expect(forged.status).toBe(409);
  const none = await sql`select 1 from matter where customer_id = ${customerId}::uuid`.execute(db);
  expect(none.rows).toEqual([]);
});

test('signed out meanwhile, nothing is sent without a word: what was written comes back, to be sent as nobody’s', async () => {
  const { resident, name } = await aSignedIn();
  await resident.open('/contact');
  resident.browser.setCookie(name, 'ended');
  const back = await resident.send('/contact', { message: 'Kirjoitin pitkään' });
  expect([back.status, back.text.includes('Kirjautumisesi oli päättynyt'), back.text.includes('Kirjoitin pitkään')]).toEqual([
    422,
    true,
    true,
  ]);
  expect(back.text).toContain('name="about" value=""');
  expect((await resident.send('/contact', { message: 'Kirjoitin pitkään' })).path).toBe('/a/receipt');
});
