import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';
import { atPoint, close, done, sitAt, visitor } from './visits.ts';

/** The joint point's own path: reception greets, an advisor serves and sends on, and the authority's specialist serves the same number. */
test('a visitor goes from reception to the advisor and on to the authority with one number', async ({ page, person, signIn }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  const code = await greet(page);

  const aino = await person('Aino Korpela');
  await atPoint(aino);
  await sitAt(aino, 'Tiski 1');
  await expectAccessible(aino);
  await aino.keyboard.press('c');
  const here = visitor(aino);
  await expect(here.locator('.visitor-code')).toBeVisible();
  await done(aino, /kutsuttu/);
  const called = here.locator('.visitor-code');
  let before = await called.innerText();
  expect(before, 'who has the same need came before').not.toBe(code);
  // And whoever other journeys have left in line with a time that has come.
  while (before !== code) {
    await aino.keyboard.press('w');
    await done(aino, `${before} palveltu`);
    await aino.keyboard.press('c');
    await expect(called).toHaveText(/^[A-Z]\d{3}$/);
    await expect(called).not.toHaveText(before);
    before = await called.innerText();
    await done(aino, `${before} kutsuttu`);
  }
  await expect(here.getByText('Ei jaksa seistä', { exact: false }).first()).toBeVisible();
  await aino.keyboard.press('b');
  await done(aino, `${code} palveltavana`);
  await expectAccessible(aino);

  await aino.keyboard.press('h');
  const next = aino.getByRole('dialog', { name: 'Seuraava palvelu' });
  await next.getByRole('combobox').fill('kel');
  await aino.getByRole('option', { name: 'Kela' }).click();
  await expectAccessible(aino);
  await next.getByRole('button', { name: /Valitse/ }).click();
  await expect(here.getByRole('list', { name: 'Käynnin polku' }).getByText('Kela')).toBeVisible();
  await done(aino, `${code}: seuraava palvelu valittu`);

  const mika = await person('Mika Ranta');
  await atPoint(mika);
  await sitAt(mika, 'Huone 4');
  await mika.getByRole('tab', { name: /Tulossa/ }).click();
  const coming = mika.locator('.ticket-row', { hasText: code });
  await expect(coming, 'the next counter sees the needs before the visitor comes').toBeVisible();
  await expect(coming.getByRole('img')).toHaveCount(1);

  await aino.keyboard.press('w');
  await mika.getByRole('tab', { name: /Jonossa/ }).click();
  await expect(mika.locator('.ticket-row', { hasText: code }), 'heard over the live line').toBeVisible();
  await mika.keyboard.press('c');
  await expect(visitor(mika).locator('.visitor-code')).toHaveText(code);
  await expect(visitor(mika).getByText('Ei jaksa seistä', { exact: false }).first()).toBeVisible();
  await expect(visitor(mika).getByText('Palveluneuvonta'), 'where else they were is not the authority’s to know').toHaveCount(0);
  await done(mika, `${code} kutsuttu`);
  await mika.keyboard.press('b');
  await done(mika, `${code} palveltavana`);

  await mika.keyboard.press('p');
  await expect(mika.getByText('Huone 4 on vapaa')).toBeVisible();
  await done(mika, `${code} pysäköity`);
  await mika.keyboard.press('u');
  await expect(visitor(mika).locator('.visitor-code'), 'a misclick is taken back').toHaveText(code);
  await expect(visitor(mika).getByText(/^Palveltavana/)).toBeVisible();
  await mika.keyboard.press('w');
  await expect(mika.getByText('Huone 4 on vapaa')).toBeVisible();
  await expect(page.locator('.ticket-row', { hasText: code })).toHaveCount(0);
  await close(aino);
  await close(mika);
});

test('a visit becomes a contact of a matter and is wrapped up when it ends', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await sitAt(page, 'Tiski 2');
  await page.keyboard.press('c');
  const here = visitor(page);
  await here.getByRole('link', { name: 'Avaa uusi asia' }).click();
  await page.getByLabel('Mitä puhutaan').fill('Muuttaa toiseen kuntaan ja kysyy muuttoilmoituksesta.');
  await page.getByRole('button', { name: /Avaa asia/ }).click();
  await expect(page).toHaveURL(/\/desk\/visits/);
  await expect(here.locator('.visit-matter').getByRole('link')).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog', { name: 'Päätä ja kirjaa' })).toBeVisible();
  await page.keyboard.press('Escape');
  await close(page);
});

test('the order is explained on the row', async ({ page, signIn }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  await page.locator('.ticket-row').nth(1).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText(/kutsutaan ennen numeroa/)).toBeVisible();
  await expectAccessible(page);
});

test('the queue in three languages and at 320 pixels', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  for (const language of ['sv', 'en', 'fi']) {
    await read(page, language);
    for (const width of [1440, 1000, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/desk/visits');
      await expect(page.locator('.ticket-row').first()).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }
});

test('the commands of a counter stand on one line at 1280 pixels in three languages', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await sitAt(page, 'Tiski 2');
  await page.keyboard.press('c');
  await expect(visitor(page).locator('.visitor-code')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await done(page, /kutsuttu/);
  await inEveryLanguage(page, () => expectOneLine(page));
  await page.keyboard.press('b');
  await expect(visitor(page).getByText(/^Palveltavana/)).toBeVisible();
  await inEveryLanguage(page, () => expectOneLine(page));
  await page.keyboard.press('w');
  await expect(page.getByText('Tiski 2 on vapaa')).toBeVisible();
  await close(page);
});

/** Finnish last: the desk stays in it for the journeys after these. */
async function inEveryLanguage(page: Page, look: () => Promise<void>): Promise<void> {
  for (const language of ['sv', 'en', 'fi']) {
    await read(page, language);
    await page.goto('/desk/visits');
    await look();
  }
}

async function expectOneLine(page: Page): Promise<void> {
  const commands = page.locator('.visitor-toolbar > .button');
  await expect(commands).toHaveCount(4);
  const boxes = await commands.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => `${top} ${height}`),
  );
  expect(new Set(boxes).size).toBe(1);
}

/** By keyboard alone. */
async function greet(page: Page): Promise<string> {
  await page.keyboard.press('g');
  const panel = page.getByRole('dialog', { name: 'Ota kävijä vastaan' });
  await expect(panel.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('palv');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await panel.getByText('Ei jaksa seistä', { exact: false }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const number = page.getByRole('dialog', { name: 'Vuoronumero' }).locator('.visitor-code');
  await expect(number).toBeVisible();
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  await expectAccessible(page);
  const code = (await number.innerText()).match(/[A-Z]\d{3}/)?.[0] ?? '';
  expect(code).toMatch(/^B\d{3}$/);
  await page.keyboard.press('Escape');
  return code;
}

async function read(page: Page, language: string): Promise<void> {
  await page.evaluate(async (to) => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
    await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: to }) });
  }, language);
}
