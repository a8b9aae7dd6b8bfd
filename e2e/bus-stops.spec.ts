import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

type Bus = { services: { id: string }[]; stops: { id: string; name: { fi: string }; street: string }[] };
const STREET = 'Uusi Myllytie 9';
const addDays = { sv: 'Anteckna dagar', en: 'Add days', fi: 'Kirjaa päiviä' };

async function ask<T>(origin: string, method: string, path: string, body?: object, secret?: string): Promise<T> {
  const headers = {
    ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    ...(secret ? { authorization: `Bearer ${secret}` } : {}),
  };
  const answer = await fetch(`${origin}/api/v1/booking/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}

const dayIn = (days: number) => Temporal.Now.plainDateISO('Europe/Helsinki').add({ days }).toString();

/** A time aboard of somebody who can be written to, in the weeks after this one. */
async function booked(origin: string) {
  const { buses } = await ask<{ buses: Bus[] }>(origin, 'GET', 'buses');
  for (const { services, stops } of buses)
    for (const { id: service } of services)
      for (const stop of stops) {
        const url = `free-times?service=${service}&place=${stop.id}&from=${dayIn(7)}&until=${dayIn(34)}`;
        const [time] = (await ask<{ times: { startsAt: string }[] }>(origin, 'GET', url)).times;
        if (!time) continue;
        const wish = { serviceId: service, placeId: stop.id, way: 'bus', startsAt: time.startsAt, language: 'fi' };
        const held = await ask<{ id: string; secret: string }>(origin, 'POST', 'holds', wish);
        const who = { name: 'Elli Esimerkki', email: `elli.${randomUUID()}@posti.example` };
        await ask(origin, 'POST', `appointments/${held.id}/confirmation`, who, held.secret);
        return { ...held, stop, startsAt: time.startsAt };
      }
  throw new Error('the demo has no free time aboard');
}

/** "10.12.2026" */
const dayWords = (at: string) => {
  const { day, month, year } = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Helsinki');
  return `${day}.${month}.${year}`;
};

test('a day on which the bus does not come, and another address: who is booked at the stop is seen to', async ({ person, service }) => {
  const one = await booked(service.origin);
  const page = await person('Outi Lehtola');
  await page.goto('/desk/admin/booking/bus');
  const line = page.getByRole('listitem').filter({ hasText: one.stop.street });
  await expect(line).toContainText(/\d+ varattu/);
  await line.getByRole('button', { name: /^Muokkaa/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Kirjaa päiviä' }).click();
  const day = dayWords(one.startsAt);
  for (const label of ['Ensimmäinen päivä', 'Viimeinen päivä']) {
    await panel.getByLabel(label).last().fill(day);
    await panel.getByLabel(label).last().press('Tab');
  }
  await expectWhole(page);
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Kirjaa päivät' }).click();
  await expect(panel.getByRole('link', { name: /asiakas(ta)? pitää siirtää/ })).toBeVisible();
  await panel.getByRole('button', { name: /tavalliseksi$/ }).click();
  await expect(panel.getByText('Ketään ei tarvitse siirtää.')).toBeVisible();

  await panel.getByLabel('Katuosoite').fill(STREET);
  await expect(panel.getByText(/uusi osoite lähtee/)).toBeVisible();
  await panel.getByRole('button', { name: 'Tallenna' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText(/Uusi osoite lähtee sähköpostilla \d+ asiakkaalle/)).toBeVisible();
  await expectAccessible(page);
  expect((await ask<{ placeId: string }>(service.origin, 'GET', `appointments/${one.id}`, undefined, one.secret)).placeId).toBe(
    one.stop.id,
  );

  await page.setViewportSize({ width: 320, height: 900 });
  for (const [language, edit] of [
    ['sv', /^Redigera/],
    ['en', /^Edit/],
    ['fi', /^Muokkaa/],
  ] as const) {
    await send(page, service.origin, 'PATCH', '/api/me', { language, settings: { theme: language === 'sv' ? 'dark' : 'light' } });
    await page.goto('/desk/admin/booking/bus');
    await page.getByRole('listitem').filter({ hasText: STREET }).getByRole('button', { name: edit }).click();
    await panel.getByRole('button', { name: addDays[language] }).click();
    await panel.locator('input').nth(3).fill('Sillankuja 1');
    await expectWhole(page);
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/stop-${language}.png` });
    await page.keyboard.press('Escape');
  }
  await send(page, service.origin, 'PATCH', '/api/me', { settings: { theme: 'system' } });

  // As the others find it.
  await page
    .getByRole('listitem')
    .filter({ hasText: STREET })
    .getByRole('button', { name: /^Muokkaa/ })
    .click();
  await panel.getByLabel('Katuosoite').fill(one.stop.street);
  await panel.getByRole('button', { name: 'Tallenna' }).click();
  await expect(panel).toBeHidden();
});
