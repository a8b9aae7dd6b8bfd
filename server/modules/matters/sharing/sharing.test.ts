import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown, aUnit, needsOf, type Town } from '../../../testing/town.ts';
import type { By, CustomerCaller } from '../../identity/types.ts';
import { readCustomer } from '../customer/service.ts';
import { readMatter } from '../reading/service.ts';
import { addEntry } from '../requests/entries.ts';
import { remindAndEscalate } from '../requests/escalation.ts';
import { readInbox, readRequest } from '../requests/reading.ts';
import { RequestInput } from '../requests/schema.ts';
import { askSupport } from '../requests/service.ts';
import { consentWording, withdrawConsent } from './consent.ts';
import { ShareInput } from './schema.ts';
import { revokeShare, shareNeed } from './service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let matterId: string;
let kelaNeed: string;
let dvvNeed: string;

beforeEach(async () => {
  town = await aTown(db.kysely, clock);
  const { kela, dvv } = town.organisations;
  const needs = [
    { organisationId: kela, ownWords: 'The rent went up' },
    { organisationId: dvv, ownWords: 'A new address' },
  ];
  matterId = (await aMatter(town, town.aino, { needs })).id;
  [kelaNeed, dvvNeed] = (await needsOf(db.kysely, matterId)) as [string, string];
});

function share(by: By, parts: Record<string, unknown> = {}): Promise<{ id: string }> {
  const input = {
    needId: kelaNeed,
    organisationId: town.organisations.kela,
    basis: 'consent',
    ground: 'Customer agreed',
    givenHow: 'voice',
  };
  return shareNeed(town.desk, by, matterId, ShareInput.parse({ ...input, ...parts }));
}

function ask(parts: Record<string, unknown> = {}): Promise<{ id: string }> {
  const ground = { basis: 'consent', ground: 'Customer agreed', givenHow: 'voice' };
  const input = RequestInput.parse({ needId: kelaNeed, toUnitId: town.units.kelaTier2, title: 'A', question: 'B?', ...ground, ...parts });
  return inTransaction(db.kysely, (trx) => askSupport(town.desk, trx, town.aino, matterId, input));
}

const page = (by: By) => readMatter(town.desk, by, matterId);

describe('disclosure', () => {
  test('of an arrangement, where and when it was asked is for those whose point or colleague it was', async () => {
    const { city, kela } = town.organisations;
    const { customer_id: customerId } = await db.kysely
      .selectFrom('matter')
      .select('customer_id')
      .where('id', '=', matterId)
      .executeTakeFirstOrThrow();
    const by = town.aino.actor.personId;
    await sql`insert into arrangement (customer_id, kind, legal_ground, asked_at, asked_point_id, noted_by)
      values (${customerId}::uuid, 'quiet', 'law', 'desk', ${town.point}::uuid, ${by}::uuid)`.execute(db.kysely);
    await share(town.aino);
    const told = async (who: By) => {
      const [one] = (await page(who)).customer.arrangements;
      return [one?.kind, one?.askedPointId, one?.notedAt !== null];
    };
    const itself = async () => {
      const [one] = (await readCustomer(town.desk, town.aino, customerId)).arrangements;
      return [one?.kind, one?.askedPointId, one?.notedAt !== null];
    };
    const set = (change: object) => db.kysely.updateTable('arrangement').set(change).where('customer_id', '=', customerId).execute();
    const point = (org: string) =>
      db.kysely.updateTable('service_point').set({ organisation_id: org }).where('id', '=', town.point).execute();
    const hidden = ['quiet', null, false];
    expect([await told(town.aino), await told(town.mika)]).toEqual([['quiet', town.point, true], hidden]);
    await point(kela);
    expect([await told(town.aino), await itself(), await told(town.mika)]).toEqual([hidden, hidden, hidden]);
    await point(city);
    expect(await itself()).toEqual(['quiet', town.point, true]);
    await set({ asked_point_id: null });
    expect([await told(town.tiina), await itself()]).toEqual([
      ['quiet', null, true],
      ['quiet', null, true],
    ]);
    await set({ noted_by: town.nelli.actor.personId });
    expect([await told(town.tiina), await itself()]).toEqual([hidden, hidden]);
  });

  test('only the keeper discloses, with the ground on record', async () => {
    for (const stranger of [town.nelli, town.mika, town.admin, town.guard]) await expect(share(stranger)).rejects.toBeInstanceOf(NotFound);
    await share(town.tiina);
    await expect(share(town.mika, { organisationId: town.organisations.dvv })).rejects.toMatchObject({ code: 'matter-kept-elsewhere' });
    const seen = await page(town.aino);
    expect(seen.shares).toMatchObject([{ needId: kelaNeed, basis: 'consent', ground: 'Customer agreed', givenHow: 'voice' }]);
    expect(seen.happenings.find((line) => line.kind === 'shared')).toMatchObject({ data: { organisationId: town.organisations.kela } });
    expect((await page(town.mika)).needs.map((need) => need.id)).toEqual([kelaNeed]);
  });

  test('one live share per need and organisation: the same again is the same one, another ground is refused', async () => {
    const { id } = await share(town.aino);
    expect(await share(town.aino)).toEqual({ id });
    await expect(share(town.aino, { ground: 'Other words' })).rejects.toMatchObject({ code: 'already-shared', status: 409 });
    await revokeShare(town.desk, town.aino, matterId, id);
    expect((await share(town.aino, { ground: 'Other words' })).id).not.toBe(id);
  });

  test('at once from two desks: one share', async () => {
    const made = await Promise.all([share(town.aino), share(town.tiina)]);
    expect(made[0]).toEqual(made[1]);
  });

  test('refused: an end in the past, one’s own organisation, an organisation or a need that is not there', async () => {
    await expect(share(town.aino, { until: '2026-11-24T07:59:00Z' })).rejects.toMatchObject({ code: 'until-passed', status: 422 });
    await expect(share(town.aino, { organisationId: town.organisations.city })).rejects.toMatchObject({ code: 'own-organisation' });
    await expect(share(town.aino, { organisationId: kelaNeed })).rejects.toMatchObject({ code: 'unknown-reference' });
    await expect(share(town.aino, { needId: matterId })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('consent', () => {
  test('the words to show are offered in the customer’s language, and what was shown is kept as it was given', async () => {
    const about = { needId: kelaNeed, organisationId: town.organisations.kela };
    const offered = await consentWording(town.desk, town.aino, matterId, about);
    expect(offered).toMatchObject({ language: 'fi', wording: expect.stringContaining('The rent went up') });
    expect((await consentWording(town.desk, town.aino, matterId, { ...about, language: 'sv' })).wording).toMatch(/^Jag samtycker/);
    for (const stranger of [town.nelli, town.mika, town.guard])
      await expect(consentWording(town.desk, stranger, matterId, about)).rejects.toBeInstanceOf(NotFound);
    await share(town.aino, { ground: offered.wording, givenHow: 'screen', language: 'sv' });
    expect((await page(town.aino)).shares).toMatchObject([{ ground: offered.wording, givenHow: 'screen', language: 'sv' }]);
  });

  test('a consent without the way it was given is refused and changes nothing', async () => {
    await expect(share(town.aino, { givenHow: null })).rejects.toMatchObject({
      code: 'ground-needed',
      details: { fields: ['givenHow'] },
    });
    expect((await page(town.aino)).shares).toEqual([]);
  });

  test('the customer takes it back: the other authority has nothing of it at once, and nobody else’s consent can be taken', async () => {
    const { id: requestId } = await ask();
    const [given] = (await page(town.aino)).shares;
    const customer = await sql<{ id: string }>`select customer_id as id from matter where id = ${matterId}::uuid`.execute(db.kysely);
    const signedIn = (customerId: string): CustomerCaller => {
      return { kind: 'customer', sessionId: kelaNeed, customerId, name: 'Veikko', language: 'fi', actingFor: null };
    };
    const own = signedIn(customer.rows[0]?.id ?? '');
    await expect(withdrawConsent(town.desk, signedIn(kelaNeed), matterId, given?.id ?? '')).rejects.toBeInstanceOf(NotFound);
    expect((await readRequest(town.desk, town.mika, requestId)).request.state).toBe('open');
    await withdrawConsent(town.desk, own, matterId, given?.id ?? '');
    await expect(readRequest(town.desk, town.mika, requestId)).rejects.toBeInstanceOf(NotFound);
    await expect(page(town.mika)).rejects.toBeInstanceOf(NotFound);
    const seen = await page(town.aino);
    expect(seen).toMatchObject({ shares: [], requests: [{ id: requestId, state: 'withdrawn' }] });
    expect(seen.happenings.find((line) => line.kind === 'unshared')).toMatchObject({ data: { withdrawn: true } });
    await expect(withdrawConsent(town.desk, own, matterId, given?.id ?? '')).rejects.toBeInstanceOf(NotFound);
  });

  test('what rests on law is not the customer’s to end', async () => {
    const { id } = await share(town.aino, { basis: 'law', ground: 'Act 1, 2 §', givenHow: null });
    const customer = await sql<{ id: string }>`select customer_id as id from matter where id = ${matterId}::uuid`.execute(db.kysely);
    const customerId = customer.rows[0]?.id ?? '';
    const own = { kind: 'customer', sessionId: kelaNeed, customerId, name: 'V', language: 'fi', actingFor: null } as const;
    await expect(withdrawConsent(town.desk, own, matterId, id)).rejects.toBeInstanceOf(NotFound);
    expect((await page(town.mika)).needs).toHaveLength(1);
  });
});

describe('revoking', () => {
  test('ends sight at once: page, inbox and counts; open questions there are withdrawn', async () => {
    const { id } = await ask();
    await addEntry(town.desk, town.mika, id, { kind: 'claimed' });
    expect((await readInbox(town.desk, town.mika, 'mine')).counts).toEqual({ mine: 1, unit: 1, below: 0 });
    const [given] = (await page(town.aino)).shares;
    const revoke = (by: By) => revokeShare(town.desk, by, matterId, given?.id ?? '');
    for (const stranger of [town.nelli, town.daniel, town.guard]) await expect(revoke(stranger)).rejects.toBeInstanceOf(NotFound);
    await expect(revoke(town.mika)).rejects.toMatchObject({ code: 'matter-kept-elsewhere' });
    await revoke(town.aino);

    await expect(readRequest(town.desk, town.mika, id)).rejects.toBeInstanceOf(NotFound);
    await expect(addEntry(town.desk, town.mika, id, { kind: 'answered', text: 'Late', use: 'tell' })).rejects.toBeInstanceOf(NotFound);
    for (const view of ['mine', 'unit', 'below', 'answered'] as const) {
      expect(await readInbox(town.desk, town.mika, view)).toEqual({ rows: [], counts: { mine: 0, unit: 0, below: 0 }, next: null });
    }
    const seen = await page(town.aino);
    expect(seen.requests).toMatchObject([{ id, state: 'withdrawn' }]);
    expect(seen.requests[0]?.entries.map((entry) => entry.kind)).toEqual(['asked', 'claimed', 'withdrawn']);
    expect(seen).toMatchObject({ awaits: 'us', shares: [] });
    expect(seen.happenings.map((line) => line.kind)).toContain('unshared');
    await expect(revoke(town.aino)).rejects.toBeInstanceOf(NotFound);
  });

  test('from tier 3’s organisation: tier 2 has the question back; other needs are untouched', async () => {
    const { kela, dvv } = town.organisations;
    const dvvTier3 = await aUnit(db.kysely, { key: `dvv-3-${matterId}`, organisationId: dvv, tier: 3 });
    const ville = await aPerson(db.kysely, { name: 'Ville', role: 'authority-specialist', organisationId: dvv, units: [dvvTier3] });
    const { id } = await ask();
    const other = await ask({ needId: dvvNeed, toUnitId: town.units.dvvTier2 });
    await addEntry(town.desk, town.mika, id, { kind: 'forwarded', toUnitId: dvvTier3, text: 'Who?', basis: 'law', ground: 'Act 1, 2 §' });
    const below = (await readInbox(town.desk, ville, 'unit')).rows[0]?.id ?? '';
    expect((await readRequest(town.desk, ville, below)).need.id).toBe(kelaNeed);
    const given = (await page(town.aino)).shares.find((one) => one.needId === kelaNeed && one.organisationId === dvv);
    await revokeShare(town.desk, town.aino, matterId, given?.id ?? '');

    await expect(readRequest(town.desk, ville, below)).rejects.toBeInstanceOf(NotFound);
    expect((await readRequest(town.desk, town.mika, id)).request.state).toBe('open');
    expect((await readRequest(town.desk, town.daniel, other.id)).request.state).toBe('open');
    expect((await page(town.aino)).awaits).toBe('authority');
    expect((await page(town.aino)).shares.filter((one) => one.organisationId === kela)).toHaveLength(1);
  });

  test('a share that runs out by itself hides the open question at once; the job brings it back to the asker', async () => {
    const { id } = await ask();
    await addEntry(town.desk, town.mika, id, { kind: 'claimed' });
    expect((await readInbox(town.desk, town.mika, 'unit')).counts).toEqual({ mine: 1, unit: 1, below: 0 });
    await db.kysely
      .updateTable('share')
      .set({ until: Temporal.Now.instant().subtract({ minutes: 1 }) })
      .where('need_id', '=', kelaNeed)
      .execute();
    for (const view of ['mine', 'unit'] as const) {
      expect(await readInbox(town.desk, town.mika, view)).toEqual({ rows: [], counts: { mine: 0, unit: 0, below: 0 }, next: null });
    }
    await expect(readRequest(town.desk, town.mika, id)).rejects.toBeInstanceOf(NotFound);
    const told = await page(town.aino);
    expect([told.awaits, told.shares.filter(({ needId }) => needId === kelaNeed)]).toEqual(['authority', []]);
    expect((await remindAndEscalate(town.desk)).withdrawn).toBe(1);
    expect((await remindAndEscalate(town.desk)).withdrawn).toBe(0);
    expect((await readRequest(town.desk, town.aino, id)).request.state).toBe('withdrawn');
    expect((await page(town.aino)).awaits).toBe('us');
  });

  test('an answer that races the revoking either comes before it or finds nothing', async () => {
    const { id } = await ask();
    const [given] = (await page(town.aino)).shares;
    const [answered] = await Promise.allSettled([
      addEntry(town.desk, town.mika, id, { kind: 'answered', text: 'In time?', use: 'tell' }),
      revokeShare(town.desk, town.aino, matterId, given?.id ?? ''),
    ]);
    const state = (await page(town.aino)).requests[0]?.state;
    expect(state).toBe(answered?.status === 'fulfilled' ? 'answered' : 'withdrawn');
    if (answered?.status === 'rejected') expect(answered.reason).toBeInstanceOf(NotFound);
  });
});
