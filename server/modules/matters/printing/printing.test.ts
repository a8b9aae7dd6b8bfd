import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const origin = await app.listen();

let town: Town;
let aino: Caller;
let matter: Awaited<ReturnType<typeof aMatter>>;
let agency: string;
beforeEach(async () => {
  town = await aTown(db, clock);
  app.polku.desk.directory.forget();
  aino = await app.signIn(town.aino);
  const customer = { givenName: 'Elsa', familyName: 'Lind', language: 'sv', street: 'Koivutie 3', postalCode: '99990', city: 'Mallila' };
  matter = await aMatter(town, town.aino, { language: 'sv', customer });
  agency = (await app.polku.desk.directory.read()).organisations.find(({ id }) => id === town.organisations.dvv)?.name.sv as string;
  const steps = [
    ['Skicka en kopia', 'customer', null, 'now', '2026-11-27T14:00:00Z'],
    ['Myndigheten registrerar flytten', 'authority', town.organisations.dvv, 'planned', null],
  ];
  for (const [position, [title, who, organisationId, state, deadline]] of steps.entries())
    await sql`insert into step (matter_id, owner_org, position, title, who, organisation_id, state, deadline_at) values (${matter.id}::uuid,
      ${town.organisations.city}::uuid, ${position + 1}, ${title}, ${who}, ${organisationId}::uuid, ${state}, ${deadline}::timestamptz)`.execute(
      db,
    );
});

const page = async (query = '') => aino.call('GET', `/print/matters/${matter.id}${query}`);

describe('a path on paper', () => {
  test('number, whose turn, the step with its deadline, what to bring and where to call, in the customer’s language', async () => {
    const { status, text, headers } = await page();
    expect(status).toBe(200);
    expect(text).toContain('<html lang="sv"');
    expect(text).toContain(
      `${matter.number.slice(0, 2)} ${matter.number.slice(2, 4)} ${matter.number.slice(4, 6)}-${matter.number.slice(6)}`,
    );
    expect(text).toContain('Skicka en kopia');
    expect(text).toContain('Senast fre\u00a027.11\u00a0kl.\u00a016');
    expect(text).toContain('Ta med när du kommer');
    expect(headers['cache-control']).toBe('no-store');
    expect((await page('?lang=fi-x-plain')).text).toContain('<html lang="fi-x-plain"');
  });

  test('authorities are named only when the desk has asked', async () => {
    for (const query of ['', '?authorities=no']) {
      const { text } = await page(query);
      for (const name of [agency, 'Myndigheten registrerar flytten', town.organisations.dvv]) expect(text).not.toContain(name);
      expect(text).toContain('Myndigheternas namn har inte skrivits ut.');
    }
    const { text } = await page('?authorities=yes');
    for (const name of [agency, 'Myndigheten registrerar flytten']) expect(text).toContain(name);
    expect(text).toContain('Vi bad om ditt lov');
    expect(
      (await sql<{ names_agreed: boolean }>`select names_agreed from matter where id = ${matter.id}::uuid`.execute(db)).rows[0]
        ?.names_agreed,
    ).toBe(false);
    const audit = await sql<{
      action: string;
    }>`select action from audit_entry where matter_id = ${matter.id}::uuid and action like 'matter.printed%' order by action`.execute(db);
    expect(audit.rows.map(({ action }) => action)).toEqual(['matter.printed', 'matter.printed', 'matter.printed-with-names']);
  });

  test('a fresh link, as a code and in words, only when asked for; it opens the matter', async () => {
    expect((await page()).text).not.toMatch(/\/a\/[\w-]{27}/);
    const { text } = await page('?link=yes');
    expect(text).toContain('<path stroke="#000000"');
    const link = /https:\/\/polku\.example(\/a\/[\w-]{27})</.exec(text)?.[1] ?? '';
    expect((await aResident(origin).open(link)).status).toBe(200);
  });

  test('is for those who keep the matter: others have none, strangers must sign in, other sites may not ask', async () => {
    expect((await (await app.signIn(town.nelli)).call('GET', `/print/matters/${matter.id}`)).status).toBe(404);
    expect((await (await app.signIn(town.daniel)).call('GET', `/print/matters/${matter.id}`)).status).toBe(404);
    expect((await app.caller().call('GET', `/print/matters/${matter.id}`)).status).toBe(401);
    const foreign = await aino.call('GET', `/print/matters/${matter.id}?link=yes`, undefined, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });
});

describe('a letter', () => {
  const written = async (parts: { kind?: string; direction?: string; body?: string } = {}) => {
    const { kind = 'instruction', direction = 'out', body = 'Så här gör du.\n\nFörst detta.' } = parts;
    const row = await sql<{
      id: string;
    }>`insert into message (matter_id, owner_org, kind, direction, channel, language, body, state, author_id) values (${matter.id}::uuid,
      ${town.organisations.city}::uuid, ${kind}, ${direction}, 'letter', 'sv', ${body}, 'sent', ${town.aino.actor.personId}::uuid) returning id`.execute(
      db,
    );
    return (row.rows[0] as { id: string }).id;
  };
  const letter = async (id: string, by = aino) => by.call('GET', `/print/messages/${id}`);

  test('has the address where the window is, the words, the number, and no authority in its heading', async () => {
    const { status, text } = await letter(await written());
    expect(status).toBe(200);
    expect(text).toMatch(/<address class="window">Elsa Lind<br>Koivutie 3<br>99990 Mallila<br><\/address>/);
    expect(text).toContain('Så här gör du.\n\nFörst detta.');
    expect(text).toContain('<h1>Anvisning för ditt ärende</h1>');
    expect(text).not.toContain(agency);
    expect(text).toContain(town.aino.actor.name);
  });

  test('has no address under turvakielto', async () => {
    await sql`update customer set restricted = true where id = (select customer_id from matter where id = ${matter.id}::uuid)`.execute(db);
    const { text } = await letter(await written());
    expect(text).toContain('<address class="window"></address>');
    for (const part of ['Lind', 'Koivutie', '99990']) expect(text).not.toContain(part);
  });

  test('notes and what the customer wrote are none, and other organisations’ do not exist', async () => {
    expect((await letter(await written({ kind: 'note', direction: 'internal' }))).status).toBe(404);
    expect((await letter(await written({ kind: 'message', direction: 'in' }))).status).toBe(404);
    expect((await letter(await written(), await app.signIn(town.nelli))).status).toBe(404);
  });

  test('keeps hostile words as words', async () => {
    const { text } = await letter(await written({ body: '<script>window.broken=1</script>' }));
    expect(text).toContain('&lt;script&gt;window.broken=1&lt;/script&gt;');
    expect(text.match(/<script\b/g)).toHaveLength(1);
  });
});
