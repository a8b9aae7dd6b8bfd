import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sendDue } from '../../server/modules/matters/messages/sending/service.ts';
import { follow } from '../../server/platform/live/testing/follow.ts';
import { type Answer, anApp, type Caller } from '../../server/testing/app.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { mailRoom } from '../../server/testing/mail-room.ts';
import { aMail, aPlainMatter, aWorld, fine, made, once } from './world.ts';

const database = await testDatabase();
const service = await anApp(database);
const { db } = service.polku.desk;
const world = await aWorld(service);
const { aino, tiina, mika } = world.callers;

test('twenty sendings of one form at once open one matter and write one message', async () => {
  const [headers, before] = [once(), await count('matter')];
  const body = { contact: { channel: 'phone' }, customer: { givenName: 'Kaksi', familyName: 'Kertaa' } };
  const answers = await twenty(() => aino.call<{ id: string }>('POST', '/api/matters', body, headers));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(await count('matter')).toBe(before + 1);
  const [matter, messages] = [answers[0]?.body.id, await count('message')];
  const written = await twenty(() =>
    aino.call('POST', `/api/matters/${matter}/messages`, aMail({ kind: 'note', channel: 'internal' }), headers),
  );
  expect(new Set(written.map((answer) => answer.text)).size).toBe(1);
  expect(await count('message')).toBe(messages + 1);
});

test('of two who take a matter at once one has it, and the other is told', async () => {
  const inFront = world.town.units.front;
  for (let round = 0; round < 10; round++) {
    const matter = await aPlainMatter(aino);
    await fine(aino, 'POST', `/api/matters/${matter}/hand-overs`, { unitId: inFront });
    const take = (caller: Caller) => caller.call('PUT', `/api/matters/${matter}/keeper`, { insteadOf: null });
    const answers = await Promise.all([take(aino), take(tiina)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  }
});

type Act = (caller: Caller, matter: string, other: string) => Promise<Answer>;
const acts: Record<string, Act> = {
  close: (caller, matter) => caller.call('POST', `/api/matters/${matter}/closing`),
  reopen: (caller, matter) => caller.call('DELETE', `/api/matters/${matter}/closing`),
  'hand over': (caller, matter) => caller.call('POST', `/api/matters/${matter}/hand-overs`, { unitId: world.town.units.front }),
  take: (caller, matter) => caller.call('PUT', `/api/matters/${matter}/keeper`, { insteadOf: null }),
  merge: (caller, matter, other) => caller.call('POST', `/api/matters/${matter}/merges`, { otherId: other }),
  'merge the other way': (caller, matter, other) => caller.call('POST', `/api/matters/${other}/merges`, { otherId: matter }),
  link: (caller, matter, other) => caller.call('POST', `/api/matters/${matter}/links`, { otherId: other }),
  write: (caller, matter) => caller.call('POST', `/api/matters/${matter}/messages`, aMail({ kind: 'note', channel: 'internal' }), once()),
  'add a step': (caller, matter) => caller.call('POST', `/api/matters/${matter}/steps`, { title: 'A step' }),
  'note a contact': (caller, matter) => caller.call('POST', `/api/matters/${matter}/contacts`, { channel: 'phone' }),
};
const pairs = Object.keys(acts).flatMap((one, index) =>
  Object.keys(acts)
    .slice(index)
    .map((other) => [one, other] as const),
);

test.each(pairs)('%s and %s at once: each happens whole or is refused, and nothing breaks', async (one, other) => {
  const [matter, second] = [await aPlainMatter(aino), await aPlainMatter(aino)];
  const answers = await Promise.all([
    acts[one]?.(aino, matter, second),
    acts[other]?.(tiina, matter, second),
    acts[one]?.(tiina, matter, second),
  ]);
  for (const answer of answers) expect([200, 201, 204, 409], answer?.text).toContain(answer?.status);
  const { rows } = await sql<{
    state: string;
    merged_into: string | null;
  }>`select state, merged_into from matter where id in (${matter}::uuid, ${second}::uuid)`.execute(db);
  expect(rows.filter(({ state }) => state === 'merged').length).toBeLessThanOrEqual(1);
  expect(rows.every(({ state, merged_into }) => (state === 'merged') === (merged_into !== null))).toBe(true);
});

test('two answers to one request at once: one is the answer', async () => {
  const elsewhere = await service.signIn(world.town.mika);
  const answer = (caller: Caller, text: string) =>
    caller.call('POST', `/api/requests/${world.request}/entries`, { kind: 'answered', text });
  const answers = await Promise.all([answer(mika, 'one'), answer(elsewhere, 'two'), answer(mika, 'three')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
});

test('of an undo and a sending at once one wins: a message taken back never leaves', async () => {
  const later = { ...service.polku.desk, clock: { now: () => Temporal.Now.instant().add({ minutes: 2 }) } };
  const { out, outbox } = mailRoom(later);
  const ends = { undone: 0, left: 0 };
  for (let round = 0; round < 20; round++) {
    const message = (await made(aino, `/api/matters/${world.matter}/messages`, aMail())).id;
    const [undo] = await Promise.all([aino.call('PATCH', `/api/messages/${message}`, { state: 'undone' }), sendDue(outbox)]);
    await sendDue(outbox);
    const left = out.some(({ messageId }) => messageId === message);
    expect([undo.status, left]).toEqual(left ? [409, true] : [204, false]);
    ends[left ? 'left' : 'undone']++;
  }
  expect(ends.undone + ends.left).toBe(20);
});

test('eight writers at once, and a stream that breaks in the middle: every change is heard', { timeout: 60_000 }, async () => {
  const url = `${await service.listen()}/api/live`;
  const headers = { cookie: aino.cookie };
  const first = await follow(url, { headers });
  await first.untilBeat(1);
  const write = async (rounds: number) => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => serially(rounds, () => aPlainMatter(tiina))));
    return ids.flat();
  };
  const before = await write(4);
  await first.until((heard) => heard.length >= 10);
  first.drop();
  const gone = await write(7);
  const second = await follow(url, { headers, lastEventId: first.lastEventId() });
  const after = await write(4);
  await second.until((heard) => after.every((id) => heard.some(({ data }) => data.id === id)));
  const heard = new Set([...first.heard, ...second.heard].map(({ data }) => data.id));
  expect(second.heard.some(({ event }) => event === 'reset')).toBe(false);
  expect([...before, ...gone, ...after].filter((id) => !heard.has(id))).toEqual([]);
  expect(gone.length).toBeGreaterThan(50);
  second.drop();
});

const twenty = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, work));

async function serially<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await work());
  return results;
}

async function count(table: 'matter' | 'message'): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select((each) => each.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
