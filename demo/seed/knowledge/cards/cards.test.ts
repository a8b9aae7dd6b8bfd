import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../server/testing/database.ts';
import { agreements } from '../../agreements.ts';
import { staff } from '../../people.ts';
import { units } from '../../places.ts';
import { seedPeople } from '../../seed.ts';
import { seedDirectory } from '../seed.ts';
import { fictionFaults, stringsOf, textFaults } from '../texts.ts';
import { contentOf, organisationOf } from './content.ts';
import { cards } from './list.ts';
import { seedCards } from './seed.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T10:00:00Z');

test('every card stands on a service, says the same in all languages and fits what cards may hold', () => {
  expect(cards.length).toBeGreaterThanOrEqual(25);
  expect(new Set(cards.map(({ service }) => service)).size).toBe(cards.length);
  expect(cards.flatMap(({ service, texts }) => textFaults(service, texts))).toEqual([]);
  for (const card of cards) {
    const { texts, plain, links } = contentOf(card, null);
    for (const text of [texts.fi, texts.sv, texts.en]) {
      expect(text?.answers.length).toBe(texts.fi?.answers.length);
      expect(text?.answers.length).toBeGreaterThan(0);
      expect(text?.bring.length).toBe(texts.fi?.bring.length);
      expect(text?.mayAnswer && text.mayNot && text.digital && text.forwardWhen && text.forwardHours).toBeTruthy();
      expect(text?.alsoCalled.length).toBeGreaterThan(2);
    }
    expect(plain?.summary).toBeTruthy();
    expect(plain?.bring.length).toBeGreaterThan(0);
    expect(links.every(({ names }) => names.fi && names.sv && names.en)).toBe(true);
  }
});

test('nothing real is named, and every unit to forward to is there', () => {
  expect(cards.flatMap((card) => fictionFaults(card.service, card))).toEqual([]);
  const known = new Set(units.map(({ key }) => key));
  expect(cards.flatMap(({ forward }) => forward.unit ?? []).filter((unit) => !known.has(unit))).toEqual([]);
  for (const { forward } of cards) expect(forward.unit ?? forward.phone).toBeTruthy();
  const people = staff.flatMap(({ name }) => name);
  expect(cards.flatMap(stringsOf).filter((text) => people.some((name) => text.includes(name)))).toEqual([]);
});

test('no card goes further than the agreement with its authority allows', () => {
  const levels = ['authority-only', 'inform', 'guide', 'help-fill', 'receive'];
  const beyond = cards.filter((card) => {
    const organisation = organisationOf(card);
    if (organisation === 'mallila') return false;
    const agreed = agreements.find(({ principal, provider, point }) => principal === organisation && provider === 'mallila' && !point);
    const furthest = Math.max(0, ...(agreed?.tasks ?? []).map((task) => levels.indexOf(task)));
    return levels.indexOf(card.adviceLevel) > furthest;
  });
  expect(beyond.map(({ service }) => service)).toEqual([]);
});

test('the demo has published, stale, reported and revised cards and a draft, once', async () => {
  await seedPeople(db);
  await seedDirectory(db);
  expect(await seedCards(db, now)).toBe(cards.length);
  expect(await seedCards(db, now)).toBe(0);
  const count = async (what: ReturnType<typeof sql<{ n: number }>>) => (await what.execute(db)).rows[0]?.n;
  const published = cards.filter(({ state }) => state !== 'draft').length;
  expect(await count(sql`select count(*)::int as n from service_card where published_at is not null`)).toBe(published);
  expect(await count(sql`select count(*)::int as n from service_card where review_on < ${'2026-11-24'}::date`)).toBe(2);
  expect(await count(sql`select count(*)::int as n from card_version where state = 'draft'`)).toBe(1);
  expect(await count(sql`select count(*)::int as n from card_version where state = 'past'`)).toBe(1);
  expect(await count(sql`select count(*)::int as n from card_task where kind = 'wrong' and handled_at is null`)).toBe(1);
});
