import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

type Point = { id: string; queue: string; counter: string };

/** A queue and a counter of this test's own, so that nobody else is called there. */
async function aPoint(riitta: Page, aino: Page, origin: string): Promise<Point> {
  const directory = await send<{ points: { id: string; key: string; organisationId: string }[] }>(riitta, origin, 'GET', '/api/directory');
  const point = directory.points.find(({ key }) => key === 'mallila') as { id: string; organisationId: string };
  const at = (rest: string) => `/api/queue/points/${point.id}${rest}`;
  const names = (fi: string, sv: string, en: string) => ({ fi, sv, en });
  const queue = await send<{ id: string }>(riitta, origin, 'POST', at('/queues'), {
    ...{ organisationId: point.organisationId, kind: 'service', prefix: 'Z', usualMinutes: 10 },
    name: names('Koejono', 'Provkö', 'Trial queue'),
  });
  const counter = await send<{ id: string }>(riitta, origin, 'POST', at('/counters'), {
    ...{ kind: 'desk', direction: 'left', queueIds: [queue.id] },
    name: names('Tiski 9', 'Disk 9', 'Desk 9'),
  });
  await send(aino, origin, 'PATCH', '/api/me', { pointId: point.id });
  await send(aino, origin, 'PUT', `/api/queue/counters/${counter.id}/state`, { state: 'open' });
  return { id: point.id, queue: queue.id, counter: counter.id };
}

/** A screen in the hall, paired by the code of the manager's. */
async function aDisplay(browser: Browser, riitta: Page, origin: string, point: Point, settings: object): Promise<Page> {
  const device = await send<{ id: string }>(riitta, origin, 'POST', `/api/queue/points/${point.id}/devices`, {
    kind: 'display',
    name: 'Aula',
    settings,
  });
  const { code } = await send<{ code: string }>(riitta, origin, 'PUT', `/api/queue/devices/${device.id}/pairing-code`);
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await page.goto(`${origin}/display/`);
  await page.getByLabel('Koodi').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Ota käyttöön' }).click();
  await expect(page.getByRole('alert')).toContainText('Koodi ei kelpaa');
  await page.getByLabel('Koodi').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.locator('.d-top time')).toBeVisible();
  return page;
}

test('two displays and a phone follow the same calls; a display that is cut off says so and catches up', async ({
  browser,
  person,
  service,
}) => {
  const { origin } = service;
  const [riitta, aino] = [await person('Riitta Harju'), await person('Aino Korpela')];
  const point = await aPoint(riitta, aino, origin);
  const [all, appointments] = [
    await aDisplay(browser, riitta, origin, point, { shows: 'tickets', slides: false }),
    await aDisplay(browser, riitta, origin, point, { shows: 'appointments', slides: false }),
  ];
  const greet = () =>
    send<{ visitId: string; code: string; page: string }>(aino, origin, 'POST', '/api/queue/visits', {
      pointId: point.id,
      queueId: point.queue,
    });
  const call = () => send(aino, origin, 'POST', `/api/queue/counters/${point.counter}/calls`, {});
  const done = (visitId: string, deed: string) => send(aino, origin, 'POST', `/api/queue/visits/${visitId}/deeds`, { deed });
  const [first, second] = [await greet(), await greet()];

  const phone = await (await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'fi-FI' })).newPage();
  await phone.goto(second.page);
  await expect(phone).toHaveURL(`${origin}/q`);
  await expect(phone.getByText('Edelläsi on').locator('xpath=following-sibling::dd')).toHaveText('1');
  await expectAccessible(phone);

  await call();
  await expect(all.locator('.d-code')).toHaveText(first.code);
  await expect(all.locator('.d-now .d-place')).toContainText('Tiski 9');
  await expect(phone.getByText('Edelläsi on').locator('xpath=following-sibling::dd')).toHaveText('0');
  await expectAccessible(all);

  await all.context().setOffline(true);
  await expect(all.getByRole('alert')).toContainText('Näyttö ei päivity', { timeout: 50_000 });
  await done(first.visitId, 'finished');
  await call();
  await expect(phone.getByRole('heading', { name: `${second.code}: nyt on vuorosi` })).toBeVisible();
  await expect(phone.getByText('Tule tänne: Tiski 9, vasemmalle')).toBeVisible();
  await expectAccessible(phone);
  await all.context().setOffline(false);
  await expect(all.locator('.d-code')).toHaveText(second.code, { timeout: 20_000 });
  await expect(all.locator('.d-last li')).toContainText([first.code]);
  await expect(all.getByText('Näyttö ei päivity')).toHaveCount(0);
  // Numbers are not among the appointments, and no authority is named anywhere.
  await expect(appointments.locator('.d-code')).toHaveCount(0);
  for (const page of [all, phone]) await expect(page.locator('main')).not.toContainText(/Koejono|Kela|Verohallinto/);

  await done(second.visitId, 'finished');
  await expect(phone.getByRole('heading', { name: 'Käynti on päättynyt' })).toBeVisible();
  // The next journey's Aino sits where she chooses.
  await send(aino, origin, 'PUT', `/api/queue/counters/${point.counter}/state`, { state: 'closed' });
  for (const page of [all, appointments, phone]) await page.context().close();
});

test('who keeps the point writes a slide; displays show it, put it away for a call, and go blank when revoked', async ({
  browser,
  person,
  service,
}) => {
  const { origin } = service;
  const [riitta, aino] = [await person('Riitta Harju'), await person('Aino Korpela')];
  const point = await aPoint(riitta, aino, origin);

  await riitta.goto(`${origin}/desk/admin/queues/${point.id}?tab=slides`);
  await riitta.getByRole('button', { name: 'Lisää dia' }).click();
  const panel = riitta.getByRole('dialog');
  await panel.getByRole('button', { name: 'Lisää' }).click();
  await expect(panel.locator('[aria-invalid="true"]')).toHaveCount(3);
  const titles = panel.getByLabel('Otsikko');
  for (const [index, title] of ['Passikuvan saa automaatista', 'Passfoto tas i automaten', 'Passport photos here'].entries())
    await titles.nth(index).fill(title);
  await expectAccessible(riitta);
  await panel.getByRole('button', { name: 'Lisää' }).click();
  await expect(riitta.getByRole('dialog').getByRole('heading', { name: 'Kuva', exact: true })).toBeVisible();
  await riitta.keyboard.press('Escape');
  await expect(riitta.getByRole('link', { name: 'Passikuvan saa automaatista' })).toBeVisible();

  const display = await aDisplay(browser, riitta, origin, point, { shows: 'tickets', languages: ['sv', 'fi'] });
  await expect(display.locator('.d-slide')).toBeVisible();
  await expect(display.locator('[data-slide]')).toContainText('Passfoto tas i automaten', { timeout: 80_000 });
  await expectAccessible(display);
  const { code, visitId } = await send<{ code: string; visitId: string }>(aino, origin, 'POST', '/api/queue/visits', {
    ...{ pointId: point.id, queueId: point.queue },
  });
  await send(aino, origin, 'POST', `/api/queue/counters/${point.counter}/calls`, {});
  await expect(display.locator('.d-now .d-code')).toHaveText(code);
  await expect(display.locator('.d-slide')).toHaveCount(0);
  await expect(display.locator('.d-now')).toContainText('Tur nu');

  const { devices } = await send<{
    devices: { id: string; name: string; state: string; version: number; settings: { languages?: string[] } }[];
  }>(riitta, origin, 'GET', `/api/queue/points/${point.id}/devices`);
  const device = devices.find(({ state, settings }) => state === 'paired' && settings.languages?.[0] === 'sv');
  await send(riitta, origin, 'PATCH', `/api/queue/devices/${device?.id}`, { revoked: true, version: device?.version });
  await expect(display.getByRole('heading', { name: 'Ota näyttö käyttöön' })).toBeVisible({ timeout: 45_000 });
  await expect(display.locator('body')).not.toContainText(code);
  await display.context().close();
  // Who sits with a visitor cannot sit down elsewhere: the next journey needs a counter.
  await send(aino, origin, 'POST', `/api/queue/visits/${visitId}/deeds`, { deed: 'finished' });
});

test('who is here is told to anybody by the day; a call is said by the machine until it is recorded', async ({
  browser,
  person,
  service,
}) => {
  const { origin } = service;
  const [riitta, aino] = [await person('Riitta Harju'), await person('Aino Korpela')];
  const point = await aPoint(riitta, aino, origin);
  await riitta.goto(`${origin}/desk/admin/queues/${point.id}?tab=voice`);
  const row = riitta.getByRole('row', { name: /^Tiski 9/ }).first();
  await expect(row).toContainText('Koneääni');
  await expectAccessible(riitta);
  const chosen = riitta.waitForEvent('filechooser');
  await row.getByRole('button', { name: /^Lisää tallenne/ }).click();
  await (await chosen).setFiles({ name: 'oma.wav', mimeType: 'audio/wav', buffer: aWave() });
  await expect(row).toContainText('Oma tallenne');
  await row.getByRole('button', { name: /^Poista tallenne/ }).click();
  await expect(row).toContainText('Koneääni');

  await riitta.getByRole('tab', { name: 'Paikalla' }).click();
  await expect(riitta.getByRole('table')).toContainText('1. kerros');
  await expectAccessible(riitta);

  const page = await (
    await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'fi-FI', javaScriptEnabled: false })
  ).newPage();
  await page.goto(`${origin}/waits/${point.id}/authorities`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kuka on paikalla');
  const days = page.getByRole('navigation', { name: 'Valitse päivä' }).getByRole('link');
  await expect(days).toHaveCount(7);
  await days.nth(3).click();
  await expect(days.nth(3)).toHaveAttribute('aria-current', 'page');
  await expect(page.locator('main')).not.toContainText(/Tiski \d|Huone \d/);
  await page.context().close();
});

/** A tenth of a second of silence. */
function aWave(): Buffer {
  const samples = 800;
  const wave = Buffer.alloc(44 + samples);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(8_000, 24);
  wave.writeUInt32LE(8_000, 28);
  wave.writeUInt16LE(1, 32);
  wave.writeUInt16LE(8, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples, 40);
  wave.fill(128, 44);
  return wave;
}
