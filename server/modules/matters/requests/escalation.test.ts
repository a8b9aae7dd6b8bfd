import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown, aUnit, needsOf, type Town } from '../../../testing/town.ts';
import { PERSON_DISABLED, PERSON_LEFT_UNIT } from '../../people/events.ts';
import { addEntry } from './entries.ts';
import { remindAndEscalate } from './escalation.ts';
import { handOnRequests } from './owners.ts';
import { givingBackRequests } from './reactions.ts';
import { readInbox, readRequest } from './reading.ts';
import { RequestInput } from './schema.ts';
import { askSupport } from './service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let requestId: string;
let matterId: string;

beforeEach(async () => {
  // Each test has the job's table to itself: the job looks at all requests.
  await sql`update support_request set state = 'withdrawn'`.execute(db.kysely);
  clock.set('2026-11-24T08:00:00Z');
  town = await aTown(db.kysely, clock);
  matterId = (await aMatter(town, town.aino)).id;
  requestId = await ask(matterId);
});

async function ask(matter: string): Promise<string> {
  const [needId] = await needsOf(db.kysely, matter);
  const ground = { basis: 'consent', ground: 'Customer agreed', givenHow: 'voice' };
  const input = RequestInput.parse({ needId, toUnitId: town.units.kelaTier2, title: 'A', question: 'B?', ...ground });
  return (await inTransaction(db.kysely, (trx) => askSupport(town.desk, trx, town.aino, matter, input))).id;
}

const job = () => remindAndEscalate(town.desk);
const nothing = { withdrawn: 0, restored: 0, reminded: 0, escalated: 0 };
const seen = async (id = requestId) => (await readRequest(town.desk, town.aino, id)).request;
const entries = async () => (await seen()).entries.map((entry) => entry.kind);
const person = (name: string, role: 'point-manager' | 'authority-specialist', units: string[]) =>
  aPerson(db.kysely, { name, role, organisationId: town.organisations.kela, units });

async function lastEvent(type: string): Promise<Record<string, string[]>> {
  const found = await sql<{
    data: Record<string, string[]>;
  }>`select data from event where type = ${type} order by seq desc limit 1`.execute(db.kysely);
  return found.rows[0]?.data ?? {};
}

describe('the job of each minute', () => {
  test('reminds once before the due time, escalates once after it; the request stays where it is', async () => {
    expect(await job()).toEqual(nothing);
    // Due on Wednesday at 10.00, reminded two open hours earlier.
    clock.set('2026-11-24T13:59:00Z');
    expect(await job()).toEqual(nothing);
    clock.set('2026-11-24T14:00:00Z');
    expect(await job()).toEqual({ ...nothing, reminded: 1 });
    expect(await job()).toEqual(nothing);
    clock.set('2026-11-25T08:00:00Z');
    expect(await job()).toEqual({ ...nothing, escalated: 1 });
    expect(await job()).toEqual(nothing);
    expect(await entries()).toEqual(['asked', 'reminded', 'escalated']);
    expect(await seen()).toMatchObject({ state: 'open', toUnitId: town.units.kelaTier2 });
  });

  test('after a long stop only the escalation is told; two nodes at once share the rows', async () => {
    const others = await Promise.all(Array.from({ length: 60 }, async () => ask((await aMatter(town, town.aino)).id)));
    clock.set('2026-11-27T08:00:00Z');
    const done = await Promise.all([job(), job()]);
    expect(done.reduce((all, one) => all + one.escalated, 0)).toBe(61);
    expect(done.reduce((all, one) => all + one.reminded, 0)).toBe(0);
    const twice =
      await sql`select request_id from support_request_entry where kind = 'escalated' and request_id = any(${[requestId, ...others]}::uuid[])
      group by 1 having count(*) > 1`.execute(db.kysely);
    expect(twice.rows).toEqual([]);
  });

  test('not while it waits for the advisor', async () => {
    await addEntry(town.desk, town.mika, requestId, { kind: 'asked-back', text: 'Which?' });
    clock.set('2026-11-30T08:00:00Z');
    expect(await job()).toEqual(nothing);
    await addEntry(town.desk, town.aino, requestId, { kind: 'replied', text: 'That one' });
    expect((await seen()).dueAt).toBe('2026-12-01T08:00:00.000Z');
    clock.set('2026-12-01T08:00:00Z');
    expect(await job()).toEqual({ ...nothing, escalated: 1 });
  });

  test('escalates to the named unit, which may then take it', async () => {
    const lead = await aUnit(db.kysely, { key: `lead-${requestId}`, organisationId: town.organisations.kela, tier: 2 });
    const pia = await person('Pia', 'authority-specialist', [lead]);
    await sql`update unit set escalates_to_id = ${lead}::uuid where id = ${town.units.kelaTier2}::uuid`.execute(db.kysely);
    await expect(addEntry(town.desk, pia, requestId, { kind: 'claimed' })).rejects.toMatchObject({ code: 'request-not-yours' });
    clock.set('2026-11-25T08:00:00Z');
    await job();
    expect((await lastEvent('request.overdue')).unitIds).toEqual([town.units.kelaTier2, lead]);
    expect((await readInbox(town.desk, pia, 'unit')).rows.map((row) => row.id)).toEqual([requestId]);
    await addEntry(town.desk, pia, requestId, { kind: 'answered', text: 'So it is', use: 'tell' });
  });

  test('or to the point managers of the organisation', async () => {
    const leena = await person('Leena', 'point-manager', []);
    expect((await readInbox(town.desk, leena, 'unit')).rows).toEqual([]);
    clock.set('2026-11-25T08:00:00Z');
    await job();
    expect((await lastEvent('request.overdue')).personIds).toEqual([leena.actor.personId]);
    expect((await readInbox(town.desk, leena, 'unit')).rows.map((row) => row.id)).toEqual([requestId]);
    await addEntry(town.desk, leena, requestId, { kind: 'claimed' });
  });
});

describe('nobody’s request is ever without an owner', () => {
  const emptied = (successorId: string | null) =>
    inTransaction(db.kysely, (trx) => handOnRequests(clock)(trx, { id: town.units.kelaTier2, successorId }));

  test('a unit does not close over open requests', async () => {
    await expect(emptied(null)).rejects.toMatchObject({ code: 'unit-has-open-requests', status: 409 });
    await expect(emptied(town.units.dvvTier2)).rejects.toMatchObject({ code: 'unit-has-open-requests' });
    const empty = await aUnit(db.kysely, { key: `empty-${requestId}`, organisationId: town.organisations.kela, tier: 2 });
    await expect(emptied(empty)).rejects.toMatchObject({ code: 'unit-has-open-requests' });
    await addEntry(town.desk, town.mika, requestId, { kind: 'answered', text: 'So it is', use: 'tell' });
    await emptied(null);
  });

  test('they go to an able successor, due as before, and what was put further is asked by it', async () => {
    await addEntry(town.desk, town.mika, requestId, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    const heir = await aUnit(db.kysely, { key: `heir-${requestId}`, organisationId: town.organisations.kela, tier: 2 });
    const pia = await person('Pia', 'authority-specialist', [heir]);
    const before = await seen();
    await emptied(heir);
    expect(await seen()).toMatchObject({ toUnitId: heir, toPersonId: null, dueAt: before.dueAt, state: 'forwarded' });
    const below = (await readInbox(town.desk, pia, 'below')).rows[0];
    await addEntry(town.desk, town.sari, below?.id ?? '', { kind: 'asked-back', text: 'Since when?' });
    await addEntry(town.desk, pia, below?.id ?? '', { kind: 'replied', text: 'November' });
  });

  test('what a person held goes back to the unit when they leave it or are disabled', async () => {
    const reaction = givingBackRequests(clock);
    const happen = (type: string, personId: string, data: Record<string, unknown> = {}) =>
      inTransaction(db.kysely, (trx) => reaction.handle(trx, { xid: '1', seq: 1, at: clock.now(), type, subject: personId, data }));
    const mika = town.mika.actor.personId;
    for (const [type, data] of [
      [PERSON_LEFT_UNIT, { unitId: town.units.kelaTier2 }],
      [PERSON_DISABLED, {}],
    ] as const) {
      await addEntry(town.desk, town.mika, requestId, { kind: 'claimed' });
      await happen(PERSON_LEFT_UNIT, mika, { unitId: town.units.kelaTier3 });
      expect((await seen()).toPersonId).toBe(mika);
      await happen(type, mika, data);
      await happen(type, mika, data);
      expect((await seen()).toPersonId).toBeNull();
    }
    expect(await entries()).toEqual(['asked', 'claimed', 'moved', 'claimed', 'moved']);
  });

  test('grants that run out without anybody leaving: the job finds a successor, else escalates at once', async () => {
    await addEntry(town.desk, town.mika, requestId, { kind: 'claimed' });
    await sql`update person_grant set revoked_at = now() where person_id = ${town.mika.actor.personId}::uuid`.execute(db.kysely);
    const leena = await person('Leena', 'point-manager', []);
    expect(await job()).toEqual({ ...nothing, restored: 1 });
    expect(await job()).toEqual(nothing);
    expect(await entries()).toEqual(['asked', 'claimed', 'moved', 'escalated']);
    expect((await readInbox(town.desk, leena, 'unit')).rows).toHaveLength(1);

    const heir = await aUnit(db.kysely, { key: `heir-${requestId}`, organisationId: town.organisations.kela, tier: 2 });
    const pia = await person('Pia', 'authority-specialist', [heir]);
    await sql`update unit set successor_id = ${heir}::uuid where id = ${town.units.kelaTier2}::uuid`.execute(db.kysely);
    await sql`update support_request set escalated_at = null where id = ${requestId}::uuid`.execute(db.kysely);
    expect(await job()).toEqual({ ...nothing, restored: 1 });
    expect((await readInbox(town.desk, pia, 'unit')).rows).toHaveLength(1);
  });
});
