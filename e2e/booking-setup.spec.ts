import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

const administrator = 'Outi Lehtola';

test('a service is made bookable, somebody gets hours, the hours are shortened, and those booked are moved', async ({
  page,
  signIn,
  service,
}) => {
  await signIn(administrator);
  await page.goto('/desk/admin/booking');
  await expect(page.getByRole('table', { name: 'Palvelut' })).toContainText('Palveluneuvonta');
  await expectAccessible(page);
  const words = `Remonttineuvonta ${randomUUID().slice(0, 4)}`;
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog');
  await choose(panel, 'Kenen palvelu', 'Mallilan kaupunki');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByLabel('suomi').first()).toBeFocused();
  await inThreeLanguages(panel, words);
  await panel.getByLabel('Kesto').fill('60');
  await panel.getByLabel('Uusi aika alkaa joka').fill('60');
  await panel.getByText('Mallilan palvelupiste', { exact: true }).click();
  await panel.getByRole('button', { name: 'Lisää tarve' }).click();
  await page.getByRole('menuitem', { name: 'Tulkki tarvitaan' }).click();
  await choose(panel, 'Lisää aikaa', '\\+30 min');
  await choose(panel, 'Mukaan', 'Tulkki');
  await expect(panel.locator('.booking-line-words')).toHaveText('Tulkki tarvitaan → +30 min ja tulkki');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  // It stays open: nobody serves it yet, and one sees that.
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(words);
  await expect(panel.getByRole('complementary')).toContainText('Tällä viikolla ei ole vapaita aikoja');
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Ihmiset ja tilat' }).click();
  const [first, second] = [`Neuvoja ${randomUUID().slice(0, 4)}`, `Sijainen ${randomUUID().slice(0, 4)}`];
  await addPerson(page, first, words);
  await seesFreeTimes(panel);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const [one, other] = await booked(page, service.origin, words);
  await page.reload();
  await page.getByRole('link', { name: first }).click();
  await panel.getByRole('button', { name: /^Muuta: ma–su/ }).click();
  await panel.getByRole('textbox', { name: 'Päättyy' }).fill('9.30');
  // What would follow is seen before it is saved, and nothing has happened yet.
  await expect(panel.getByRole('complementary')).toContainText('Jos tallennat, 2 varattua asiakasta pitää siirtää');
  await expect(panel.getByRole('complementary')).toContainText('Tällä viikolla ei ole vapaita aikoja');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const moves = page.getByRole('region', { name: 'Siirrettävät' });
  await expect(moves.getByRole('listitem')).toHaveCount(2);
  await expect(moves.getByRole('listitem').first()).toContainText(`Ei ole silloin paikalla: ${first}.`);

  // A stand-in takes the first at their own time, of which nothing is told; the second is moved and must be called.
  await page.getByRole('tab', { name: 'Ihmiset ja tilat' }).click();
  await addPerson(page, second, words);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Siirrettävät' }).click();
  await choose(moves, 'Näytä', first);
  await moves
    .getByRole('button', { name: /^Siirrä:/ })
    .first()
    .click();
  await expect(moves).toContainText('Asiakkaan aika ja koodi pysyvät');
  await expect(moves).toContainText('Asiakkaalla ei ole sähköpostia');
  await expectAccessible(page);
  await moves.getByRole('button', { name: 'Anna muille samaan aikaan' }).click();
  await expect(moves.getByRole('listitem')).toHaveCount(1);
  await moves.getByRole('button', { name: /^Siirrä:/ }).click();
  await moves.getByRole('button', { name: 'Siirrä tähän' }).click();
  await expect(page.getByText(/^Uusi aika on/)).toBeVisible();
  await expect(moves).toContainText('Ketään ei tarvitse siirtää');
  const states = await Promise.all([one, other].map((it) => stateOf(page, service.origin, it as Booked)));
  expect(states.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  expect(states.map(({ startsAt }, n) => startsAt === [one, other][n]?.startsAt)).toEqual([true, false]);
});

test('an absence shows whom it would leave; all are proposed for at once and moved together', async ({ page, signIn, service }) => {
  await signIn(administrator);
  const words = `Perheneuvonta ${randomUUID().slice(0, 4)}`;
  const { resource } = await aService(page, service.origin, words);
  const those = await booked(page, service.origin, words);
  const day = (those[0] as Booked).startsAt.slice(0, 10).split('-').map(Number);
  await page.goto(`/desk/admin/booking/resources?open=${resource}`);
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Kirjaa päiviä' }).click();
  const written = `${day[2]}.${day[1]}.${day[0]}`;
  await panel.getByLabel('Ensimmäinen päivä').fill(written);
  await panel.getByLabel('Viimeinen päivä').last().fill(written);
  await expect(panel.getByRole('complementary')).toContainText('Jos tallennat, 2 varattua asiakasta pitää siirtää');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Kirjaa päivät' }).click();
  const moves = page.getByRole('region', { name: 'Siirrettävät' });
  await expect(moves.getByRole('listitem')).toHaveCount(2);
  await moves.getByRole('button', { name: 'Ehdota kaikille (2)' }).click();
  await expect(panel).toContainText('2 siirtyy: soita asiakkaille');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 asiakasta on siirretty.')).toBeVisible();
  await expect(moves).toContainText('Ketään ei tarvitse siirtää');
  for (const it of those) expect((await stateOf(page, service.origin, it)).state).toBe('confirmed');
});

test('what is not saved waits, another’s change is asked about, and one who keeps nothing is told so', async ({
  page,
  signIn,
  service,
  person,
}) => {
  await signIn(administrator);
  const words = `Lupaneuvonta ${randomUUID().slice(0, 4)}`;
  const { bookable } = await aService(page, service.origin, words);
  await page.goto(`/desk/admin/booking/services?open=${bookable}`);
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Kesto').fill('45');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: new RegExp(words) })).toContainText('tallentamatta');
  await send(page, service.origin, 'PATCH', `/api/booking/bookables/${bookable}`, { minutes: 50, version: 1 });
  await page.getByRole('link', { name: words }).click();
  await expect(panel.getByLabel('Kesto')).toHaveValue('45');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('alert').filter({ hasText: 'Kesto' })).toBeVisible();
  await panel.getByRole('button', { name: 'Pidä oma' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('row', { name: new RegExp(words) })).toContainText('45 min');

  const aino = await person('Aino Korpela');
  await aino.goto('/desk/admin/booking');
  await expect(aino.getByRole('main')).toContainText('Ylläpito');
  await expect(aino.getByRole('table')).toHaveCount(0);
});

test('everything is whole in three languages, in the dark and on a screen of 320 pixels', async ({ page, signIn, service }) => {
  await signIn(administrator);
  const words = `Asuntoneuvonta ${randomUUID().slice(0, 4)}`;
  const { bookable, resource } = await aService(page, service.origin, words);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 700 });
  for (const language of ['sv', 'en', 'fi']) {
    await page.goto(`/desk/admin/booking/services?open=${bookable}&lang=${language}`);
    await whole(page, '.booking-week, .booking-none');
    await page.goto(`/desk/admin/booking/resources?open=${resource}`);
    await whole(page, '.booking-days');
    await page.goto('/desk/admin/booking/resources');
    await whole(page, '.admin-row');
    await page.goto('/desk/admin/booking/moves');
    await whole(page, '.booking-moves');
  }
});

async function whole(page: Page, waitFor: string): Promise<void> {
  await expect(page.locator(waitFor).first()).toBeVisible();
  await expectWhole(page);
  await expectAccessible(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
}

async function inThreeLanguages(panel: Locator, words: string): Promise<void> {
  for (const language of ['suomi', 'ruotsi', 'englanti']) await panel.getByLabel(language, { exact: true }).first().fill(words);
}

/** Somebody who serves it from nine to twelve every day, holidays too. */
async function addPerson(page: Page, name: string, service: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Lisää/ })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  await choose(panel, 'Organisaatio', 'Mallilan kaupunki');
  await choose(panel, 'Palvelupiste', 'Mallilan palvelupiste');
  await panel.getByLabel('Nimi', { exact: true }).fill(name);
  await panel.getByText(service, { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  await panel.getByRole('button', { name: 'Lisää työaika' }).click();
  await panel.getByText('la', { exact: true }).click();
  await panel.getByText('su', { exact: true }).click();
  await panel.getByText('Myös pyhäpäivinä').click();
  await panel.getByRole('textbox', { name: 'Alkaa' }).fill('9');
  await panel.getByRole('textbox', { name: 'Päättyy' }).fill('12');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('link', { name }).click();
}

/** Free times in sight, in this week or the next. */
async function seesFreeTimes(panel: Locator): Promise<void> {
  const time = panel.locator('.booking-time').first();
  await expect(panel.locator('.booking-week, .booking-none')).toBeVisible();
  if (!(await time.isVisible())) await panel.getByRole('button', { name: 'Seuraava viikko' }).click();
  await expect(time).toBeVisible();
}

type Booked = { id: string; secret: string; startsAt: string };

async function aService(page: Page, origin: string, words: string): Promise<{ bookable: string; resource: string }> {
  const { points } = await send<{ points: { id: string; key: string; organisationId: string }[] }>(page, origin, 'GET', '/api/directory');
  const { id: pointId, organisationId } = points.find(({ key }) => key === 'mallila') as { id: string; organisationId: string };
  const add = async (what: string, body: object) => (await send<{ id: string }>(page, origin, 'POST', `/api/booking/${what}`, body)).id;
  const bookable = await add('bookables', {
    ...{ organisationId, name: { fi: words, sv: words, en: words }, minutes: 60, step: 60, places: [{ pointId, queueId: null }] },
  });
  const resource = await add('resources', { kind: 'person', organisationId, pointId, name: `${words}, neuvoja`, bookableIds: [bookable] });
  const hours = [{ anchor: '2026-01-05', weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '12:00', onHolidays: true }];
  await send(page, origin, 'PUT', `/api/booking/resources/${resource}/hours`, { version: 1, hours });
  return { bookable, resource };
}

/** Two customers without an e-mail address on one day, as anybody books. */
async function booked(page: Page, origin: string, words: string): Promise<Booked[]> {
  const get = <T>(url: string) => send<T>(page, origin, 'GET', url);
  const { services } = await get<{ services: { id: string; name: { fi: string }; placeIds: string[] }[] }>('/api/v1/booking/services');
  const { id, placeIds } = services.find(({ name }) => name.fi === words) as (typeof services)[number];
  const today = Temporal.Now.plainDateISO('Europe/Helsinki');
  const query = `service=${id}&place=${placeIds[0]}&from=${today.add({ days: 1 })}&until=${today.add({ days: 12 })}`;
  const { times } = await get<{ times: { startsAt: string }[] }>(`/api/v1/booking/free-times?${query}`);
  const days = [...Map.groupBy(times, ({ startsAt }) => startsAt.slice(0, 10)).values()];
  const those = (days.findLast((day) => day.length > 1) as typeof times).slice(-2);
  return Promise.all(those.map(({ startsAt }, n) => book(page, origin, { serviceId: id, placeId: placeIds[0] as string, startsAt }, n)));
}

async function book(
  page: Page,
  origin: string,
  what: { serviceId: string; placeId: string; startsAt: string },
  n: number,
): Promise<Booked> {
  const keyed = () => ({ origin, 'x-polku-csrf': '1', 'idempotency-key': randomUUID() });
  const held = await page.request.post(`${origin}/api/v1/booking/holds`, { headers: keyed(), data: { ...what, way: 'point' } });
  expect(held.status(), await held.text()).toBe(201);
  const { id, secret } = (await held.json()) as Booked;
  const phone = `050 000 ${1000 + Math.floor(Math.random() * 8000) + n}`;
  const confirmed = await page.request.post(`${origin}/api/v1/booking/appointments/${id}/confirmation`, {
    headers: { ...keyed(), authorization: `Bearer ${secret}` },
    data: { name: 'Elli Esimerkki', phone },
  });
  expect(confirmed.status(), await confirmed.text()).toBe(201);
  return { id, secret, startsAt: what.startsAt };
}

async function stateOf(page: Page, origin: string, { id, secret }: Booked): Promise<{ state: string; startsAt: string }> {
  const answer = await page.request.get(`${origin}/api/v1/booking/appointments/${id}`, { headers: { authorization: `Bearer ${secret}` } });
  return (await answer.json()) as { state: string; startsAt: string };
}

test('the minutes between two services of a visit are set for a point, in three languages and on a small screen', async ({
  page,
  signIn,
}) => {
  await signIn(administrator);
  await page.goto('/desk/admin/booking');
  const gap = page.getByRole('form', { name: 'Monen palvelun käynti: Mallilan palvelupiste' });
  const chooseFirst = async (point: RegExp) => {
    await page.locator('.booking-filter button').press('Enter');
    await page.getByRole('option', { name: point }).press('Enter');
  };
  await chooseFirst(/^Mallilan palvelupiste/);
  const field = gap.getByRole('textbox');
  await expect(field).toHaveValue('15');
  await field.fill('121');
  await expect(gap.getByRole('button')).toBeDisabled();
  await field.fill('25');
  await field.press('Enter');
  await expect(page.locator('.toast')).toContainText('enintään 25 minuuttia');
  await page.reload();
  await chooseFirst(/^Mallilan palvelupiste/);
  await expect(field).toHaveValue('25');
  for (const [at, language] of ['sv', 'en', 'fi'].entries()) {
    await page.emulateMedia({ colorScheme: at === 1 ? 'light' : 'dark' });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/desk/admin/booking?lang=${language}`);
      await chooseFirst(/^Mallila|Mallila/);
      await expect(page.locator('.booking-gap')).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      await page.screenshot({ path: test.info().outputPath(`gap-${language}-${width}.png`) });
    }
  }
});
