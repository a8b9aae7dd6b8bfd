import { sql } from 'kysely';
import ical from 'node-ical';
import { expect, test } from 'vitest';
import { fixedClock } from '../../server/platform/clock/clock.ts';
import { hostileTexts } from '../../server/platform/http/testing/hostile-texts.ts';
import { anApp } from '../../server/testing/app.ts';
import { aBookable, aResource } from '../../server/testing/appointments.ts';
import { bookingLetters } from '../../server/testing/booking-letters.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { aQueue } from '../../server/testing/floor.ts';
import { formBrowser } from '../../server/testing/form-browser.ts';
import { aMatter, aTown } from '../../server/testing/town.ts';
import { elementsOf, faultOf, shapeOf } from './page-shape.ts';
import { fine, made } from './world.ts';

/** What residents write of themselves, what staff write to them, and how services and places are called: words on every page of booking. */
const clock = fixedClock('2027-03-01T05:00:00Z');
// Many pages of many residents from one address, which a municipality's own site may ask for.
const service = await anApp(await testDatabase(), { clock, env: { BOOKING_SITES: '127.0.0.1' } });
const { db } = service.polku.desk;
const town = await aTown(db, clock);
service.polku.desk.directory.forget();
const [bookable, other] = [
  await aBookable(db, town, { most: 50, queueId: await aQueue(db, town) }),
  await aBookable(db, town, { most: 50 }),
];
for (let n = 0; n < 3; n += 1) await aResource(db, town, { skills: [bookable, other] });
const aino = await service.signIn(town.aino);
const letters = bookingLetters({ db, clock, keys: service.keys, publicUrl: 'https://polku.example' });

const odd = ['\u202eolleh\u202c \u2066x\u2069 \u200f', 'ä'.repeat(200), 'Katu 1\r\nATTENDEE:mailto:other@posti.example\r\nEND:VEVENT'];
const texts = [...hostileTexts.filter((text) => !text.includes('\0') && text.isWellFormed() && text.trim() !== ''), ...odd];

/** Services and their place are called so. */
async function calledEverywhere(text: string): Promise<void> {
  const names = JSON.stringify({ fi: text, sv: text, en: text });
  await sql`update bookable set name = ${names}::jsonb, bring = ${names}::jsonb where id in (${bookable}::uuid, ${other}::uuid)`.execute(
    db,
  );
  await sql`update service_point set name = ${names}::jsonb, street = ${text}, city = ${text} where id = ${town.point}::uuid`.execute(db);
}

let people = 0;
const who = (text: string, email?: string): [string, string][] => {
  people += 1;
  return [
    ['name', text.slice(0, 200)],
    ['email', email ?? `elli${people}@posti.example`],
    ['phone', ''],
  ];
};
const choice: [string, string][] = [
  ['service', bookable],
  ['place', town.point],
  ['language', 'fi'],
];

type Shown = { status: number; text: string; headers: Record<string, unknown> };

/** Every page on the way of somebody who is called so, goes to such a place and writes such answers. */
async function pagesSaying(text: string) {
  await calledEverywhere(text);
  const pages: Record<string, Shown> = {};
  const phone = formBrowser(service.app);
  const get = async (path: string) => {
    pages[path] = await phone.get(path);
  };
  const post = async (name: string, path: string, fields: [string, string][]) => {
    pages[name] = await phone.post(path, fields);
  };
  await get('/book');
  await post('words', '/book', [['words', text.slice(0, 100)]]);
  await get(`/book/place?service=${bookable}`);
  await get(`/book/times?service=${bookable}&place=any`);
  await post('near', '/book/times', [
    ['service', bookable],
    ['place', 'near'],
    ['language', 'fi'],
    ['start', text.slice(0, 100)],
  ]);
  await get(`/book/visit?place=${town.point}`);
  await post('visits', '/book/visit/times', [
    ['place', town.point],
    ['services', bookable],
    ['services', other],
    ['language', 'fi'],
  ]);
  await get(`/book/waiting?service=${bookable}&place=${town.point}`);
  const wish: [string, string][] = [
    ['service', bookable],
    ['places', town.point],
    ['language', 'fi'],
    ['weekdays', '7'],
    ['hours', 'any'],
  ];
  await post('joining refused', '/book/waiting/places', [...wish, ['fromDay', text.slice(0, 300)], ...who(text, text.slice(0, 300))]);
  people += 1;
  const email = `odotan${people}@posti.example`;
  expect((await phone.post('/book/waiting/places', [...wish, ...who(text, email)])).to).toBe('/book/waiting/joined');
  const letter = (await letters()).find((one) => one.email === email);
  await phone.get(/polku\.example(\/b\/w\/[\w-]{27})/.exec(letter?.text ?? '')?.[1] as string);
  await get('/b/waiting');
  expect((await phone.post('/b/waiting/leaving', [])).to).toBe('/b/waiting');
  await get(`/book/times?service=${bookable}&place=${town.point}`);
  expect((await phone.post('/b/holds', [...choice, ['at', phone.times()[0] as string]])).to).toBe('/b');
  pages.held = await phone.get('/b');
  await post('confirmation refused', '/b/confirmation', who(text, text.slice(0, 300)));
  expect((await phone.post('/b/confirmation', who(text))).to).toBe('/b?done=booked');
  await get('/b');
  await get('/b/before');
  await post('before', '/b/before', [
    ['need', text],
    ['language', 'fi'],
    ['company', text.slice(0, 200)],
    ['papers', text],
  ]);
  pages.told = await phone.get('/b/before');
  await get('/b/times');
  await get('/b/earlier');
  await get('/b/cancellation');
  const calendar = await phone.get('/b/calendar.ics');
  pages.invitation = await invited(text);
  await get('/book/invitation');
  await post('code refused', '/book/invitation', [['code', text.slice(0, 100)]]);
  await phone.get('/b/cancellation');
  expect((await phone.post('/b/cancellation', [])).to).toBe('/b');
  return { pages, calendar: calendar.text, letter };
}

/** Invited with these words, on the page and on paper. */
async function invited(text: string): Promise<Shown> {
  const { id: matter } = await aMatter(town, town.aino, { customer: { givenName: 'Elli', familyName: 'Esimerkki' } });
  const body = { serviceId: bookable, way: 'point', placeIds: [town.point], until: '2027-03-12', language: 'fi', message: text };
  const { id } = await made(aino, `/api/booking/matters/${matter}/invitations`, body);
  const paper = await fine<{ code: string; papers: { fi: string } }>(aino, 'GET', `/api/booking/invitations/${id}/paper`);
  for (const element of elementsOf(paper.papers.fi)) expect(faultOf(element)).toBeUndefined();
  const phone = formBrowser(service.app);
  await phone.get(`/b/i/${paper.code}`);
  return phone.get('/b/invitation');
}

const plain = await pagesSaying('plain words');
const usual = new Set(Object.values(plain.pages).flatMap(({ text }) => shapeOf(text)));
const namesIn = (calendar: string) =>
  calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => line.split(':')[0]);

test.each(texts)(
  '%j adds no element, no attribute and no address to any page, and no line to a calendar',
  { timeout: 60_000 },
  async (text) => {
    const { pages, calendar, letter } = await pagesSaying(text);
    for (const [name, page] of Object.entries(pages)) {
      expect([name, page.status]).toEqual([name, plain.pages[name]?.status]);
      expect([name, shapeOf(page.text).filter((shape) => !usual.has(shape))]).toEqual([name, []]);
      for (const element of elementsOf(page.text)) expect([name, faultOf(element)]).toEqual([name, undefined]);
    }
    expect(namesIn(calendar)).toEqual(namesIn(plain.calendar));
    expect(Object.values(ical.sync.parseICS(calendar)).filter((one) => one?.type === 'VEVENT').length).toBe(1);
    expect(Object.keys(letter ?? {}).sort()).toEqual(Object.keys(plain.letter ?? {}).sort());
    expect(letter?.subject).toBe(plain.letter?.subject);
  },
);

test('the sample is seen: the pages say it, and each answers with the strict policy', () => {
  const saying = [
    '/book',
    'near',
    'visits',
    'joining refused',
    '/b/waiting',
    'held',
    'confirmation refused',
    '/b',
    'told',
    'invitation',
    'code refused',
  ];
  for (const name of saying) expect([name, plain.pages[name]?.text.includes('plain words')]).toEqual([name, true]);
  for (const [name, { headers }] of Object.entries(plain.pages)) {
    const policy = String(headers['content-security-policy']);
    expect([name, policy]).toEqual([name, expect.stringContaining("default-src 'self'")]);
    expect(policy).not.toMatch(/unsafe|\*|data: *;? *script/);
    expect([name, headers['x-content-type-options'], headers['referrer-policy'], headers['cache-control']]).toEqual([
      name,
      'nosniff',
      'no-referrer',
      'no-store',
    ]);
  }
});
