import { expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock/clock.ts';
import { anApp } from '../../testing/app.ts';
import { testDatabase } from '../../testing/database.ts';
import { aPerson, aTown } from '../../testing/town.ts';
import { roles } from '../identity/types.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const town = await aTown(db, clock);
const label = { fi: 'Oma', sv: 'Egen', en: 'Own' };
const words = { subject: 'Asia', body: 'Teksti' };

/** What is common to the region, each by the route that changes it. */
const common: [string, string, unknown][] = [
  ['PUT', '/api/admin/lists/reasonsForComing/new-one', { label, position: 90, active: true }],
  ['PUT', '/api/admin/web-forms/library', { unitId: town.units.front }],
  ['POST', '/api/admin/templates', { key: 'common', kind: 'answer', organisationId: null, texts: { fi: words, sv: words, en: words } }],
  ['GET', '/api/admin/faults', undefined],
];

async function answersOf(role: (typeof roles)[number], organisationId: string): Promise<number[]> {
  const caller = await app.signIn(await aPerson(db, { name: role, role, organisationId, units: [] }));
  const answers: number[] = [];
  for (const [method, url, body] of common) answers.push((await caller.call(method, url, body)).status);
  return answers;
}

test.each(roles)('%s: what is common to the region is not for a neighbour, even where it keeps itself', async (role) => {
  expect(await answersOf(role, town.organisations.neighbour)).toEqual([403, 403, 403, 403]);
});

test.each(roles.filter((role) => role !== 'administrator'))('%s: not for others of the region’s own organisation', async (role) => {
  expect(await answersOf(role, town.organisations.city)).toEqual([403, 403, 403, 403]);
});

test('the region’s own administrator changes it', async () => {
  expect(await answersOf('administrator', town.organisations.city)).toEqual([200, 200, 201, 200]);
});
