import type { Page } from '@playwright/test';
import { path } from './desk.ts';
import { expect, test } from './service.ts';

/** The note of a call: what is refused is marked where it stands, an earlier customer is offered, and the next caller's form is their own. */
test('a refused note marks its field; the talk ends with the note and is recorded at its length', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await begin(page, 'Kysyy takautuvasta asumistuesta.');
  await page.getByLabel('Etunimi').fill('Testi');
  await page.getByLabel('Sukunimi').fill('Soittaja');
  await page.getByRole('textbox', { name: 'Puhelin' }).fill('050 000 7788');
  await page.getByRole('textbox', { name: 'Sähköposti' }).fill('testi@posti');
  await page.getByRole('button', { name: /Avaa asia/ }).click();
  const email = page.getByRole('textbox', { name: 'Sähköposti' });
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toBeFocused();
  await expect(page.getByText(/Kirjoita koko osoite/)).toBeVisible();

  await email.fill('testi@posti.example');
  await page.getByRole('button', { name: /Avaa asia/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Asumistuki' })).toBeVisible();
  await expect(page.getByRole('alert'), 'nothing is said of what was put right').toHaveCount(0);
  await expect(page.locator('.toast[data-tone="bad"]')).toHaveCount(0);

  // The customer calls on: the clock is started again by a tap, and stopped.
  await path(page).getByRole('button', { name: 'Keskustelu jatkuu' }).click();
  await path(page).getByRole('button', { name: 'Keskustelu päättyi' }).click();
  await expect(path(page).getByRole('button', { name: 'Keskustelu jatkuu' })).toBeVisible();
  await wrapUp(page);
});

async function wrapUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Päätä ja kirjaa/ }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: /Kirjaa ja päätä/ }).click();
  await expect(panel.getByText('Valitse, miten tarve eteni.')).toBeVisible();
  await panel.getByText('Ei kumpaakaan').click();
  await panel.getByRole('button', { name: /Kirjaa ja päätä/ }).click();
  await expect(panel.getByText('Valitse syy.')).toBeVisible();
  await panel.getByText('Hoitui', { exact: true }).click();
  await panel.getByLabel('Kesto minuutteina').fill('6');
  await panel.getByRole('button', { name: /Kirjaa ja päätä/ }).click();
  await expect(page.getByText(/Kirjattiin ja päätettiin/)).toBeVisible();
}

test('the next caller: an earlier customer is offered by the number alone, and a note left behind can be thrown away', async ({
  page,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await begin(page, 'Kysyy samasta asiasta.');
  await page.getByRole('textbox', { name: 'Puhelin' }).fill('+358 50 000 7788');
  const offer = page.getByRole('listitem').filter({ hasText: 'Testi Soittaja' });
  await offer.getByRole('button', { name: 'On', exact: true }).click();
  const form = page.getByRole('form', { name: 'Uusi asia' });
  await expect(form.getByText('Testi Soittaja')).toBeVisible();

  await expect(page.getByText(/Luonnos tallessa/)).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: 'Polku' }).click();
  await page.getByRole('link', { name: 'Uusi', exact: true }).click();
  await expect(page.getByText(/Tämä muistiinpano jäi kesken/)).toBeVisible();
  await page.getByRole('button', { name: 'Tyhjennä lomake' }).click();
  await expect(page.getByLabel('Mitä puhutaan')).toHaveValue('');
  await expect(page.getByRole('timer')).toHaveCount(0);
  await expect(form.getByText('Testi Soittaja')).toHaveCount(0);

  await page.getByRole('button', { name: /^Peru\b/ }).click();
  await expect(page.getByLabel('Mitä puhutaan')).toHaveValue('Kysyy samasta asiasta.');
  await page.getByRole('button', { name: 'Tyhjennä lomake' }).click();
});

test('the language chosen on the demo page is the desk’s; the menu under the name changes it', async ({ page }) => {
  await page.goto('/demo?lang=en');
  await page.getByRole('button', { name: /Aino Korpela/ }).click();
  await page.waitForURL('**/desk/**');
  await expect(page.getByRole('link', { name: 'New', exact: true })).toBeVisible();
  expect(page.url()).not.toContain('lang');
  await page.getByRole('button', { name: /Aino Korpela/ }).click();
  await page.getByRole('menuitem', { name: 'suomi' }).click();
  await expect(page.getByRole('link', { name: 'Uusi', exact: true })).toBeVisible();
});

test('an authority is found by its short name first, and its list opens from a row half out of sight', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await page.getByRole('link', { name: 'Uusi', exact: true }).click();
  const box = page.getByRole('combobox', { name: 'Viranomainen' });
  await box.fill('kela');
  await expect(page.getByRole('option').first()).toHaveText(/Kansaneläkelaitos/);
  await box.fill('');
  await page.keyboard.press('Escape');
  await page.getByLabel('Mitä puhutaan').focus();
  await page.setViewportSize({ width: 1440, height: 620 });
  await box.evaluate((input) => {
    const pane = input.closest('.pane-body') ?? input;
    pane.scrollTop += input.getBoundingClientRect().bottom - pane.getBoundingClientRect().top - 12;
    if (pane.scrollTop === 0) throw new Error('nothing scrolled');
  });
  const { x, y, height } = (await page
    .getByRole('button', { name: /Näytä vaihtoehdot/ })
    .first()
    .boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await page.mouse.click(x + 8, y + height - 4);
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.getByRole('option').nth(5)).toBeAttached();
});

async function begin(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Uusi', exact: true }).click();
  await page.getByLabel('Mitä puhutaan').fill(words);
  await page.getByLabel('Palvelu', { exact: true }).fill('Asumistuki');
}
