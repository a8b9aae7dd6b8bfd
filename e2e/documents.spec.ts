import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole, line } from './desk.ts';
import { expect, test } from './service.ts';

const PAPER = 'Vuokrasopimus 2026';

/** A photo from a telephone: with the place where it was taken. */
const photo = () =>
  sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4f1e8' } })
    .withExif({ IFD0: { Artist: 'CANARY' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '60/1 10/1 0/1' } })
    .jpeg()
    .toBuffer();

test('a paper from the desk to the authority and back: received and scanned, signed for by the specialist alone, given back', async ({
  page: aino,
  signIn,
  person,
}) => {
  await signIn('Aino Korpela');
  const mika = await person('Mika Ranta');

  await test.step('Aino receives it by keys; it names no authority', async () => {
    await line(aino, 'Jari Nieminen').click();
    await aino.locator('ol.path').waitFor();
    await aino.keyboard.press('d');
    const panel = aino.getByRole('dialog', { name: 'Ota asiakirja vastaan' });
    await expect(panel.getByRole('textbox', { name: 'Asiakirjan nimi' })).toBeFocused();
    await expectAccessible(aino, '[role=dialog]');
    await aino.keyboard.type('Kelan päätös');
    await panel.getByText('Alkuperäinen', { exact: true }).click();
    await panel.getByRole('textbox', { name: 'Sivuja' }).fill('4');
    await aino.keyboard.press('Control+Enter');
    await expect(panel.getByRole('alert')).toContainText('eikä kuitti nimeä viranomaista');
    await panel.getByRole('textbox', { name: 'Asiakirjan nimi' }).fill(PAPER);
    await panel.getByRole('textbox', { name: 'Tarkempi paikka' }).fill('Kassakaappi');
    await aino.keyboard.press('Control+Enter');
    await expect(aino.getByRole('heading', { name: PAPER })).toBeVisible();
    await expect(aino.getByText('Täällä', { exact: true }).last()).toBeVisible();
  });

  await test.step('she adds a photo; where it was taken is gone', async () => {
    const chooser = aino.waitForEvent('filechooser');
    await aino.getByRole('button', { name: 'Lisää kuva tai skannaus' }).click();
    await (await chooser).setFiles({ name: 'Kelan päätös.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    const added = aino.getByRole('link', { name: /^Kuva 1/ });
    const download = aino.waitForEvent('download');
    await added.click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('1.jpg');
    const stored = await sharp(await saved.path()).metadata();
    expect([stored.exif, stored.width, stored.height]).toEqual([undefined, 900, 1200]);
    await expectWhole(aino);
    await expectAccessible(aino);
  });

  await test.step('the receipt says what, when, where and with whom, and no authority', async () => {
    const receipt = await receiptOf(aino, 'p');
    await expect(receipt.getByRole('heading', { name: 'Kuitti asiakirjasta' })).toBeVisible();
    await expect(receipt.getByText(PAPER)).toBeVisible();
    expect(await receipt.locator('main').innerText()).not.toContain('Kela');
    await expectAccessible(receipt);
    await receipt.close();
  });

  const address = new URL(aino.url()).pathname;
  await test.step('Aino cannot sign for the authority; she hands it on', async () => {
    await expect(aino.getByRole('button', { name: 'Kuittaa saaduksi' })).toHaveCount(0);
    await aino.keyboard.press('a');
    const panel = aino.getByRole('dialog');
    await panel.getByRole('textbox', { name: 'Kuljettaja tai lähetystunnus' }).fill('Kuriiri 12');
    await expectAccessible(aino, '[role=dialog]');
    await aino.keyboard.press('Control+Enter');
    await expect(aino.getByText('Matkalla viranomaiselle').first()).toBeVisible();
  });

  await test.step('Mika finds it on its way and signs for it by keys; Aino sees it at once', async () => {
    await mika.goto('/desk/documents?view=away');
    await line(mika, PAPER).click();
    await expect(mika.getByRole('heading', { name: PAPER })).toBeVisible();
    await expectAccessible(mika);
    await mika.keyboard.press('s');
    await expect(mika.getByRole('dialog')).toBeVisible();
    await mika.keyboard.press('Control+Enter');
    await expect(mika.getByText('Viranomaisella', { exact: true }).last()).toBeVisible();
    await expect(aino.getByText('Viranomainen kuittasi saaduksi')).toBeVisible();
    await expect(aino.getByText('Mika Ranta').first()).toBeVisible();
  });

  await test.step('it comes back, and is given to its owner after identification', async () => {
    await expect(mika.getByRole('dialog')).toHaveCount(0);
    await mika.keyboard.press('b');
    await mika.getByRole('dialog').waitFor();
    await mika.keyboard.press('Control+Enter');
    await expect(aino.getByText('Tulossa takaisin').first()).toBeVisible();
    await expect(aino.getByRole('dialog')).toHaveCount(0);
    await aino.keyboard.press('b');
    await aino.getByRole('dialog').waitFor();
    await aino.keyboard.press('Control+Enter');
    await expect(aino.getByRole('button', { name: 'Palauta asiakkaalle' })).toBeVisible();
    await expect(aino.getByRole('dialog')).toHaveCount(0);
    await aino.keyboard.press('g');
    const panel = aino.getByRole('dialog');
    await expect(panel.getByRole('button', { name: 'Kirjaa palautetuksi' })).toBeDisabled();
    await choose(panel, 'Henkilöllisyys todettu', 'Henkilöllisyys todettu asiakirjasta');
    await aino.keyboard.press('Control+Enter');
    await expect(aino.getByText('Palautettu asiakkaalle').first()).toBeVisible();
    await expect(mika.getByText('Palautettiin asiakkaalle')).toBeVisible();
    expect(new URL(aino.url()).pathname).toBe(address);
  });
});

test('a refused paper is corrected and sent again while the page behind is still being fetched', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await line(page, 'Jari Nieminen').click();
  await page.locator('ol.path').waitFor();
  await page.keyboard.press('d');
  const panel = page.getByRole('dialog', { name: 'Ota asiakirja vastaan' });
  await panel.getByRole('textbox', { name: 'Asiakirjan nimi' }).fill('Kelan päätös');
  await panel.getByText('Kopio', { exact: true }).click();
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/api\/(matters|documents)/, async (route) => {
    if (route.request().method() === 'GET') await slow;
    await route.continue();
  });
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('alert')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Asiakirjan nimi' }).fill('Todistus');
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/documents'));
  await page.keyboard.press('Control+Enter');
  expect((await (await sent).response())?.status()).toBe(201);
  answer();
  await expect(page.getByRole('heading', { name: 'Todistus' })).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
});

test('what lies where: by keys, with filters, what is overdue in sight; another town’s desk sees nothing', async ({
  page,
  signIn,
  person,
}) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/documents');
  await expect(line(page, 'Opiskelutodistus')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Asiakirjan kulku' })).toBeVisible();
  await page.getByRole('link', { name: /^Palautettavat/ }).click();
  await expect(page.locator('a.row').first()).toContainText('Kauppakirja');
  await expect(page.locator('a.row').first()).toContainText('Palautus myöhässä');
  await choose(page.getByRole('navigation', { name: 'Missä asiakirjat ovat' }), 'Palvelupiste', 'Palvelubussi');
  await expect(page.getByText('Mitään ei ole palautettavana')).toBeVisible();
  const olli = await person('Olli Kuusela');
  await olli.goto('/desk/documents');
  await expect(olli.getByText('Täällä ei ole asiakirjoja')).toBeVisible();
});

test('a paper for the wrong authority goes to the right one with its arrival, and the customer’s message waits', async ({
  page,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/documents?view=here');
  await line(page, 'Opiskelutodistus').click();
  const arrived = await page.locator('.matter-head time').getAttribute('datetime');
  await page.keyboard.press('t');
  const panel = page.getByRole('dialog');
  await panel.getByRole('combobox', { name: 'Oikea viranomainen' }).fill('Verohallinto');
  await page.getByRole('option', { name: /Verohallinto/ }).click();
  await expect(panel.getByRole('textbox', { name: /Säännös/ })).toHaveValue('Hallintolaki 21 §');
  await expectAccessible(page, '[role=dialog]');
  await panel.getByRole('button', { name: 'Siirrä', exact: false }).click();
  await expect(page.getByText('Siirrettiin oikealle viranomaiselle')).toBeVisible();
  expect(await page.locator('.matter-head time').getAttribute('datetime')).toBe(arrived);
  await page.locator('.matter-head').getByRole('link', { name: /^Asia/ }).click();
  await expect(page.getByText('olemme siirtäneet sen oikealle viranomaiselle')).toBeVisible();
});

test('the screens of papers in three languages and at 320 pixels', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  // Finnish last: the desk stays in it for the journeys after this one.
  for (const language of ['en', 'sv', 'fi']) {
    await page.evaluate(async (to) => {
      const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
      await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: to }) });
    }, language);
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/desk/documents?view=return');
      await expect(page.locator('a.row').first()).toBeVisible();
      await check(page);
      await page.locator('a.row').first().click();
      await expect(page.locator('ol.path')).toBeVisible();
      await check(page);
      await page.keyboard.press('g');
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(page);
    }
  }

  async function check(shown: Page): Promise<void> {
    await expectWhole(shown);
    await expectAccessible(shown);
    expect(await shown.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  }
});

async function receiptOf(page: Page, key: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press(key);
  const receipt = await opened;
  await receipt.waitForLoadState();
  return receipt;
}
