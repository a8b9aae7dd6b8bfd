import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

const threat = 'Uhkatilanne: toimi näin';
const ofThePoint = 'Vuoron alku ja loppu Mallilan palvelupisteessä';

test('an advisor finds a guide by the same search and reads it beside the work', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/matters?view=mine');
  await expect(page.locator('#main')).toBeVisible();
  await page.locator('#main').focus();
  await page.keyboard.press('q');
  await page.keyboard.type('vastaanotto ensimmäinen minuutti');
  await expect(page.getByRole('option', { name: /Vastaanotto: ensimmäinen minuutti/ })).toBeVisible();
  await page.getByRole('option', { name: /Vastaanotto: ensimmäinen minuutti/ }).click();
  const pane = page.getByRole('region', { name: 'Työn vierellä' });
  await expect(pane.getByRole('heading', { name: 'Vastaanotto: ensimmäinen minuutti' })).toBeFocused();
  await expect(pane.getByText('Tervehdi ensin.')).toBeVisible();
  await expectAccessible(page);
  await pane.getByRole('link', { name: 'Avaa ohje muokattavaksi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vastaanotto: ensimmäinen minuutti' })).toBeVisible();
});

test('what to do in a threat is one key away, also while writing and over a panel', async ({ page, signIn }) => {
  await signIn('Leo Salmi');
  await page.goto('/desk/matters/new?view=mine');
  await page.getByLabel('Mitä puhutaan').fill('Asiakas');
  await page.keyboard.press('F9');
  const panel = page.getByRole('dialog', { name: threat });
  await expect(panel.getByText('Oma turvallisuutesi tulee ensin.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByLabel('Mitä puhutaan')).toHaveValue('Asiakas');
  await page.locator('#main').focus();
  await page.keyboard.press('q');
  await page.keyboard.press('F9');
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Uhkatilanne' }).click();
  await expect(panel).toBeVisible();
});

test('an owner publishes a new version, and the old one stays readable', async ({ page, person, signIn }) => {
  test.setTimeout(180_000);
  await signIn('Aino Korpela');
  const riitta = await person('Riitta Harju');
  const leo = await person('Leo Salmi');
  const name = `Postin haku ${randomUUID().slice(0, 4)}`;
  await page.goto('/desk/knowledge');
  await page.getByRole('link', { name: 'Ohjeet', exact: true }).click();
  await page.getByRole('button', { name: 'Uusi ohje' }).click();
  await page.getByRole('textbox', { name: 'Otsikko, suomi' }).fill(name);
  await page.getByRole('textbox', { name: 'Ohje, suomi' }).fill('Posti haetaan kello kymmenen:\n– avain on kaapissa\n– ovi lukitaan');
  await page.getByRole('button', { name: /Tallenna luonnos/ }).click();
  await expect(page.getByText('Luonnos, kirjoittanut Aino Korpela')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click();
  await expect(page.getByText('Odottaa hyväksymistä, lähettäjä Aino Korpela')).toBeVisible();
  const address = page.url();
  await approve(riitta, name);

  await leo.goto(address);
  await expect(leo.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(leo.getByRole('listitem').filter({ hasText: 'avain on kaapissa' })).toBeVisible();

  await page.getByRole('tab', { name: 'Teksti' }).click();
  await page.getByRole('textbox', { name: 'Ohje, suomi' }).fill('Posti haetaan kello kymmenen:\n– avain on vartijalla\n– ovi lukitaan');
  await page.getByRole('textbox', { name: /Mikä muuttuu/ }).fill('Avain siirtyi');
  await page.getByRole('button', { name: /Tallenna luonnos/ }).click();
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click();
  await expect(page.getByText('Odottaa hyväksymistä, lähettäjä Aino Korpela')).toBeVisible();
  await expect(leo.getByText('avain on kaapissa')).toBeVisible();
  await approve(riitta, name, 'vartijalla');

  await expect(leo.getByText('avain on vartijalla')).toBeVisible();
  await leo.getByRole('button', { name: 'Versiot' }).click();
  await leo.getByRole('button', { name: 'Näytä versio' }).nth(1).click();
  await expect(leo.getByText('avain on kaapissa')).toBeVisible();
  await expectAccessible(leo);
});

test('whom a guide does not concern neither sees nor finds it', async ({ page, person, signIn }) => {
  await signIn('Leo Salmi');
  const mika = await person('Mika Ranta');
  await page.goto('/desk/knowledge/guides');
  await page.getByRole('link', { name: new RegExp(ofThePoint) }).click();
  await expect(page.getByRole('heading', { level: 1, name: ofThePoint })).toBeVisible();
  await find(page, 'vuoron alku ja loppu');
  await expect(page.getByRole('option', { name: new RegExp(ofThePoint) })).toBeVisible();

  await mika.goto('/desk/knowledge/guides');
  await expect(mika.getByRole('link', { name: new RegExp(threat) })).toBeVisible();
  await expect(mika.getByRole('link', { name: new RegExp(ofThePoint) })).toHaveCount(0);
  await find(mika, 'uhkatilanne');
  await expect(mika.getByRole('option', { name: new RegExp(threat) })).toBeVisible();
  await mika.getByRole('combobox').fill('vuoron alku ja loppu');
  await expect(mika.getByRole('option', { name: new RegExp(threat) })).toHaveCount(0);
  await expect(mika.getByRole('option', { name: new RegExp(ofThePoint) })).toHaveCount(0);
  await mika.goto(page.url());
  await expect(mika.getByRole('heading', { name: 'Tämä ei onnistunut' })).toBeVisible();
  await expect(mika.getByRole('heading', { name: ofThePoint })).toHaveCount(0);
});

test('the pages of guides in three languages, in dark and at 320 pixels', async ({ page, signIn }) => {
  test.setTimeout(240_000);
  await signIn('Aino Korpela');
  await page.goto('/desk/knowledge/guides');
  await page.getByRole('link', { name: new RegExp(threat) }).click();
  await expect(page.getByRole('heading', { level: 1, name: threat })).toBeVisible();
  const whole = new URL(page.url()).pathname;
  for (const language of ['sv', 'en', 'fi']) {
    await change(page, { language });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const place of ['/desk/knowledge', '/desk/knowledge/guides?view=all', whole]) {
        await page.goto(place);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expectWhole(page);
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      }
      for (const tab of [1, 2, 3, 4]) {
        await page.getByRole('tab').nth(tab).click();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expectWhole(page);
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      }
    }
  }
  await change(page, { settings: { theme: 'dark' } });
  await page.goto(whole);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await change(page, { settings: { theme: 'system' } });
});

async function approve(approver: Page, name: string, comes?: string): Promise<void> {
  await approver.goto('/desk/knowledge/guides?view=waiting');
  await approver.getByRole('link', { name: new RegExp(name) }).click();
  if (comes) await expect(approver.locator('.card-differences ins', { hasText: comes })).toBeVisible();
  await approver.getByRole('button', { name: 'Hyväksy ja julkaise' }).click();
  await expect(approver.getByText('Hyväksytty.', { exact: true })).toBeVisible();
}

async function find(page: Page, words: string): Promise<void> {
  await page.locator('#main').focus();
  await page.keyboard.press('q');
  await page.getByRole('combobox').fill(words);
}

/** As one's own page would, of the person's settings. */
async function change(page: Page, settings: object): Promise<void> {
  const headers = { 'x-polku-csrf': '1', origin: new URL(page.url()).origin };
  const answer = await page.request.patch('/api/me', { data: settings, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
}
