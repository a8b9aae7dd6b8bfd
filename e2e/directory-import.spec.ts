import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { test as base, expect } from './service.ts';

const KEY = 'the-right-key';
const city = (name: string) => ({
  contentId: crypto.randomUUID(),
  businessId: '0000001-9',
  organizationType: 'Municipality',
  publishedAt: '2026-11-01T08:00:00Z',
  languageVersions: name ? { fi: { name } } : {},
});
const records: Record<string, unknown[]> = { organization: [city('Lehtovirta'), city('Jokivarsi'), city('')] };

/** The national directory's interface as version 12 has it: nobody is answered without the key. */
const test = base.extend<object, { directoryUrl: string }>({
  directoryUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: what a fixture of nothing else looks like
    async ({}, use) => {
      const server = createServer((request, response) => {
        const isKnown = request.headers['x-api-key'] === KEY;
        const noun = new URL(request.url ?? '/', 'http://directory.test').pathname.split('/')[3] ?? '';
        const items = records[noun] ?? [];
        response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ page: 1, pageSize: 100, totalItems: items.length, totalPages: 1, items }));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v12`);
      server.close();
    },
    { scope: 'worker' },
  ],
  settings: [async ({ directoryUrl }, use) => use({ PTV_API: 'v12', PTV_URL: directoryUrl }), { scope: 'worker' }],
});

test('the key is given, a wrong one is told, and an import shows what it brought and what it could not read', async ({ page, signIn }) => {
  await signIn('Outi Lehtola');
  await page.goto('/desk/admin/directory');
  await expect(page.getByText('Rajapinnan avain puuttuu')).toBeVisible();
  const everything = page.getByRole('button', { name: 'Tuo koko hakemisto' });
  await expect(everything).toBeDisabled();
  await giveKey(page, 'Anna avain', 'a-wrong-key');
  await expectAccessible(page);
  await everything.click();
  const latest = page.getByRole('list', { name: 'Viimeisimmät tuonnit' }).getByRole('listitem').first();
  await expect(latest).toContainText('epäonnistui');
  await latest.locator('summary').click();
  await expect(latest).toContainText('Palvelutietovaranto ei hyväksynyt avainta.');

  await giveKey(page, 'Vaihda avain', KEY);
  await everything.click();
  await expect(latest).toContainText('valmis');
  await expect(latest).toContainText('1 puute');
  await latest.locator('summary').first().click();
  await expect(latest.getByRole('row', { name: /^Organisaatiot/ })).toContainText('3');
  await expect(latest.getByText('Nimi puuttuu kaikilla kielillä.')).toBeVisible();
  await expectAccessible(page);
  await expectWhole(page);
});

test('the development team has the page too, without the key; others are told whose it is', async ({ page, person, signIn }) => {
  await signIn('Riitta Harju');
  await page.getByRole('link', { name: 'Ylläpito' }).click();
  const nav = page.getByRole('navigation', { name: 'Ylläpito' });
  await expect(nav.getByRole('link')).toHaveText(['Yleiskuva', 'Jonot ja laitteet', 'Ajanvaraus', 'Haku', 'Palveluhakemisto']);
  await expect(page.getByText('Kehittämistiimin sivut')).toBeVisible();
  await nav.getByRole('link', { name: 'Palveluhakemisto' }).click();
  await expect(page.getByRole('button', { name: 'Tuo muutokset nyt' })).toBeVisible();
  await expect(page.getByRole('button', { name: /avain/ })).toHaveCount(0);
  await nav.getByRole('link', { name: 'Haku' }).click();
  await expect(page.getByRole('heading', { name: /Haut ilman vastausta/ })).toBeVisible();
  await page.goto('/desk/admin/people');
  await expect(page.getByText('Ylläpito on pääkäyttäjille')).toBeVisible();

  const aino = await person('Aino Korpela');
  await expect(aino.getByRole('link', { name: 'Ylläpito' })).toHaveCount(0);
});

test('the page stands in three languages and at 320 pixels', async ({ page, signIn }) => {
  await signIn('Outi Lehtola');
  await asksForImport(page);
  for (const language of ['sv', 'en', 'fi']) {
    await page.request.patch('/api/me', { data: { language }, headers: { 'x-polku-csrf': '1' } });
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/desk/admin/directory');
      await expect(page.locator('.imports-runs li').first()).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
});

async function giveKey(page: Page, command: string, key: string): Promise<void> {
  await page.getByRole('button', { name: command }).click();
  await page.getByLabel('Rajapinnan avain').fill(key);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Avain on tallennettu. Seuraava tuonti käyttää sitä.').first()).toBeVisible();
  await expect(page.getByText('Rajapinnan avain on annettu')).toBeVisible();
}

async function asksForImport(page: Page): Promise<void> {
  const headers = { 'x-polku-csrf': '1' };
  expect((await page.request.put('/api/admin/directory-key', { data: { key: KEY }, headers })).status()).toBe(204);
  expect((await page.request.post('/api/admin/directory-imports', { data: { mode: 'everything' }, headers })).status()).toBe(200);
}
