import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

const administrator = 'Outi Lehtola';

test('a point that moves and closes says whom to call and who must be moved, and leads to them; so does the overview', async ({
  page,
  signIn,
  service,
}) => {
  await signIn(administrator);
  const name = `Rantapiste ${randomUUID().slice(0, 4)}`;
  const pointId = await aPointWithACustomer(page, service.origin, name);
  await page.goto(`/desk/admin/points/${pointId}`);
  const panel = page.getByRole('dialog');
  await panel.getByLabel('Katuosoite').fill('Uusitie 9');
  await expect(panel.getByText('Osoite muuttuu. 1 asiakas on varannut ajan tästä pisteestä.')).toBeVisible();
  const { day, month, year } = Temporal.Now.plainDateISO('Europe/Helsinki').add({ days: 1 });
  await panel.getByLabel('Viimeinen päivä').fill(`${day}.${month}.${year}`);
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('1 varattu asiakas pitää siirtää.')).toBeInViewport();
  await expect(panel.getByText('Kerro heille uusi osoite puhelimella')).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('link', { name: 'Katso siirrettävät' }).click();
  const moves = page.getByRole('region', { name: 'Siirrettävät' });
  await expect(moves.getByRole('listitem')).toHaveCount(1);
  await expect(moves.getByRole('listitem')).toContainText(name);
  await expect(moves.getByRole('listitem')).toContainText('Paikka ei ole silloin käytössä.');
  await expectWhole(page);
  await page.goto('/desk/admin');
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('1 varattu asiakas pitää siirtää');
  await expectAccessible(page);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(moves.getByRole('listitem')).toHaveCount(1);
});

/** Somebody without an e-mail address comes there in four days. */
async function aPointWithACustomer(page: Page, origin: string, words: string): Promise<string> {
  const { points } = await send<{ points: { key: string; organisationId: string }[] }>(page, origin, 'GET', '/api/directory');
  const { organisationId } = points.find(({ key }) => key === 'mallila') as { organisationId: string };
  const names = { fi: words, sv: words, en: words };
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '15:00' }));
  const opening = { zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false };
  const where = { street: 'Vanhatie 1', postalCode: '99990', city: 'Mallila', phone: '', mobile: false };
  const point = { organisationId, key: `p${randomUUID().slice(0, 8)}`, name: names, typeLabel: names, zone: 'Europe/Helsinki', opening };
  const added = await send<{ id: string }>(page, origin, 'POST', '/api/admin/points', { ...point, ...where, validFrom: '2026-01-01' });
  const add = async (what: string, body: object) => (await send<{ id: string }>(page, origin, 'POST', `/api/booking/${what}`, body)).id;
  const places = [{ pointId: added.id, queueId: null }];
  const serviceId = await add('bookables', { organisationId, name: names, minutes: 60, step: 60, places });
  const person = { kind: 'person', organisationId, pointId: added.id, name: `${words}, neuvoja`, bookableIds: [serviceId] };
  const hours = [{ anchor: '2026-01-05', weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '12:00', onHolidays: true }];
  await send(page, origin, 'PUT', `/api/booking/resources/${await add('resources', person)}/hours`, { version: 1, hours });
  await book(page, origin, { serviceId, placeId: added.id });
  return added.id;
}

async function book(page: Page, origin: string, what: { serviceId: string; placeId: string }): Promise<void> {
  const keyed = () => ({ origin, 'x-polku-csrf': '1', 'idempotency-key': randomUUID() });
  const day = Temporal.Now.plainDateISO('Europe/Helsinki').add({ days: 4 });
  const startsAt = day.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: '10:00' }).toInstant().toString();
  const request = { ...what, way: 'point', startsAt };
  const held = await page.request.post(`${origin}/api/v1/booking/holds`, { headers: keyed(), data: request });
  expect(held.status(), await held.text()).toBe(201);
  const { id, secret } = (await held.json()) as { id: string; secret: string };
  const confirmed = await page.request.post(`${origin}/api/v1/booking/appointments/${id}/confirmation`, {
    headers: { ...keyed(), authorization: `Bearer ${secret}` },
    data: { name: 'Elli Esimerkki', phone: `050 000 ${1000 + Math.floor(Math.random() * 8000)}` },
  });
  expect(confirmed.status(), await confirmed.text()).toBe(201);
}
