import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

const words = {
  fi: { title: 'Luvut', visitors: 'Kävijää kohti', table: 'Samat luvut taulukkona', hours: 'Kellonajat' },
  sv: { title: 'Siffror', visitors: 'Per besökare', table: 'Samma siffror som tabell', hours: 'Klockslag' },
  en: { title: 'Figures', visitors: 'Per visitor', table: 'The same figures as a table', hours: 'Times of day' },
};

test('the point’s manager reads where visitors have been, and the table that is taken along says the same', async ({ page, signIn }) => {
  await signIn('Riitta Harju');
  await page.getByRole('button', { name: 'Palvelupiste', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Luvut' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Luvut' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: /Mallila.*Palvelupiste$/ }),
    'a point without visits is not the first to be read of',
  ).toBeVisible();
  await page.getByRole('tab', { name: '60 päivää' }).click();
  await expect(page.getByRole('heading', { name: 'Kävijää kohti' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Kellonajat: odotuksen mediaani lyhin/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Viikonpäivät: odotuksen mediaani lyhin/ })).toBeVisible();
  const teams = page.getByRole('table', { name: 'Tiimit' }).getByRole('row');
  await expect(
    teams.filter({ hasText: 'Mallilan neuvonta' }).filter({ hasText: /\d min/ }),
    'a team of whom several have served',
  ).toHaveCount(1);
  await expect(teams.filter({ hasText: 'ei kerrota' }).first(), 'one whose figures would be one person’s').toBeVisible();
  await expect(page.getByRole('table', { name: 'Pitikö arvio' }).getByRole('row', { name: /^Kaikki jonot/ })).toContainText('%');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /Lataa taulukkona/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^queue-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const lines = table(await readFile(await download.path(), 'utf8'));
  const of = (group: string) => lines.filter((line) => line.group === group);
  const [all] = of('step') as [Line];
  expect(Number(all.steps)).toBeGreaterThan(5_000);
  for (const group of ['queue', 'organisation', 'hour', 'weekday']) {
    // Where a group of few is not told of, its steps are missing from the sum, and only then.
    const missing = Number(all.steps) - sum(told(of(group)));
    if (told(of(group)).length === of(group).length) expect(missing, `steps by ${group} make up all steps`).toBe(0);
    else expect(missing, `few steps by ${group} are not told of`).toBeGreaterThan(0);
  }
  const shown = page.getByRole('table', { name: 'Jonot' }).getByRole('row');
  for (const { name, visits, steps, wait_median_s: median } of told(of('queue'))) {
    const row = shown.filter({ has: page.getByRole('rowheader', { name: name as string, exact: true }) });
    const cells = (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s/g, ''));
    expect(cells.slice(0, 3)).toEqual([visits, steps, `${Math.round(Number(median) / 60)}min`]);
  }
});

const told = (lines: readonly Line[]) => lines.filter(({ visits }) => visits !== 'hidden');

test('a target, a period and a point are chosen; a visit that ends is heard of', async ({ page, person, signIn, service }) => {
  await signIn('Riitta Harju');
  await page.goto('/desk/figures?period=today');
  await choose(page.locator('main'), 'Tavoite', '30 min');
  await expect(page.getByText('Odotti enintään 30 min').first()).toBeVisible();
  await expect(page).toHaveURL(/target=30/);
  await choose(page.locator('main'), 'Palvelupiste', 'Suvanto');
  await expect(page.getByRole('heading', { name: 'Ei käyntejä tällä ajalla' })).toBeVisible();
  await expectAccessible(page);

  const { origin } = service;
  const leo = await person('Leo Salmi');
  const mallila = await pointId(page, origin, 'mallila');
  for (const one of [page, leo]) await send(one, origin, 'PATCH', '/api/me', { pointId: mallila });
  await page.goto('/desk/figures?period=today');
  const visits = page.locator('.figures-facts').first().locator('strong').first();
  await expect(visits).toHaveText(/^\d+$/);
  const before = Number(await visits.innerText());
  const board = await send<{ queues: { id: string; prefix: string }[] }>(leo, origin, 'GET', `/api/queue/points/${mallila}/board`);
  const greeted = await send<{ visitId: string }>(leo, origin, 'POST', '/api/queue/visits', {
    pointId: mallila,
    queueId: board.queues[0]?.id,
  });
  await send(leo, origin, 'POST', `/api/queue/visits/${greeted.visitId}/deeds`, { deed: 'left' });
  // Others' visits may end meanwhile: one that was not answered to its call is closed in its time.
  const told = async () => Number(await visits.innerText());
  await expect.poll(told, { timeout: 30_000, message: `${before} visits, and one more` }).toBeGreaterThan(before);
});

test('who keeps no point reads none; what cannot be read says so and is tried again', async ({ page, person, signIn }) => {
  const aino = await person('Aino Korpela');
  await aino.goto('/desk/figures');
  await expect(aino.getByRole('heading', { name: 'Sinulla ei ole palvelupistettä, jonka lukuja voit lukea' })).toBeVisible();
  await expectAccessible(aino);
  await signIn('Riitta Harju');
  await page.route('**/figures?*', (route) => route.abort());
  await page.goto('/desk/figures');
  await expect(page.getByRole('button', { name: 'Yritä uudelleen' })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.unroute('**/figures?*');
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(page.getByRole('heading', { name: 'Kävijää kohti' })).toBeVisible();
});

test('the figures in three languages, in dark and at 320 pixels', async ({ page, signIn, service }) => {
  test.setTimeout(180_000);
  await signIn('Riitta Harju');
  for (const language of ['sv', 'en', 'fi'] as const) {
    await send(page, service.origin, 'PATCH', '/api/me', { language });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/desk/figures?period=month');
      await expect(page.getByRole('heading', { name: words[language].visitors })).toBeVisible();
      await page.locator('summary', { hasText: words[language].table }).first().click();
      await expect(page.getByRole('table', { name: words[language].hours })).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
  await send(page, service.origin, 'PATCH', '/api/me', { settings: { theme: 'dark' } });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/desk/figures?period=month');
  await expect(page.getByRole('heading', { name: words.fi.visitors })).toBeVisible();
  await expectAccessible(page);
  await send(page, service.origin, 'PATCH', '/api/me', { settings: { theme: 'system' } });
});

type Line = Record<string, string>;

function table(csv: string): Line[] {
  const [head = [], ...rows] = csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n] ?? ''])));
}

const sum = (lines: readonly Line[]) => lines.reduce((total, { steps }) => total + Number(steps), 0);

async function pointId(page: Page, origin: string, key: string): Promise<string> {
  const { points } = await send<{ points: { id: string; key: string }[] }>(page, origin, 'GET', '/api/directory');
  return points.find((point) => point.key === key)?.id as string;
}
