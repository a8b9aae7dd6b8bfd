import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './service.ts';

/** Journey 2: a web form in Swedish by somebody who says no name, without JavaScript, followed by the secret link to the end. */
test('an anonymous resident writes in Swedish and follows the matter to its end', async ({ page: desk, browser, baseURL, signIn }) => {
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/?lang=sv');
  await phone
    .getByRole('link', { name: /Skriv till oss/ })
    .first()
    .click();
  await phone.getByRole('button', { name: 'Skicka meddelandet' }).click();
  await expect(phone.getByRole('alert')).toContainText('Skriv vad ditt ärende gäller.');
  await phone.getByLabel('Vad gäller ditt ärende?').fill('Jag har flyttat. Vem ska jag meddela?');
  await phone.getByRole('button', { name: 'Skicka meddelandet' }).click();

  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Vi har fått ditt meddelande');
  const number = await phone.locator('.code').innerText();
  const link = await phone.locator('.secret-link a').innerText();
  await phone.reload();
  await expect(phone.locator('.code')).toHaveText(number);
  await phone.getByRole('button', { name: 'Glöm länken på den här enheten' }).click();
  await phone.goto('/a');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Ärendet kan inte öppnas');

  await signIn('Aino Korpela');
  await answer(desk, number, 'Hej! Meddela flytten på webben, en anmälan räcker.');

  await phone.goto(link);
  await expect(phone).toHaveURL('/a');
  await expect(phone.locator('.next-step')).toContainText('Vi har svarat dig');
  await expect(phone.locator('.messages')).toContainText('en anmälan räcker');
  await phone.getByLabel('Skriv till oss').fill('Tack! Här är min kopia.');
  await phone.getByLabel(/Lägg till filer/).setInputFiles({ name: 'Kopia.txt', mimeType: 'text/plain', buffer: Buffer.from('en kopia') });
  await phone.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(phone.getByRole('status')).toContainText('Vi har fått ditt meddelande.');
  await expect(phone.locator('.files')).toContainText('Kopia.txt');
  await phone.getByLabel('Mitt ärende blev uträttat').check();
  await phone.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(phone.getByLabel('Mitt ärende blev uträttat')).toBeChecked();
});

const everyPage: Record<string, (page: Page) => Promise<unknown>> = {
  'the front page': (page) => page.goto('/'),
  'the form': (page) => page.goto('/contact'),
  'the form with everything open': async (page) => {
    await page.goto('/contact');
    for (const more of await page.locator('summary').all()) await more.click();
  },
  'the form with faults': async (page) => {
    await page.goto('/contact');
    await page.locator('#phone').fill('x');
    await page.locator('main button[type=submit]').click();
    await expect(page.getByRole('alert')).toBeFocused();
  },
  'the receipt': (page) => write(page),
  'the page behind the link': async (page) => {
    await write(page);
    await page.goto('/a');
  },
  'a link that does not open': (page) => page.goto(`/a/${'x'.repeat(27)}`),
};

for (const language of ['fi', 'sv', 'en', 'fi-x-plain']) {
  test(`every page a resident meets is accessible and fits a small phone, in ${language}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.text().includes('Content Security Policy') && faults.push(message.text()));
    for (const [name, open] of Object.entries(everyPage)) {
      await test.step(name, async () => {
        await page.setViewportSize({ width: 1280, height: 900 });
        await open(page);
        for (const width of [1280, 390, 320]) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoSideways(page);
          await expectAccessible(page);
        }
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoSideways(page);
        }
      });
    }
    expect(faults).toEqual([]);
    await context.close();
  });
}

async function aPhone(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  return context.newPage();
}

/** As an advisor would from the desk. */
async function answer(desk: Page, number: string, body: string): Promise<void> {
  const status = await desk.evaluate(
    async ({ digits, body }) => {
      const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1', 'idempotency-key': crypto.randomUUID() };
      const found = await fetch('/api/search', { method: 'POST', headers, body: JSON.stringify({ words: digits }) });
      const { matters } = (await found.json()) as { matters: { id: string }[] };
      const message = { kind: 'message', channel: 'link', language: 'sv', body };
      return (await fetch(`/api/matters/${matters[0]?.id}/messages`, { method: 'POST', headers, body: JSON.stringify(message) })).status;
    },
    { digits: number.replaceAll(/\D/g, ''), body },
  );
  expect(status).toBe(201);
}

async function write(page: Page): Promise<void> {
  await page.goto('/contact');
  await page.locator('#message').fill('Muutin Mallilaan. Kenelle minun pitää ilmoittaa?');
  await page.locator('main button[type=submit]').click();
  await page.waitForURL('**/a/receipt*');
}

async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(over, 'pixels beyond the right edge').toBe(0);
}
