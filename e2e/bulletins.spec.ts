import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

const title = 'Lomake uudistuu joulukuussa';

test('a must-read notice stands first on the desk, is read there, and its publisher sees who has not', async ({ page, person, signIn }) => {
  test.setTimeout(180_000);
  const aino = await person('Aino Korpela');
  await signIn('Outi Lehtola');
  await page.goto('/desk/knowledge/bulletins');
  await page.getByRole('button', { name: 'Uusi tiedote' }).click();
  const panel = page.getByRole('dialog');
  for (const [language, said] of [
    ['Suomeksi', title],
    ['Ruotsiksi', 'Blanketten förnyas i december'],
    ['Englanniksi', 'The form changes in December'],
  ] as const) {
    const part = panel.getByRole('region', { name: language });
    await part.getByLabel('Otsikko').fill(said);
    await part.getByLabel('Teksti').fill(`${said}. Kerro asiakkaille.`);
  }
  await panel.getByRole('combobox', { name: 'Koskee palveluja' }).pressSequentially('muuttoilmoitus');
  await page
    .getByRole('option', { name: /^Muuttoilmoitus/ })
    .first()
    .click();
  const chosen = panel.getByRole('button', { name: /^Poista valinta: Muuttoilmoitus/ });
  await expect(chosen).toBeVisible();
  await panel.getByText('Kaikkien luettava').click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tiedote on julkaistu.')).toBeVisible();
  const article = page.getByRole('article', { name: title });
  await expect(article).toContainText('Koskee palveluja: Muuttoilmoitus');
  const readers = article.getByRole('button', { name: /lukenut$/ });
  await expect(readers).toHaveText('0 lukenut');

  // It comes to an open desk by itself, before what need not be read.
  await aino.goto('/desk/');
  const fresh = aino.getByRole('region', { name: 'Uutta sinulle' });
  await expect(fresh.locator('summary').first()).toContainText('Kaikkien luettava');
  const line = fresh.locator('details').filter({ hasText: title });
  await line.locator('summary').click();
  await expectAccessible(aino);
  await line.getByRole('button', { name: 'Olen lukenut tämän' }).click();
  await expect(line).toHaveCount(0);

  await expect(readers).toHaveText('1 lukenut');
  await readers.click();
  await expect(panel.getByRole('region', { name: /on lukenut/ })).toContainText('Aino Korpela');
  await expect(panel.getByRole('region', { name: /ei ole vielä lukenut/ })).not.toContainText('Aino Korpela');
  await expect(panel.getByRole('region', { name: /ei ole vielä lukenut/ })).toContainText('Riitta Harju');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // Changed so much that it is to be read anew, and taken off the service.
  await article.getByRole('button', { name: 'Muokkaa' }).click();
  await chosen.click();
  await panel.getByText('Pyydä lukemaan uudelleen').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tiedote on tallennettu.')).toBeVisible();
  await expect(article).not.toContainText('Muuttoilmoitus');
  await expect(readers).toHaveText('0 lukenut');
  await expect(line).toBeVisible();
});

test('a notice for some points alone is nothing to others', async ({ page, person, signIn }) => {
  await signIn('Outi Lehtola');
  await page.goto('/desk/knowledge/bulletins');
  await page.getByRole('button', { name: 'Uusi tiedote' }).click();
  const panel = page.getByRole('dialog');
  for (const language of ['Suomeksi', 'Ruotsiksi', 'Englanniksi']) {
    const part = panel.getByRole('region', { name: language });
    await part.getByLabel('Otsikko').fill('Vain Kirkkorannassa');
    await part.getByLabel('Teksti').fill('Ovi korjataan.');
  }
  await panel
    .getByRole('group', { name: /^Pisteet, joita tiedote koskee/ })
    .getByText('Kirkkoranta')
    .click();
  await page.keyboard.press('Control+Enter');
  const article = page.getByRole('article', { name: 'Vain Kirkkorannassa' });
  await expect(article).toContainText('Kirkkoranta');
  const aino = await person('Aino Korpela');
  await aino.goto('/desk/knowledge/bulletins');
  await expect(aino.getByRole('article', { name: 'Vain Kirkkorannassa' })).toBeVisible();
  await expect(aino.getByRole('article', { name: 'Vain Kirkkorannassa' }).getByRole('button')).toHaveCount(0);
  await aino.goto('/desk/');
  await expect(aino.getByRole('region', { name: 'Uutta sinulle' })).toBeVisible();
  await expect(aino.getByText('Vain Kirkkorannassa')).toHaveCount(0);

  // The search finds it for whoever asks, whole.
  await aino.goto('/desk/knowledge');
  await aino.getByRole('combobox', { name: 'Mitä asiakas tarvitsee' }).fill('vain kirkkorannassa');
  await aino.getByRole('option', { name: /^Vain Kirkkorannassa/ }).click();
  await expect(aino.getByRole('region', { name: 'Työn vierellä' }).getByText('Ovi korjataan.')).toBeVisible();
  await expectAccessible(aino);
});

test('the pages of notices and the start of the desk in three languages, in dark and at 320 pixels', async ({ page, signIn }) => {
  test.setTimeout(180_000);
  await signIn('Riitta Harju');
  for (const language of ['sv', 'en', 'fi']) {
    await change(page, { language, settings: { theme: 'dark' } });
    for (const [width, place] of [
      [1440, 'matters?view=mine'],
      [1440, 'knowledge/bulletins'],
      [320, 'knowledge/bulletins'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/desk/${place}`);
      await expect(page.locator('.bulletin, .new-today, .welcome').first()).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
  await change(page, { settings: { theme: 'system' } });
});

async function change(page: Page, data: object): Promise<void> {
  const answered = await page.request.patch('/api/me', { data, headers: { 'x-polku-csrf': '1' } });
  expect(answered.ok(), await answered.text()).toBe(true);
}
