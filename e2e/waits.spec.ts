import { expect, test } from './service.ts';

const languages = {
  fi: { link: 'Odotusajat nyt', now: 'Juuri nyt', best: 'Milloin kannattaa tulla', table: 'Odotus eri aikoina' },
  sv: { link: 'Väntetider nu', now: 'Just nu', best: 'När det lönar sig att komma', table: 'Väntan vid olika tider' },
  en: { link: 'Waiting times now', now: 'Right now', best: 'When to come', table: 'Waits at different times' },
  'fi-x-plain': { link: 'Odotusajat nyt', now: 'Juuri nyt', best: 'Milloin kannattaa tulla', table: 'Odotus eri aikoina' },
};

for (const [language, words] of Object.entries(languages))
  test(`how busy a point is and when to come, without scripts, in ${language}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      ...(baseURL ? { baseURL } : {}),
      javaScriptEnabled: false,
      viewport: { width: 320, height: 800 },
    });
    await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: words.link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('listitem')
      .getByRole('link', { name: /Mallila/ })
      .click();
    for (const heading of [words.now, words.best, words.table]) await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    // Thirty days of the demo: every weekday's hours from nine on are known.
    expect(await page.locator('.hours-of-week td[data-level]').count()).toBeGreaterThan(20);
    expect(await page.locator('main').innerText()).not.toMatch(/\b0–0\b|\{\{|undefined|NaN/);
    await page
      .getByRole('link', { name: /Mallila/ })
      .first()
      .click();
    await expect(page.getByRole('link', { name: words.link })).toBeVisible();
    await context.close();
  });
