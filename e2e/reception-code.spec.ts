import { expectAccessible } from './accessible.ts';
import { bookedNow } from './booked-now.ts';
import { asOwner } from './database.ts';
import { expectWhole } from './desk.ts';
import { expectAt, mallila } from './kiosk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';
import { atPoint } from './visits.ts';

const CODE = 'WX7M4P';
const language = { sv: 'Med bokningskod', en: 'By booking code', fi: 'Varauskoodilla' };

test('who has a booked time says its code at reception and has a number, by keys or a scanner alone', async ({ page, signIn, service }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  const point = await mallila(page, service.origin);
  const board = await send<{ queues: { id: string }[] }>(page, service.origin, 'GET', `/api/queue/points/${point.id}/board`);
  await expectAt(service, point, board.queues[0]?.id as string, CODE, Temporal.Now.instant());

  await page.keyboard.press('d');
  const panel = page.getByRole('dialog', { name: language.fi });
  const field = panel.getByLabel('Varauskoodi');
  await expect(field).toBeFocused();
  await page.keyboard.type('zzz zzz');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Tällä koodilla ei odoteta tänään ketään')).toBeVisible();
  await expectAccessible(page);
  await field.fill('');
  await page.keyboard.type('wx7 m4p');
  await page.keyboard.press('Enter');
  const number = page.getByRole('dialog', { name: 'Vuoronumero' }).locator('.visitor-code');
  await expect(number).toBeVisible();
  const code = /[A-Z]\d{3}/.exec(await number.innerText())?.[0] as string;
  await expectAccessible(page);
  await expect(page.getByRole('button', { name: 'Seuraava kävijä' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.locator('.ticket-row', { hasText: code })).toBeVisible();
  // Nobody is left in line, or expected, whom others would find there.
  const told = page.locator('.toast').filter({ hasText: `${code} saapui` });
  await told.getByRole('button', { name: /Peru/ }).click();
  await expect(page.locator('.ticket-row', { hasText: code })).toHaveCount(0);
  await asOwner(service, (client) =>
    client.query("delete from expected_visit where point_id = $1 and needs = '{hearing}' and visit_id is null", [point.id]),
  );
});

type Box = { y: number; height: number };
const overlap = (one: Box, other: Box) => one.y < other.y + other.height && other.y < one.y + one.height;

test('whom no queue expects is marked as come by the same field, and it is taken back', async ({ page, signIn, service }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  const { id: pointId } = await mallila(page, service.origin);
  await bookedNow(service, { pointId, name: 'Lista Ainoastaan', code: 'YH4K7T' });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.keyboard.press('d');
  await expect(page.getByRole('dialog', { name: language.fi }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('yh4 k7t');
  await page.keyboard.press('Enter');
  const came = page.getByRole('dialog', { name: 'Merkitty saapuneeksi' });
  await expect(came.getByText('Lista Ainoastaan')).toBeVisible();
  await expect(came.getByText('Ei vuoronumeroa')).toBeVisible();
  await expect(page.locator('.visitor-code')).toHaveCount(0);
  await expectWhole(page);
  await expectAccessible(page);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/code-came.png` });
  const toast = page.locator('.toast').filter({ hasText: 'Lista Ainoastaan saapui' });
  // What is said covers neither who has come, nor how one goes on or leaves.
  const said = (await toast.boundingBox()) as Box;
  for (const part of ['.panel-head', '.number-given', '.panel-foot'])
    expect(overlap(said, (await came.locator(part).boundingBox()) as Box), part).toBe(false);
  await toast.getByRole('button', { name: /Peru/ }).click();
  await expect(came).toHaveCount(0);
  await page.goto('/desk/appointments/day');
  await expect(page.getByRole('button', { name: 'Saapui: Lista Ainoastaan' })).toBeVisible();
});

test('the field for the code is whole in each language, light and dark, on a small screen too', async ({ page, signIn, service }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  for (const [each, title] of Object.entries(language)) {
    const isDark = each === 'en';
    await send(page, service.origin, 'PATCH', '/api/me', { language: each, settings: { theme: isDark ? 'dark' : 'light' } });
    await page.setViewportSize(isDark ? { width: 320, height: 800 } : { width: 1280, height: 800 });
    await page.goto('/desk/visits');
    await expect(page.getByRole('tab').first()).toBeVisible();
    await page.keyboard.press('d');
    const panel = page.getByRole('dialog', { name: title });
    await expect(panel.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('zzz');
    await page.keyboard.press('Enter');
    await expect(panel.locator('.field-problem')).toBeVisible();
    await expectWhole(page);
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/code-${each}.png` });
  }
  await send(page, service.origin, 'PATCH', '/api/me', { settings: { theme: 'system' } });
});
