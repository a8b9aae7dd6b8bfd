import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole, path } from './desk.ts';
import { expect, test } from './service.ts';
import { aCallersMatter, atPoint } from './visits.ts';

const panel = (page: Page, name: RegExp) => page.getByRole('dialog', { name });

/** The first of what was typed. */
async function typeAndTake(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toHaveText(new RegExp(`^${words}`));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('several services on one visit: added by keyboard, booked as one, each a step of the matter, whole on a small screen, and moved as one', async ({
  page,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await page.goto(`/desk/matters/${await aCallersMatter(page)}?view=mine`);
  await page.getByRole('button', { name: /^Varaa aika/ }).click();
  const booking = panel(page, /^Varaa aika/);
  await expect(booking.getByRole('combobox', { name: 'Palvelu' })).toBeFocused();
  await typeAndTake(page, 'Palveluneuvonta');
  const add = booking.getByRole('button', { name: 'Lisää palvelu samaan käyntiin' });
  await add.press('Enter');
  const second = booking.getByRole('combobox', { name: 'Palvelu 2' });
  await expect(second).toBeFocused();
  await expect(booking.getByRole('button', { name: /^Varaa tämä käynti/ })).toBeDisabled();
  await typeAndTake(page, 'Digituki');
  await booking.getByLabel('Asiakkaan nimi').fill('Kahden Kävijä');
  await booking.getByRole('button', { name: 'Poista käynnistä: Digituki' }).press('Enter');
  await expect(add).toBeFocused();
  await expect(booking.getByRole('radiogroup', { name: /^Vapaat ajat(?! käynnille)/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(second).toBeFocused();
  await typeAndTake(page, 'Digituki');
  const first = booking.getByRole('radiogroup', { name: 'Vapaat ajat käynnille' }).getByRole('radio').first();
  await first.press('Space');
  await expect(first).toBeChecked();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectWhole(page);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('visit-320.png') });
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/booking/visits') && one.status() === 201);
  await page.keyboard.press('Control+Enter');
  const done = panel(page, /^Käynti on varattu/);
  const { parts } = (await (await answer).json()) as { parts: { startsAt: string }[] };
  await expect(done.locator('.booked-code')).toHaveText(/^[2-9A-Y]{3} [2-9A-Y]{3}$/);
  await expect(done.locator('.page-address')).toContainText('/b/together/');
  await expectWhole(page);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('visit-booked-320.png') });
  const told = done.locator('.booked-parts > li');
  await expect(told).toHaveCount(2);
  await expect(told.filter({ hasText: /klo.\d+\.\d\d.*min.*Palveluneuvonta/ })).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(done.getByText('Palveluneuvonta')).toBeHidden();
  await expect(told.filter({ hasText: /klo/ }).filter({ visible: true })).toHaveCount(2);
  await page.setViewportSize({ width: 794, height: 1123 });
  await expect.poll(async () => (await done.boundingBox())?.x, 'the paper is the slip alone').toBe(0);
  await page.screenshot({ path: test.info().outputPath('visit-slip.png') });
  await page.emulateMedia({ media: null });
  await done.getByRole('button', { name: 'Valmis' }).click();
  await page.setViewportSize({ width: 1280, height: 800 });
  const times = page.getByRole('list', { name: 'Varatut ajat' }).getByRole('listitem');
  await expect(times).toHaveCount(2);
  await expect(times.filter({ hasText: 'Palveluneuvonta' })).toHaveCount(1);
  await expect(times.filter({ hasText: 'Digituki' })).toHaveCount(1);
  await expect(path(page).getByText('Varattu aika')).toHaveCount(2);
  await page.screenshot({ path: test.info().outputPath('visit-path.png') });
  const day = Temporal.Instant.from(parts[0]?.startsAt as string)
    .toZonedDateTimeISO('Europe/Helsinki')
    .toPlainDate();
  await moveWholeFromMatter(page, times);
  await page.goto(`/desk/appointments/day?day=${day}`);
  const rows = page.getByRole('listitem').filter({ hasText: 'Kahden Kävijä' });
  await expect(rows).toHaveCount(2);
  const shown = await rows.locator('.day-time').allTextContents();
  await page.getByRole('button', { name: 'Kahden Kävijä: toiminnot' }).first().click();
  await page.getByRole('menuitem', { name: 'Ajan tiedot' }).click();
  await page.getByRole('button', { name: 'Siirrä koko käynti' }).click();
  const move = panel(page, /^Siirrä koko käynti/);
  await move.getByRole('radio').first().press('Space');
  await move.getByRole('button', { name: /^Siirrä käynti tähän aikaan/ }).click();
  await expect(move).toBeHidden();
  await undo(page, /^Käynti siirrettiin/);
  await expect.poll(() => rows.locator('.day-time').allTextContents()).toEqual(shown);
});

/** By the keys alone; then taken back. */
async function moveWholeFromMatter(page: Page, times: Locator): Promise<void> {
  const said = await times.locator('b').allTextContents();
  const menu = times.getByRole('button').first();
  await menu.press('Enter');
  for (const name of ['Siirrä koko käynti', 'Siirrä vain tämä osa', 'Peru tämä osa'])
    await expect(page.getByRole('menuitem', { name })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Siirrä koko käynti' })).toBeFocused();
  await page.keyboard.press('Enter');
  const move = panel(page, /^Siirrä koko käynti/);
  await expect(move.getByText('kerro hänelle uusi aika')).toBeVisible();
  await move.getByRole('radio').first().press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(move).toBeHidden();
  await expect.poll(() => times.locator('b').allTextContents()).not.toEqual(said);
  await undo(page, /^Käynti siirrettiin/);
  await expect.poll(() => times.locator('b').allTextContents()).toEqual(said);
}

async function undo(page: Page, what: RegExp): Promise<void> {
  const toast = page.locator('.toast').filter({ hasText: what }).last();
  await toast.getByRole('button', { name: /^Peru/ }).press('Enter');
  await expect(page.getByText(/^Siirto peruttiin: käynti on taas/).last()).toBeVisible();
}
