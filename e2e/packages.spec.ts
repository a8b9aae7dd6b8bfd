import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole, path } from './desk.ts';
import { expect, test } from './service.ts';

const name = { fi: 'Saan koiran', plain: 'Saan koiran', sv: 'Jag får en hund', en: 'I am getting a dog' };
const steps = [
  { fi: 'Ilmoita koira rekisteriin', sv: 'Anmäl hunden till registret', en: 'Register the dog' },
  { fi: 'Kysy koirapuistosta', sv: 'Fråga om hundparken', en: 'Ask about the dog park' },
];

test('a life event is written with a service, published, put on a path in one tap, and changed', async ({
  page,
  person,
  signIn,
  baseURL,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn('Outi Lehtola');
  await page.goto('/desk/admin/packages/new');
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  await writeTitles(panel);
  await panel.getByRole('button', { name: 'Lisää vaihe' }).click();
  for (const [index, said] of steps.entries()) await writeStep(panel, index, said);
  await pickService(panel.getByRole('group', { name: 'Vaihe 1' }), 'muuttoilmoitus', /^Muuttoilmoitus/);
  await expect(panel.getByRole('link', { name: /Muuttoilmoitus/ })).toBeVisible();
  await panel.getByRole('group', { name: 'Vaihe 1' }).getByLabel('Määräaika, päivää tapahtumasta').fill('14');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Lisätty: ${name.fi}`)).toBeVisible();

  const aino = await person('Aino Korpela');
  const matter = await aMatter(aino);
  await aino.goto(`/desk/matters/${matter}?view=mine`);
  await takeOnPath(aino);
  await expect(path(aino)).toContainText(steps[0]?.fi as string);
  await expect(path(aino)).toContainText(steps[1]?.fi as string);
  await expectWhole(aino);

  const resident = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage();
  await resident.goto('/life-events');
  await resident.getByRole('link', { name: name.fi, exact: true }).click();
  await expect(resident.getByRole('heading', { level: 1 })).toHaveText(name.fi);
  await expect(resident.getByText(steps[1]?.fi as string)).toBeVisible();
  await expectAccessible(resident);

  // What is written anew is what the next one takes; what stands on a path already stays as it was.
  await page.goto('/desk/admin/packages');
  await page.getByRole('link', { name: name.fi, exact: true }).click();
  const second = page.getByRole('dialog').getByRole('group', { name: 'Vaihe 2' });
  await second.getByRole('textbox', { name: 'suomi', exact: true }).fill('Käy koirapuistossa');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Poista valinta: Muuttoilmoitus/ })
    .click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Tallennettu: ${name.fi}`)).toBeVisible();
  await resident.reload();
  await expect(resident.getByText('Käy koirapuistossa')).toBeVisible();
  await resident.context().close();
  await takeOnPath(aino);
  await expect(path(aino)).toContainText('Käy koirapuistossa');
  await expect(path(aino)).toContainText(steps[1]?.fi as string);
});

test('the pages of life events stand in three languages and at 320 pixels', async ({ page, signIn }) => {
  test.setTimeout(180_000);
  await signIn('Outi Lehtola');
  for (const language of ['sv', 'en', 'fi']) {
    await page.request.patch('/api/me', { data: { language }, headers: { 'x-polku-csrf': '1' } });
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/desk/admin/packages');
      await expect(page.locator('.row-link').first()).toBeVisible();
      await expectAccessible(page);
      await page.locator('.row-link').first().click();
      await expect(page.getByRole('dialog').locator('.package-step').first()).toBeVisible();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
});

async function writeTitles(panel: Locator): Promise<void> {
  for (const [label, said] of [
    ['suomi', name.fi],
    ['selkosuomi', name.plain],
    ['ruotsi', name.sv],
    ['englanti', name.en],
  ] as const)
    await panel.getByRole('group', { name: label, exact: true }).getByLabel('Nimi').fill(said);
}

async function writeStep(panel: Locator, index: number, said: { fi: string; sv: string; en: string }): Promise<void> {
  const step = panel.getByRole('group', { name: `Vaihe ${index + 1}` });
  await step.getByRole('textbox', { name: 'suomi', exact: true }).fill(said.fi);
  await step.getByRole('textbox', { name: 'ruotsi', exact: true }).fill(said.sv);
  await step.getByRole('textbox', { name: 'englanti', exact: true }).fill(said.en);
}

async function pickService(within: Locator, words: string, option: RegExp): Promise<void> {
  await within.getByRole('combobox', { name: 'Palvelu' }).pressSequentially(words);
  await within.page().getByRole('option', { name: option }).first().click();
}

async function takeOnPath(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Elämäntapahtuma', exact: true }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('combobox', { name: 'Elämäntapahtuma' }).fill(name.fi);
  await page.getByRole('option', { name: new RegExp(`^${name.fi}`) }).click();
  await expect(panel.getByRole('heading', { name: 'Polulle tulee' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(panel).toHaveCount(0);
}

async function aMatter(page: Page): Promise<string> {
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin };
  const data = { title: 'Uusi koira', language: 'fi', contact: { channel: 'phone', summary: 'Uusi koira' }, customer: { language: 'fi' } };
  const answered = await page.request.post('/api/matters', { headers, data: { ...data, needs: [{ ownWords: 'Saan koiran' }] } });
  expect(answered.status(), await answered.text()).toBe(201);
  return ((await answered.json()) as { id: string }).id;
}
