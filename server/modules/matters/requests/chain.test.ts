import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aPerson, aTown, aUnit, needsOf, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import { readMatter } from '../reading/service.ts';
import { giveTurn } from '../turn.ts';
import { addEntry } from './entries.ts';
import { readInbox, readRequest } from './reading.ts';
import { RequestEntryInput, RequestInput, type RequestPage } from './schema.ts';
import { askSupport } from './service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let matterId: string;
let kelaNeed: string;
let dvvNeed: string;
let dvvTier3: string;
/** Tier 3 of the second authority. */
let ville: By;

const consent = { basis: 'consent', ground: 'Customer agreed at the desk', givenHow: 'voice' } as const;

beforeEach(async () => {
  // Tuesday, 10.00 in Helsinki; units are open 8-16 and answer within 480 open minutes.
  clock.set('2026-11-24T08:00:00Z');
  town = await aTown(db.kysely, clock);
  const { kela, dvv } = town.organisations;
  const opened = await aMatter(town, town.aino, {
    title: 'Secret whole title',
    customer: { givenName: 'Veikko', familyName: 'Lahdensuo', email: 'veikko@posti.example' },
    needs: [
      { organisationId: kela, serviceName: 'Housing benefit', ownWords: 'The rent went up' },
      { organisationId: dvv, serviceName: 'Notice of move', ownWords: 'A new sekretaddress' },
    ],
  });
  matterId = opened.id;
  [kelaNeed, dvvNeed] = (await needsOf(db.kysely, matterId)) as [string, string];
  const suffix = opened.number;
  dvvTier3 = await aUnit(db.kysely, { key: `dvv-3-${suffix}`, organisationId: dvv, tier: 3 });
  ville = await aPerson(db.kysely, { name: 'Ville', role: 'authority-specialist', organisationId: dvv, units: [dvvTier3] });
});

function ask(by: By = town.aino, parts: Record<string, unknown> = {}): Promise<{ id: string }> {
  const input = RequestInput.parse({
    needId: kelaNeed,
    toUnitId: town.units.kelaTier2,
    title: 'Son owns the flat',
    question: 'Does it matter?',
    ...consent,
    ...parts,
  });
  return inTransaction(db.kysely, (trx) => askSupport(town.desk, trx, by, matterId, input));
}

const enter = (by: By, id: string, entry: Record<string, unknown>) => addEntry(town.desk, by, id, RequestEntryInput.parse(entry));
const page = (by: By, id: string): Promise<RequestPage> => readRequest(town.desk, by, id);
const stateOf = async (id: string) => (await page(town.aino, id)).request.state;
const matter = () => readMatter(town.desk, town.aino, matterId);

async function below(id: string): Promise<string> {
  const child = (await page(town.aino, id)).chain.find((one) => one.parentId === id);
  return (child as { id: string }).id;
}

describe('up and down the tiers over two authorities', () => {
  test('asked, put further, answered down, told where it started', async () => {
    const { id } = await ask();
    expect(await matter()).toMatchObject({ awaits: 'authority', dueAt: null });
    expect((await matter()).needs[0]).toMatchObject({ state: 'in-hand' });

    await enter(town.mika, id, { kind: 'claimed' });
    clock.set('2026-11-24T08:10:00Z');
    await enter(town.mika, id, {
      kind: 'forwarded',
      toUnitId: dvvTier3,
      text: 'Who is on the register?',
      basis: 'law',
      ground: 'Act 1, 2 §',
    });
    const child = await below(id);
    expect(await stateOf(id)).toBe('forwarded');
    expect((await matter()).awaits).toBe('authority');

    await enter(ville, child, { kind: 'answered', text: 'The son is.' });
    expect(await stateOf(id)).toBe('answer-below');
    expect((await matter()).awaits).toBe('authority');
    expect((await page(town.mika, id)).chain.map((one) => [one.tier, one.answer])).toEqual([
      [2, null],
      [3, 'The son is.'],
    ]);

    clock.set('2026-11-24T09:00:00Z');
    await enter(town.mika, id, { kind: 'answered', text: 'It does not matter.', use: 'advisor' });
    const seen = await matter();
    // Wednesday 11.00: the front office's own 480 open minutes from the answer on.
    expect(seen).toMatchObject({ awaits: 'us', dueAt: '2026-11-25T09:00:00.000Z' });
    expect(seen.requests.map((one) => [one.tier, one.state, one.answer, one.answerUse])).toEqual([
      [2, 'answered', 'It does not matter.', 'advisor'],
      [3, 'answered', 'The son is.', 'tell'],
    ]);
    expect(seen.shares.map((share) => [share.organisationId, share.basis, share.ground])).toEqual([
      [town.organisations.kela, 'consent', consent.ground],
      [town.organisations.dvv, 'law', 'Act 1, 2 §'],
    ]);
    expect(seen.happenings.filter((line) => line.kind === 'shared')).toHaveLength(2);
  });

  test('tier 3 of another authority sees what it was asked, neither the question above nor other needs', async () => {
    const { id } = await ask(town.aino, { question: 'Only-for-kela question' });
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: dvvTier3, text: 'Further words', basis: 'law', ground: 'Act 1, 2 §' });
    const child = await below(id);
    const seen = await page(ville, child);
    expect(seen.chain.map((one) => one.id)).toEqual([child]);
    expect(seen.request.question).toBe('Further words');
    expect(seen.share).toMatchObject({ basis: 'law', ground: 'Act 1, 2 §' });
    expect(JSON.stringify(seen)).not.toMatch(/Only-for-kela|Secret whole title|sekretaddress|posti\.example/);
    await expect(page(ville, id)).rejects.toBeInstanceOf(NotFound);
  });

  test('straight to tier 3, whose answer is the advisor’s', async () => {
    const { id } = await ask(town.aino, { toUnitId: town.units.kelaTier3 });
    await enter(town.sari, id, { kind: 'answered', text: 'Yes' });
    expect(await stateOf(id)).toBe('answered');
    expect((await matter()).awaits).toBe('us');
  });

  test('within an authority tier 3 sees the chain; no second ground is asked', async () => {
    const { id } = await ask();
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    expect((await page(town.sari, await below(id))).chain.map((one) => one.tier)).toEqual([2, 3]);
  });
});

describe('asking back, returning, withdrawing', () => {
  test('asked back: our turn, and the clock stands still until the reply', async () => {
    const { id } = await ask();
    const due = (await page(town.mika, id)).request.dueAt;
    expect(due).toBe('2026-11-25T08:00:00.000Z');
    await enter(town.mika, id, { kind: 'asked-back', text: 'Which son?' });
    expect((await matter()).awaits).toBe('us');
    clock.set('2026-11-24T10:30:00Z');
    await enter(town.tiina, id, { kind: 'replied', text: 'The elder' });
    expect(await matter()).toMatchObject({ awaits: 'authority', dueAt: null });
    const { request } = await page(town.mika, id);
    expect(request).toMatchObject({ state: 'open', dueAt: '2026-11-25T10:30:00.000Z', toPersonId: town.mika.actor.personId });
    expect(request.entries.map((entry) => entry.kind)).toEqual(['asked', 'asked-back', 'replied']);
  });

  test('tier 3 asks tier 2, which asks the advisor while it waits', async () => {
    const { id } = await ask();
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    const child = await below(id);
    await enter(town.sari, child, { kind: 'asked-back', text: 'Since when?' });
    expect(await stateOf(id)).toBe('forwarded');
    await enter(town.mika, id, { kind: 'asked-back', text: 'Since when, they ask' });
    await enter(town.aino, id, { kind: 'replied', text: 'November' });
    expect(await stateOf(id)).toBe('forwarded');
    await enter(town.mika, child, { kind: 'replied', text: 'November' });
    await enter(town.sari, child, { kind: 'answered', text: 'Fine then' });
    expect(await stateOf(id)).toBe('answer-below');
  });

  test('returned by tier 2 to the advisor, by tier 3 to tier 2', async () => {
    const { id } = await ask();
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    await enter(town.sari, await below(id), { kind: 'returned', text: 'You know this' });
    expect(await stateOf(id)).toBe('open');
    expect((await matter()).awaits).toBe('authority');
    await enter(town.mika, id, { kind: 'returned', text: 'Not ours' });
    expect((await matter()).awaits).toBe('us');
    await ask(town.aino);
  });

  test('withdrawn by the advisor: what was put further is withdrawn too', async () => {
    const { id } = await ask();
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    const child = await below(id);
    await expect(enter(town.aino, child, { kind: 'withdrawn' })).rejects.toMatchObject({ code: 'request-not-yours' });
    await enter(town.aino, id, { kind: 'withdrawn', text: 'Solved' });
    expect([await stateOf(id), await stateOf(child)]).toEqual(['withdrawn', 'withdrawn']);
    expect((await matter()).awaits).toBe('us');
    await expect(enter(town.sari, child, { kind: 'answered', text: 'Late' })).rejects.toMatchObject({ code: 'request-ended' });
  });

  test('withdrawn by tier 2 from tier 3: back in its hands', async () => {
    const { id } = await ask();
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    await expect(enter(town.mika, id, { kind: 'answered', text: 'Myself' })).rejects.toMatchObject({ code: 'request-forwarded' });
    await enter(town.mika, await below(id), { kind: 'withdrawn' });
    await enter(town.mika, id, { kind: 'answered', text: 'Myself' });
    expect(await stateOf(id)).toBe('answered');
  });
});

describe('who may', () => {
  test('the asked unit answers; the advisor may not, others do not even see it', async () => {
    const { id } = await ask();
    const answer = (by: By) => enter(by, id, { kind: 'answered', text: 'So it is' });
    for (const stranger of [town.daniel, town.nelli, town.admin, town.guard])
      await expect(answer(stranger)).rejects.toBeInstanceOf(NotFound);
    for (const other of [town.aino, town.sari]) await expect(answer(other)).rejects.toBeInstanceOf(Forbidden);
    expect((await page(town.sari, id)).may).toEqual({
      claim: false,
      release: false,
      answer: false,
      forward: false,
      askBack: false,
      reply: false,
      withdraw: false,
      return: false,
    });
    expect((await page(town.aino, id)).may).toMatchObject({ withdraw: true, answer: false, reply: false });
    expect((await page(town.mika, id)).may).toMatchObject({ claim: true, answer: true, forward: true, askBack: true, return: true });
    await answer(town.mika);
  });

  test('only a keeper asks', async () => {
    for (const stranger of [town.nelli, town.mika, town.daniel, town.admin]) await expect(ask(stranger)).rejects.toBeInstanceOf(NotFound);
    await ask(town.tiina);
    await expect(ask(town.mika)).rejects.toMatchObject({ code: 'matter-kept-elsewhere' });
  });

  test('a claimed request is not taken twice, but given back to the unit', async () => {
    const pia = await aPerson(db.kysely, {
      name: 'Pia',
      role: 'authority-specialist',
      organisationId: town.organisations.kela,
      units: [town.units.kelaTier2],
    });
    const { id } = await ask();
    const claims = await Promise.allSettled([enter(town.mika, id, { kind: 'claimed' }), enter(pia, id, { kind: 'claimed' })]);
    expect(claims.map((claim) => claim.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await enter(pia, id, { kind: 'released' });
    await enter(pia, id, { kind: 'claimed' });
    expect((await page(pia, id)).request.toPersonId).toBe(pia.actor.personId);
  });
});

describe('the inbox', () => {
  const inbox = async (by: By, view: Parameters<typeof readInbox>[2]) => {
    const { rows, counts } = await readInbox(town.desk, by, view);
    return { ids: rows.map((row) => row.id), counts };
  };

  test('mine, my unit’s, below and answered; counts from what is seen', async () => {
    const { id } = await ask();
    expect(await inbox(town.mika, 'unit')).toEqual({ ids: [id], counts: { mine: 0, unit: 1, below: 0 } });
    expect((await readInbox(town.desk, town.mika, 'unit')).rows[0]).toMatchObject({
      fromPoint: 'Point',
      title: 'Son owns the flat',
      mine: false,
    });
    await enter(town.mika, id, { kind: 'claimed' });
    expect(await inbox(town.mika, 'mine')).toEqual({ ids: [id], counts: { mine: 1, unit: 1, below: 0 } });
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    const child = await below(id);
    expect(await inbox(town.mika, 'below')).toEqual({ ids: [child], counts: { mine: 0, unit: 0, below: 1 } });
    expect(await inbox(town.sari, 'unit')).toEqual({ ids: [child], counts: { mine: 0, unit: 1, below: 0 } });
    await enter(town.sari, child, { kind: 'answered', text: 'Fine' });
    expect(await inbox(town.sari, 'answered')).toEqual({ ids: [child], counts: { mine: 0, unit: 0, below: 0 } });
    expect(await inbox(town.mika, 'mine')).toEqual({ ids: [id], counts: { mine: 1, unit: 1, below: 0 } });
  });

  test('another authority’s requests on the same matter leave no trace', async () => {
    const { id } = await ask();
    const nothing = { ids: [], counts: { mine: 0, unit: 0, below: 0 } };
    for (const view of ['mine', 'unit', 'below', 'answered'] as const) expect(await inbox(town.daniel, view)).toEqual(nothing);
    const own = await ask(town.aino, { needId: dvvNeed, toUnitId: town.units.dvvTier2 });
    expect(await inbox(town.daniel, 'unit')).toEqual({ ids: [own.id], counts: { mine: 0, unit: 1, below: 0 } });
    expect((await page(town.daniel, own.id)).chain).toHaveLength(1);
    await expect(page(town.daniel, id)).rejects.toBeInstanceOf(NotFound);
    expect((await readMatter(town.desk, town.daniel, matterId)).requests.map((one) => one.id)).toEqual([own.id]);
  });
});

describe('whose turn the matter is after we write to the customer', () => {
  const turn = async () =>
    (await db.kysely.selectFrom('matter').select('awaits').where('id', '=', matterId).executeTakeFirstOrThrow()).awaits;
  const write = () => inTransaction(db.kysely, (trx) => giveTurn(trx, matterId, clock.now(), clock.now()));

  test('the authority’s while it works on an answer; ours while it asks back', async () => {
    const { id } = await ask();
    await write();
    expect(await turn()).toBe('authority');
    await enter(town.mika, id, { kind: 'asked-back', text: 'Since when?' });
    expect(await turn()).toBe('us');
    await write();
    expect(await turn()).toBe('us');
    await enter(town.aino, id, { kind: 'replied', text: 'Since May' });
    expect(await turn()).toBe('authority');
  });

  test('what tier 3 asks of tier 2 is not ours to answer', async () => {
    const { id } = await ask();
    await enter(town.mika, id, { kind: 'forwarded', toUnitId: town.units.kelaTier3, text: 'Please check' });
    await enter(town.sari, await below(id), { kind: 'asked-back', text: 'Which flat?' });
    await db.kysely.updateTable('matter').set({ awaits: 'us' }).where('id', '=', matterId).execute();
    await write();
    expect(await turn()).toBe('authority');
  });
});

describe('what the answer needs', () => {
  async function aFile(needId: string | null, name: string, kind = 'message'): Promise<void> {
    await sql`with f as (insert into file (stored_as, size, sha256, type) values (${name}, 10, 'x', 'application/pdf') returning id),
      g as (insert into message (matter_id, need_id, owner_org, kind, direction, channel, body, state)
        values (${matterId}::uuid, ${needId}::uuid, ${town.organisations.city}::uuid, ${kind}, 'in', 'email', 'Words', 'received') returning id)
      insert into message_file (message_id, file_id, name) select g.id, f.id, ${name} from f, g`.execute(db.kysely);
  }

  test('files of this need only; notes stay with the keeper', async () => {
    const { id } = await ask();
    const names = async (by: By) => (await page(by, id)).files.map((file) => file.name);
    await aFile(kelaNeed, `lease-${id}.pdf`);
    await aFile(kelaNeed, `note-${id}.pdf`, 'note');
    await aFile(dvvNeed, `other-${id}.pdf`);
    await aFile(null, `whole-${id}.pdf`);
    expect(await names(town.mika)).toEqual([`lease-${id}.pdf`]);
    expect(await names(town.aino)).toEqual([`lease-${id}.pdf`, `note-${id}.pdf`]);
  });

  test('arrangements while somebody has to answer; what the agreement lets the advisor do', async () => {
    const { city, kela } = town.organisations;
    await sql`insert into agreement (principal_id, provider_id, tasks, valid_from, valid_until)
      values (${kela}::uuid, ${city}::uuid, '{inform,receive}', '2026-01-01', '2026-12-31')`.execute(db.kysely);
    await sql`insert into arrangement (customer_id, kind) select customer_id, 'longer-time' from matter where id = ${matterId}::uuid`.execute(
      db.kysely,
    );
    const { id } = await ask();
    const seen = await page(town.mika, id);
    expect(seen.advisorMay).toEqual({ tasks: ['inform', 'receive'], validUntil: '2026-12-31' });
    expect(seen.customer).toMatchObject({ name: 'Veikko Lahdensuo', language: 'fi', arrangements: [{ kind: 'longer-time' }] });
    await enter(town.mika, id, { kind: 'answered', text: 'So it is' });
    expect((await page(town.mika, id)).customer.arrangements).toEqual([]);
  });
});

test('each look and each change is on the audit log, each change an event without words', async () => {
  const { id } = await ask();
  await page(town.mika, id);
  await enter(town.mika, id, { kind: 'answered', text: 'Unspeakable words' });
  const audit = await db.kysely
    .selectFrom('audit_entry')
    .select(['action', 'subjects'])
    .where('matter_id', '=', matterId)
    .orderBy('id')
    .execute();
  const actions = audit.filter((line) => line.subjects.includes(id)).map((line) => line.action);
  expect(actions).toEqual(['request.asked', 'request.read', 'request.answered']);
  const events = await sql<{ type: string; data: Record<string, unknown> }>`select type, data from event where subject = ${matterId}::uuid
    and type like 'request.%' order by seq`.execute(db.kysely);
  expect(events.rows.map((event) => event.type)).toEqual(['request.asked', 'request.answered']);
  expect(events.rows[1]?.data).toMatchObject({ requestId: id, needId: kelaNeed, toOrg: town.organisations.kela });
  expect(events.rows[1]?.data.personIds).toContain(town.aino.actor.personId);
  expect(events.rows[1]?.data.unitIds).toContain(town.units.front);
  expect(JSON.stringify(events.rows)).not.toMatch(/Unspeakable|Lahdensuo/);
});
