import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createSecretLink } from '../../server/modules/identity/service.ts';
import { sayMatterNumber } from '../../server/modules/matters/number.ts';
import { inTransaction } from '../../server/platform/db/transaction.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aDemoService } from '../../server/testing/demo-service.ts';
import type { Resident } from '../../server/testing/resident.ts';

const database = await testDatabase();
const demo = await aDemoService(database);
const db = database.db.kysely;

/** Presses "choose" and goes to the register's page, as the page in between sends the browser. */
async function choosing(resident: Resident, kind: 'person' | 'company', from = 'my'): Promise<string> {
  await resident.open(`/my/acting-for?from=${from}`);
  const away = await resident.send('/my/acting-for/choosing', { kind, from });
  const location = away.headers.get('refresh')?.slice('0; url='.length) as string;
  return (await resident.open(location)).text;
}

async function pick(resident: Resident, page: string, key = '') {
  const link = new RegExp(`href="([^"]*pick=${key}[^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') as string;
  return resident.open(link);
}

const customerNamed = async (family: string) =>
  (
    await sql<{ id: string }>`select c.id from customer c join customer_identity i on i.customer_id = c.id where c.family_name = ${family}
    and i.learned = 'mandate'`.execute(db)
  ).rows[0]?.id;

/** A matter of this customer, out of the demo's own: its number as it is said, and its page. */
async function aMatterOf(customerId: string): Promise<{ number: string; page: string }> {
  const { rows } = await sql<{ id: string; number: string }>`update matter set customer_id = ${customerId}::uuid
    where id = (select id from matter where state = 'open' and customer_id <> ${customerId}::uuid order by id limit 1) returning id, number`.execute(
    db,
  );
  // As pages write it: a number never breaks over two lines.
  const number = sayMatterNumber(rows[0]?.number as string).replaceAll(' ', '\u00a0');
  return { number, page: `/my/matters/${rows[0]?.id}` };
}

test('acting for one’s mother: her matters are seen and one’s own are not, it is said on the page, and it ends', async () => {
  const ritva = demo.resident();
  await demo.identify(ritva, 'ritva');
  const arrived = await pick(ritva, await choosing(ritva, 'person'));
  expect(arrived.path).toBe('/my');
  expect(arrived.text).toContain('Asioit nyt toisen puolesta: Aili Koskela');
  const aili = (await customerNamed('Koskela')) as string;
  const { number, page } = await aMatterOf(aili);
  expect((await ritva.open(page)).status).toBe(200);
  expect((await ritva.open('/my')).text).toContain(number);
  const audited = await sql<{ on_behalf_of: string; actor_customer_id: string }>`select on_behalf_of, actor_customer_id from audit_entry
    where action = 'matter.own-list' and on_behalf_of is not null order by id desc limit 1`.execute(db);
  expect(audited.rows[0]?.on_behalf_of).toBe(aili);
  expect(audited.rows[0]?.actor_customer_id).not.toBe(aili);

  await ritva.open('/my/acting-for');
  const back = await ritva.send('/my/acting-for/ending', {});
  expect(back.text).not.toContain('Aili');
  expect(back.text).not.toContain(number);
  expect((await ritva.open(page)).status).toBe(404);
});

test('who came from the link of a matter goes back to the question whose it is; anywhere else nobody is sent', async () => {
  const ritva = demo.resident();
  await demo.identify(ritva, 'ritva');
  const other = await db
    .selectFrom('matter')
    .select('id')
    .where('state', '=', 'open')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const link = await inTransaction(db, (trx) => createSecretLink(trx, other.id));
  await ritva.open(`/a/${link}`);
  expect((await ritva.open('/a/identified')).text).toContain('/my/acting-for?from=link');
  const back = await pick(ritva, await choosing(ritva, 'person', 'link'));
  expect([back.path, back.text.includes('Aili Koskela')]).toEqual(['/a/identified', true]);
  expect((await ritva.open('/my/acting-for?from=link')).text).toContain('href="/a/identified"');
  expect((await ritva.open('/my/acting-for?from=//evil.example')).text).not.toContain('evil');
  expect((await ritva.open('/my')).text).toContain('Asiat, joita hoidat: Aili Koskela');
});

test('a mandate that has ended or run out shows nothing of the other any more, within the same session', async () => {
  for (const end of [
    sql`update mandate set ended_at = now() where ended_at is null`,
    sql`update mandate set until = now() - interval '1 second'`,
  ]) {
    const ritva = demo.resident();
    await demo.identify(ritva, 'ritva');
    await pick(ritva, await choosing(ritva, 'person'));
    const { number, page } = await aMatterOf((await customerNamed('Koskela')) as string);
    expect((await ritva.open('/my')).text).toContain(number);
    await end.execute(db);
    const after = await ritva.open('/my');
    expect(after.status).toBe(200);
    expect(after.text).not.toContain(number);
    expect(after.text).not.toContain('Aili');
    expect((await ritva.open(page)).status).toBe(404);
  }
});

test('a mandate to see opens matters, and no writing and no copy of the data', async () => {
  const ritva = demo.resident();
  await demo.identify(ritva, 'ritva');
  const arrived = await pick(ritva, await choosing(ritva, 'person'), 'toivo');
  expect(arrived.text).toContain('Asioit nyt toisen puolesta: Toivo Koskela');
  const { rows } = await sql<{
    id: string;
  }>`select principal_id as id from mandate where roles = array['POLKU_READ'] and ended_at is null`.execute(db);
  const { page } = await aMatterOf(rows[0]?.id as string);
  const seen = await ritva.open(page);
  expect([seen.status, seen.text.includes(`${page}/messages`)]).toEqual([200, false]);
  expect((await ritva.open('/my/copy')).status).toBe(403);
});

test('acting for a company', async () => {
  const ritva = demo.resident();
  await demo.identify(ritva, 'ritva');
  const arrived = await pick(ritva, await choosing(ritva, 'company'));
  expect(arrived.text).toContain('Koskelan Kahvila Oy');
  const kind = await sql<{ kind: string }>`select kind from customer where family_name = 'Koskelan Kahvila Oy'`.execute(db);
  expect(kind.rows).toEqual([{ kind: 'company' }]);
});

test('who may act for nobody is told so; who has no identity code cannot ask', async () => {
  const elias = demo.resident();
  await demo.identify(elias, 'elias');
  expect(await choosing(elias, 'person')).not.toContain('pick=');
  const liis = demo.resident();
  await demo.identify(liis, 'liis');
  await liis.open('/my/acting-for');
  expect((await liis.send('/my/acting-for/choosing', { kind: 'person' })).status).toBe(409);
});

test('a choice of another session, brought here, is nobody’s', async () => {
  const [ritva, elias] = [demo.resident(), demo.resident()];
  await demo.identify(ritva, 'ritva');
  await demo.identify(elias, 'elias');
  const page = await choosing(ritva, 'person');
  const link = /href="([^"]*pick=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') as string;
  const picked = await ritva.browser.send(link);
  const callback = picked.headers.get('location') as string;
  await choosing(elias, 'person');
  const stolen = await elias.open(callback);
  expect(stolen.path).toBe('/my/acting-for?failed=yes');
  expect((await elias.open('/my')).text).not.toContain('Aili');
});

test('an identity code is in no log line of it all', () => {
  // A random request id may look like one.
  const lines = demo.lines.map((line) => line.replace(/"reqId":"[^"]+"/, ''));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => /\d{6}[-+A-FU-Y]9\d\d/.test(line))).toEqual([]);
});
