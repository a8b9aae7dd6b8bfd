import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './service.ts';

const languages = {
  fi: {
    service: 'Palveluneuvonta',
    next: 'Näytä vapaat ajat',
    confirm: 'Varaa tämä aika',
    booked: 'Aikasi on varattu',
    cancelled: 'Aika on peruttu',
  },
  sv: {
    service: 'Servicerådgivning',
    next: 'Visa lediga tider',
    confirm: 'Boka den här tiden',
    booked: 'Din tid är bokad',
    cancelled: 'Tiden är avbokad',
  },
  en: {
    service: 'Service advice',
    next: 'Show free times',
    confirm: 'Book this time',
    booked: 'Your appointment is booked',
    cancelled: 'The appointment is cancelled',
  },
};

async function phone(browser: Browser, baseURL: string | undefined, language: string): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
  });
  await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);
  return context.newPage();
}

for (const [language, words] of Object.entries(languages))
  test(`a time is booked, moved and cancelled on a small phone without scripts, in ${language}`, async ({ browser, baseURL }) => {
    const page = await phone(browser, baseURL, language);
    await page.goto('/book');
    await page.getByRole('link', { name: words.service }).first().click();
    await page.getByRole('button', { name: words.next }).click();
    await page.locator('button[name=at]').first().click();
    await page.locator('#name').fill('Elli Esimerkki');
    await page.locator('#email').fill(`elli-${language}@posti.example`);
    await page.getByRole('button', { name: words.confirm }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.booked })).toBeVisible();
    expect(await page.locator('main').innerText()).not.toMatch(/Elli|\{\{|undefined|NaN/);
    const before = await page.locator('.lede').innerText();
    await page.goto('/b/times');
    await page.locator('button[name=at]').last().click();
    await expect(page.locator('.lede')).not.toHaveText(before);
    await page.goto('/b/cancellation');
    await page.locator('form[action="/b/cancellation"] button').click();
    await expect(page.getByRole('heading', { level: 1, name: words.cancelled })).toBeVisible();
    await page.context().close();
  });

test('each page of booking has nothing wrong for those who use other means than eyes and a mouse', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/book');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Palveluneuvonta' }).first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Muita aikoja täällä' }).first().click();
  await expectAccessible(page);
  await page.locator('button[name=at]').first().click();
  await page.getByRole('button', { name: 'Varaa tämä aika' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.locator('#name').fill('Elli Esimerkki');
  await page.locator('#phone').fill('050 000 1234');
  await page.getByRole('button', { name: 'Varaa tämä aika' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aikasi on varattu' })).toBeVisible();
  await expectAccessible(page);
});
