import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { asOwner } from './database.ts';
import { expectWhole, openMenu, path } from './desk.ts';
import { expect, type Service, test } from './service.ts';
import { aCallersMatter, atPoint } from './visits.ts';

const panel = (page: Page, name: RegExp) => page.getByRole('dialog', { name });

/** Each press or word given by the advisor is a step of the call. */
async function bookInCall(page: Page): Promise<{ steps: number; when: string; link: string }> {
  let steps = 0;
  const step = async (deed: () => Promise<unknown>) => {
    steps += 1;
    await deed();
  };
  await step(() => page.getByRole('button', { name: /^Varaa aika/ }).click());
  const booking = panel(page, /^Varaa aika/);
  await expect(booking.getByRole('combobox')).toBeVisible();
  await expectAccessible(page);
  await step(async () => {
    await booking.getByRole('combobox').fill('Palveluneuvonta');
    await page
      .getByRole('option', { name: /^Palveluneuvonta/ })
      .first()
      .click();
  });
  const first = booking.getByRole('radiogroup', { name: 'Vapaat ajat' }).getByRole('radio').first();
  await step(() => first.click({ force: true }));
  const name = booking.getByLabel('Asiakkaan nimi');
  if ((await name.inputValue()) === '') await step(() => name.fill('Elli Esimerkki'));
  await expectWhole(page);
  await expectAccessible(page);
  await step(() => booking.getByRole('button', { name: /^Varaa tämä aika/ }).click());
  const done = panel(page, /^Aika on varattu/);
  await expect(done.locator('.booked-code')).toHaveText(/^[2-9A-Y]{3} [2-9A-Y]{3}$/);
  await nothingSaidOfWhatIsGone(page);
  await expectAccessible(page);
  const when = await done.locator('.booked-when').innerText();
  const link = await done.locator('.page-address').innerText();
  await done.getByRole('button', { name: 'Valmis' }).click();
  return { steps, when, link };
}

/** React Aria itself lets it go after seven seconds. */
async function nothingSaidOfWhatIsGone(page: Page): Promise<void> {
  const named = `document.getElementById(said.getAttribute('aria-labelledby').split(' ')[0])`;
  const none = `[...document.querySelectorAll('[data-live-announcer] [aria-labelledby]')].every((said) => ${named})`;
  await page.waitForFunction(none, undefined, { timeout: 6_000 });
}

test('a time is booked in the middle of a call in five steps, stands on the path, is moved and cancelled', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await page.goto(`/desk/matters/${await aCallersMatter(page)}?view=mine`);
  const { steps, when, link } = await bookInCall(page);
  expect(steps).toBeLessThanOrEqual(5);
  const times = page.getByRole('list', { name: 'Varatut ajat' });
  await expect(times).toContainText(when);
  await expect(path(page)).toContainText(/Varattu aika|klo/);

  // The form before the visit, by the link, on a small phone.
  const phone = await page
    .context()
    .browser()
    ?.newContext({ viewport: { width: 320, height: 800 } });
  const own = (await phone?.newPage()) as Page;
  await own.goto(new URL(new URL(link).pathname, page.url()).href);
  await own.getByRole('link', { name: 'Täytä lomake' }).click();
  await expectAccessible(own);
  await own.locator('#need').fill('Tarvitsen apua asumistuen hakemiseen');
  await own.locator('#company').fill('Sisko');
  await own.getByRole('button', { name: 'Tallenna' }).click();
  await expect(own.getByRole('heading', { level: 1, name: /vastauksesi on tallennettu/ })).toBeVisible();
  await expectAccessible(own);
  await phone?.close();

  const move = panel(page, /^Siirrä aika/);
  const moveToLast = async () => {
    await openMenu(page, `Aika ${when}: toiminnot`, 'Siirrä aika');
    await move.getByRole('radio').last().click({ force: true });
    await move.getByRole('button', { name: /^Siirrä tähän aikaan/ }).click();
    await expect(move).toBeHidden();
    await expect(times).not.toContainText(when);
  };
  await moveToLast();
  await page.locator('.toast').filter({ hasText: 'Aika siirrettiin' }).getByRole('button', { name: /^Peru/ }).press('Enter');
  await expect(page.locator('.toast').filter({ hasText: 'Siirto peruttiin' })).toBeVisible();
  await expect(times).toContainText(when);
  await moveToLast();
  await times.getByRole('button').first().click();
  await page.getByRole('menuitem', { name: 'Peru aika' }).click();
  await panel(page, /^Perutaanko aika/)
    .getByRole('button', { name: 'Peru aika' })
    .click();
  await expect(times).toHaveCount(0);
});

test('a group comes together: how many is asked where several may, and told to whoever meets them', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await page.goto('/desk/appointments/day');
  await page.getByRole('button', { name: /^Varaa aika/ }).click();
  const booking = panel(page, /^Varaa aika/);
  await booking.getByRole('combobox').fill('Palveluneuvonta');
  await page
    .getByRole('option', { name: /^Palveluneuvonta/ })
    .first()
    .click();
  await booking.getByRole('button', { name: /Montako tulee/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: '3 henkilöä' }).press('Enter');
  await booking.getByRole('radiogroup', { name: 'Vapaat ajat' }).getByRole('radio').first().click({ force: true });
  await booking.getByLabel('Asiakkaan nimi').fill('Ryhmän Vetäjä');
  await expectWhole(page);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('people.png') });
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/booking/appointments') && one.status() === 201);
  await booking.getByRole('button', { name: /^Varaa tämä aika/ }).click();
  const { startsAt } = (await (await answer).json()) as { startsAt: string };
  await panel(page, /^Aika on varattu/)
    .getByRole('button', { name: 'Valmis' })
    .click();
  await page.goto(`/desk/appointments/day?day=${Temporal.Instant.from(startsAt).toZonedDateTimeISO('Europe/Helsinki').toPlainDate()}`);
  await openMenu(page, 'Ryhmän Vetäjä: toiminnot', 'Ajan tiedot');
  await expect(panel(page, /Ajan tiedot/)).toContainText('3 henkilöä');
});

/** Somebody who should have come a moment ago. */
async function dueNow(page: Page, service: Service, name: string): Promise<void> {
  const today = Temporal.Now.plainDateISO('Europe/Helsinki');
  const { status, id } = await page.evaluate(
    async ({ customer, from, until }) => {
      type Offer = { id: string; name: { fi: string }; placeIds: string[] };
      const read = async <T>(url: string) => (await (await fetch(url)).json()) as T;
      const { services } = await read<{ services: Offer[] }>('/api/booking/offers');
      const { pointId } = await read<{ pointId: string }>('/api/me');
      const one = services.find((each) => each.name.fi === 'Palveluneuvonta' && each.placeIds.includes(pointId)) as Offer;
      const { times } = await read<{ times: { startsAt: string }[] }>(
        `/api/booking/free-times?service=${one.id}&place=${pointId}&from=${from}&until=${until}`,
      );
      const input = { serviceId: one.id, placeId: pointId, way: 'point', startsAt: times.at(-1)?.startsAt, customer: { name: customer } };
      const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch('/api/booking/appointments', { method: 'POST', headers, body: JSON.stringify(input) });
      return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
    },
    { customer: name, from: today.add({ days: 1 }).toString(), until: today.add({ days: 20 }).toString() },
  );
  expect(status).toBe(201);
  await asOwner(service, async (client) => {
    await client.query(
      `update appointment set starts_at = now() - interval '1 minute', ends_at = now() + interval '20 minutes' where id = $1`,
      [id],
    );
    await client.query(`update expected_visit set due_at = now() where id = (select expected_id from appointment where id = $1)`, [id]);
  });
}

test('the list of the day: greeted in one tap, late, missed and taken back, in three languages and on a small screen', async ({
  page,
  service,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await dueNow(page, service, 'Veera Virtanen');
  await dueNow(page, service, 'Otto Oksanen');
  await page.goto('/desk/appointments/day');
  const row = (name: string) => page.locator('.day-row', { hasText: name });
  await expect(row('Veera Virtanen')).toContainText('Ei vielä saapunut');
  await expectWhole(page);
  await expectAccessible(page);
  await openMenu(page, 'Otto Oksanen: toiminnot', 'Myöhästyy 20 min');
  await expect(row('Otto Oksanen')).toContainText('Myöhässä, tulee');
  await openMenu(page, 'Otto Oksanen: toiminnot', 'Ei tullut');
  await expect(row('Otto Oksanen').locator('.status')).toHaveText('Ei tullut');
  await page.locator('.toast').getByRole('button', { name: /^Peru/ }).click();
  await expect(row('Otto Oksanen')).toContainText('Ei vielä saapunut');
  await page.getByRole('button', { name: 'Saapui: Veera Virtanen' }).click();
  await expect(page.locator('.number-given')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row('Veera Virtanen')).toContainText('Saapunut');
  await openMenu(page, 'Otto Oksanen: toiminnot', 'Ajan tiedot');
  await expect(panel(page, /Ajan tiedot/)).toContainText('Asiakas ei ole kertonut mitään etukäteen.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 800 });
  for (const language of ['sv', 'en', 'fi']) {
    await page.goto(`/desk/appointments/day?lang=${language}`);
    await expect(row('Otto Oksanen')).toBeVisible();
    await expectWhole(page);
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath(`day-${language}.png`) });
  }
});

test('a meeting of many stands in the list of its day as what it is, and leads to who comes', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  const now = Temporal.Now.plainDateISO('Europe/Helsinki');
  const meeting = await page.evaluate(
    async ({ from, until }) => {
      type Found = { meetings: { pointId: string | null; startsAt: string; name: { fi: string }; cancelled: boolean }[] };
      const read = async <T>(url: string) => (await (await fetch(url)).json()) as T;
      const { pointId } = await read<{ pointId: string }>('/api/me');
      const { meetings } = await read<Found>(`/api/booking/meetings?from=${from}&until=${until}`);
      return meetings.find((one) => one.pointId === pointId && !one.cancelled);
    },
    { from: now.add({ days: 2 }).toString(), until: now.add({ days: 30 }).toString() },
  );
  const day = Temporal.Instant.from(meeting?.startsAt as string)
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainDate();
  await page.goto(`/desk/appointments/day?day=${day}`);
  const row = page.locator('.day-row', { has: page.getByRole('link', { name: meeting?.name.fi as string }) }).first();
  await expect(row).toContainText(/\d+ \/ \d+ paikkaa varattu/);
  await expect(row).toContainText('Tulossa');
  await expectAccessible(page);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: meeting?.name.fi as string })).toBeVisible();
});

test('one entry of the bar is current on each page of what is booked', async ({ person }) => {
  const advisor = await person('Aino Korpela');
  for (const path of ['/desk/appointments', '/desk/appointments/day', '/desk/meetings', '/desk/appointments/waiting']) {
    await advisor.goto(path);
    await expect(advisor.locator('.topbar nav [aria-current]')).toHaveText(['Ajanvaraukset']);
  }
  const manager = await person('Riitta Harju');
  for (const path of ['/desk/admin/booking', '/desk/figures/booking']) {
    await manager.goto(path);
    await expect(manager.locator('.topbar nav [aria-current]')).toHaveCount(1);
  }
});
