import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, composer, expectWhole, openMenu } from './desk.ts';
import { expect, test } from './service.ts';

/** The customer who has nothing: an anonymous matter, a slip, the web at a library, and a secret answer at another organisation's desk. */
test('a customer with no name, telephone, e-mail or address comes back with a slip', async ({
  page: desk,
  browser,
  baseURL,
  signIn,
  person,
}) => {
  await signIn('Aino Korpela');
  await openAnonymousMatter(desk);
  await expect(desk.getByRole('region', { name: 'Lappu asiakkaalle' })).toContainText('Anna hänelle lappu');
  const slip = await giveSlip(desk);
  await answer(desk, 'Hei! Tule käymään, kun haluat.', 'normal');
  await answer(desk, 'Päätöksesi on tullut: se on myönteinen.', 'secret');
  await leavePaper(desk, 'Lääkärinlausunto');

  const library = await aLibraryComputer(browser, baseURL);
  await library.goto('/');
  await library.getByRole('link', { name: /lappu, jossa on numero/ }).click();
  await library.getByLabel('Asian numero').fill(slip.number);
  await library.getByLabel('PIN-koodi').fill(slip.pin === '000000' ? '111111' : '000000');
  await library.getByRole('button', { name: 'Avaa asiani' }).click();
  await expect(library.getByRole('alert')).toContainText('Numero tai PIN-koodi ei kelpaa');
  await expect(library.getByLabel('PIN-koodi')).toHaveValue('');
  await library.getByLabel('PIN-koodi').fill(slip.pin);
  await library.getByRole('button', { name: 'Avaa asiani' }).click();
  await expect(library).toHaveURL('/a');
  await expect(library.locator('.messages')).toContainText('Tule käymään, kun haluat.');
  await expect(library.locator('body')).not.toContainText('myönteinen');
  const cookies = await library.context().cookies();
  expect(cookies.find(({ name }) => name.endsWith('polku-link'))?.expires).toBe(-1);
  await library.getByRole('button', { name: 'Sulje asiani tällä koneella' }).click();
  await library.goto('/a');
  await expect(library.getByRole('heading', { level: 1 })).toHaveText('Asiaa ei voi avata');

  const elsewhere = await person('Olli Kuusela');
  await elsewhere.getByRole('navigation', { name: 'Pääsivut' }).getByRole('button', { name: 'Palvelupiste' }).click();
  await elsewhere.getByRole('menuitem', { name: 'Nouto' }).click();
  await elsewhere.getByLabel('Asian numero').fill(slip.number);
  await elsewhere.getByLabel('PIN-koodi').fill(slip.pin);
  await elsewhere.keyboard.press('Control+Enter');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toContainText('Odottaa asiakasta');
  // Read at the library: it waits no more.
  await expect(elsewhere.getByRole('article')).toHaveCount(1);
  await expect(elsewhere.locator('body')).not.toContainText('myönteinen');
  await expectWhole(elsewhere);
  await expect(elsewhere.locator('body')).toContainText('on otettu vastaan 1 asiakirja');
  await expect(elsewhere.locator('body')).not.toContainText('Lääkärinlausunto');
  await picture(elsewhere, 'collect-before');
  await elsewhere.getByRole('button', { name: 'Näin asiakirjan' }).click();
  await expect(elsewhere.getByRole('article')).toContainText('se on myönteinen');
  await expect(elsewhere.locator('body')).toContainText('Lääkärinlausunto');
  await elsewhere.getByRole('article').getByRole('button', { name: 'Merkitse kerrotuksi' }).click();
  await expect(elsewhere.getByRole('article')).toContainText('Kerrottu');
  await elsewhere.getByRole('button', { name: /Lopeta nouto/ }).focus();
  await elsewhere.keyboard.press('e');
  await expect(elsewhere.getByRole('status')).toContainText('Nouto on päättynyt');
  await expect(elsewhere.locator('body')).not.toContainText('myönteinen');

  await expect(desk.getByRole('list', { name: 'Polku' })).toContainText('Viestejä noudettiin');
  await openMenu(desk, 'Lisää toimintoja', 'Lappu ja PIN');
  await desk.getByRole('button', { name: 'Peru lappu' }).click();
  await expect(desk.locator('body')).toContainText('Lappu on peruttu');
  await library.goto('/slip');
  await library.getByLabel('Asian numero').fill(slip.number);
  await library.getByLabel('PIN-koodi').fill(slip.pin);
  await library.getByRole('button', { name: 'Avaa asiani' }).click();
  await expect(library.getByRole('alert')).toContainText('ei kelpaa');
  await library.context().close();
});

test('a slip that too many wrong PINs have locked comes before its keepers, who give a new one', async ({
  page: desk,
  browser,
  baseURL,
  signIn,
}) => {
  test.slow();
  await signIn('Aino Korpela');
  await openAnonymousMatter(desk);
  const slip = await giveSlip(desk);
  const library = await aLibraryComputer(browser, baseURL);
  for (let time = 1; time <= 5; time++) {
    await library.goto('/slip');
    await library.getByLabel('Asian numero').fill(slip.number);
    await library.getByLabel('PIN-koodi').fill(String((Number(slip.pin) + time) % 1_000_000).padStart(6, '0'));
    await library.getByRole('button', { name: 'Avaa asiani' }).click();
    await expect(library.getByRole('alert')).toBeVisible();
  }
  await library.context().close();
  // Told by a job of each minute.
  await expect(desk.getByRole('list', { name: 'Polku' })).toContainText('Lappu lukittui', { timeout: 90_000 });
  await desk.goto('/desk/notices?view=slips');
  await expect(desk.getByRole('listitem').filter({ hasText: slip.number })).toContainText('lappu on lukossa');
  await expectWhole(desk);
  await expectAccessible(desk);
  await picture(desk, 'locked-slips');
  await desk.getByRole('listitem').filter({ hasText: slip.number }).getByRole('link', { name: 'Avaa asia' }).click();
  await expect(desk.getByRole('region', { name: 'Lappu asiakkaalle' })).toContainText('Asiakkaan lappu on lukossa');
});

for (const language of ['fi', 'sv', 'en', 'fi-x-plain']) {
  test(`the page for slips is accessible and fits a small phone, in ${language}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
    await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);
    const page = await context.newPage();
    const look = async () => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
        await expectAccessible(page);
        await picture(page, `slip-${language}-${width}-${new URL(page.url()).pathname.slice(1)}`);
      }
    };
    await page.goto('/slip');
    await look();
    await page.locator('#number').fill('41 72 83-1');
    await page.locator('main button[type=submit]').click();
    await expect(page.getByRole('alert')).toBeFocused();
    await look();
    const slip = await demoSlip(page);
    await page.goto('/slip');
    await page.locator('#number').fill(slip.number);
    await page.locator('#pin').fill(slip.pin);
    await page.locator('main button[type=submit]').click();
    await page.waitForURL('**/a');
    await look();
    await context.close();
  });
}

// Finnish last: the desk stays in it for the journeys after these.
for (const [lang, title] of Object.entries({ en: 'Collect messages', sv: 'Hämta meddelanden', fi: 'Nouda viestit' })) {
  test(`slips and collecting at the desk are accessible and fit, in ${lang}`, async ({ page, service, signIn }) => {
    await signIn('Aino Korpela');
    const slip = await demoSlip(page);
    const headers = { 'x-polku-csrf': '1', origin: service.origin };
    expect((await page.request.patch('/api/me', { data: { language: lang }, headers })).status()).toBe(200);
    await page.goto('/desk/collect');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const look = async (name: string) => {
      await expectWhole(page);
      for (const width of [1440, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
        await expectAccessible(page);
        await picture(page, `desk-${lang}-${width}-${name}`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    };
    await look('collect');
    const fields = page.getByRole('textbox');
    await page.locator('.collect-codes input').first().fill(slip.number);
    await page.locator('.collect-codes input').nth(1).fill(slip.pin);
    expect(await fields.count()).toBeGreaterThan(1);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('article').first()).toBeVisible();
    await look('waiting');
    await page.keyboard.press('e');
    await page.goto('/desk/matters/new');
    const matter = await anAnonymousMatter(page);
    await page.goto(`/desk/matters/${matter}`);
    await expect(page.locator('.slip-offer')).toBeVisible();
    await look('offer');
    await page.locator('.matter-head h1').click();
    await page.keyboard.press('l');
    await page.getByRole('dialog').locator('label.choice').first().click();
    await look('panel');
    await page.getByRole('dialog').locator('.button.primary').click();
    await expect(page.locator('.slip-shown')).toBeVisible();
    await look('made');
  });
}

async function openAnonymousMatter(desk: Page): Promise<void> {
  await desk.goto(`/desk/matters/${await anAnonymousMatter(desk)}`);
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
}

/** With nothing filled in but that somebody came. */
function anAnonymousMatter(desk: Page): Promise<string> {
  return desk.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1', 'idempotency-key': crypto.randomUUID() };
    const opened = await fetch('/api/matters', { method: 'POST', headers, body: JSON.stringify({ contact: { channel: 'counter' } }) });
    return ((await opened.json()) as { id: string }).id;
  });
}

async function giveSlip(desk: Page): Promise<{ number: string; pin: string }> {
  await desk.getByRole('button', { name: 'Anna lappu' }).click();
  const panel = desk.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Tee lappu' })).toBeDisabled();
  await panel.locator('label.choice').first().click();
  await panel.getByRole('button', { name: 'Tee lappu' }).click();
  const [number, pin] = [panel.locator('.slip-shown dd').first(), panel.locator('.slip-shown dd').nth(1)];
  await expect(pin).toHaveText(/^\d{3} \d{3}$/);
  const paper = panel.frameLocator('iframe');
  await expect(paper.locator('.slip-codes')).toContainText((await pin.textContent()) as string);
  const slip = { number: (await number.textContent()) as string, pin: ((await pin.textContent()) as string).replace(' ', '') };
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('button', { name: 'Anna lappu' })).toHaveCount(0);
  return slip;
}

async function answer(desk: Page, body: string, sensitivity: 'normal' | 'secret'): Promise<void> {
  const form = await composer(desk, 'Viesti');
  await choose(form, 'Kanava', 'Asiakkaan sivu');
  if (sensitivity === 'secret') await choose(form, 'Sisältö', 'Salassa pidettävä');
  await form.getByRole('textbox', { name: 'Viestin teksti' }).fill(body);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('list', { name: 'Polku' })).toContainText(body);
}

/** Beside the desk's own page: how a paper is received is another journey. */
async function leavePaper(desk: Page, title: string): Promise<void> {
  const matter = new URL(desk.url()).pathname.split('/').at(-1);
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': crypto.randomUUID(), origin: new URL(desk.url()).origin };
  const data = { kind: 'original', title, pages: 1, place: 'Kaappi' };
  expect((await desk.request.post(`/api/matters/${matter}/documents`, { data, headers })).status()).toBe(201);
}

async function aLibraryComputer(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  return context.newPage();
}

/** As anybody may read it on the page of the demo's people. */
async function demoSlip(page: Page): Promise<{ number: string; pin: string }> {
  const text = await (await page.request.get('/demo')).text();
  const found = /<strong>([\d -]+)<\/strong> · PIN <strong>([\d ]+)<\/strong>/.exec(text);
  return { number: found?.[1] as string, pin: found?.[2] as string };
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
