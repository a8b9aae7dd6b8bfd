import { expect, test } from 'vitest';
import { missingOf } from '../../../../server/modules/knowledge/packages/rules.ts';
import { knownClasses } from '../../../../server/modules/knowledge/services/classifications/codes.ts';
import { namesAuthority } from '../../../../server/modules/matters/naming.ts';
import { testDatabase } from '../../../../server/testing/database.ts';
import { organisations } from '../../organisations.ts';
import { seedPeople } from '../../seed.ts';
import { serviceId } from '../records.ts';
import { seedDirectory } from '../seed.ts';
import { services } from '../services/list.ts';
import { fictionFaults, stringsOf } from '../texts.ts';
import { packages } from './list.ts';
import { seedPackages } from './seed.ts';
import { contentOf } from './types.ts';

const {
  db: { kysely: db },
} = await testDatabase();

test('each of the nineteen life events has one package, whole in all languages', () => {
  const events = knownClasses.filter(({ scheme }) => scheme === 'life-event').map(({ code }) => code);
  expect(packages.map(({ event }) => event).toSorted()).toEqual(events.toSorted());
  for (const one of packages) {
    const content = contentOf(one, { serviceId, organisationId: () => null });
    expect(missingOf(content)).toEqual([]);
    expect(stringsOf([one.title, one.intro, one.steps.map(({ title }) => title)]).filter((text) => text.trim() === '')).toEqual([]);
    expect(content.steps.length).toBeGreaterThanOrEqual(4);
  }
  expect(packages.flatMap((one) => fictionFaults(one.event, one))).toEqual([]);
});

test('every step leads to a service that is there, and no title names an authority', () => {
  const keys = new Set(services.map(({ key }) => key));
  const steps = packages.flatMap((one) => one.steps);
  expect(steps.flatMap(({ service }) => service ?? []).filter((key) => !keys.has(key))).toEqual([]);
  const names = organisations
    .filter(({ kind }) => kind !== 'municipality')
    .flatMap((one) => [...Object.values(one.name), ...Object.values(one.shortName)]);
  expect(steps.flatMap(({ title }) => title).filter((title) => namesAuthority(title, names))).toEqual([]);
});

test('plain Finnish has short sentences', () => {
  const plain = packages.flatMap(({ intro, steps }) => [intro[3], ...steps.flatMap(({ title, note }) => [title[3], note?.[3] ?? ''])]);
  expect(plain.flatMap((text) => text.split(/(?<=[.!?])\s+/)).filter((sentence) => sentence.split(' ').length > 12)).toEqual([]);
});

test('the packages are written once', async () => {
  await seedPeople(db);
  await seedDirectory(db);
  expect(await seedPackages(db)).toBe(19);
  expect(await seedPackages(db)).toBe(0);
});
