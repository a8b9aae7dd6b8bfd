import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openApi } from '../../server/platform/http/openapi.ts';
import { routesOf } from '../../server/platform/http/route.ts';
import { type Answer, aFile, anApp, type Caller } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { addressOf, call, lines } from './routes-table.ts';
import { unsigned } from './unsigned-routes.ts';
import { aWorld, type Stranger, strangers, type World } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const document = openApi(routesOf(service.app), { title: 'Polku', version: '1', description: '-' });
const routes = Object.entries(document.paths as Record<string, object>).flatMap(([path, item]) =>
  Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
);
const foreigners = await strangers(service);

test('every route has its line here, and no line is of a route that is gone', () => {
  expect(routes.length).toBeGreaterThan(70);
  expect([...Object.keys(lines), ...Object.keys(unsigned)].sort()).toEqual([...routes].sort());
});

const signed = routes.filter((route) => lines[route]);

test.each(signed)('%s: without a session there is nothing, whatever stands in the address', { timeout: 30_000 }, async (route) => {
  const world = await common();
  const ids = lines[route]?.ids?.(world);
  for (const caller of [
    service.caller(),
    service.caller(`__Secure-polku-link=${world.link}`),
    service.caller(`__Host-polku=${world.link}`),
  ]) {
    const [real, random] = [await send(caller, route, world, ids), await send(caller, route, world, randomly(ids))];
    expect(real.status).toBe(401);
    expect(seenOf(real)).toEqual(seenOf(random));
  }
});

const ofOneThing = signed.filter((route) => lines[route]?.ids && !lines[route]?.open);

test.each(ofOneThing)(
  '%s: does not exist for strangers of every role, and does for those it is for',
  { timeout: 60_000 },
  async (route) => {
    const line = lines[route];
    // What only reads leaves all as it was for the next that reads.
    const world = await (route.startsWith('GET ') ? common() : aWorld(service));
    const ids = line?.ids?.(world);
    const [before, random] = [await fingerprint(world), randomly(ids)];
    for (const stranger of [...foreigners, ...world.colleagues.filter(({ role }) => !line?.also?.includes(role))]) {
      const [real, unreal] = [await send(stranger.caller, route, world, ids), await send(stranger.caller, route, world, random)];
      expect([stranger.name, ...expectedOf(route, stranger)], real.text).toContain(real.status);
      expect([stranger.name, seenOf(real)]).toEqual([stranger.name, seenOf(unreal)]);
      expect([stranger.name, await refusalsOf(real)]).toEqual([stranger.name, 1]);
    }
    expect(await fingerprint(world)).toEqual(before);
    const allowed = await send(world.callers[line?.rightful ?? 'aino'], route, world, ids);
    if (line?.allowed) expect(allowed.status).toBe(line.allowed);
    else expect(allowed.status, allowed.text).toBeLessThan(300);
  },
);

test('a link that is not there, has run out or is malformed answers alike', async () => {
  const world = await common();
  const open = (token: string) => service.caller().call('GET', `/a/${token}`);
  expect((await open(world.link)).status).toBe(303);
  await sql`update secret_link set expires_at = now() where matter_id = ${world.matter}::uuid`.execute(service.polku.desk.db);
  const answers = await Promise.all([world.link, `${world.link.slice(0, -1)}A`, 'x', '%00', "' or 1=1 --", 'a'.repeat(250)].map(open));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([404]));
  expect(new Set(answers.map((answer) => JSON.stringify(seenOf(answer)))).size).toBe(1);
});

/** Milliseconds: a letter that may be taken back leaves after a minute, and the world is then another. */
const WORLD_LASTS = 30_000;
let made: { world: Promise<World>; at: number } | undefined;
function common(): Promise<World> {
  if (!made || performance.now() - made.at > WORLD_LASTS) made = { world: aWorld(service), at: performance.now() };
  return made.world;
}

/** An administrator's pages are closed to all others before any id is looked at; for administrators of others the thing is not there. */
function expectedOf(route: string, { role }: Stranger): number[] {
  return route.includes('/api/admin/') && role !== 'administrator' ? [403] : [404];
}

async function send(caller: Caller, route: string, world: World, ids: Record<string, string> | undefined): Promise<Answer> {
  if (!lines[route]?.file) return call(caller, route, world, ids);
  const { body, headers } = aFile('a.pdf', '%PDF-1.4\n%%EOF\n');
  const { method, url } = addressOf(route, ids);
  return caller.call(method, url, body, headers);
}

function randomly(ids: Record<string, string> | undefined): Record<string, string> | undefined {
  return (
    ids &&
    Object.fromEntries(
      Object.entries(ids).map(([name, id]) => [name, /^\d+$/.test(id) ? '999999999' : id.replace(/[0-9a-f-]{36}/, randomUUID())]),
    )
  );
}

/** All of an answer but what differs each time by itself. */
function seenOf({ status, text, headers }: Answer): unknown {
  const { 'x-request-id': _id, date: _date, ...rest } = headers;
  return { status, text: text.replace(/"requestId":"[^"]+"/, ''), headers: Object.keys(rest).sort() };
}

async function refusalsOf({ headers }: Answer): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_entry
    where request_id = ${String(headers['x-request-id'])}::uuid and outcome = 'refused' and person_id is not null`.execute(
    service.polku.desk.db,
  );
  return rows[0]?.count ?? 0;
}

/** Whatever of city A's a stranger could have changed. */
async function fingerprint({ matter, document: paper, customer, person, template, agreement, town }: World): Promise<unknown> {
  const rows = (table: string, column: string, id: string) =>
    sql`select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from ${sql.table(table)} t where ${sql.ref(column)} = ${id}::uuid`
      .execute(service.polku.desk.db)
      .then((found) => found.rows);
  return Promise.all([
    ...['need', 'step', 'contact', 'message', 'support_request', 'happening', 'share', 'secret_link', 'document'].map((table) =>
      rows(table, 'matter_id', matter),
    ),
    rows('document_event', 'document_id', paper),
    rows('document_file', 'document_id', paper),
    rows('matter', 'id', matter),
    rows('customer', 'id', customer),
    rows('arrangement', 'customer_id', customer),
    rows('person', 'id', person),
    rows('person_grant', 'person_id', person),
    rows('unit_member', 'person_id', person),
    rows('text_template', 'id', template),
    rows('agreement', 'id', agreement),
    rows('unit', 'id', town.units.front),
  ]);
}
