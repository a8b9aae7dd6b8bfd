import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, line, openMenu, path } from './desk.ts';
import { expect, test } from './service.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const AUTHORITY = /kela|kansaneläkelaitos|fpa|folkpensionsanstalten/i;

/** Journey 2. The resident's browser runs no script at all. */
test('a web form in Swedish by someone unnamed, followed by the secret link to its end', async ({ browser, person }) => {
  const resident = await (await browser.newContext({ javaScriptEnabled: false, locale: 'sv-FI' })).newPage();
  const ebba = await person('Ebba Nylund');
  await ebba.goto('/desk/matters?view=unit');
  await expect(line(ebba, /./).first()).toBeVisible();
  const loaded: string[] = [];
  ebba.on('load', () => loaded.push(ebba.url()));

  const link = await test.step('the form is sent, and the receipt has the link', () => writeForm(resident));
  await test.step('it stands in the list by itself, and the advisor takes it', () => takeAndDirect(ebba));
  await test.step('the advisor answers on the page behind the link', () => answer(ebba));
  await test.step('the resident reads the answer, writes and says how it ended', () => followToTheEnd(resident, link));
  await test.step('the desk shows it by itself', async () => {
    await expect(path(ebba)).toContainText('Tack, nu förstår jag.');
    await expect(path(ebba).getByRole('link', { name: 'bevis.png' })).toBeVisible();
    await expect(path(ebba)).toContainText('Kunden berättade hur ärendet slutade');
  });
  expect(loaded, 'what came was seen without loading anything anew').toEqual([]);
  await test.step('revoked, the link opens nothing', () => revoke(ebba, resident, link));
  await resident.context().close();
});

async function writeForm(resident: Page): Promise<string> {
  await resident.goto('/contact?lang=sv');
  await resident.getByLabel('Vad gäller ditt ärende?').fill('Min hyra har stigit. Jag vet inte om jag kan få stöd för hyran.');
  await resident.getByLabel('Lägg till filer').setInputFiles({ name: 'hyresavi.png', mimeType: 'image/png', buffer: PNG });
  await expect(resident.getByRole('radio', { name: /På en egen sida på webben/ })).toBeChecked();
  await resident.getByRole('button', { name: 'Skicka meddelandet' }).click();
  await expect(resident.getByRole('heading', { level: 1, name: 'Vi har fått ditt meddelande' })).toBeVisible();
  await expect(resident.locator('.code')).toHaveText(/\d/);
  const link = await resident.locator('.secret-link a').getAttribute('href');
  expect(new URL(link as string).pathname).toMatch(/^\/a\/[\w-]{22,}$/);
  expect(new URL(resident.url()).pathname, 'no secret in the address').toBe('/a/receipt');
  return link as string;
}

async function takeAndDirect(ebba: Page): Promise<void> {
  await line(ebba, 'Min hyra har stigit').click();
  await expect(path(ebba)).toContainText('Jag vet inte om jag kan få stöd för hyran.');
  await expect(path(ebba).getByRole('link', { name: 'hyresavi.png' })).toBeVisible();
  await ebba.getByRole('button', { name: 'Ta över', exact: true }).click();
  await ebba.locator('.need-name').click();
  const panel = ebba.getByRole('dialog');
  await panel.getByLabel('Tjänst', { exact: true }).fill('Bostadsbidrag');
  await panel.getByRole('combobox', { name: 'Myndighet' }).fill('Folk');
  await ebba.getByRole('option', { name: 'Folkpensionsanstalten' }).click();
  await panel.getByRole('button', { name: /Spara/ }).click();
  await expect(ebba.locator('.need-row')).toContainText('Folkpensionsanstalten');
}

async function answer(ebba: Page): Promise<void> {
  const form = ebba.getByRole('form', { name: 'Meddelande' });
  await expect(form).toContainText('Kundens sida');
  await write(form, 'Hej! Du kan ansöka om stöd för boendet på webben. Ta med hyresavtalet till servicepunkten om du vill ha hjälp.');
  await choose(form, 'Innehåll', 'Sekretessbelagt');
  await write(form, 'FPA har beviljat dig 210 euro i månaden.');
}

async function write(form: Locator, words: string): Promise<void> {
  await form.getByLabel('Meddelandets text').fill(words);
  await form.getByRole('button', { name: /^Skicka/ }).click();
  await expect(form.getByLabel('Meddelandets text')).toHaveValue('');
  await expect(path(form.page())).toContainText(words);
}

async function followToTheEnd(resident: Page, link: string): Promise<void> {
  await resident.goto(link);
  expect(new URL(resident.url()).pathname, 'the secret has left the address').toBe('/a');
  const main = resident.getByRole('main');
  await expect(main).toContainText('Ta med hyresavtalet till servicepunkten om du vill ha hjälp.');
  await expect(main.getByRole('link', { name: /hyresavi\.png/ })).toBeVisible();
  await expect(main).toContainText('Du har ett meddelande');
  await expectNothingSecret(resident);

  await resident.getByLabel('Skriv till oss').fill('Tack, nu förstår jag.');
  await resident.getByLabel('Lägg till filer').setInputFiles({ name: 'bevis.png', mimeType: 'image/png', buffer: PNG });
  await resident.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(main).toContainText('Vi har fått ditt meddelande. Det syns nedan.');
  await expect(main.getByText('Tack, nu förstår jag.')).toBeVisible();

  await resident.getByRole('radio', { name: 'Mitt ärende blev uträttat' }).check();
  await resident.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(main).toContainText('Tack, vi har antecknat ditt svar.');
  await expect(resident.getByRole('radio', { name: 'Mitt ärende blev uträttat' })).toBeChecked();
  await expectNothingSecret(resident);
}

async function expectNothingSecret(resident: Page): Promise<void> {
  // Hidden fields hold chance letters, which may spell anything.
  const source = (await resident.content()).replace(/(<input type="hidden" name="\w+" value=)"[\w-]*"/g, '$1""');
  expect(source).not.toMatch(AUTHORITY);
  expect(source).not.toMatch(/210 euro|beviljat/);
}

async function revoke(ebba: Page, resident: Page, link: string): Promise<void> {
  await openMenu(ebba, 'Fler åtgärder', 'Länk till kunden');
  await expectAccessible(ebba);
  await ebba.getByRole('dialog').getByRole('button', { name: 'Återkalla kundens länkar' }).click();
  await expect(ebba.getByText('Länkarna återkallades.')).toBeVisible();
  for (const address of [link, '/a', '/a/receipt']) expect((await resident.goto(address))?.status(), address).toBe(404);
  await expect(resident.getByRole('heading', { level: 1, name: 'Ärendet kan inte öppnas' })).toBeVisible();
}
