import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { aMatterOf, aPhone, headers, signIn } from './own-pages.ts';
import { expect, test } from './service.ts';

const SHOTS = process.env.E2E_SHOTS;
const LANGUAGES = ['fi', 'sv', 'en', 'fi-x-plain'];

/** Without scripts, as far as one comes by forms. */
async function aVisitor(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 320, height: 800 } });
  await speak(await context.newPage(), 'fi', baseURL);
  return context.pages()[0] as Page;
}

const speak = (page: Page, language: string, baseURL: string | undefined) =>
  page.context().addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);

/** As it stands, small and large, light and dark; nothing is wider than the phone. */
async function look(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  if (!SHOTS) return;
  for (const width of [320, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 800 });
}

/** The page one is on, in every language. */
async function lookInAll(page: Page, path: string, name: string, baseURL: string | undefined): Promise<void> {
  for (const language of LANGUAGES) {
    await speak(page, language, baseURL);
    await page.goto(path);
    expect(await page.locator('main').innerText()).not.toMatch(/\{\{|undefined|NaN/);
    await look(page, `${name}-${language}`);
  }
  await speak(page, 'fi', baseURL);
  await page.goto(path);
}

async function confirm(page: Page, who: { email?: string; phone?: string }): Promise<void> {
  await page.locator('#name').fill('Elli Esimerkki');
  await page.locator('#email').fill(who.email ?? '');
  await page.locator('#phone').fill(who.phone ?? '');
  await page.getByRole('button', { name: /^Varaa tämä (aika|käynti)$/ }).click();
}

test('found by an everyday word, booked by video from home, told how the call begins', async ({ browser, baseURL }) => {
  const page = await aVisitor(browser, baseURL);
  await lookInAll(page, '/book', 'book', baseURL);
  await page.getByRole('searchbox').fill('passi');
  await page.getByRole('button', { name: 'Etsi', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Löytyi');
  await expect(page.getByRole('link', { name: /^Palveluneuvonta/ })).toContainText('Neuvoo myös tässä asiassa');
  await look(page, 'found');
  await page.getByRole('searchbox').fill('xyzzyplugh');
  await page.getByRole('button', { name: 'Etsi', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Kokeile toista sanaa');
  await page.getByRole('searchbox').fill('muutto');
  await page.getByRole('button', { name: 'Etsi', exact: true }).click();
  await page.getByRole('link', { name: /^Neuvonta kotoa käsin/ }).click();
  await page.getByRole('radio', { name: /Videopuhelulla/ }).check();
  await look(page, 'home-place');
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await page.locator('button[name=at]').first().click();
  await confirm(page, { email: 'kotoa@posti.example' });
  await expect(page.getByRole('heading', { name: 'Näin videopuhelu alkaa' })).toBeVisible();
  await expect(page.getByText('Siihen tulee painike, joka avaa videopuhelun')).toBeVisible();
  await lookInAll(page, '/b', 'home-own', baseURL);
  await page.context().close();
});

test('a code and its picture also where there is no queue; the present time is not offered when it is moved', async ({
  browser,
  baseURL,
}) => {
  const page = await aVisitor(browser, baseURL);
  await page.goto('/book');
  await page
    .getByRole('link', { name: /^Digituki/ })
    .first()
    .click();
  await page.getByRole('radio', { name: /Kirkkoranta/ }).check();
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await page.locator('button[name=at]').first().click();
  await confirm(page, { phone: '050 000 1240' });
  await expect(page.getByRole('heading', { level: 1, name: 'Aikasi on varattu' })).toBeVisible();
  await expect(page.locator('.code')).toHaveText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
  await expect(page.getByRole('img', { name: /^QR-koodi/ })).toBeVisible();
  const code = await page.locator('.code').innerText();
  const present = (await page.locator('.lede b').innerText()).replace(/[\u2060\u00a0]/g, '');
  await look(page, 'no-queue-own');
  await page.getByRole('link', { name: 'Siirrä aika' }).click();
  const first = page.getByRole('button', { name: /^Ensimmäinen vapaa/ });
  expect((await first.innerText()).replace(/[\u2060\u00a0]/g, '')).not.toContain(present);
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Aikasi on siirretty' })).toBeVisible();
  await expect(page.locator('.code')).toHaveText(code);
  await page.context().close();
});

test('of a visit to two authorities: what to bring for both, and each part is told of beforehand', async ({ browser, baseURL }) => {
  const page = await aVisitor(browser, baseURL);
  await page.goto('/book/visit');
  await page
    .getByRole('link', { name: /Mallilan palvelupiste/ })
    .first()
    .click();
  await page.getByRole('checkbox', { name: /Kelan etuudet/ }).check();
  await page.getByRole('checkbox', { name: /Digituki/ }).check();
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await page.locator('button[name=at]').first().click();
  await confirm(page, { phone: '050 000 1241' });
  const bring = page.getByRole('region', { name: 'Ota mukaan' });
  await expect(bring).toContainText('Henkilötodistus');
  await expect(bring).toContainText('Oma laite ja sen laturi');
  await page.getByRole('link', { name: /^Osa 2/ }).click();
  await page.locator('#need').fill('Sovellus ei aukea');
  await look(page, 'visit-before');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kiitos, vastauksesi on tallennettu' })).toBeVisible();
  await expect(page.getByText('Olet kertonut tästä')).toHaveCount(1);
  await lookInAll(page, '/b/together', 'visit-own', baseURL);
  await page.context().close();
});

test('from the next step of a matter to an agreed time, behind the link and signed in', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
}) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi' }, '311203A904L');
  const { directory } = (await (await desk.request.get('/api/session')).json()) as {
    directory?: { organisations: { id: string; key?: string }[] };
  };
  const organisations =
    directory?.organisations ??
    ((await (await desk.request.get('/api/directory')).json()) as { organisations: { id: string; key?: string }[] }).organisations;
  const organisationId = organisations.find(({ key }) => key === 'mallila')?.id;
  const addStep = (title: string) =>
    desk.request.post(`/api/matters/${id}/steps`, {
      headers: headers(),
      data: { title, who: 'customer', organisationId, channel: 'counter' },
    });
  expect((await addStep('Käy neuvonnassa')).status()).toBe(201);
  const made = await desk.request.post(`/api/matters/${id}/follow-links`, { headers: { 'x-polku-csrf': '1' } });
  const { url } = (await made.json()) as { url: string };
  const page = await aVisitor(browser, baseURL);
  await page.goto(new URL(url).pathname);
  await expect(page.getByRole('heading', { name: 'Varaa aika seuraavaan vaiheeseen' })).toBeVisible();
  await lookInAll(page, '/a', 'next-step', baseURL);
  await page.getByRole('link', { name: /^Palveluneuvonta/ }).click();
  await page.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await page.locator('button[name=at]').first().click();
  await confirm(page, { phone: '050 000 1242' });
  await expect(page.getByRole('heading', { level: 1, name: 'Aikasi on varattu' })).toBeVisible();
  await page.goto('/a');
  await expect(page.getByRole('heading', { name: 'Varattu aikasi' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Varaa aika seuraavaan vaiheeseen' })).toHaveCount(0);
  await page.context().close();

  // The next one, by the customer signed in.
  const { steps } = (await (await desk.request.get(`/api/matters/${id}`)).json()) as { steps: { id: string; title: string }[] };
  const first = steps.find(({ title }) => title === 'Käy neuvonnassa')?.id;
  await desk.request.patch(`/api/matters/${id}/steps/${first}`, { headers: headers(), data: { state: 'done' } });
  expect((await addStep('Käy vielä kerran')).status()).toBe(201);
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/');
  await signIn(phone, /Elias Nurmi/);
  await phone.goto(`/my/matters/${id}`);
  await phone.getByRole('link', { name: /^Palveluneuvonta/ }).click();
  await phone.getByRole('button', { name: 'Näytä vapaat ajat' }).click();
  await phone.locator('button[name=at]').last().click();
  await confirm(phone, { phone: '050 000 1243' });
  await expect(phone.getByRole('heading', { level: 1, name: 'Aikasi on varattu' })).toBeVisible();
  await phone.goto(`/my/matters/${id}`);
  await expect(phone.getByRole('heading', { name: 'Varatut aikasi' })).toBeVisible();
  await phone.context().close();
});
