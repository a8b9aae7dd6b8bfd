import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, type Service, test } from './service.ts';

type Stop = { id: string; name: { fi: string; sv: string; en: string } };
type Bus = { id: string; services: { id: string }[]; stops: Stop[] };
type At = { stop: Stop; startsAt: string };
/** A service aboard with a free time at each of two stops. */
type Aboard = { busId: string; serviceId: string; from: At; to: At };

const dayIn = (days: number) => Temporal.Now.plainDateISO('Europe/Helsinki').add({ days }).toString();
const dayOf = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Helsinki').toPlainDate().toString();

async function ask<T>(origin: string, method: string, path: string, body?: object, secret?: string): Promise<T> {
  const headers = {
    ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    ...(secret ? { authorization: `Bearer ${secret}` } : {}),
  };
  const answer = await fetch(`${origin}/api/v1/booking/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
  return JSON.parse(text) as T;
}

async function aboard({ origin }: Service): Promise<Aboard> {
  const { buses } = await ask<{ buses: Bus[] }>(origin, 'GET', 'buses');
  for (const { id: busId, services, stops } of buses)
    for (const { id: serviceId } of services) {
      const free: At[] = [];
      for (const stop of stops) {
        const url = `free-times?service=${serviceId}&place=${stop.id}&from=${dayIn(3)}&until=${dayIn(26)}`;
        const [time] = (await ask<{ times: { startsAt: string }[] }>(origin, 'GET', url)).times;
        if (time) free.push({ stop, startsAt: time.startsAt });
      }
      const [from, to] = free;
      if (from && to) return { busId, serviceId, from, to };
    }
  throw new Error('the demo has no service with free times at two stops of a bus');
}

async function booked({ origin }: Service, { serviceId, from }: Aboard): Promise<{ id: string; secret: string }> {
  const wish = { serviceId, placeId: from.stop.id, way: 'bus', startsAt: from.startsAt, language: 'fi' };
  const held = await ask<{ id: string; secret: string }>(origin, 'POST', 'holds', wish);
  const who = { name: 'Elli Esimerkki', email: `elli.${randomUUID()}@posti.example` };
  await ask(origin, 'POST', `appointments/${held.id}/confirmation`, who, held.secret);
  return held;
}

const picture = async (page: Page, name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
};

const languages = {
  sv: 'Andra hållplatser',
  en: 'Other stops',
  fi: 'Muut pysäkit',
} as const;

test('a resident moves a time aboard to another stop of the bus, on a small phone', async ({ browser, service }) => {
  const it = await aboard(service);
  const { id, secret } = await booked(service, it);
  const context = await browser.newContext({ baseURL: service.origin, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await page.goto(`/b/${secret}`);
  for (const [language, title] of Object.entries(languages)) {
    await context.addCookies([{ name: 'polku-lang', value: language, url: service.origin }]);
    await page.goto('/b/times');
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText(it.from.stop.name[language as 'fi']).first()).toBeVisible();
    await expectWhole(page);
    await expectAccessible(page);
    await picture(page, `resident-${language}`);
  }
  const others = page.getByRole('region', { name: languages.fi });
  const other = others.getByRole('listitem').filter({ hasText: it.to.stop.name.fi });
  await other.getByRole('button', { name: /^Muita aikoja täällä/ }).click();
  await expect(page.getByText(`Nämä ajat ovat pysäkillä Palvelubussi, ${it.to.stop.name.fi}`)).toBeVisible();
  await expect(others.getByRole('listitem').filter({ hasText: it.from.stop.name.fi })).toBeVisible();
  await page.getByRole('button', { name: /^Ensimmäinen vapaa/ }).click();
  await expect(page.getByText('Aikasi on siirretty')).toBeVisible();
  await expect(page.getByText(it.to.stop.name.fi).first()).toBeVisible();
  const moved = await ask<{ placeId: string }>(service.origin, 'GET', `appointments/${id}`, undefined, secret);
  expect(moved.placeId).toBe(it.to.stop.id);
  await context.close();
});

test('staff move a time aboard to another stop, from the matter it is for', async ({ person, service }) => {
  const { busId, serviceId, from, to } = await aboard(service);
  const page = await person('Aino Korpela');
  await page.goto('/desk/matters?view=mine');
  await page.getByRole('navigation').locator('a.row').first().click();
  await expect(page).toHaveURL(/matters\/[0-9a-f-]{36}/);
  const matterId = /matters\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  const wish = { serviceId, placeId: from.stop.id, way: 'bus', startsAt: from.startsAt, matterId };
  const customer = { name: 'Elli Esimerkki', email: null, phone: null };
  const one = await send<{ id: string; placeId: string }>(page, service.origin, 'POST', '/api/booking/appointments', { ...wish, customer });
  expect(one.placeId).toBe(busId);
  await page.reload();
  const times = page.getByRole('list', { name: 'Varatut ajat' });
  const row = times.getByRole('listitem').filter({ hasText: from.stop.name.fi });
  await row.getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Siirrä aika' }).click();
  const panel = page.getByRole('dialog');
  await choose(panel, 'Pysäkki', to.stop.name.fi);
  await panel.getByRole('radio').first().click({ force: true });
  await expectWhole(page);
  await expectAccessible(page);
  await picture(page, 'staff-panel');
  await panel.getByRole('button', { name: 'Siirrä tähän aikaan' }).click();
  await expect(times.getByRole('listitem').filter({ hasText: to.stop.name.fi })).toBeVisible();
  // As the others find it.
  await send(page, service.origin, 'DELETE', `/api/booking/appointments/${one.id}`);
});

test('who must be moved since the bus does not come stands with their stop, and can be moved to another one', async ({
  person,
  service,
}) => {
  const it = await aboard(service);
  const { id, secret } = await booked(service, it);
  const page = await person('Outi Lehtola');
  const stopNow = async () => {
    const { buses } = await send<{ buses: { stops: { id: string; version: number }[] }[] }>(
      page,
      service.origin,
      'GET',
      '/api/booking/buses',
    );
    return buses.flatMap(({ stops }) => stops).find((one) => one.id === it.from.stop.id) as { version: number };
  };
  const comes = async (hours: [] | null) => {
    const { version } = await stopNow();
    const day = dayOf(it.from.startsAt);
    await send(page, service.origin, 'PUT', `/api/booking/bus-stops/${it.from.stop.id}/days`, { version, from: day, until: day, hours });
  };
  await comes([]);
  await page.goto('/desk/admin/booking/moves');
  type Conflicts = { conflicts: { appointmentId: string }[] };
  const { conflicts } = await send<Conflicts>(page, service.origin, 'GET', '/api/booking/conflicts');
  const at = conflicts.findIndex(({ appointmentId }) => appointmentId === id);
  const row = page.getByRole('region', { name: 'Siirrettävät' }).getByRole('listitem').nth(at);
  await expect(row).toContainText(`Palvelubussi · ${it.from.stop.name.fi}`);
  await row.getByRole('button', { name: /^Siirrä:/ }).click();
  await expect(row.getByText('Asiakas saa sähköpostin')).toBeVisible();
  await row.getByRole('button', { name: /Toinen aika$/ }).click();
  await page
    .getByRole('option', { name: new RegExp(` · ${it.to.stop.name.fi}$`) })
    .first()
    .click();
  await expectWhole(page);
  await expectAccessible(page);
  await picture(page, 'moves');
  await row.getByRole('button', { name: 'Siirrä tähän' }).click();
  await expect(page.getByText(new RegExp(`Uusi aika on .* · ${it.to.stop.name.fi}`))).toBeVisible();
  const moved = await ask<{ placeId: string }>(service.origin, 'GET', `appointments/${id}`, undefined, secret);
  expect(moved.placeId).toBe(it.to.stop.id);
  await comes(null);
});
