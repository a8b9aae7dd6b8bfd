import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, aUnit, needsOf, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import { agreeToNames } from '../following/service.ts';
import { handOver } from '../handing/service.ts';
import { mergeMatters } from '../merging/service.ts';
import { addNeed } from '../needs/service.ts';
import { readMatter } from '../reading/service.ts';
import { confirm, decide, takeDecisionBack, writePicture } from './deciding.ts';
import { pictureForLink, pictureForPaper } from './paper.ts';
import {
  answer,
  colleagues,
  drop,
  handOn,
  interrupt,
  mappingsOfMatter,
  noteArrangement,
  openMappings,
  readMapping,
  startMapping,
  takeUp,
} from './service.ts';
import { showToCustomer } from './showing.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let matter: { id: string; number: string };
let id: string;

beforeEach(async () => {
  town = await aTown(db.kysely, clock);
  matter = await aMatter(town, town.aino, {
    language: 'sv',
    customer: { givenName: 'Elsa', familyName: 'Lind', language: 'sv' },
    needs: [],
  });
  ({ id } = await startMapping(town.desk, town.aino, matter.id));
});

const page = (by: By = town.aino) => readMapping(town.desk, by, id);
const say = async (answers: Record<string, unknown>, by: By = town.aino, more: Record<string, unknown> = {}) =>
  answer(town.desk, by, id, { version: (await page(by)).version, answers, ...more });

async function fill(by: By = town.aino): Promise<void> {
  await addNeed(town.desk, by, matter.id, {
    organisationId: town.organisations.kela,
    serviceName: 'Bostadsbidrag',
    ownWords: 'Hyran steg',
  });
  await addNeed(town.desk, by, matter.id, { ownWords: 'Ett brev som jag inte förstår' });
  const [first = ''] = await needsOf(db.kysely, matter.id);
  await say(
    {
      situation: 'Jag blev ensam i våras.',
      lifeSituations: ['moving'],
      needKinds: { [first]: ['form'] },
      channel: 'counter',
      chosenBy: 'together',
    },
    by,
    { at: 'picture' },
  );
  await say({ digital: { wants: 'yes', device: 'own', identification: 'with-help', forms: 'beside' } }, by);
}

describe('a mapping', () => {
  test('is one at a time: starting again gives the one under way, also to a colleague', async () => {
    expect(await startMapping(town.desk, town.tiina, matter.id)).toEqual({ id });
    await drop(town.desk, town.aino, id);
    expect((await startMapping(town.desk, town.tiina, matter.id)).id).not.toBe(id);
  });

  test('keeps each answer at once, and what it makes of the customer with the customer', async () => {
    await say({ situation: 'Ensam' }, town.aino, { at: 'skills', contactWish: 'letter' });
    await say({ digital: { wants: 'no', device: null, identification: null, forms: null } });
    expect(await page()).toMatchObject({ at: 'skills', answers: { situation: 'Ensam' }, skill: 'does-not-want' });
    const seen = await readMatter(town.desk, town.tiina, matter.id);
    expect(seen.customer).toMatchObject({ contactWish: 'letter', digitalSkill: 'does-not-want' });
  });

  test('notes real needs and real arrangements with their legal ground and where they were asked', async () => {
    await fill();
    await noteArrangement(town.desk, town.aino, id, { kind: 'needs-interpreter', detail: 'dari', legalGround: 'law' });
    const seen = await readMatter(town.desk, town.tiina, matter.id);
    expect(seen.needs.map((need) => need.ownWords)).toEqual(['Hyran steg', 'Ett brev som jag inte förstår']);
    expect(seen.customer.arrangements).toMatchObject([{ kind: 'needs-interpreter', detail: 'dari', legalGround: 'law' }]);
    expect(seen.customer.arrangements).toMatchObject([{ askedAt: 'phone', askedPointId: town.point }]);
    await sql`insert into contact (matter_id, owner_org, channel, direction, started_at) values (${matter.id}::uuid, ${town.organisations.city}::uuid,
      'counter', 'in', ${clock.now().add({ minutes: 1 })}::timestamptz)`.execute(db.kysely);
    await noteArrangement(town.desk, town.aino, id, { kind: 'needs-interpreter', detail: 'dari', legalGround: 'law' });
    expect((await page()).customer.arrangements).toMatchObject([{ askedAt: 'counter' }]);
    expect((await page()).suggestions[0]).toMatchObject({ channel: 'counter', fits: 'well' });
  });

  test('is interrupted and taken up where it was left', async () => {
    await say({ situation: 'Ensam' }, town.aino, { at: 'needs' });
    await interrupt(town.desk, town.aino, id);
    await expect(say({ situation: 'X' })).rejects.toMatchObject({ code: 'mapping-interrupted' });
    expect((await openMappings(town.desk, town.aino)).mappings).toMatchObject([{ id, state: 'interrupted', at: 'needs' }]);
    await takeUp(town.desk, town.aino, id, town.aino.actor.personId);
    await say({ situation: 'Ensam sedan i våras' });
    expect(await page()).toMatchObject({ state: 'open', at: 'needs' });
  });

  test('is handed on with its matter and everything told, and found by those it was handed to', async () => {
    const desk = await aUnit(db.kysely, { key: `advice-${id}`, organisationId: town.organisations.city, tier: 1 });
    await sql`insert into unit_member (unit_id, person_id) values (${desk}::uuid, ${town.tiina.actor.personId}::uuid)`.execute(db.kysely);
    const tiina = { ...town.tiina, actor: { ...town.tiina.actor, unitIds: [desk] } };
    expect((await openMappings(town.desk, tiina)).mappings).toEqual([]);
    await say({ situation: 'Ensam' });
    await handOn(town.desk, town.aino, id, { unitId: desk, note: 'Vill tala svenska' });
    expect((await openMappings(town.desk, tiina)).mappings).toMatchObject([{ id, note: 'Vill tala svenska', personId: null }]);
    expect(await readMatter(town.desk, tiina, matter.id)).toMatchObject({ unitId: desk, personId: null });
    await expect(say({ situation: 'X' })).rejects.toMatchObject({ code: 'mapping-held-elsewhere' });
    await takeUp(town.desk, tiina, id, null);
    expect(await page(tiina)).toMatchObject({ answers: { situation: 'Ensam' }, personId: town.tiina.actor.personId });
    expect((await readMatter(town.desk, tiina, matter.id)).personId).toBe(town.tiina.actor.personId);
  });

  test('is handed on to a colleague by name, who alone then has it', async () => {
    const { people } = await colleagues(town.desk, town.aino, id);
    const tiina = people.find((one) => one.id === town.tiina.actor.personId);
    expect(people.some((one) => [town.aino, town.nelli, town.guard].some(({ actor }) => actor.personId === one.id))).toBe(false);
    await handOn(town.desk, town.aino, id, { unitId: tiina?.unitId as string, personId: tiina?.id, note: '' });
    await takeUp(town.desk, town.tiina, id, town.tiina.actor.personId);
    await say({ situation: 'Ensam' }, town.tiina);
    const stranger = handOn(town.desk, town.tiina, id, { unitId: town.units.front, personId: town.nelli.actor.personId, note: '' });
    await expect(stranger).rejects.toMatchObject({ code: 'not-in-unit' });
    await expect(colleagues(town.desk, town.nelli, id)).rejects.toBeInstanceOf(NotFound);
  });

  test('stays in the organisation that maps', async () => {
    const to = { unitId: town.units.neighbourFront, note: '' };
    await expect(handOn(town.desk, town.aino, id, to)).rejects.toMatchObject({ code: 'mapping-stays' });
    await handOver(town.desk, town.aino, matter.id, to);
    await expect(page(town.nelli)).rejects.toBeInstanceOf(NotFound);
    expect((await mappingsOfMatter(town.desk, town.nelli, matter.id)).mappings).toEqual([]);
    await expect(interrupt(town.desk, town.aino, id)).rejects.toBeInstanceOf(NotFound);
  });
});

test('the language of service is asked, and everything for the customer is in it from then on', async () => {
  await fill();
  await say({}, town.aino, { language: 'en' });
  expect(await page()).toMatchObject({ matter: { language: 'en' }, customer: { language: 'en' }, variants: ['en', 'fi-x-plain'] });
  expect((await showToCustomer(town.desk, town.aino, id)).heading).toBe('Your situation picture');
});

describe('two advisors', () => {
  test('only the one who has it writes; the other takes it over, and the first is told', async () => {
    const { version } = await page();
    await expect(say({ situation: 'X' }, town.tiina)).rejects.toMatchObject({ code: 'mapping-held-elsewhere' });
    await takeUp(town.desk, town.tiina, id, town.aino.actor.personId);
    await expect(takeUp(town.desk, town.aino, id, town.aino.actor.personId)).rejects.toMatchObject({ code: 'taken-already' });
    await expect(answer(town.desk, town.aino, id, { version, answers: { situation: 'X' } })).rejects.toMatchObject({
      code: 'mapping-held-elsewhere',
    });
    await say({ situation: 'Ensam' }, town.tiina);
  });

  test('one person in two windows: the older page is told, and both at once never both', async () => {
    const { version } = await page();
    const both = await Promise.allSettled(
      ['A', 'B'].map((situation) => answer(town.desk, town.aino, id, { version, answers: { situation } })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'mapping-changed' } });
  });

  test('two who start at once start one', async () => {
    const other = await aMatter(town, town.aino);
    const started = await Promise.all([town.aino, town.tiina].map((by) => startMapping(town.desk, by, other.id)));
    expect(started[0]).toEqual(started[1]);
  });
});

describe('nobody else', () => {
  test('of another organisation sees or changes it, not even one a need is shared with', async () => {
    await fill();
    const [need] = await needsOf(db.kysely, matter.id);
    await sql`insert into share (matter_id, need_id, organisation_id, basis, ground) values (${matter.id}::uuid, ${need}::uuid,
      ${town.organisations.kela}::uuid, 'consent', 'Asked at the desk')`.execute(db.kysely);
    await readMatter(town.desk, town.mika, matter.id);
    for (const by of [town.mika, town.nelli, town.admin, town.guard]) {
      const deeds: (() => Promise<unknown>)[] = [
        () => page(by),
        () => showToCustomer(town.desk, by, id),
        () => answer(town.desk, by, id, { version: 1, answers: { situation: 'X' } }),
        () => takeUp(town.desk, by, id, town.aino.actor.personId),
        () => handOn(town.desk, by, id, { unitId: town.units.front, note: '' }),
        () => writePicture(town.desk, by, id, 'sv', 'X'),
        () => confirm(town.desk, by, id, { how: 'voice' }),
        () => pictureForPaper(town.desk, by, id, { variant: undefined, linked: false }),
      ];
      for (const deed of deeds) await expect(deed()).rejects.toBeInstanceOf(NotFound);
      expect((await openMappings(town.desk, by)).mappings).toEqual([]);
    }
    expect((await mappingsOfMatter(town.desk, town.mika, matter.id)).mappings).toEqual([]);
    await expect(mappingsOfMatter(town.desk, town.nelli, matter.id)).rejects.toBeInstanceOf(NotFound);
    await expect(startMapping(town.desk, town.mika, matter.id)).rejects.toBeInstanceOf(Forbidden);
    await expect(startMapping(town.desk, town.nelli, matter.id)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('the decision', () => {
  test('is refused until there is a need, a channel and a reason for another than the suggested one', async () => {
    await expect(decide(town.desk, town.aino, id)).rejects.toMatchObject({ code: 'mapping-without-needs' });
    await fill();
    await say({ channel: 'letter' });
    await expect(decide(town.desk, town.aino, id)).rejects.toMatchObject({ code: 'mapping-why-needed' });
    await say({ channel: 'counter' });
    await decide(town.desk, town.aino, id);
    await expect(say({ situation: 'X' })).rejects.toMatchObject({ code: 'mapping-decided' });
    await takeDecisionBack(town.desk, town.aino, id);
    expect(await page()).toMatchObject({ state: 'open', decision: null, decidedByName: null });
  });

  test('is recorded as it was, confirmed by the customer, and its steps become the path', async () => {
    await fill();
    await decide(town.desk, town.aino, id);
    await confirm(town.desk, town.aino, id, { how: 'paper' });
    await addNeed(town.desk, town.aino, matter.id, { ownWords: 'Något nytt' });
    const seen = await page();
    expect(seen).toMatchObject({
      state: 'confirmed',
      decidedByName: town.aino.actor.name,
      confirmedHow: 'paper',
      confirmedByName: town.aino.actor.name,
    });
    expect(seen.decision).toMatchObject({ channel: 'counter', reasons: ['skill-beside'], chosenBy: 'together' });
    expect(seen.decision?.needs).toHaveLength(2);
    const { steps, happenings } = await readMatter(town.desk, town.tiina, matter.id);
    expect(steps.map(({ title, who, state }) => [title, who, state])).toEqual([
      ['Vi tar reda på vem som sköter ärendet', 'staff', 'now'],
      ['Vi fyller i ansökan tillsammans', 'staff', 'planned'],
      ['Vi övar på att sköta ärenden på nätet, om du vill', 'staff', 'planned'],
      ['Behandlar ärendet', 'authority', 'planned'],
      ['Vi berättar hur det gick', 'staff', 'planned'],
    ]);
    expect(happenings.map(({ kind }) => kind)).toContain('mapping-confirmed');
    await expect(confirm(town.desk, town.aino, id, { how: 'voice' })).rejects.toMatchObject({ code: 'mapping-ended' });
  });

  test('is not confirmed before it is made', async () => {
    await fill();
    await expect(confirm(town.desk, town.aino, id, { how: 'screen' })).rejects.toMatchObject({ code: 'mapping-not-decided' });
  });
});

describe('the situation picture', () => {
  const name = () => `kela-${town.organisations.kela}`;
  beforeEach(async () => {
    await sql`update organisation set name = ${JSON.stringify({ fi: name(), sv: name(), en: name() })}::jsonb, short_name = ${JSON.stringify({ fi: name(), sv: name(), en: name() })}::jsonb
      where id = ${town.organisations.kela}::uuid`.execute(db.kysely);
    town.desk.directory.forget();
    await fill();
  });

  test('is in the customer’s language and in plain Finnish, and names no authority or service until they agree', async () => {
    const { text } = await writePicture(town.desk, town.aino, id, 'sv', null);
    expect(text).toContain('Din situation\n”Jag blev ensam i våras.”');
    expect(text).toContain('- Hyran steg\n- Ett brev som jag inte förstår');
    expect(text).toContain('Du sköter ärendet på servicepunkten.');
    expect(text).not.toContain(name());
    expect(text).not.toContain('Bostadsbidrag');
    await agreeToNames(town.desk, town.aino, matter.id, true);
    expect((await writePicture(town.desk, town.aino, id, 'sv', null)).text).toContain(`Bostadsbidrag (${name()})`);
    expect((await writePicture(town.desk, town.aino, id, 'fi-x-plain', null)).text).toContain('Tilanteesi');
    expect(Object.keys((await page()).pictures).toSorted()).toEqual(['fi-x-plain', 'sv']);
  });

  test('the advisor’s own text is not decided with a name the customer has not agreed to', async () => {
    await writePicture(town.desk, town.aino, id, 'sv', `Du ringer ${name()} i morgon.`);
    await expect(decide(town.desk, town.aino, id)).rejects.toMatchObject({ code: 'mapping-names-authority' });
    await agreeToNames(town.desk, town.aino, matter.id, true);
    await decide(town.desk, town.aino, id);
  });

  test('words of the customer’s that name one are left out whole', async () => {
    await say({ situation: `${name()} skickade ett brev.` });
    const { text } = await writePicture(town.desk, town.aino, id, 'sv', null);
    expect(text).toContain('Du berättade om din situation');
    expect(text).not.toContain('skickade');
  });

  test('is behind the link only when wished for there, or confirmed, and without a name that is no longer agreed to', async () => {
    const shown = () => pictureForLink(town.desk, matter.number, 'sv');
    await decide(town.desk, town.aino, id);
    expect(await shown()).toBeNull();
    await confirm(town.desk, town.aino, id, { how: 'screen' });
    expect(await shown()).toMatchObject({ text: null, confirmedAt: '2026-11-24T08:00:00.000Z' });
    await sql`update mapping set secret = false where id = ${id}::uuid`.execute(db.kysely);
    expect((await shown())?.text).toContain('Jag blev ensam i våras.');
    await sql`update mapping set pictures = ${JSON.stringify({ sv: `Du ringer ${name()}.` })}::jsonb where id = ${id}::uuid`.execute(
      db.kysely,
    );
    expect((await shown())?.text).toBeNull();
    await expect(pictureForPaper(town.desk, town.aino, id, { variant: undefined, linked: false })).rejects.toMatchObject({
      code: 'mapping-names-authority',
    });
  });

  test('what the customer is shown is in their language and says neither who they are nor which matter', async () => {
    const shown = await showToCustomer(town.desk, town.aino, id);
    expect(shown).toMatchObject({ variant: 'sv', group: 'picture', heading: 'Din lägesbild', confirm: null });
    for (const group of ['situation', 'needs', 'arrangements', 'skills', 'path', 'picture'] as const) {
      await say({}, town.aino, { at: group });
      const text = JSON.stringify(await showToCustomer(town.desk, town.aino, id));
      for (const hidden of [matter.number, 'Lind', 'Elsa', 'Aino', name(), 'Bostadsbidrag']) expect(text).not.toContain(hidden);
    }
    await decide(town.desk, town.aino, id);
    expect(await showToCustomer(town.desk, town.aino, id, 'fi-x-plain')).toMatchObject({
      variant: 'fi-x-plain',
      group: 'confirmation',
      confirm: 'Kyllä, tämä on oikein',
    });
  });
});

test('a matter joined into another takes its mapping along; of two under way the surviving matter’s goes on', async () => {
  const other = await aMatter(town, town.aino, { needs: [] });
  await mergeMatters(town.desk, town.aino, other.id, matter.id);
  expect((await mappingsOfMatter(town.desk, town.aino, other.id)).mappings).toMatchObject([{ id, state: 'open' }]);
  const third = await aMatter(town, town.aino, { needs: [] });
  const second = await startMapping(town.desk, town.aino, third.id);
  await mergeMatters(town.desk, town.aino, other.id, third.id);
  expect((await mappingsOfMatter(town.desk, town.aino, other.id)).mappings.map((one) => one.id)).toEqual([id]);
  expect((await readMapping(town.desk, town.aino, second.id)).state).toBe('dropped');
});
