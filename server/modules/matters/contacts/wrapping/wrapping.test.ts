import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMessage, matterOf, tracesOf } from '../../../../testing/mail-room.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../../testing/town.ts';
import { seedDefaults } from '../../../directory/service.ts';
import { recordOutcome } from '../../needs/service.ts';
import { WrapUp } from '../schema.ts';
import { wrapUp, wrapUpForm } from './service.ts';
import { forgetWrapUpUndo, takeBackWrapUp } from './undoing.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
let town: Town;

beforeAll(async () => {
  await inTransaction(db, seedDefaults);
  town = await aTown(db, clock);
});

const put = (contactId: string, parts: Record<string, unknown> = {}, by = town.aino) =>
  wrapUp(town.desk, by, contactId, WrapUp.parse(parts));
const contactOf = (id: string) => db.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const needOf = (id: string) => db.selectFrom('need').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('the form', () => {
  test('knows the minutes, what became of each need, and suggests the rest', async () => {
    const { kela, dvv } = town.organisations;
    const { id, contactId } = await aMatter(town, town.aino, {
      contact: { channel: 'counter', summary: 'Muuttaa' },
      customer: { givenName: 'Oona', digitalSkill: 'cannot-yet' },
      arrangements: [{ kind: 'needs-interpreter', detail: 'arabia' }],
      needs: [
        { organisationId: kela, ownWords: 'Asumistuki' },
        { organisationId: dvv, ownWords: 'Muuttoilmoitus' },
      ],
    });
    const [first, second] = await needsOf(db, id);
    await recordOutcome(town.desk, town.aino, id, second as string, { outcome: 'initiated', receipt: 'DVV-1' });
    await aMessage(town.desk, town.aino, id, { kind: 'instruction', channel: 'counter' });
    clock.advance({ minutes: 12 });

    const form = await wrapUpForm(town.desk, town.aino, contactId);
    expect(form).toMatchObject({
      contact: { id: contactId, channel: 'counter', summary: 'Muuttaa', personName: town.aino.actor.name, wrappedAt: null },
      minutes: 12,
      needs: [
        { needId: first, outcome: null, why: '' },
        { needId: second, outcome: 'initiated', why: '' },
      ],
      suggested: {
        reasons: ['digital-skills', 'no-shared-language', 'several-authorities'],
        supportKinds: ['e-service'],
        how: ['instructions-given'],
        hops: 0,
        toldAgain: false,
      },
    });
    expect(JSON.stringify(form)).not.toContain('guidance');
    expect((await tracesOf(db, id)).audit.at(-1)).toBe('contact.read');
  });

  test('does not exist for a neighbour', async () => {
    const { id, contactId } = await aMatter(town, town.aino);
    await wrapUpForm(town.desk, town.tiina, contactId);
    const { audit } = await tracesOf(db, id);
    await expect(wrapUpForm(town.desk, town.nelli, contactId)).rejects.toMatchObject({ status: 404 });
    expect((await tracesOf(db, id)).audit).toEqual(audit);
  });
});

describe('the length of a talk', () => {
  const call = (minutes: number) => {
    const startedAt = clock.now().subtract({ minutes }).toString();
    return { channel: 'phone' as const, summary: 'Kysyy', startedAt, endedAt: clock.now().toString() };
  };

  test('is that of the call noted, however long an answer is waited for', async () => {
    const { contactId } = await aMatter(town, town.aino, { contact: call(4) });
    clock.advance({ hours: 26 });
    expect(await wrapUpForm(town.desk, town.aino, contactId)).toMatchObject({ minutes: 4 });
    await put(contactId);
    expect((await wrapUpForm(town.desk, town.aino, contactId)).minutes).toBe(4);
  });

  test('is as the advisor puts it right', async () => {
    const { contactId } = await aMatter(town, town.aino, { contact: call(4) });
    clock.advance({ hours: 1 });
    const { startedAt } = (await wrapUpForm(town.desk, town.aino, contactId)).contact;
    await put(contactId, { endedAt: Temporal.Instant.from(startedAt).add({ minutes: 11 }).toString() });
    expect((await wrapUpForm(town.desk, town.aino, contactId)).minutes).toBe(11);
  });

  test('is not known of one that nobody ended in its day', async () => {
    const { contactId } = await aMatter(town, town.aino, { contact: { channel: 'phone', summary: 'Kysyy' } });
    clock.advance({ hours: 30 });
    expect((await wrapUpForm(town.desk, town.aino, contactId)).minutes).toBe(0);
    await put(contactId);
    expect(await contactOf(contactId)).toMatchObject({ ended_at: null });
  });
});

describe('wrapping up', () => {
  test('writes everything in one go and closes the matter', async () => {
    const { id, contactId } = await aMatter(town, town.aino);
    const [needId] = await needsOf(db, id);
    clock.advance({ minutes: 3 });
    await put(contactId, {
      outcomes: [{ needId, outcome: 'neither', why: 'missing-documents' }],
      reasons: ['referred-here', 'unsure-or-afraid'],
      directedBy: 'Kirjasto',
      supportKinds: ['e-service'],
      how: ['advice-given'],
      notAlone: ['no-eid'],
      couldSelfServe: false,
      hops: 1,
      toldAgain: true,
      guidance: 4,
      guidanceWords: 'Sujui',
      closeMatter: true,
    });
    expect(await contactOf(contactId)).toMatchObject({
      ended_at: clock.now(),
      wrapped_at: clock.now(),
      reasons: ['referred-here', 'unsure-or-afraid'],
      directed_by: 'Kirjasto',
      support_kinds: ['e-service'],
      how: ['advice-given'],
      not_alone: ['no-eid'],
      could_self_serve: false,
      hops: 1,
      told_again: true,
      guidance: 4,
      guidance_words: 'Sujui',
    });
    expect(await needOf(needId as string)).toMatchObject({ outcome: 'neither', outcome_why: 'missing-documents', state: 'settled' });
    expect(await matterOf(db, id)).toMatchObject({ state: 'closed' });
    expect((await tracesOf(db, id)).events).toEqual(['matter.opened', 'need.settled', 'contact.wrapped-up', 'matter.closed']);
  });

  test('may be empty: nothing is chosen for the advisor', async () => {
    const { contactId } = await aMatter(town, town.aino);
    await put(contactId);
    expect(await contactOf(contactId)).toMatchObject({ reasons: [], guidance: null, could_self_serve: null, hops: null, told_again: null });
  });

  test('put again within a week it tells only what changed; later it is settled', async () => {
    const { id, contactId } = await aMatter(town, town.aino);
    const [needId] = await needsOf(db, id);
    const outcomes = [{ needId, outcome: 'handled' }];
    await put(contactId, { outcomes, reasons: ['wants-a-person'], closeMatter: true });
    clock.advance({ hours: 24 });
    await put(contactId, { outcomes, reasons: ['digital-skills'], closeMatter: true });
    expect((await tracesOf(db, id)).events.filter((type) => type === 'need.settled')).toHaveLength(1);
    expect(await wrapUpForm(town.desk, town.aino, contactId)).toMatchObject({ suggested: { reasons: ['digital-skills'] } });
    clock.advance({ hours: 7 * 24 });
    await expect(put(contactId, { outcomes })).rejects.toMatchObject({ code: 'wrap-up-settled', status: 409 });
  });

  test.each([
    ['reasons', { reasons: ['digital-skills', 'made-up'] }, ['reasons.1']],
    ['kinds of support', { supportKinds: ['made-up'] }, ['supportKinds.0']],
    ['a result among the ways', { how: ['handled'] }, ['how.0']],
    ['why not alone', { notAlone: ['made-up'] }, ['notAlone.0']],
  ])('an unknown key in %s is refused, and nothing is written', async (_, parts, fields) => {
    const { contactId } = await aMatter(town, town.aino);
    await expect(put(contactId, parts)).rejects.toMatchObject({ code: 'unknown-list-key', status: 422, details: { fields } });
    expect((await contactOf(contactId)).wrapped_at).toBeNull();
    await put(contactId, { reasons: ['digital-skills'], supportKinds: ['e-service'], how: ['directed'], notAlone: ['other'] });
  });

  test('an unknown reason of an outcome, another matter’s need and a missing receipt are refused', async () => {
    const [mine, other] = [await aMatter(town, town.aino), await aMatter(town, town.aino)];
    const [needId] = await needsOf(db, mine.id);
    const [otherNeedId] = await needsOf(db, other.id);
    const outcome = (parts: Record<string, unknown>) => put(mine.contactId, { outcomes: [{ needId, outcome: 'neither', ...parts }] });
    await expect(outcome({ why: 'advice-given' })).rejects.toMatchObject({ code: 'unknown-list-key', status: 422 });
    await expect(outcome({ needId: otherNeedId })).rejects.toMatchObject({ status: 404 });
    await expect(outcome({ outcome: 'initiated' })).rejects.toMatchObject({ code: 'receipt-needed', status: 422 });
    expect((await contactOf(mine.contactId)).wrapped_at).toBeNull();
    await outcome({ outcome: 'initiated', receipt: 'K-1' });
    expect(await needOf(needId as string)).toMatchObject({ outcome: 'initiated', receipt: 'K-1' });
  });

  test('who directed the customer here is kept only with that reason', async () => {
    const { contactId } = await aMatter(town, town.aino);
    await put(contactId, { reasons: ['wants-a-person'], directedBy: 'Kirjasto' });
    expect((await contactOf(contactId)).directed_by).toBeNull();
  });

  test('a waiting support request keeps the matter open, and with it the wrap-up', async () => {
    const { id, contactId } = await aMatter(town, town.aino);
    const [needId] = await needsOf(db, id);
    const { organisations, units, aino } = town;
    await sql`with n as (select gen_random_uuid() as id) insert into support_request (id, matter_id, need_id, owner_org, root_id, tier, asked_by, asked_unit_id,
      to_unit_id, to_org, title, question, due_at) select n.id, ${id}::uuid, ${needId}::uuid, ${organisations.city}::uuid, n.id, 2, ${aino.actor.personId}::uuid,
      ${units.front}::uuid, ${units.kelaTier2}::uuid, ${organisations.kela}::uuid, 'Asia', 'Kysymys', now() from n`.execute(db);
    await expect(put(contactId, { closeMatter: true })).rejects.toMatchObject({ code: 'request-open', status: 409 });
    expect((await contactOf(contactId)).wrapped_at).toBeNull();
    await put(contactId);
    expect(await wrapUpForm(town.desk, town.aino, contactId)).toMatchObject({ contact: { wrappedAt: expect.any(String) } });
  });

  test('a neighbour’s contact does not exist', async () => {
    const { contactId } = await aMatter(town, town.aino);
    await expect(put(contactId, {}, town.nelli)).rejects.toMatchObject({ status: 404 });
    await put(contactId, {}, town.tiina);
  });
});

describe('taken back within a minute', () => {
  const back = (contactId: string, by = town.aino) => takeBackWrapUp(town.desk, by, contactId);

  test('the contact and its needs are as before, and the timeline tells both', async () => {
    const { id, contactId } = await aMatter(town, town.aino, { needs: [{ ownWords: 'Tuki' }, { ownWords: 'Muutto' }] });
    const [first, second] = (await needsOf(db, id)) as [string, string];
    await recordOutcome(town.desk, town.aino, id, second, { outcome: 'initiated', receipt: 'DVV-1' });
    const before = { contact: await contactOf(contactId), needs: [await needOf(first), await needOf(second)] };
    clock.advance({ minutes: 2 });
    await put(contactId, {
      outcomes: [{ needId: first, outcome: 'handled' }],
      reasons: ['digital-skills'],
      guidance: 2,
      guidanceWords: 'Hidasta',
    });
    clock.advance({ seconds: 60 });
    await back(contactId);
    const { version, ...contact } = await contactOf(contactId);
    expect({ ...contact, version: 1 }).toEqual(before.contact);
    expect([await needOf(first), await needOf(second)]).toEqual(before.needs);
    const { audit, events } = await tracesOf(db, id);
    expect(events.slice(-4)).toEqual(['need.settled', 'contact.wrapped-up', 'need.settled', 'contact.unwrapped']);
    expect(audit).toEqual(expect.arrayContaining(['need.unsettled', 'contact.unwrapped']));
    await put(contactId, { reasons: ['wants-a-person'] });
    expect((await contactOf(contactId)).reasons).toEqual(['wants-a-person']);
  });

  test('one put again goes back to the one before it, and an outcome settled since stands', async () => {
    const { id, contactId } = await aMatter(town, town.aino);
    const [needId] = (await needsOf(db, id)) as [string];
    await put(contactId, { reasons: ['digital-skills'] });
    clock.advance({ hours: 1 });
    await put(contactId, { outcomes: [{ needId, outcome: 'handled' }], reasons: ['wants-a-person'] });
    clock.advance({ seconds: 5 });
    await recordOutcome(town.desk, town.tiina, id, needId, { outcome: 'neither' });
    await back(contactId, town.tiina);
    expect(await contactOf(contactId)).toMatchObject({ reasons: ['digital-skills'], wrapped_at: expect.anything(), before_wrap_up: null });
    expect(await needOf(needId)).toMatchObject({ outcome: 'neither' });
  });

  test('not later, not twice, not of a closed matter, and not by a neighbour', async () => {
    const { contactId } = await aMatter(town, town.aino);
    await expect(back(contactId)).rejects.toMatchObject({ code: 'wrap-up-stands', status: 409 });
    await put(contactId);
    await expect(back(contactId, town.nelli)).rejects.toMatchObject({ status: 404 });
    clock.advance({ seconds: 66 });
    await expect(back(contactId)).rejects.toMatchObject({ code: 'wrap-up-stands', status: 409 });
    await put(contactId, { closeMatter: true });
    await expect(back(contactId)).rejects.toMatchObject({ code: 'matter-closed', status: 409 });
  });

  test('what it needs is forgotten after the hour', async () => {
    const { contactId } = await aMatter(town, town.aino);
    await put(contactId, { guidanceWords: 'Sujui' });
    await forgetWrapUpUndo(db, clock.now());
    expect((await contactOf(contactId)).before_wrap_up).not.toBeNull();
    clock.advance({ hours: 2 });
    await forgetWrapUpUndo(db, clock.now());
    expect((await contactOf(contactId)).before_wrap_up).toBeNull();
  });
});
