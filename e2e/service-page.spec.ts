import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

test('a service has a page of its own: from the search in a tab, from the pane, and by its address', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await expect(page.locator('a.row').first()).toBeVisible();
  await page.keyboard.press('q');
  await page.getByRole('combobox', { name: 'Mitä asiakas tarvitsee' }).fill('muuttoilmoitus');
  const service = page.getByRole('group', { name: 'Palvelut' }).getByRole('option', { name: /^Muuttoilmoitus/ });
  await expect(service.first()).toBeVisible();
  const [tab] = await Promise.all([page.context().waitForEvent('page'), service.first().click({ modifiers: ['Control'] })]);
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Muuttoilmoitus');
  expect(new URL(tab.url()).pathname).toMatch(/^\/desk\/knowledge\/services\/[0-9a-f-]{36}$/);
  await expect(tab.getByRole('heading', { name: 'Näin asioidaan' })).toBeVisible();
  await expectAccessible(tab);
  await expectWhole(tab);

  await service.first().click();
  const pane = page.getByRole('region', { name: 'Työn vierellä' });
  await expect(pane.getByRole('link', { name: /Avaa palvelun sivu/ })).toHaveAttribute('href', new URL(tab.url()).pathname);
  await tab.close();
  await page.goto(`/desk/knowledge/services/${randomUUID()}`);
  await expect(page.getByText('Palvelua ei ole hakemistossa')).toBeVisible();
});

test('a card is put on a service where it is kept, and stands on the service’s page and in its pane', async ({ page, person, signIn }) => {
  test.setTimeout(180_000);
  await signIn('Aino Korpela');
  const id = await aDraft(page);
  await page.goto(`/desk/knowledge/cards/${id}`);
  await page.getByRole('tab', { name: 'Ylläpito' }).click();
  await page.getByRole('combobox', { name: 'Minkä palvelun kortti' }).pressSequentially('muuttoilmoitus');
  await page
    .getByRole('option', { name: /^Muuttoilmoitus/ })
    .first()
    .click();
  const link = page.getByRole('link', { name: /^Muuttoilmoitus/ });
  await expect(link).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(page.getByText('Tiedot on tallennettu.')).toBeVisible();
  const address = (await link.getAttribute('href')) as string;
  const outi = await person('Outi Lehtola');
  await approve(page, outi, id);
  await page.goto(address);
  await page.getByRole('button', { name: 'Kortti muutosta' }).click();
  await expect(page.getByRole('region', { name: 'Työn vierellä' }).getByText('Kerro, mihin ilmoitus tehdään.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Uusi kortti tästä palvelusta' }).click();
  await expect(page).toHaveURL(/\/desk\/knowledge\/cards\//);
  await page.getByRole('tab', { name: 'Ylläpito' }).click();
  await expect(link).toBeVisible();
});

test('the page of a service in three languages and at 320 pixels', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/knowledge');
  await page.getByRole('combobox').fill('muuttoilmoitus');
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('group', { name: 'Palvelut' })
      .getByRole('option', { name: /^Muuttoilmoitus/ })
      .first()
      .click({ modifiers: ['Control'] }),
  ]);
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  for (const language of ['sv', 'en', 'fi']) {
    await call(page, 'PATCH', '/api/me', { language });
    for (const width of [1440, 320]) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.reload();
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(tab.locator('.skeleton')).toHaveCount(0);
      await expectWhole(tab);
      await expectAccessible(tab);
      expect(await tab.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
});

async function aDraft(page: Page): Promise<string> {
  const { grants } = await call<{ grants: { organisationId: string }[] }>(page, 'GET', '/api/me');
  const fi = { title: 'Kortti muutosta', summary: 'Muutosta ilmoitetaan viikossa.', mayAnswer: 'Kerro, mihin ilmoitus tehdään.' };
  const content = { adviceLevel: 'guide', texts: { fi } };
  return (await call<{ id: string }>(page, 'POST', '/api/knowledge/cards', { ownerOrganisationId: grants[0]?.organisationId, content })).id;
}

async function approve(writer: Page, approver: Page, id: string): Promise<void> {
  await call(writer, 'PUT', `/api/knowledge/cards/${id}/draft/offer`, { revision: 1 });
  await call(approver, 'PUT', `/api/knowledge/cards/${id}/draft/approval`, { revision: 2 });
}

async function call<T>(page: Page, method: string, address: string, data?: unknown): Promise<T> {
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin };
  const answered = await page.request.fetch(address, { method, headers, ...(data === undefined ? {} : { data }) });
  expect(answered.status(), await answered.text()).toBeLessThan(300);
  return (answered.status() === 204 ? undefined : await answered.json()) as T;
}
