import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import { search } from './service.ts';

const { db } = await testDatabase();
let town: Town;
let virtanen: { id: string; number: string };
let asked: { id: string; number: string };

beforeAll(async () => {
  town = await aTown(db.kysely, fixedClock('2026-11-24T08:00:00Z'));
  virtanen = await aMatter(town, town.aino, {
    title: 'Pysäköintilupa ja vuokrasopimus',
    customer: { givenName: 'Ritva-Liisa', familyName: 'Virtanen', email: 'ritva.virtanen@posti.example', phone: '+358 50 000 1234' },
    needs: [{ ownWords: 'Mistä saan pysäköintiluvan 1.12.2026 alkaen?' }],
  });
  asked = await aMatter(town, town.aino, {
    title: 'Muutto',
    customer: { givenName: 'Åke', familyName: 'Öhman', phone: '019 000 4321' },
    needs: [{ organisationId: town.organisations.kela, serviceName: 'Asumistuki', ownWords: 'Vuokrani nousi' }],
  });
  const [need] = await needsOf(db.kysely, asked.id);
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground)
    values (${asked.id}::uuid, ${need}::uuid, ${town.organisations.kela}::uuid, 'consent', 'Asked at the desk')`.execute(db.kysely);
  await write(virtanen.id, { body: 'Hei, hakemukseni numero on FI-7788. Lähetin sen perjantaina.' });
  await write(asked.id, { needId: need, body: 'Liitteenä palkkalaskelma.' });
  await write(asked.id, { needId: need, body: 'Kirjoitin hakemuksen puolesta', kind: 'note' });
  await write(asked.id, { needId: need, body: 'Peruttu lause', state: 'undone' });
});

type Text = { body: string; needId?: string | undefined; kind?: string; state?: string };

async function write(matterId: string, { body, needId, kind = 'message', state = 'received' }: Text): Promise<void> {
  await sql`insert into message (matter_id, need_id, owner_org, kind, direction, channel, subject, body, state) values (${matterId}::uuid, ${needId ?? null}::uuid,
    ${town.organisations.city}::uuid, ${kind}, 'in', 'email', 'Kysymys', ${body}, ${state})`.execute(db.kysely);
}

const found = async (words: string, by: By = town.aino) => (await search(town.desk, by, words)).matters.map((matter) => matter.id);
const why = async (words: string) => (await search(town.desk, town.aino, words)).matters.map((matter) => matter.why);

const ways: [how: string, words: () => string, why: string][] = [
  ['its number as it is said', () => `asia ${virtanen.number.slice(0, 2)} ${virtanen.number.slice(2)}`, 'number'],
  ['a family name', () => 'virtanen', 'customer'],
  ['a part of a name in capitals', () => 'RITVA-LIISA VIRT', 'customer'],
  ['a name with one letter missing', () => 'Virtnen', 'customer'],
  ['a name with one letter wrong', () => 'Virtamen', 'customer'],
  ['an e-mail address', () => 'Ritva.Virtanen@posti.example', 'customer'],
  ['a phone number as it was written', () => '+358 50 000 1234', 'customer'],
  ['a phone number without spaces', () => '0500001234', 'customer'],
  ['a phone number with other signs', () => '(050) 000-1234', 'customer'],
  ['a phone number as dialled from abroad', () => '00358500001234', 'customer'],
  ['a word of the title', () => 'vuokrasopimus', 'title'],
  ['the beginning of a word', () => 'pysäk', 'title'],
  ['the same with the accent typed apart', () => 'pysäk'.normalize('NFD'), 'title'],
  ['a word of the need', () => 'pysäköintiluvan', 'need'],
  ['a date in the need', () => '1.12.2026', 'need'],
  ['beginnings of words of a message', () => 'hakemuk perjan', 'message'],
  ['the latter half of a reference', () => '7788', 'message'],
];

describe.each(['among the newest', 'under 400 newer ones'])('a matter %s is found by', (place) => {
  beforeAll(async () => {
    if (place !== 'among the newest') await newerMatters(400);
  });

  test.each(ways)('%s', async (_, words, reason) => {
    const seen = await search(town.desk, town.aino, words());
    expect(seen.matters.map((matter) => [matter.id, matter.why])).toEqual([[virtanen.id, reason]]);
    expect(seen.customers.map((customer) => customer.name)).toEqual(reason === 'customer' ? ['Ritva-Liisa Virtanen'] : []);
  });

  test('letters with rings and dots in any case', async () => {
    expect(await found('ÅKE ÖH')).toEqual([asked.id]);
  });

  test('all its words, not some', async () => {
    expect(await found('vuokrasopimus laivaliikenne')).toEqual([]);
  });

  test('what was asked of their organisation, for a specialist; never by notes, contact data or what was undone', async () => {
    for (const words of ['Öhman', 'asumistuki', 'vuokrani', 'palkkalask']) expect(await found(words, town.mika), words).toEqual([asked.id]);
    for (const words of ['puolesta', 'peruttu', '0190004321', 'muutto', 'virtanen', virtanen.number, 'hakemus'])
      expect(await found(words, town.mika), words).toEqual([]);
    expect(await why('puolesta')).toEqual(['message']);
    expect(await found('peruttu')).toEqual([]);
  });

  test('nobody of another town', async () => {
    for (const words of ['virtanen', 'asumistuki', 'hakemuk', '0500001234', virtanen.number])
      expect(await found(words, town.nelli)).toEqual([]);
  });
});

test('a common word gives one page of the newest, a name of many people five of them', async () => {
  const { matters, customers } = await search(town.desk, town.aino, 'jäteastia');
  expect(matters).toHaveLength(12);
  const opened = matters.map((matter) => matter.openedAt);
  expect(opened).toEqual(opened.toSorted().reverse());
  expect(customers).toEqual([]);
  expect((await search(town.desk, town.aino, 'nieminen')).customers).toHaveLength(5);
});

test('matters of others take no place from one’s own', async () => {
  await aMatter(town, town.nelli, { title: 'Naapurin jäteastia', customer: { givenName: 'Ville', familyName: 'Nieminen' } });
  expect(await found('jäteastia', town.nelli)).toHaveLength(1);
  expect((await search(town.desk, town.nelli, 'nieminen')).customers).toEqual([expect.objectContaining({ matters: 1 })]);
});

test('who keeps the matters of two towns finds those of both', async () => {
  const grants = [...town.aino.actor.grants, ...town.nelli.actor.grants];
  const both = { ...town.aino, actor: { ...town.aino.actor, grants } };
  const naapuri = await found('naapurin', town.nelli);
  expect(naapuri).toHaveLength(1);
  expect(await found('naapurin', both)).toEqual(naapuri);
  expect(await found('virtanen', both)).toEqual([virtanen.id]);
});

test.each([
  "'",
  "' | 'q':*",
  'a & !b',
  ':*',
  '<->',
  '\\',
  "\\'",
  '%',
  '%%%',
  '___',
  'a:b*',
  '(((',
  '½',
  '€',
  '"',
  '🙂',
  '- -',
  '!!',
  "O'Neill",
  '&amp;',
  '1e5',
  'ﷺ',
  'x'.repeat(200),
])('%j is words like any others, and no error', async (words) => {
  expect(await search(town.desk, town.aino, words)).toEqual({ matters: [], customers: [] });
});

/** Of other customers, opened later and shared with Kela. */
async function newerMatters(count: number): Promise<void> {
  const { city, kela } = town.organisations;
  await sql`with who as (insert into customer (known, given_name, family_name) select true, 'Pekka', 'Nieminen' from generate_series(1, ${count}::int) returning id),
    made as (insert into matter (customer_id, title, owner_org, unit_id, opened_channel, opened_at)
      select id, 'Jäteastia', ${city}::uuid, ${town.units.front}::uuid, 'phone', now() + row_number() over () * interval '1 second' from who returning id),
    needed as (insert into need (matter_id, owner_org, own_words) select id, ${city}::uuid, 'Tyhjennys' from made returning id, matter_id)
    insert into share (matter_id, need_id, organisation_id, basis, ground, shared_at)
      select matter_id, id, ${kela}::uuid, 'consent', 'Asked at the desk', now() + interval '1 hour' from needed`.execute(db.kysely);
}
