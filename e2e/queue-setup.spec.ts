import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

const administrator = 'Outi Lehtola';

test('an administrator adds a queue and a counter that serves it; a letter that tells is refused with words', async ({ page, signIn }) => {
  await signIn(administrator);
  await openTab(page, 'Jonot');
  await expect(page.getByRole('table', { name: 'Jonot' })).toContainText('Palveluneuvonta');
  await expectAccessible(page);
  const queue = `Ajokortit ${randomUUID().slice(0, 4)}`;
  await page.keyboard.press('n');
  let panel = page.getByRole('dialog');
  await choose(panel, 'Kenen palvelua', 'Verohallinto');
  await inThreeLanguages(panel, queue);
  await panel.getByLabel('Numeron kirjain').fill('v');
  await panel.getByLabel('Tavallinen kesto').fill('11');
  await expectAccessible(page);
  await panel.getByRole('button', { name: /^Lisää(?! )/ }).click();
  await expect(panel.getByRole('alert').filter({ hasText: 'viranomaisen nimi ei ala' })).toBeVisible();
  await expect(panel.getByLabel('Numeron kirjain')).toBeFocused();
  await panel.getByLabel('Numeron kirjain').fill('w');
  await page.keyboard.press('Control+Enter');
  const row = page.getByRole('row', { name: new RegExp(queue) });
  await expect(row).toContainText('Ei missään');
  await expect(row).toContainText('11 min');

  await page.getByRole('tab', { name: 'Palvelupaikat' }).click();
  await page.getByRole('button', { name: /Lisää palvelupaikka/ }).click();
  panel = page.getByRole('dialog');
  const counter = `Neuvontahuone ${randomUUID().slice(0, 4)}`;
  await panel.getByText('Huone', { exact: true }).click();
  await inThreeLanguages(panel, counter);
  await panel.getByText('vasemmalle').click();
  await panel.getByText(`W ${queue}`).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: new RegExp(counter) })).toContainText(queue);
  await expect(page.getByRole('row', { name: new RegExp(counter) })).toContainText('vasemmalle');

  await page.getByRole('tab', { name: 'Jonot' }).click();
  await expect(row).toContainText(counter);
  await row.getByRole('link').click();
  await panel.getByText('Käytössä', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('rowgroup').filter({ hasText: 'Poissa käytöstä' })).toContainText(queue);
  await page.keyboard.press('u');
  await expect(row).toContainText(counter);
});

test('an order is written, tried on a day that was, saved, and not over another’s', async ({ page, signIn, person }) => {
  await signIn(administrator);
  await openTab(page, 'Järjestys');
  const rules = page.locator('.order-rule');
  await expect(rules.first()).toContainText('Kenellä on sovittu aika, sen alkamisminuutista lähtien');
  const before = await rules.count();
  await page.getByRole('button', { name: 'Lisää sääntö' }).click();
  await page.getByRole('menuitem', { name: 'Erityistarve' }).click();
  await expect(page.getByRole('button', { name: 'Ota järjestys käyttöön' })).toBeDisabled();
  await rules.last().getByText('Esteetön kulku').click();
  await expect(rules.last()).toContainText('Kenellä on tarve: Esteetön kulku, pyörätuoli');
  // To the top by the keyboard alone: the focus goes along.
  await rules
    .last()
    .getByRole('button', { name: /^Siirrä ylemmäs/ })
    .focus();
  for (let place = before; place > 0; place--) {
    await page.keyboard.press('Enter');
    await expect(rules.nth(place - 1)).toContainText('pyörätuoli');
  }
  await expect(rules.first().getByRole('button', { name: /^Siirrä alemmas/ })).toBeFocused();

  await page.getByLabel('Päivä', { exact: true }).fill(lastWorkingDay());
  await page.getByRole('button', { name: 'Kokeile', exact: true }).click();
  const waits = page.getByRole('table', { name: /^Odotusajat/ });
  await expect(waits.getByRole('row', { name: /^Kaikki/ })).toBeVisible();
  await expect(waits.getByRole('row', { name: /^Erityistarve/ })).toContainText('min');
  await expect(page.locator('.queues-trial')).toContainText(/paikka järjestyksessä/);
  await expectAccessible(page);
  await rules
    .first()
    .getByRole('button', { name: /^Poista:/ })
    .click();
  await expect(page.locator('.queues-trial')).toContainText('Sääntöjä on muutettu kokeilun jälkeen');
  await expect(rules).toHaveCount(before);
  await expect(page.getByRole('button', { name: 'Hylkää muutokset' })).toHaveCount(0);

  const riitta = await person('Riitta Harju');
  await riitta.getByRole('button', { name: 'Palvelupiste', exact: true }).click();
  await riitta.getByRole('menuitem', { name: 'Jonot ja laitteet' }).click();
  await onPoint(riitta);
  await riitta.getByRole('tab', { name: 'Järjestys' }).click();
  await changeMinutes(riitta, '30');
  await changeMinutes(page, '20');
  await riitta.getByRole('button', { name: 'Ota järjestys käyttöön' }).click();
  await expect(riitta.getByText('Kutsujärjestys on käytössä.')).toBeVisible();
  await page.getByRole('button', { name: 'Ota järjestys käyttöön' }).click();
  await expect(page.getByText('Joku muu on tallentanut pisteelle toisen järjestyksen')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pidä oma' }).click();
  await page.getByRole('button', { name: 'Ota järjestys käyttöön' }).click();
  await expect(page.getByText('Kutsujärjestys on käytössä.')).toBeVisible();
  await page.reload();
  await expect(rules.filter({ hasText: 'vähintään 20 minuuttia' })).toHaveCount(1);
  await changeMinutes(page, '45');
  await page.getByRole('button', { name: 'Ota järjestys käyttöön' }).click();
  await expect(page.getByText('Kutsujärjestys on käytössä.')).toBeVisible();
});

test('a display is added, paired by the code that is shown, and revoked', async ({ page, signIn, playwright, service }) => {
  await signIn(administrator);
  await openTab(page, 'Laitteet');
  await page.getByRole('button', { name: /Lisää laite/ }).click();
  const name = `Aulan näyttö ${randomUUID().slice(0, 4)}`;
  const panel = page.getByRole('dialog').first();
  await panel.getByText('Automaatti', { exact: true }).click();
  await panel.getByText('Verkkotulostin').click();
  await expectAccessible(page);
  await panel.getByText('Kutsunäyttö', { exact: true }).click();
  await panel.getByText('Vuoronumerot').click();
  await panel.getByText('Sanoo kutsut ääneen').click();
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByLabel('Nimi')).toBeFocused();
  await panel.getByLabel('Nimi').fill(name);
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(panel).toContainText('Ei yhdistetty');
  await panel.getByRole('button', { name: 'Tee koodi' }).click();
  const code = await panel.locator('.pairing-code').innerText();
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await expect(panel).toContainText(`${service.origin}/display/`);
  await expectAccessible(page);

  const device = await playwright.request.newContext({
    baseURL: service.origin,
    extraHTTPHeaders: { 'x-polku-csrf': '1', origin: service.origin },
  });
  expect((await device.post('/api/device/pairing', { data: { code } })).status()).toBe(200);
  await expect(panel).toContainText('Yhdistetty');
  const self = await device.get('/api/device');
  expect(await self.json()).toMatchObject({ name, kind: 'display', settings: { shows: 'tickets', speaks: true } });

  await panel.getByRole('button', { name: 'Poista laite käytöstä' }).click();
  const asked = page.getByRole('dialog', { name: 'Poistetaanko laite käytöstä?' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await panel.getByRole('button', { name: 'Poista laite käytöstä' }).click();
  await asked.getByRole('button', { name: 'Poista laite käytöstä' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('rowgroup').filter({ hasText: 'Käytöstä poistetut' })).toContainText(name);
  expect((await device.get('/api/device')).status()).toBe(401);
  await device.dispose();
});

test('who keeps no point sees none; what cannot be read says so and is tried again', async ({ page, signIn, person }) => {
  const aino = await person('Aino Korpela');
  await aino.goto('/desk/admin/queues');
  await expect(aino.getByRole('heading', { name: 'Ylläpito on pääkäyttäjille' })).toBeVisible();
  await aino.getByRole('button', { name: 'Palvelupiste', exact: true }).click();
  await expect(aino.getByRole('menuitem', { name: 'Jonot ja laitteet' })).toHaveCount(0);
  await signIn(administrator);
  await page.route('**/api/queue/points/*/setup', (route) => route.abort());
  await page.goto('/desk/admin/queues');
  await expect(page.getByRole('button', { name: 'Yritä uudelleen' })).toBeVisible({ timeout: 30_000 });
  await page.unroute('**/api/queue/points/*/setup');
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(page.locator('.tab-panel .admin-table')).toBeVisible();
});

test('the set-up in three languages, in dark and at 320 pixels', async ({ page, signIn }) => {
  test.setTimeout(240_000);
  await signIn(administrator);
  await openTab(page, 'Jonot');
  const address = new URL(page.url()).pathname;
  for (const language of ['sv', 'en', 'fi']) {
    await settle(page, { language });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const tab of ['queues', 'counters', 'order', 'devices']) {
        await page.goto(`${address}?tab=${tab}`);
        await expect(page.locator('.tab-panel h2, .tab-panel .admin-table').first()).toBeVisible();
        await expectWhole(page);
        if (width === 320) await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
        if (tab === 'order') continue;
        await page.goto(`${address}?tab=${tab}&open=new`);
        await expect(page.getByRole('dialog').locator('input').first()).toBeAttached();
        await expectWhole(page);
        if (width === 320) await expectAccessible(page);
        expect(
          await page.evaluate(`(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.panel-body'))`),
        ).toBe(true);
      }
    }
  }
  await settle(page, { settings: { theme: 'dark' } });
  for (const tab of ['queues', 'counters', 'order', 'devices']) {
    await page.goto(`${address}?tab=${tab}`);
    await expect(page.locator('.tab-panel h2, .tab-panel .admin-table').first()).toBeVisible();
    await expectAccessible(page);
  }
  await settle(page, { settings: { theme: 'system' } });
});

/** The demo's point with a living day. */
async function onPoint(page: Page): Promise<void> {
  await page.locator('.queues-point').getByRole('button').click();
  await page.getByRole('option', { name: 'Mallila' }).click();
}

async function openTab(page: Page, tab: string): Promise<void> {
  await page.goto('/desk/admin/queues');
  await onPoint(page);
  await page.getByRole('tab', { name: tab }).click();
}

async function changeMinutes(page: Page, minutes: string): Promise<void> {
  const rule = page.locator('.order-rule').filter({ hasText: 'Kuka on odottanut' });
  await rule.getByRole('button', { name: /^Tarkenna/ }).click();
  await rule.getByRole('textbox', { name: 'Odottanut vähintään' }).fill(minutes);
}

async function settle(page: Page, change: object): Promise<void> {
  const headers = { 'x-polku-csrf': '1', origin: new URL(page.url()).origin };
  expect((await page.request.patch('/api/me', { headers, data: change })).ok()).toBe(true);
}

/** The demo has visits on working days. */
function lastWorkingDay(): string {
  let day = Temporal.Now.plainDateISO('Europe/Helsinki').subtract({ days: 1 });
  while (day.dayOfWeek > 5) day = day.subtract({ days: 1 });
  return `${day.day}.${day.month}.${day.year}`;
}

async function inThreeLanguages(panel: Locator, name: string): Promise<void> {
  for (const language of ['suomi', 'ruotsi', 'englanti']) await panel.getByRole('group', { name: 'Nimi' }).getByLabel(language).fill(name);
}
