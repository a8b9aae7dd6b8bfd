import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { formBrowser } from '../../../testing/form-browser.ts';
import { aTown, type Town } from '../../../testing/town.ts';

/** Served at night, when the clocks are put on and back. */
const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '06:00' }));
  const opening = JSON.stringify({ zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

async function aNightService(): Promise<string> {
  const bookable = await aBookable(db, town);
  await aResource(db, town, { skills: [bookable], opens: '02:00', closes: '05:00' });
  return bookable;
}

const timesAt = (bookable: string, day: string) => `/book/times?service=${bookable}&place=${town.point}&from=${day}&day=${day}`;
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
/** What each time is called, by when it begins. */
const called = (page: string): [string, string][] =>
  [...page.matchAll(/name="at" value="(\S+) [^"]*"[^>]*>([^<]+)</g)].map(([, at = '', words = '']) => [at.slice(5, 16), plain(words)]);

async function shownIn(lang: string, bookable: string, day: string) {
  const phone = formBrowser(service.app);
  await phone.get(`/book?lang=${lang}`);
  return { phone, ...(await phone.get(timesAt(bookable, day))) };
}

describe('the night of 25 hours', () => {
  beforeEach(() => clock.set('2027-10-25T05:00:00Z'));

  test.each([
    [
      'fi',
      [
        'klo 2',
        'klo 2.30',
        'klo 3 (kesäaikaa)',
        'klo 3.30 (kesäaikaa)',
        'klo 3 (talviaikaa)',
        'klo 3.30 (talviaikaa)',
        'klo 4',
        'klo 4.30',
      ],
    ],
    [
      'sv',
      ['kl. 2', 'kl. 2.30', 'kl. 3 (sommartid)', 'kl. 3.30 (sommartid)', 'kl. 3 (vintertid)', 'kl. 3.30 (vintertid)', 'kl. 4', 'kl. 4.30'],
    ],
    ['en', ['2:00', '2:30', '3:00 (summer time)', '3:30 (summer time)', '3:00 (winter time)', '3:30 (winter time)', '4:00', '4:30']],
  ])('in %s: the hour that comes twice is offered twice, each by a name of its own', async (lang, words) => {
    const bookable = await aNightService();
    const { text } = await shownIn(lang, bookable, '2027-10-31');
    expect(called(text).map(([, name]) => name)).toEqual(words);
    expect(called(text).map(([at]) => at)).toEqual(
      ['30T23:00', '30T23:30', '31T00:00', '31T00:30', '31T01:00', '31T01:30', '31T02:00', '31T02:30'].map((at) => `10-${at}`),
    );
    // Of the week: six times on a usual night, eight on this one.
    const week = plain((await shownIn(lang, bookable, '2027-10-25')).text);
    const counts = [...week.matchAll(/name="day" value="(\S+)"[^>]*>[^<]*<small>(\d+)/g)].map(([, day, count]) => [day, count]);
    expect(Object.fromEntries(counts)).toMatchObject({ '2027-10-30': '6', '2027-10-31': '8' });
  });

  test.each([
    ['fi', '2027-10-31T00:30:00Z', 'su 31.10. klo 3.30 (kesäaikaa)–3 (talviaikaa)'],
    ['fi', '2027-10-31T01:30:00Z', 'su 31.10. klo 3.30 (talviaikaa)–4'],
    ['sv', '2027-10-31T00:30:00Z', 'sön 31.10 kl. 3.30 (sommartid)–3 (vintertid)'],
    ['sv', '2027-10-31T01:30:00Z', 'sön 31.10 kl. 3.30 (vintertid)–4'],
    ['en', '2027-10-31T00:30:00Z', 'Sun 31 Oct, 3:30 (summer time)–3:00 (winter time)'],
    ['en', '2027-10-31T01:30:00Z', 'Sun 31 Oct, 3:30 (winter time)–4:00'],
  ])('in %s: %s is booked once, and said as it was chosen until the end', async (lang, at, words) => {
    const bookable = await aNightService();
    const fields = [
      ['service', bookable],
      ['place', town.point],
      ['language', lang],
      ['at', `${at} ${town.point}`],
    ] as [string, string][];
    const { phone } = await shownIn(lang, bookable, '2027-10-31');
    expect((await phone.post('/b/holds', fields)).to).toBe('/b');
    expect(plain((await phone.get('/b')).text)).toContain(words);
    const who: [string, string][] = [
      ['name', 'Elli Esimerkki'],
      ['email', 'elli@posti.example'],
      ['phone', ''],
    ];
    expect((await phone.post('/b/confirmation', who)).to).toBe('/b?done=booked');
    for (const path of ['/b', '/b/cancellation'])
      expect([path, plain((await phone.get(path)).text)]).toEqual([path, expect.stringContaining(words)]);
    const entries = Object.values(ical.sync.parseICS((await phone.get('/b/calendar.ics')).text));
    expect((entries.find((one) => one?.type === 'VEVENT') as VEvent).start.toISOString()).toBe(at.replace('Z', '.000Z'));
    // The other of the two is free still, and this one is not.
    const late = await shownIn(lang, bookable, '2027-10-31');
    const left = called(late.text).map(([time]) => time);
    expect(left.length).toBe(7);
    expect(left).not.toContain(at.slice(5, 16));
    expect((await late.phone.post('/b/holds', fields)).status).toBe(409);
    const other = at.includes('T00') ? at.replace('T00', 'T01') : at.replace('T01', 'T00');
    await late.phone.get(timesAt(bookable, '2027-10-31'));
    expect((await late.phone.post('/b/holds', [...fields.slice(0, 3), ['at', `${other} ${town.point}`]])).to).toBe('/b');
  });
});

describe('the night of 23 hours', () => {
  beforeEach(() => clock.set('2027-03-22T05:00:00Z'));

  test.each([
    ['fi', ['klo 2', 'klo 2.30', 'klo 4', 'klo 4.30']],
    ['sv', ['kl. 2', 'kl. 2.30', 'kl. 4', 'kl. 4.30']],
    ['en', ['2:00', '2:30', '4:00', '4:30']],
  ])('in %s: the hour that does not come is offered nowhere', async (lang, words) => {
    const bookable = await aNightService();
    const { text, phone } = await shownIn(lang, bookable, '2027-03-28');
    expect(called(text)).toEqual(['00:00', '00:30', '01:00', '01:30'].map((at, n) => [`03-28T${at}`, words[n]]));
    const week = await phone.get(timesAt(bookable, '2027-03-22'));
    const counts = [...week.text.matchAll(/name="day" value="(\S+)"[^>]*>[^<]*<small>(\d+)/g)].map(([, day, count]) => [day, count]);
    expect(Object.fromEntries(counts)).toMatchObject({ '2027-03-27': '6', '2027-03-28': '4' });
    const fields: [string, string][] = [
      ['service', bookable],
      ['place', town.point],
      ['language', lang],
      ['at', `2027-03-28T00:30:00Z ${town.point}`],
    ];
    await phone.get(timesAt(bookable, '2027-03-28'));
    expect((await phone.post('/b/holds', fields)).to).toBe('/b');
    const ends = lang === 'en' ? '4:00' : '4';
    expect(plain((await phone.get('/b')).text)).toContain(`${words[1]}–${ends}`);
  });
});
