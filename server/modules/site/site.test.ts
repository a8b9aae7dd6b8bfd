import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock/clock.ts';
import type { OpeningHours } from '../../platform/clock/opening.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { anApp } from '../../testing/app.ts';
import { testDatabase } from '../../testing/database.ts';
import { aResident } from '../../testing/resident.ts';
import { aPerson, aTown } from '../../testing/town.ts';
import { closingTime, todayAt, weekOf } from './hours.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const origin = await app.listen();

test('before there is anything, the site says so instead of breaking', async () => {
  const resident = aResident(origin);
  const front = await resident.open('/?lang=en');
  expect([front.status, front.text.includes('No service points have been added yet.')]).toEqual([200, true]);
  expect((await resident.open('/contact')).status).toBe(200);
  expect((await resident.send('/contact', { message: 'Anybody there?' })).status).toBe(503);
});

test('the front page: three ways in, points with today’s hours, in the language chosen and kept', async () => {
  const town = await aTown(db, clock);
  await sql`update service_point set phone = '019 000 1000', street = 'Torikuja 4' where id = ${town.point}::uuid`.execute(db);
  app.polku.desk.directory.forget();
  const resident = aResident(origin);
  const finnish = await resident.open('/');
  expect(finnish.text).toContain('<html lang="fi">');
  expect(finnish.text).toContain('Auki, sulkeutuu klo\u00a016');
  expect(finnish.text).toContain('href="tel:0190001000"');
  for (const href of ['/contact', '#follow', '/a', '/places']) expect(finnish.text).toContain(`href="${href}"`);
  await resident.open('/?lang=sv');
  expect((await resident.open('/')).text).toContain('Hur kan vi hjälpa?');
  expect((await resident.open('/?lang=xx')).text).toContain('<html lang="sv">');
  expect((await resident.open('/?lang=fi-x-plain')).text).toContain('aria-current="true">Selkosuomi');
});

test('style, script and fonts come from us, keep for good, and are all there', async () => {
  const resident = aResident(origin);
  const { text, headers } = await resident.open('/');
  expect(headers.get('content-security-policy')).toContain("style-src 'self'");
  expect(text).not.toMatch(/\sstyle=|<style/);
  const css = /href="(\/site\/citizen-[0-9a-f]{16}\.css)"/.exec(text)?.[1] ?? '';
  const sheet = await resident.browser.send(css);
  expect([sheet.status, sheet.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  const fonts = [...(await sheet.text()).matchAll(/url\((\/site\/[^)]+)\)/g)].map(([, url]) => url as string);
  expect(fonts).toHaveLength(5);
  for (const address of [...fonts, /src="(\/site\/[^"]+)"/.exec(text)?.[1] ?? '']) {
    expect((await resident.browser.send(address)).status).toBe(200);
  }
  const packed = await app.app.inject({ url: css, headers: { 'accept-encoding': 'gzip, br' } });
  expect([packed.headers['content-encoding'], packed.rawPayload.length < 10_000]).toEqual(['br', true]);
  expect((await app.app.inject({ url: css })).headers['content-encoding']).toBeUndefined();
  expect((await resident.browser.send('/site/citizen-0000000000000000.css')).status).toBe(404);
});

test('problems are pages for browsers, in their language, and still JSON for machines', async () => {
  const resident = aResident(origin);
  const page = await resident.browser.send('/no-such-page', { headers: { accept: 'text/html', 'accept-language': 'sv' } });
  const text = await page.text();
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(text).toContain('<html lang="sv">');
  expect(text).toContain('019\u00a0000\u00a01000');
  expect(text).toMatch(/not-found, [0-9a-f-]{36}/);
  expect(await (await resident.browser.send('/no-such-page')).json()).toMatchObject({ code: 'not-found' });
  expect(await (await resident.browser.send('/api/nothing', { headers: { accept: 'text/html' } })).json()).toMatchObject({
    code: 'not-found',
  });
});

test('which unit a form feeds is said by administrators of what is common', async () => {
  const town = await aTown(db, clock);
  const admin = await app.signIn(town.admin);
  const put = (unitId: string) => admin.call('PUT', '/api/admin/web-forms/library', { unitId });
  expect((await put(town.units.front)).body).toEqual({ key: 'library', unitId: town.units.front });
  expect((await admin.call('GET', '/api/admin/web-forms')).body).toEqual({ forms: [{ key: 'library', unitId: town.units.front }] });
  expect(await put(town.units.kelaTier2)).toMatchObject({ status: 422, body: { code: 'not-a-front-office' } });
  expect((await (await app.signIn(town.aino)).call('PUT', '/api/admin/web-forms/library', { unitId: town.units.front })).status).toBe(403);
  const abroad = { name: 'Administrator', role: 'administrator', organisationId: town.organisations.neighbour, units: [] } as const;
  const neighbour = await app.signIn(await aPerson(db, { ...abroad, units: [] }));
  expect((await neighbour.call('PUT', '/api/admin/web-forms/library', { unitId: town.units.neighbourFront })).status).toBe(403);
});

const office: OpeningHours = {
  zone: 'Europe/Helsinki',
  weekly: [
    ...[1, 2, 3, 4].map((weekday) => ({ weekday, opens: '09:00', closes: '16:00' })),
    { weekday: 5, opens: '09:30', closes: '15:00' },
  ],
  exceptions: [],
  holidaysClosed: true,
};

test.each([
  ['2026-11-23T08:00:00Z', 'Auki, sulkeutuu klo\u00a016'],
  ['2026-11-23T06:59:00Z', 'Suljettu, avautuu tänään klo\u00a09'],
  ['2026-11-23T14:00:00Z', 'Suljettu, avautuu huomenna klo\u00a09'],
  ['2026-11-27T13:00:00Z', 'Suljettu, avautuu ma\u00a030.11. klo\u00a09'],
  // Independence Day is a Sunday, and the Monday after it an ordinary day.
  ['2026-12-23T14:00:00Z', 'Suljettu, avautuu ma\u00a028.12. klo\u00a09'],
])('at %s: %s', (now, words) => {
  expect(todayAt(office, { t: translator('fi', 'citizen'), locale: 'fi', now: Temporal.Instant.from(now) }).words).toBe(words);
});

test('a week in one line, in three languages', () => {
  const week = (locale: 'fi' | 'sv' | 'en') =>
    weekOf(office, { t: translator(locale, 'citizen'), locale })
      .replaceAll(/[\u2060]/g, '')
      .replaceAll('\u00a0', ' ');
  expect(week('fi')).toBe('ma–to klo 9–16, pe klo 9.30–15');
  expect(week('sv')).toBe('mån–tors kl. 9–16, fre kl. 9.30–15');
  expect(week('en')).toBe('Mon–Thu 9:00–16:00, Fri 9:30–15:00');
  expect(weekOf({ ...office, weekly: [] }, { t: translator('fi', 'citizen'), locale: 'fi' })).toBe('');
});

test.each([
  ['fi', '2026-11-23T14:00:00Z', 'klo 16'],
  ['fi', '2026-11-23T22:00:00Z', 'klo 24'],
  ['sv', '2026-11-23T22:00:00Z', 'kl. 24'],
  ['sv', '2026-11-23T22:30:00Z', 'kl. 0.30'],
  ['en', '2026-11-23T22:00:00Z', '24:00'],
  ['en', '2026-11-23T13:00:00Z', '15:00'],
  ['en', '2026-11-23T18:00:00Z', '20:00'],
  ['en', '2026-11-23T22:30:00Z', '0:30'],
] as const)('in %s what closes at %s closes at %s', (locale, at, words) => {
  expect(closingTime(Temporal.Instant.from(at), locale, 'Europe/Helsinki').replace(/\s/g, ' ')).toBe(words);
});
