import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown, aUnit, needsOf, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import { changeNeed, recordOutcome } from '../needs/service.ts';
import { readMatter } from '../reading/service.ts';
import { readRequest } from './reading.ts';
import { RequestInput } from './schema.ts';
import { askSupport } from './service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let matterId: string;
let needId: string;
let suffix: string;

beforeEach(async () => {
  clock.set('2026-11-24T08:00:00Z');
  town = await aTown(db.kysely, clock);
  const opened = await aMatter(town, town.aino, { needs: [{ organisationId: town.organisations.kela, ownWords: 'The rent went up' }] });
  matterId = opened.id;
  suffix = opened.number;
  [needId] = (await needsOf(db.kysely, matterId)) as [string];
});

function ask(parts: Record<string, unknown> = {}, by: By = town.aino): Promise<{ id: string }> {
  const ground = { basis: 'consent', ground: 'Customer agreed', givenHow: 'voice' };
  const input = RequestInput.parse({ needId, toUnitId: town.units.kelaTier2, title: 'A', question: 'B?', ...ground, ...parts });
  return inTransaction(db.kysely, (trx) => askSupport(town.desk, trx, by, matterId, input));
}

const asked = async (id: string) => (await readRequest(town.desk, town.aino, id)).request;
const shares = async () => (await readMatter(town.desk, town.aino, matterId)).shares;
const kelaUnit = (key: string, tier: number, successorId?: string) =>
  aUnit(db.kysely, { key: `${key}-${suffix}`, organisationId: town.organisations.kela, tier, ...(successorId ? { successorId } : {}) });
const kelaPerson = (units: string[], role: 'authority-specialist' | 'guard' = 'authority-specialist') =>
  aPerson(db.kysely, { name: 'Pia', role, organisationId: town.organisations.kela, units });

describe('the ground of the disclosure', () => {
  test('another organisation: needed, recorded once, not asked again while it lives', async () => {
    for (const parts of [{ basis: null, ground: null }, { ground: '' }, { basis: undefined }]) {
      await expect(ask(parts)).rejects.toMatchObject({ code: 'ground-needed', status: 422 });
    }
    expect(await shares()).toEqual([]);
    await ask();
    expect(await shares()).toMatchObject([{ organisationId: town.organisations.kela, basis: 'consent', ground: 'Customer agreed' }]);
    await ask({ toUnitId: town.units.kelaTier3, basis: null, ground: null });
    expect(await shares()).toHaveLength(1);
  });

  test('one’s own organisation: none', async () => {
    const city = town.organisations.city;
    const own = await aUnit(db.kysely, { key: `city-2-${suffix}`, organisationId: city, tier: 2 });
    const oona = await aPerson(db.kysely, { name: 'Oona', role: 'authority-specialist', organisationId: city, units: [own] });
    const { id } = await ask({ toUnitId: own, basis: null, ground: null });
    expect(await shares()).toMatchObject([{ organisationId: city, basis: 'own' }]);
    expect((await readRequest(town.desk, oona, id)).may.answer).toBe(true);
  });

  test('a share that has run out is no ground any more', async () => {
    await ask();
    await sql`update share set until = now() - interval '1 minute' where need_id = ${needId}::uuid`.execute(db.kysely);
    await expect(ask({ toUnitId: town.units.kelaTier3, ground: null })).rejects.toMatchObject({ code: 'ground-needed' });
    await ask({ toUnitId: town.units.kelaTier3, ground: 'Agreed again' });
    expect(await shares()).toMatchObject([{ ground: 'Agreed again' }]);
  });
});

describe('whose the need is', () => {
  const page = () => readMatter(town.desk, town.aino, matterId);
  const direct = (organisationId: string | null) => changeNeed(town.desk, town.aino, matterId, needId, { organisationId });

  test('one nobody had directed is the asked authority’s, with its agreement beside', async () => {
    await direct(null);
    expect((await page()).permitted).toEqual([]);
    await ask();
    const { needs, permitted, happenings } = await page();
    expect(needs).toMatchObject([{ organisationId: town.organisations.kela, state: 'in-hand' }]);
    expect(permitted.map((work) => work.organisationId)).toEqual([town.organisations.kela]);
    // Kela's own people are told of no agreement with themselves.
    expect((await readMatter(town.desk, town.mika, matterId)).permitted).toEqual([]);
    expect(happenings.filter(({ kind }) => kind === 'need-directed')).toHaveLength(1);
  });

  test('one directed elsewhere stays there unless the asker corrects it; both agreements are shown', async () => {
    const { kela, dvv } = town.organisations;
    await direct(dvv);
    await ask();
    expect((await page()).needs).toMatchObject([{ organisationId: dvv }]);
    expect((await page()).permitted.map((work) => work.organisationId)).toEqual([dvv, kela]);
    await ask({ toUnitId: town.units.kelaTier3, directNeed: true });
    expect((await page()).needs).toMatchObject([{ organisationId: kela }]);
    expect((await page()).permitted.map((work) => work.organisationId)).toEqual([kela]);
  });

  test('a question inside one’s own organisation directs nothing', async () => {
    await direct(null);
    const city = town.organisations.city;
    const own = await aUnit(db.kysely, { key: `city-2b-${suffix}`, organisationId: city, tier: 2 });
    await aPerson(db.kysely, { name: 'Oona', role: 'authority-specialist', organisationId: city, units: [own] });
    await ask({ toUnitId: own, basis: null, ground: null, directNeed: true });
    expect((await page()).needs).toMatchObject([{ organisationId: null, state: 'in-hand' }]);
  });
});

describe('one open request at a tier per need', () => {
  test('of several at once one is asked, the rest hear why not', async () => {
    const tries = await Promise.allSettled([ask(), ask({}, town.tiina), ask(), ask({}, town.tiina)]);
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused.map(({ code, status }) => [code, status])).toEqual(Array(3).fill(['request-open-already', 409]));
    const rows = await db.kysely.selectFrom('support_request').select('id').where('matter_id', '=', matterId).execute();
    expect(rows).toHaveLength(1);
    await ask({ toUnitId: town.units.kelaTier3 });
  });

  test('a settled need takes no question', async () => {
    await recordOutcome(town.desk, town.aino, matterId, needId, { outcome: 'handled' });
    await expect(ask()).rejects.toMatchObject({ code: 'need-ended' });
  });
});

describe('who answers', () => {
  test('a higher tier only, and a unit that exists', async () => {
    await expect(ask({ toUnitId: town.units.front })).rejects.toMatchObject({ code: 'unit-tier-too-low', status: 422 });
    await expect(ask({ toUnitId: needId })).rejects.toMatchObject({ code: 'unknown-reference', status: 422 });
  });

  test('a named person works in the unit', async () => {
    await expect(ask({ toPersonId: town.sari.actor.personId })).rejects.toMatchObject({ code: 'not-in-unit', status: 422 });
    const { id } = await ask({ toPersonId: town.mika.actor.personId });
    expect((await asked(id)).toPersonId).toBe(town.mika.actor.personId);
  });

  test('a unit with nobody able refuses; nobody able: empty, disabled, without a fitting grant', async () => {
    const empty = await kelaUnit('empty', 2);
    await expect(ask({ toUnitId: empty })).rejects.toMatchObject({ code: 'unit-has-nobody', status: 409 });
    await kelaPerson([empty], 'guard');
    const pia = await kelaPerson([empty]);
    await sql`update person set disabled_at = now() where id = ${pia.actor.personId}::uuid`.execute(db.kysely);
    await expect(ask({ toUnitId: empty })).rejects.toMatchObject({ code: 'unit-has-nobody' });
    await sql`update person set disabled_at = null where id = ${pia.actor.personId}::uuid`.execute(db.kysely);
    await sql`update person_grant set valid_until = '2026-11-24' where person_id = ${pia.actor.personId}::uuid`.execute(db.kysely);
    await expect(ask({ toUnitId: empty })).rejects.toMatchObject({ code: 'unit-has-nobody' });
    await sql`update person_grant set valid_until = '2026-11-25' where person_id = ${pia.actor.personId}::uuid`.execute(db.kysely);
    await ask({ toUnitId: empty });
  });

  test('or the question falls to the first able successor, closed ones skipped', async () => {
    const last = await kelaUnit('last', 2);
    await kelaPerson([last]);
    const closed = await kelaUnit('closed', 2, last);
    await kelaPerson([closed]);
    await sql`update unit set active = false where id = ${closed}::uuid`.execute(db.kysely);
    const empty = await kelaUnit('empty', 2, closed);
    expect((await asked((await ask({ toUnitId: empty })).id)).toUnitId).toBe(last);
  });

  test('never to another organisation, never round in a circle', async () => {
    const foreign = await kelaUnit('foreign', 2, town.units.dvvTier2);
    await expect(ask({ toUnitId: foreign })).rejects.toMatchObject({ code: 'unit-has-nobody' });
    const one = await kelaUnit('one', 2);
    const other = await kelaUnit('other', 2, one);
    await sql`update unit set successor_id = ${other}::uuid where id = ${one}::uuid`.execute(db.kysely);
    await expect(ask({ toUnitId: one })).rejects.toMatchObject({ code: 'unit-has-nobody' });
  });

  test('but to the organisation that carries on the first, which the share names', async () => {
    const { kela, dvv } = town.organisations;
    const merged = await kelaUnit('merged', 2, town.units.dvvTier2);
    await sql`update organisation set valid_until = '2026-12-31', successor_id = ${dvv}::uuid where id = ${kela}::uuid`.execute(db.kysely);
    const { id } = await ask({ toUnitId: merged });
    expect((await asked(id)).toOrganisationId).toBe(dvv);
    expect((await shares()).map((share) => share.organisationId)).toEqual([dvv]);
  });
});

describe('due times', () => {
  test('by the unit’s hours over Christmas, with the reminder before', async () => {
    clock.set('2026-12-23T10:00:00Z');
    const { id } = await ask();
    // Wednesday 12.00; Thursday is Christmas Eve, then the weekend: Monday 12.00, reminded at 10.00.
    expect((await asked(id)).dueAt).toBe('2026-12-28T10:00:00.000Z');
    const row = await db.kysely.selectFrom('support_request').select('remind_at').where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.remind_at?.toString()).toBe('2026-12-28T08:00:00Z');
  });

  test('a unit without hours can promise nothing', async () => {
    await sql`update unit set opening = jsonb_set(opening, '{weekly}', '[]') where id = ${town.units.kelaTier2}::uuid`.execute(db.kysely);
    await expect(ask()).rejects.toMatchObject({ code: 'unit-has-no-hours', status: 409 });
    expect(await shares()).toEqual([]);
  });
});
