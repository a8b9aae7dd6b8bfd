import { expect, test } from 'vitest';
import { knownClasses } from '../../../server/modules/knowledge/services/classifications/codes.ts';
import { readPlace, readService, servicesOfLifeEvent } from '../../../server/modules/knowledge/services/service.ts';
import { openingHoursShape } from '../../../server/platform/clock/opening.ts';
import { testDatabase } from '../../../server/testing/database.ts';
import { organisations } from '../organisations.ts';
import { points } from '../places.ts';
import { seedPeople } from '../seed.ts';
import { channels } from './channels/list.ts';
import { providers } from './providers.ts';
import { channelId, serviceId } from './records.ts';
import { seedDirectory } from './seed.ts';
import { services } from './services/list.ts';
import { fictionFaults, textFaults } from './texts.ts';

const {
  db: { kysely: db },
} = await testDatabase();

const codes = (scheme: string) => new Set(knownClasses.filter((each) => each.scheme === scheme).map(({ code }) => code));

test('keys are their own, and what is named is there', () => {
  for (const all of [services, channels, providers]) expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  const [channelKeys, providerKeys] = [new Set(channels.map(({ key }) => key)), new Set(providers.map(({ key }) => key))];
  expect(services.flatMap((each) => each.channels).filter((key) => !channelKeys.has(key))).toEqual([]);
  expect([...services, ...channels].map(({ provider }) => provider).filter((key) => !providerKeys.has(key))).toEqual([]);
  const ours = new Set(organisations.map(({ key }) => key));
  expect(providers.filter((each) => 'organisation' in each && !ours.has(each.organisation))).toEqual([]);
  expect(new Set(channels.flatMap(({ point }) => point ?? []))).toEqual(new Set(points.map(({ key }) => key)));
});

test('every service is described in all languages and in plain Finnish, briefly first', () => {
  expect(services.length).toBeGreaterThanOrEqual(60);
  const faults = services.flatMap(({ key, texts, terms }) => [
    ...textFaults(key, texts),
    ...Object.entries(texts).flatMap(([language, { summary }]) => (summary.length > 150 ? [`${key} ${language}: summary is long`] : [])),
    ...Object.entries(terms).flatMap(([language, words]) => (words.length < 3 ? [`${key} ${language}: few words of residents`] : [])),
  ]);
  expect(faults).toEqual([]);
  expect(channels.flatMap(({ key, texts }) => textFaults(key, texts))).toEqual([]);
});

test('plain Finnish has short sentences', () => {
  const long = services.flatMap(({ key, texts: { plain } }) =>
    Object.values(plain)
      .flatMap((text) => text.split(/(?<=[.!?])\s+/))
      .filter((sentence) => sentence.split(' ').length > 15)
      .map((sentence) => `${key}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test('classes are of the national lists, and every life event has services', () => {
  const [events, classes, groups] = [codes('life-event'), codes('service-class'), codes('target-group')];
  expect(events.size).toBe(19);
  for (const { lifeEvents, serviceClasses, targetGroups } of services) {
    expect(serviceClasses.length).toBeGreaterThan(0);
    expect(lifeEvents.filter((code) => !events.has(code))).toEqual([]);
    expect(serviceClasses.filter((code) => !classes.has(code))).toEqual([]);
    expect(targetGroups.filter((code) => !groups.has(code))).toEqual([]);
  }
  const covered = new Set(services.flatMap(({ lifeEvents }) => lifeEvents));
  expect([...events].filter((code) => !covered.has(code))).toEqual([]);
});

test('numbers and addresses are made up', () => {
  expect([...services, ...channels].flatMap((each) => fictionFaults(each.key, each))).toEqual([]);
  for (const { phone } of channels) if (phone) expect(phone).toMatch(/^(019|050) 000 \d{4}$/);
});

test('places say when they are open, where they are and how one gets in', () => {
  const places = channels.filter(({ kind }) => kind === 'place');
  expect(places.length).toBeGreaterThanOrEqual(18);
  for (const { opening, at, address, accessibility } of places) {
    expect(openingHoursShape.safeParse(opening).success).toBe(true);
    expect(at?.latitude).toBeGreaterThan(59);
    expect(at?.longitude).toBeGreaterThan(19);
    expect(address?.postalCode).toMatch(/^999\d\d$/);
    for (const { sentences } of accessibility ?? []) {
      expect(sentences.fi.length).toBeGreaterThan(0);
      expect([sentences.sv.length, sentences.en.length]).toEqual([sentences.fi.length, sentences.fi.length]);
    }
  }
  expect(places.filter(({ opening }) => opening?.exceptions.length).length).toBeGreaterThanOrEqual(3);
});

test('the directory is written once, in the languages of its readers, with its places joined to the points', async () => {
  expect(await seedDirectory(db)).toBe(0);
  await seedPeople(db);
  const began = performance.now();
  expect(await seedDirectory(db)).toBe(services.length);
  expect(performance.now() - began).toBeLessThan(4000);
  await db.updateTable('service').set({ charge: 'other' }).where('id', '=', serviceId('henkilokortti')).execute();
  expect(await seedDirectory(db)).toBe(0);
  expect((await readService(db, serviceId('henkilokortti')))?.charge).toBe('other');
  const passport = await readService(db, serviceId('passi'));
  expect(passport).toMatchObject({ source: 'own', type: 'permit', charge: 'charged', retiredAt: null });
  expect(passport?.responsible?.names.sv).toBe('Polisen');
  expect(passport?.texts.plain?.summary).toBeTruthy();
  expect(passport?.channels.map(({ kind }) => kind)).toEqual(['e-service', 'e-service', 'phone', 'place']);
  const place = await readPlace(db, channelId('piste-mallila'));
  expect(place?.pointId).toBeTruthy();
  expect(place?.services.length).toBeGreaterThan(20);
  expect((await servicesOfLifeEvent(db, 'KE4')).length).toBeGreaterThan(5);
});
