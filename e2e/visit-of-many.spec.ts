import { expectAccessible } from './accessible.ts';
import { expect, test } from './service.ts';

test('two services of one visit are booked on a small phone: held together, one code, cancelled in part', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  await page.goto('/book');
  await page.getByRole('link', { name: 'Monta asiaa samalla käynnillä' }).click();
  const place = page.getByRole('link', { name: /Mallilan palvelupiste/ });
  await place.first().click();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /Palveluneuvonta/ }).check();
  await page.getByRole('checkbox', { name: /Digituki/ }).check();
  await page.locator('#people').selectOption('3');
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Milloin tulet?' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/visit-times.png', fullPage: true });
  await page.locator('button[name=at]').first().click();
  await expect(page.getByRole('heading', { name: 'Käynnin osat' })).toBeVisible();
  await page.locator('#name').fill('Elli Esimerkki');
  await page.locator('#phone').fill('050 000 1239');
  await page.getByRole('button', { name: 'Varaa tämä käynti' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Käyntisi on varattu' })).toBeVisible();
  await expect(page.locator('.code')).toHaveText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
  expect(await page.locator('main').innerText()).not.toMatch(/Elli|\{\{|undefined|NaN/);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/visit-own.png', fullPage: true });
  await page.getByText('Näytä palvelut tai peru osa käynnistä').click();
  await page
    .getByRole('link', { name: /^Peru tämä/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Peru tämä osa' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Varauksesi on muuttunut' })).toBeVisible();
  await context.close();
});
