import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openingHoursShape } from '../../../server/platform/clock/opening.ts';
import { organisations } from '../organisations.ts';
import { staff } from '../people.ts';
import { points, units } from '../places.ts';
import { bulletins } from './bulletins/list.ts';
import { channels } from './channels/list.ts';
import { guides } from './guides/list.ts';
import { services } from './services/list.ts';
import { specialists } from './specialists/list.ts';
import { supportActors } from './support-actors.ts';
import { fictionFaults, textFaults } from './texts.ts';

const keysOf = (all: readonly { key: string }[]) => new Set(all.map(({ key }) => key));
const [serviceKeys, channelKeys, pointKeys, unitKeys, ours] = [services, channels, points, units, organisations].map(keysOf) as [
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
];
const people = new Set(staff.map(({ name }) => name));

/** Ids of the shipped lists of digital support, read from where they are kept. */
const shipped = readFileSync(new URL('../../../server/modules/directory/lists/defaults.json', import.meta.url), 'utf8');

test('texts are in three languages and name nothing real', () => {
  for (const all of [supportActors, bulletins, guides]) {
    expect(keysOf(all).size).toBe(all.length);
    expect(all.flatMap(({ key, texts }) => textFaults(key, texts))).toEqual([]);
    expect(all.flatMap((one) => fictionFaults(one.key, one))).toEqual([]);
  }
});

test('eight support actors answer to all eight referral criteria together', () => {
  expect(supportActors.length).toBe(8);
  const criteria = new Set(supportActors.flatMap(({ answersTo }) => answersTo));
  expect(criteria.size).toBe(8);
  for (const id of [...criteria, ...supportActors.flatMap(({ kinds }) => kinds)]) expect(shipped).toContain(`"${id}"`);
  for (const { opening, phone, place } of supportActors) {
    expect(openingHoursShape.safeParse(opening).success).toBe(true);
    expect(phone).toMatch(/^(019|050) 000 \d{4}$/);
    if (place) expect(channelKeys).toContain(place);
  }
  expect(supportActors.some(({ freshDaysAgo }) => freshDaysAgo > 180)).toBe(true);
});

test('six bulletins: some must be read, some tell of what is to come', () => {
  expect(bulletins.length).toBe(6);
  expect(bulletins.filter(({ mustRead }) => mustRead).length).toBeGreaterThan(1);
  expect(bulletins.filter(({ inForceInDays }) => inForceInDays).length).toBeGreaterThan(1);
  expect(bulletins.some(({ publishedDaysAgo }) => publishedDaysAgo === 0)).toBe(true);
  expect(bulletins.flatMap((one) => one.services).filter((key) => !serviceKeys.has(key))).toEqual([]);
  expect(bulletins.flatMap((one) => one.points).filter((key) => !pointKeys.has(key))).toEqual([]);
  expect(bulletins.flatMap((one) => one.readBy).filter((name) => !people.has(name))).toEqual([]);
});

test('eight guides: the shift, roles, authorities and threats', () => {
  expect(guides.length).toBe(8);
  expect(new Set(guides.map(({ kind }) => kind))).toEqual(new Set(['shift', 'roles', 'authority', 'case', 'threat']));
  expect(guides.flatMap(({ point }) => point ?? []).filter((key) => !pointKeys.has(key))).toEqual([]);
  expect(guides.flatMap(({ organisation, issuer }) => [organisation ?? [], issuer ?? []].flat()).filter((key) => !ours.has(key))).toEqual(
    [],
  );
});

test('specialists are people of the demo, in units they belong to', () => {
  for (const { person, unit, services: asked, onDuty, asked: ways, phone = '', backup } of specialists) {
    const who = staff.find(({ name }) => name === person);
    expect(who?.units).toContain(unit);
    expect(unitKeys).toContain(unit);
    expect(asked.filter((key) => !serviceKeys.has(key))).toEqual([]);
    expect(onDuty.length).toBeGreaterThan(0);
    expect([person, /^(019|050) 000 \d{4}$/.test(phone)]).toEqual([person, ways.includes('call')]);
    if (ways.includes('request')) expect(units.find(({ key }) => key === unit)?.tier).toBeGreaterThan(1);
    if (backup) expect(specialists.map((one) => one.person)).toContain(backup);
  }
  expect(
    specialists.flatMap(({ person, skills }) =>
      skills.flatMap((skill) => textFaults(person, { fi: { skill: skill.fi }, sv: { skill: skill.sv }, en: { skill: skill.en } })),
    ),
  ).toEqual([]);
});
