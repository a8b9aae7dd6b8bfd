import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock/clock.ts';
import { anApp } from '../../testing/app.ts';
import { testDatabase } from '../../testing/database.ts';
import { aMatter, aTown } from '../../testing/town.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const town = await aTown(db, clock);
const many = 450;

type List = { rows: { id: string }[]; counts: Record<string, number>; next: string | null };

test('a list of matters goes on after its first screenful: each row once, in one order', async () => {
  const { id } = await aMatter(town, town.aino, {});
  // Three to a microsecond, the last ten closed today: the order goes by turn, time and id.
  await sql`insert into matter (number, title, customer_id, owner_org, unit_id, person_id, opened_channel, language, awaits_since, arrived_at, state, closed_at)
    select 'X' || n, title, customer_id, owner_org, unit_id, person_id, opened_channel, language, ${clock.now()}::timestamptz - (n / 3) * interval '1 microsecond',
      arrived_at, case when n > ${many} - 10 then 'closed' else 'open' end, case when n > ${many} - 10 then ${clock.now()}::timestamptz end
    from matter, generate_series(2, ${many}) n where id = ${id}::uuid`.execute(db);
  const pages = await readAll('/api/matters?view=mine', await app.signIn(town.aino));
  expect(pages.map(({ rows }) => rows.length)).toEqual([200, 200, 50]);
  expect(pages.map(({ counts }) => counts.mine)).toEqual([many - 10, many - 10, many - 10]);
  const { rows } = await sql<{ id: string }>`select id from matter order by state = 'closed', awaits_since, id`.execute(db);
  expect(pages.flatMap((page) => page.rows.map((row) => row.id))).toEqual(rows.map((row) => row.id));
});

test.each([
  ['unit', 'open', sql`due_at, id`],
  ['answered', 'answered', sql`answered_at desc, id desc`],
])('a list of requests goes on: %s', async (view, state, order) => {
  const other = await aTown(db, clock);
  const { kela } = other.organisations;
  const { id: matterId } = await aMatter(other, other.aino, { needs: [{ organisationId: kela, ownWords: 'Rent' }] });
  // One open request at a tier a need, so as many needs.
  await sql`insert into need (matter_id, owner_org, organisation_id, own_words, position)
    select matter_id, owner_org, organisation_id, own_words, n from need, generate_series(1, 229) n where matter_id = ${matterId}::uuid`.execute(
    db,
  );
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground)
    select matter_id, id, ${kela}::uuid, 'consent', 'Asked' from need where matter_id = ${matterId}::uuid`.execute(db);
  await sql`insert into support_request (id, root_id, matter_id, need_id, owner_org, tier, asked_by, asked_unit_id, to_org, to_unit_id, title, question, state, due_at, answered_at)
    select r.id, r.id, n.matter_id, n.id, n.owner_org, 2, ${other.aino.actor.personId}::uuid, ${other.units.front}::uuid, ${kela}::uuid, ${other.units.kelaTier2}::uuid,
      'Question', 'Why?', ${state}, now() + (n.position / 3) * interval '1 second', now() + (n.position / 3) * interval '1 second'
    from need n, lateral (select gen_random_uuid() as id, n.id as need) r where n.matter_id = ${matterId}::uuid`.execute(db);
  const pages = await readAll(`/api/requests?view=${view}`, await app.signIn(other.mika));
  expect(pages.map(({ rows }) => rows.length)).toEqual([200, 30]);
  const { rows } = await sql<{ id: string }>`select id from support_request where matter_id = ${matterId}::uuid order by ${order}`.execute(
    db,
  );
  expect(pages.flatMap((page) => page.rows.map((row) => row.id))).toEqual(rows.map((row) => row.id));
});

test('a place nobody gave is refused', async () => {
  const aino = await app.signIn(town.aino);
  for (const after of ['', 'x', '0.1.x', "0.1.'; drop table matter", `0.${'9'.repeat(18)}.${town.point}`])
    expect((await aino.call('GET', `/api/matters?${new URLSearchParams({ after })}`)).status).toBe(422);
});

async function readAll(url: string, caller: Awaited<ReturnType<typeof app.signIn>>): Promise<List[]> {
  const pages: List[] = [];
  for (let after: string | null = null; pages.length === 0 || after; after = pages.at(-1)?.next ?? null) {
    const { status, body } = await caller.call<List>('GET', after ? `${url}&after=${after}` : url);
    expect(status).toBe(200);
    pages.push(body);
  }
  return pages;
}
