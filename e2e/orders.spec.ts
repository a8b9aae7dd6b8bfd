import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

const title = { fi: 'Tulkkaukset', sv: 'Tolkning', en: 'Interpreting' };

/** An arrangement asks for an interpreter: ordered from the matter, seen by a colleague as a task, and what went wrong is kept. */
test('an interpreter is ordered, confirmed and does not come', async ({ page, person, signIn }) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/matters?view=mine');
  await page.locator('a.row', { hasText: 'Amina Farah' }).click();
  const section = page.getByRole('region', { name: title.fi });
  await expect(section.getByText('Tilattava')).toBeVisible();
  await section.getByRole('button', { name: 'Tilaa tulkki' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByLabel('Kieli')).toHaveValue('somali');
  await panel.getByText('Puhelimessa').click();
  await panel.getByLabel('Milloin').fill('1.6.2099 12.00');
  await expectAccessible(page);
  await panel.getByRole('button', { name: /Lisää tilattavaksi/ }).click();
  await expect(section.getByText('Puhelimessa')).toBeVisible();

  const colleague = await person('Leo Salmi');
  await colleague.goto('/desk/orders');
  const task = colleague.locator('a.order-line', { hasText: 'Puhelimessa' });
  await expect(task).toContainText('Amina Farah');

  await section.getByRole('button', { name: /Puhelimessa/ }).click();
  await panel.getByText('Vahvistettu', { exact: true }).click();
  await panel.getByLabel('Mistä tilattu').fill('Alueen tulkkipalvelu');
  await panel.getByRole('button', { name: /Tallenna/ }).click();
  await expect(section.getByText('Vahvistettu')).toBeVisible();
  await expect(task).toContainText('Vahvistettu');

  await section.getByRole('button', { name: /Puhelimessa/ }).click();
  await panel.getByText('Ei onnistunut').click();
  await expect(panel.getByRole('button', { name: /Tallenna/ })).toBeDisabled();
  await choose(panel, 'Miksi ei onnistunut', 'Tulkki ei tullut');
  await panel.getByRole('button', { name: /Tallenna/ }).click();
  await expect(section.getByText('Tulkki ei tullut')).toBeVisible();
  await expect(task, 'no task any more, and seen without loading anew').toHaveCount(0);
});

test('the orders in three languages and at 320 pixels', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  for (const [language, words] of Object.entries(title)) {
    await read(page, language);
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/desk/orders');
      await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
      await expect(page.locator('a.order-line').first()).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
  await read(page, 'fi');
});

async function read(page: Page, language: string): Promise<void> {
  await page.evaluate(async (to) => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
    await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: to }) });
  }, language);
}
