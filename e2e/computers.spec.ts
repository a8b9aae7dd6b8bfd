import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

type Point = { id: string; key: string };

const USUAL = { width: 1280, height: 800 };

const mallila = async (riitta: Page, origin: string) =>
  (await send<{ points: Point[] }>(riitta, origin, 'GET', '/api/directory')).points.find(({ key }) => key === 'mallila') as Point;

type Paired = { page: Page; deviceId: string };

/** A self-service computer of Mallila, paired by the code of the manager's screen. */
async function aComputer(browser: Browser, riitta: Page, origin: string, name: string, withClock = false): Promise<Paired> {
  const point = await mallila(riitta, origin);
  const { id } = await send<{ id: string }>(riitta, origin, 'POST', `/api/queue/points/${point.id}/devices`, { kind: 'computer', name });
  const { code } = await send<{ code: string }>(riitta, origin, 'PUT', `/api/queue/devices/${id}/pairing-code`);
  const page = await (await browser.newContext({ viewport: USUAL, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' })).newPage();
  if (withClock) await page.clock.install();
  await page.goto(`${origin}/computer/`);
  await page.getByLabel('Koodi').fill('AAAA-AAAA');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Koodi ei kelpaa');
  await page.getByLabel('Koodi').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Aloita käyttö suomeksi' })).toBeVisible();
  return { page, deviceId: id };
}

/** Moves on by Tab alone until what is named has the focus, and presses it. */
async function pressByKeys(page: Page, name: string, key = 'Enter'): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let tabs = 0; tabs < 40; tabs++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return page.keyboard.press(key);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${name}`);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('help is called by keyboard, heard and taken at the desk, and given; the end asks one question and wipes all', async ({
  browser,
  person,
  service,
}) => {
  const { origin } = service;
  const [riitta, petri] = [await person('Riitta'), await person('Petri')];
  const point = await mallila(riitta, origin);
  await send(petri, origin, 'PATCH', '/api/me', { pointId: point.id });
  await petri.addInitScript(`{
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...times) {
      document.documentElement.dataset.tones = String(Number(document.documentElement.dataset.tones ?? 0) + 1);
      return start.apply(this, times);
    };
  }`);
  await petri.goto(`${origin}/desk/matters`);
  await petri.locator('main').click();
  const { page } = await aComputer(browser, riitta, origin, 'Asiakaspääte 7');

  await pressByKeys(page, 'Aloita käyttö suomeksi');
  await expect(title(page)).toHaveText('Valitse palvelu');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  await expect(page.getByText('Aikaa jäljellä 15 min')).toBeVisible();
  await pressByKeys(page, 'Tarvitsen apua', 'Space');
  await expect(page.getByRole('status')).toHaveText('Kutsu on lähetetty. Odota paikallasi.');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Peru kutsu');

  const row = petri.locator('.notice', { hasText: 'Asiakaspääte 7' });
  await expect(row).toContainText('Asiakaspääte 7 tarvitsee apua');
  await expect(petri.locator('html')).toHaveAttribute('data-tones', '2');
  await expectAccessible(petri);
  await row.getByRole('button', { name: 'Tulen' }).click();
  await expect(page.getByRole('status')).toHaveText('Työntekijä tulee luoksesi.');
  await expect(row).toContainText('Autat: Asiakaspääte 7');
  await row.getByRole('button', { name: 'Valmis' }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Tarvitsen apua', exact: true })).toBeVisible();
  await press(page, 'Tarvitsen apua');
  await expect(row).toContainText('tarvitsee apua');
  await press(page, 'Peru kutsu');
  await expect(row).toHaveCount(0);

  // What a sign-in on our own pages, and a page of ours, would leave behind.
  const left = { 'polku-my': '/', 'polku-locale': '/', 'polku-visit': '/q', 'polku-link': '/a' };
  const { hostname: domain } = new URL(origin);
  await page.context().addCookies(Object.entries(left).map(([name, path]) => ({ name, value: 'secret', domain, path })));
  await page.evaluate(`{
    localStorage.setItem('draft', 'oma asia');
    sessionStorage.setItem('draft', 'oma asia');
    new Promise((resolve) => {
      const opening = indexedDB.open('drafts');
      opening.onsuccess = () => resolve(opening.result.close());
    });
  }`);
  const names = async () => (await page.context().cookies()).map(({ name }) => name).sort();
  expect(await names()).toEqual(['polku-device', 'polku-link', 'polku-locale', 'polku-my', 'polku-visit']);

  await pressByKeys(page, 'Lopeta');
  await expect(title(page)).toHaveText('Saitko asiasi hoidettua?');
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: 'Hoidettu' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Osittain' })).toBeChecked();
  await page.getByLabel('Haluatko kertoa lisää?').fill('Tuloste ei onnistunut.');
  await pressByKeys(page, 'Lopeta ja tyhjennä kone');
  await expect(title(page)).toHaveText('Tervetuloa · Välkommen · Welcome');
  await expect(page.getByRole('main')).toContainText('Kone on tyhjennetty.');
  expect(await names()).toEqual(['polku-device']);
  const kept = '(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])()';
  expect(await page.evaluate(kept)).toEqual([0, 0, 0]);
  expect(await page.content()).not.toContain('Tuloste ei onnistunut');
});

test('a service opens beside the bar, and one who is gone is asked for and then wiped', async ({ browser, person, service }) => {
  const { page } = await aComputer(browser, await person('Riitta'), service.origin, 'Asiakaspääte 8', true);
  await press(page, 'Börja använda på svenska');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: /^Mina ärenden/ }).click();
  const own = await opened;
  await own.waitForURL('**/my**');
  expect(await own.evaluate('window.opener')).toBeNull();
  // In a service one types where the bar hears nothing: only the time of the sitting counts.
  await page.clock.runFor(13 * 60_000);
  await expect(page.getByText('2 min kvar')).toBeVisible();
  await press(page, 'Mer tid');
  await expect(page.getByText('15 min kvar')).toBeVisible();
  await page.clock.runFor(14 * 60_000 + 1_000);
  const asks = page.getByRole('alertdialog', { name: 'Är du kvar?' });
  await expect(asks).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Jag fortsätter');
  await expect(asks).toHaveCount(0);
  await expect(page.getByText('15 min kvar')).toBeVisible();
  await page.clock.runFor(15 * 60_000 + 1_000);
  await expect(title(page)).toHaveText('Tervetuloa · Välkommen · Welcome');
  await expect(page.getByRole('main')).toContainText('Stäng ännu de fönster som du öppnade.');
  await own.close();

  await press(page, 'Start in English');
  await press(page, 'Contrast');
  await page.clock.runFor(151_000);
  await expect(page.getByRole('alertdialog', { name: 'Are you still there?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.runFor(149_000);
  await expect(title(page)).toHaveText('Choose a service');
  await page.clock.runFor(62_000);
  await expect(title(page)).toHaveText('Tervetuloa · Välkommen · Welcome');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('without network it says so and wipes nobody half; unplugged it is wiped; revoked it is paired anew', async ({
  browser,
  person,
  service,
}) => {
  const riitta = await person('Riitta');
  const { page, deviceId } = await aComputer(browser, riitta, service.origin, 'Asiakaspääte 9');
  await press(page, 'Aloita käyttö selkeällä suomella');
  await expect(page.getByRole('heading', { name: 'Muista nämä' })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByRole('status')).toContainText('Nyt ei ole verkkoa.');
  await press(page, 'Tarvitsen apua');
  await expect(page.getByRole('status')).toHaveText('Kutsu ei lähtenyt. Pyydä apua vastaanotosta.');
  await press(page, 'Lopeta');
  await press(page, 'Lopeta ja tyhjennä kone');
  await expect(page.getByRole('status')).toContainText('Tyhjennys ei ole valmis');
  await expect(title(page)).toHaveText('Kone tyhjenee');
  await page.context().setOffline(false);
  await expect(title(page)).toHaveText('Tervetuloa · Välkommen · Welcome');

  await press(page, 'Start in English');
  await expect(title(page)).toHaveText('Choose a service');
  await page.reload();
  await expect(title(page)).toHaveText('Tervetuloa · Välkommen · Welcome');
  await expect(page.getByRole('main')).toContainText('Kone on tyhjennetty.');

  await send(riitta, service.origin, 'PATCH', `/api/queue/devices/${deviceId}`, { revoked: true, version: 2 });
  await expect(title(page)).toContainText('Ota asiakaspääte käyttöön');
  await expect(page.getByText('Tämä kone ei ole enää käytössä palvelupisteessä.')).toBeVisible();
  await expectAccessible(page);
});

const WORDS = {
  fi: ['Aloita käyttö suomeksi', 'Tarvitsen apua', 'Lopeta', 'Takaisin palveluihin', 'Isompi teksti', 'Kontrasti'],
  sv: ['Börja använda på svenska', 'Jag behöver hjälp', 'Sluta', 'Tillbaka till tjänsterna', 'Större text', 'Kontrast'],
  en: ['Start in English', 'I need help', 'Finish', 'Back to services', 'Larger text', 'Contrast'],
  plain: ['Aloita käyttö selkeällä suomella', 'Tarvitsen apua', 'Lopeta', 'Takaisin palveluihin', 'Isompi teksti', 'Kontrasti'],
} as const;

test('every screen is accessible in its languages, wide and at 320 pixels, with large text and contrast', async ({
  browser,
  person,
  service,
}, info) => {
  test.setTimeout(240_000);
  const { page } = await aComputer(browser, await person('Riitta'), service.origin, 'Asiakaspääte 10');
  const look = async (screen: string) => {
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
      [320, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${screen} ${width}`).toBe(true);
      await page.screenshot({ path: info.outputPath(`${screen}-${width}.png`), fullPage: width === 320 });
    }
    await page.setViewportSize(USUAL);
    await expectAccessible(page);
  };
  await look('start');
  for (const [language, [begin, help, end, back, larger, contrast]] of Object.entries(WORDS)) {
    await press(page, begin);
    await expect(page.getByRole('button', { name: help, exact: true })).toBeVisible();
    await look(`${language}-services`);
    await press(page, help);
    await page.getByRole('button', { name: help, exact: true }).waitFor({ state: 'detached' });
    await look(`${language}-called`);
    await press(page, end);
    await look(`${language}-ending`);
    await press(page, back);
    if (language === 'en') {
      await press(page, larger);
      await press(page, contrast);
      await look('en-large-contrast');
    }
    await press(page, end);
    await page.locator('.c-row .primary').click();
    await expect(title(page)).toHaveText('Tervetuloa · Välkommen · Welcome');
  }
});
