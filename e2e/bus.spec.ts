import type { Browser, Page } from '@playwright/test';
import type { BookingChoices } from '../server/modules/appointments/capacity/choices/schema.ts';
import { arrivalCodeHash } from '../server/modules/queue/visits/secrets.ts';
import { keysIn } from '../server/platform/config/demo-keys.ts';
import { expectAccessible } from './accessible.ts';
import { bookedNow } from './booked-now.ts';
import { asOwner } from './database.ts';
import { choose, expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, type Service, test } from './service.ts';

type Bus = { id: string; version: number; stops: { id: string; version: number; name: { fi: string } }[] };
const SERVICE = 'Neuvottelu etähuoneessa';
const STOP = 'Hakalan palvelutalo';
/** Open whatever hour it is tried at. */
const ALL_DAY = [{ opens: '00:00', closes: '24:00' }];
const EVERY_DAY = {
  ...{ everyWeeks: 1, anchor: '2026-01-05', weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' },
  ...{ onHolidays: true },
};

/** Today the bus stands at a stop, with its room for video and a specialist who answers from afar. */
async function standingToday(admin: Page, origin: string): Promise<void> {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Helsinki' }).format();
  const { buses } = await send<{ buses: Bus[] }>(admin, origin, 'GET', '/api/booking/buses');
  const [bus] = buses as [Bus];
  const about = { leaveMinutes: 0, onBoard: {}, accessibility: {}, walkIn: true };
  await send(admin, origin, 'PUT', `/api/booking/buses/${bus.id}`, { version: bus.version, ...about });
  for (const stop of bus.stops) {
    const hours = stop.name.fi === STOP ? ALL_DAY : [];
    await send(admin, origin, 'PUT', `/api/booking/bus-stops/${stop.id}/days`, { version: stop.version, from: today, until: today, hours });
  }
  const { places, organisationIds } = await send<BookingChoices>(admin, origin, 'GET', '/api/booking/choices');
  const queueId = places.find(({ pointId }) => pointId === bus.id)?.queues[0]?.id;
  const organisationId = organisationIds[0];
  const added = (what: string, body: object) => send<{ id: string }>(admin, origin, 'POST', `/api/booking/${what}`, body);
  const { id: bookable } = await added('bookables', {
    ...{ organisationId, minutes: 5, step: 5, notice: 0, mostPerPerson: 50, ways: ['bus'], places: [{ pointId: bus.id, queueId }] },
    name: { fi: SERVICE, sv: 'Möte i videorummet', en: 'Meeting in the video room' },
    parts: [{ kind: 'person' }, { kind: 'remote-desk' }],
  });
  const { id: specialist } = await added('resources', { kind: 'person', organisationId, name: 'Etäasiantuntija', bookableIds: [bookable] });
  await send(admin, origin, 'PUT', `/api/booking/resources/${specialist}/hours`, { version: 1, hours: [EVERY_DAY] });
}

async function phone(browser: Browser, baseURL: string, language = 'fi'): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL }]);
  return context.newPage();
}

test('a resident finds where the bus stands, books a meeting by video aboard, and is checked in by who travels in it', async ({
  browser,
  person,
  service,
}) => {
  const admin = await person('Outi Lehtola');
  await standingToday(admin, service.origin);

  const resident = await phone(browser, service.origin);
  await resident.goto('/bus');
  await resident.getByRole('listitem').filter({ hasText: 'Bussi on täällä nyt' }).getByRole('link', { name: STOP }).click();
  await expect(resident.getByText('Bussi on pääoven luona.')).toBeVisible();
  await resident.getByRole('link', { name: SERVICE }).click();
  await resident.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await resident.locator('button[name=at]').first().click();
  await resident.locator('#name').fill('Elli Esimerkki');
  await resident.locator('#phone').fill('050 000 4711');
  await resident.getByRole('button', { name: 'Varaa tämä aika' }).click();
  await expect(resident.getByText(`Palvelubussi, ${STOP}, Hakalankuja 2`)).toBeVisible();
  await expect(resident.getByText('Bussi on pääoven luona.')).toBeVisible();
  const code = (await resident.locator('.code').innerText()).trim();

  const aboard = await person('Aino Korpela');
  await aboard.setViewportSize({ width: 320, height: 800 });
  await aboard.goto('/desk/bus');
  await choose(aboard.locator('main'), 'Palvelupiste tänään', 'Palvelubussi');
  const stand = aboard.getByRole('region', { name: STOP });
  await expect(stand.getByText('Elli Esimerkki')).toBeVisible();
  await expectWhole(aboard);
  await expectAccessible(aboard);
  await aboard.getByLabel('Varauskoodi').fill('ZZZZZZ');
  await aboard.getByRole('button', { name: 'Merkitse tulleeksi' }).click();
  await expect(aboard.getByText('Koodilla ei tule tänään ketään')).toBeVisible();
  await aboard.getByLabel('Varauskoodi').fill(code.toLowerCase());
  await aboard.getByRole('button', { name: 'Merkitse tulleeksi' }).click();
  await expect(stand.getByText(/Tullut, numero P\d/)).toBeVisible();

  await aboard.context().setOffline(true);
  await expect(aboard.getByText('Ei verkkoyhteyttä')).toBeVisible();
  const gap = await aboard.locator('.notice-words', { hasText: 'Ei verkkoyhteyttä' }).evaluate((words) => {
    const [title, text] = [...words.children].map((part) => part.getBoundingClientRect());
    if (!title || !text) return 0;
    return text.top >= title.bottom - 1 ? 'below' : text.left - title.right;
  });
  expect(gap === 'below' || gap >= 8, `the title stands apart from its text: ${gap}`).toBe(true);
  await expect(stand.getByText('Elli Esimerkki')).toBeVisible();
  await aboard.context().setOffline(false);
  // The next journey of hers begins at the service point.
  const { points } = await send<{ points: { id: string; name: { fi: string } }[] }>(aboard, service.origin, 'GET', '/api/directory');
  const pointId = points.find(({ name }) => name.fi === 'Mallilan palvelupiste')?.id;
  await send(aboard, service.origin, 'PATCH', '/api/me', { pointId });
  await resident.context().close();
});

/** A meeting of many aboard, now, at which somebody is expected by this code. */
async function expectAtMeeting(service: Service, busId: string, name: string, code: string, room: string): Promise<void> {
  const keys = await keysIn(service.dataDir);
  const expectedId = await asOwner(service, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into expected_visit (point_id, queue_id, code_hash, due_at, meeting_room)
       select $1, q.id, $2, now(), $3 from queue q where q.point_id = $1 and q.active order by q.id limit 1 returning id`,
      [busId, arrivalCodeHash(keys, busId, code), room],
    );
    return rows[0]?.id as string;
  });
  await bookedNow(service, { pointId: busId, name, code, way: 'bus', expectedId });
}

test('who comes aboard to a meeting of many is told its room and no number, by the list and by the code', async ({ person, service }) => {
  const admin = await person('Outi Lehtola');
  await standingToday(admin, service.origin);
  const { buses } = await send<{ buses: Bus[] }>(admin, service.origin, 'GET', '/api/booking/buses');
  const busId = buses[0]?.id as string;
  await expectAtMeeting(service, busId, 'Lista Listanen', 'BXS7AR', 'Takaosa');
  await expectAtMeeting(service, busId, 'Koodi Koodinen', 'BXS8AR', 'Etuosa');
  await bookedNow(service, { pointId: busId, name: 'Jono Jonoton', code: 'BXS9AR', way: 'bus' });

  const aboard = await person('Aino Korpela');
  await send(aboard, service.origin, 'PATCH', '/api/me', { pointId: busId });
  await aboard.setViewportSize({ width: 320, height: 800 });
  await aboard.goto('/desk/bus');
  await expect(aboard.getByText('pitää siirtää')).toHaveCount(0);
  await aboard.getByRole('button', { name: 'Lista Listanen tuli' }).click();
  const panel = aboard.getByRole('dialog', { name: 'Tilaisuus' });
  await expect(panel.getByText('Ohjaa tänne: Takaosa')).toBeVisible();
  await expectWhole(aboard);
  await expectAccessible(aboard);
  if (process.env.PICTURES) await aboard.screenshot({ path: `${process.env.PICTURES}/bus-meeting.png` });
  await aboard.keyboard.press('Escape');
  await aboard.getByLabel('Varauskoodi').fill('bxs 8ar');
  await aboard.keyboard.press('Enter');
  await expect(panel.getByText('Ohjaa tänne: Etuosa')).toBeVisible();
  await aboard.keyboard.press('Escape');
  await aboard.getByLabel('Varauskoodi').fill('bxs 9ar');
  await aboard.keyboard.press('Enter');
  for (const name of ['Lista Listanen', 'Koodi Koodinen', 'Jono Jonoton']) {
    const row = aboard.getByRole('listitem').filter({ hasText: name });
    await expect(row.getByText('Tullut', { exact: true })).toBeVisible();
    await expect(row.getByText(/Numero on|numero P/)).toHaveCount(0);
  }
  if (process.env.PICTURES) await aboard.screenshot({ path: `${process.env.PICTURES}/bus-came.png`, fullPage: true });
  // The next journey of hers begins at the service point.
  const { points } = await send<{ points: { id: string; name: { fi: string } }[] }>(aboard, service.origin, 'GET', '/api/directory');
  const pointId = points.find(({ name }) => name.fi === 'Mallilan palvelupiste')?.id;
  await send(aboard, service.origin, 'PATCH', '/api/me', { pointId });
});

const languages = {
  fi: {
    title: 'Palvelubussi',
    service: 'Palveluneuvonta',
    near: 'Lähellä minua',
    next: 'Näytä vapaat ajat',
    search: 'Etsi ajat',
    about: /^Noin \d+ min autolla/,
  },
  sv: {
    title: 'Servicebussen',
    service: 'Servicerådgivning',
    near: 'Nära mig',
    next: 'Visa lediga tider',
    search: 'Sök tider',
    about: /^Cirka \d+ min med bil/,
  },
  en: {
    title: 'Service bus',
    service: 'Service advice',
    near: 'Near me',
    next: 'Show free times',
    search: 'Find times',
    about: /^About \d+ min by car/,
  },
};

for (const [language, words] of Object.entries(languages))
  test(`the timetable, a stop and the times nearby are whole on a small phone without scripts, in ${language}`, async ({
    browser,
    service,
  }) => {
    const page = await phone(browser, service.origin, language);
    await page.goto('/bus');
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
    await expectWhole(page);
    await page.getByRole('listitem').first().getByRole('link').click();
    await expectWhole(page);
    expect(await page.locator('main').innerText()).not.toMatch(/\{\{|undefined|NaN/);
    await page.goto('/book');
    await page.getByRole('link', { name: words.service }).first().click();
    await page.getByRole('radio', { name: words.near }).check();
    await page.getByRole('button', { name: words.next }).click();
    await page.locator('#start').fill('Kuvala');
    await page.getByRole('button', { name: words.search }).click();
    await expect(page.getByText(words.about).first()).toBeVisible();
    expect(page.url()).not.toContain('Kuvala');
    await expectWhole(page);
    await page.context().close();
  });

test('the pages of the bus have nothing wrong for those who use other means than eyes and a mouse', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/bus');
  await expectAccessible(page);
  await page.getByRole('listitem').first().getByRole('link').click();
  await expectAccessible(page);
  await page.goto('/book');
  await page.getByRole('link', { name: 'Palveluneuvonta' }).first().click();
  await page.getByRole('radio', { name: 'Lähellä minua' }).check();
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await expectAccessible(page);
  await page.locator('#start').fill('Ei missään');
  await page.getByRole('button', { name: 'Etsi ajat' }).click();
  await expect(page.getByRole('alert')).toContainText('Emme tiedä, missä');
  await expectAccessible(page);
});
