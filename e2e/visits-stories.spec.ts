import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { expect, test } from './service.ts';
import { atPoint, close, done, sitAt, visitor } from './visits.ts';

/** Whole visits, as the joint point's summary tells them. */
test('a spontaneous visit: greeted, advised, a matter opened, on to an authority, written instructions, wrapped up', async ({
  page: leo,
  person,
  signIn,
}) => {
  test.slow();
  await signIn('Leo Salmi');
  await atPoint(leo);
  const { code, arrived } = await greet(leo, 'Palveluneuvonta', 'Muistin tuki');

  const aino = await person('Aino Korpela');
  await atPoint(aino);
  await sitAt(aino, 'Tiski 1');
  await callChosen(aino, code);
  const here = visitor(aino);
  await expect(here.getByText('Muistin tuki', { exact: false }).first(), 'known before the visitor is at the counter').toBeVisible();
  await aino.keyboard.press('b');
  await done(aino, `${code} palveltavana`);
  await expect(aino.locator('.toast'), 'one at a counter: the call can be taken back no more').toHaveCount(1);
  await here.getByRole('link', { name: 'Avaa uusi asia' }).click();
  await aino.getByLabel('Mitä puhutaan').fill('Muuttaa opiskelemaan ja kysyy opintotuesta.');
  await aino.getByRole('button', { name: /Avaa asia/ }).click();
  await expect(aino).toHaveURL(/\/desk\/visits/);
  const matter = here.locator('.visit-matter').getByRole('link');
  await expect(matter).toBeVisible();

  await aino.keyboard.press('h');
  const next = aino.getByRole('dialog', { name: 'Seuraava palvelu' });
  await next.getByRole('combobox').fill('kel');
  await aino.getByRole('option', { name: 'Kela' }).click();
  await aino.keyboard.press('Control+Enter');
  await done(aino, `${code}: seuraava palvelu valittu`);
  await expect(
    here.getByRole('list', { name: 'Käynnin polku' }).getByText('Kela'),
    'the next step stands in the path at once',
  ).toBeVisible();

  await matter.click();
  await instructed(aino);
  await aino.goto('/desk/visits');
  await expect(here.locator('.visitor-code')).toHaveText(code);
  await aino.keyboard.press('w');
  const wrapUp = aino.getByRole('dialog', { name: 'Päätä ja kirjaa' });
  await expect(wrapUp).toBeVisible();
  await expectAccessible(aino);
  await aino.keyboard.press('Escape');

  const mika = await person('Mika Ranta');
  await atPoint(mika);
  await sitAt(mika, 'Huone 4');
  const waiting = mika.locator('.ticket-row', { hasText: code });
  await expect(waiting).toContainText(`saapui ${arrived}`);
  await expect(waiting.getByRole('img')).toHaveCount(1);
  await callChosen(mika, code);
  await expect(visitor(mika).getByText('Muistin tuki', { exact: false }).first()).toBeVisible();
  await expect(visitor(mika).getByText(`saapui ${arrived}`), 'the arrival is the visit’s, not the queue’s').toBeVisible();
  await mika.keyboard.press('b');
  await done(mika, `${code} palveltavana`);
  await mika.keyboard.press('w');
  await done(mika, `${code} palveltu`);
  await expect(leo.locator('.ticket-row', { hasText: code })).toHaveCount(0);
  await close(aino);
  await close(mika);
});

/** Seconds: the issue's own measure. */
const QUICK = 15;

test('reception answers "where is my matter?" and gives a number in under fifteen seconds, by keyboard alone', async ({ page, signIn }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  const began = performance.now();
  await page.keyboard.press('g');
  const panel = page.getByRole('dialog', { name: 'Ota kävijä vastaan' });
  await expect(panel.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('palveluneu');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('combobox')).toHaveValue('Palveluneuvonta');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('takuuvuokra');
  await expect(panel.locator('.matter-finder .result').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: /Tunnistaminen$/ })).toBeFocused();
  await expect(panel.locator('.matter-where'), 'nothing is told before one knows who asks').toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type('henk');
  await page.keyboard.press('Enter');
  const where = panel.getByRole('region', { name: 'Missä asia on nyt' });
  await expect(where.getByText('Vireillä')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const number = page.getByRole('dialog', { name: 'Vuoronumero' }).locator('.visitor-code');
  await expect(number).toBeVisible();
  const seconds = (performance.now() - began) / 1000;
  expect(seconds, `took ${seconds.toFixed(1)} s`).toBeLessThan(QUICK);
  await page.keyboard.press('Escape');
});

test('who is expected is greeted in a tap and waits for the agreed time', async ({ page, signIn }) => {
  await signIn('Leo Salmi');
  await atPoint(page);
  await page.getByRole('tab', { name: /Tulossa/ }).click();
  const expected = page.getByRole('list', { name: 'Varattu aika tänään' }).getByRole('listitem');
  const before = await expected.count();
  // The last of them: the first ones' times come while the journeys run, and then they wait like anybody else.
  const time = /\d+\.\d+/.exec(await expected.last().innerText())?.[0] as string;
  await expectAccessible(page);
  await expected.last().getByRole('button', { name: 'Saapui' }).click();
  const number = page.getByRole('dialog', { name: 'Vuoronumero' }).locator('.visitor-code');
  await expect(number).toBeVisible();
  const misclicked = /[A-Z]\d{3}/.exec(await number.innerText())?.[0] as string;
  await page
    .locator('.toast')
    .filter({ hasText: `${misclicked} saapui` })
    .getByRole('button', { name: /Peru/ })
    .click();
  await expect(number).toHaveCount(0);
  await expect(expected).toHaveCount(before);
  await expect(expected.last()).toContainText(time);
  await expect(page.locator('.ticket-row', { hasText: misclicked })).toHaveCount(0);
  await expected.last().getByRole('button', { name: 'Saapui' }).click();
  await expect(number).not.toContainText(misclicked);
  await expect(number).toBeVisible();
  const code = /[A-Z]\d{3}/.exec(await number.innerText())?.[0] as string;
  await page.keyboard.press('Escape');
  await expect(expected).toHaveCount(before - 1);
  await expect(page.locator('.ticket-row', { hasText: code })).toContainText(`Aika klo ${time}`);
  // Nobody is left in line whose time would come while others look at it.
  const taken = page.locator('.toast').filter({ hasText: `${code} saapui` });
  await taken.getByRole('button', { name: /Peru/ }).click();
  await expect(expected).toHaveCount(before);
});

test('a colleague is asked to the counter, quietly, from wherever they are on the desk', async ({ page, person, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await sitAt(page, 'Tiski 2');
  const leo = await person('Leo Salmi');
  await atPoint(leo);
  await leo.goto('/desk/matters?view=mine');
  await page.keyboard.press('a');
  await expect(page.getByText('Apua pyydetty.')).toBeVisible();
  await expect(leo.getByText('Tiski 2: työkaveri pyytää apua.')).toBeVisible();
  await expectAccessible(leo);
  await leo.getByRole('button', { name: 'Menen' }).click();
  await expect(page.getByText('Leo Salmi tulee.')).toBeVisible();
  await leo.getByRole('button', { name: 'Valmis' }).click();
  await expect(page.getByRole('button', { name: /Kutsu apua tiskille/ })).toBeVisible();
  await close(page);
});

test('moved to another point: a new number there, told on the page and on the phone, and taken back at a misclick', async ({
  page,
  person,
  signIn,
}) => {
  test.slow();
  const outi = await person('Outi Lehtola');
  await aQueueElsewhere(outi);
  await signIn('Aino Korpela');
  await atPoint(page);
  await sitAt(page, 'Tiski 1');
  const { code, address, arrived } = await greet(page, 'Palveluneuvonta', 'Esteetön kulku');
  await page
    .context()
    .newPage()
    .then((phone) => phone.goto(address));
  const phone = page.context().pages().at(-1) as Page;
  await expect(phone.getByText(code).first()).toBeVisible();
  await page.bringToFront();
  await callChosen(page, code);
  await page.keyboard.press('s');
  const panel = page.getByRole('dialog', { name: 'Siirrä jonoon tai pisteeseen' });
  await expect(panel.getByText(`Numero ${code} ja saapumisaika säilyvät`, { exact: false })).toBeVisible();
  await choose(panel, 'Palvelupiste', 'Kirkkoranta');
  await panel.getByRole('combobox').fill('neuv');
  await page.getByRole('option', { name: 'Neuvonta' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  const told = page.getByRole('dialog', { name: 'Uusi vuoronumero' });
  await expect(told.locator('.visitor-code')).toContainText(/Q\d{3}/);
  const there = /Q\d{3}/.exec(await told.locator('.visitor-code').innerText())?.[0] as string;
  await expect(told.getByRole('button', { name: 'Tulosta' })).toBeFocused();
  await expectAccessible(page);
  await expect(phone.getByText(there).first(), 'the phone’s page shows it by itself').toBeVisible();
  await page.keyboard.press('Escape');

  const ebba = await person('Ebba Nylund');
  await read(ebba, 'fi');
  await atPoint(ebba, 'Kirkkoranta');
  const row = ebba.locator('.ticket-row', { hasText: there });
  await expect(row).toContainText(arrived);
  await expect(row.getByRole('img')).toHaveCount(1);
  await expectWhole(ebba);
  await page.keyboard.press('u');
  await expect(row).toHaveCount(0);
  await expect(visitor(page).locator('.visitor-code')).toHaveText(code);
  await expect(phone.getByText(code).first()).toBeVisible();
  await phone.close();
  // As others find her.
  await read(ebba, 'sv');
  await page.keyboard.press('w');
  await done(page, `${code} palveltu`);
  await close(page);
});

/** @returns the number, its page, and when they came, as the rows say it */
async function greet(page: Page, queue: string, need: string): Promise<{ code: string; address: string; arrived: string }> {
  await page.keyboard.press('g');
  const panel = page.getByRole('dialog', { name: 'Ota kävijä vastaan' });
  await panel.getByRole('combobox').fill(queue);
  await page.getByRole('option', { name: queue }).click();
  await panel.getByText(need, { exact: false }).click();
  await page.keyboard.press('Control+Enter');
  const given = page.getByRole('dialog', { name: 'Vuoronumero' });
  await expect(given.locator('.visitor-code')).toBeVisible();
  const code = /[A-Z]\d{3}/.exec(await given.locator('.visitor-code').innerText())?.[0] as string;
  const address = await given.locator('.page-address').innerText();
  await page.keyboard.press('Escape');
  const row = page.locator('.ticket-row', { hasText: code });
  await expect(row).toBeVisible();
  const [arrived = ''] = /klo \d+\.\d+/.exec((await row.innerText()).replaceAll(/\s/g, ' ')) ?? [];
  return { code, address, arrived };
}

async function callChosen(page: Page, code: string): Promise<void> {
  await page.locator('.ticket-row', { hasText: code }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kutsu tämä' }).click();
  await expect(visitor(page).locator('.visitor-code')).toHaveText(code);
  await done(page, `${code} kutsuttu`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** The customer leaves with it in writing: a paper whose number and PIN open the matter's page. */
async function instructed(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Anna lappu' }).click();
  const panel = page.getByRole('dialog');
  await panel.locator('label.choice').first().click();
  await panel.getByRole('button', { name: 'Tee lappu' }).click();
  const pin = panel.locator('.slip-shown dd').nth(1);
  await expect(pin).toHaveText(/^\d{3} \d{3}$/);
  await expect(panel.frameLocator('iframe').locator('.slip-codes')).toContainText((await pin.textContent()) as string);
  await page.keyboard.press('Escape');
}

async function aQueueElsewhere(keeper: Page): Promise<void> {
  const status = await keeper.evaluate(async () => {
    const directory = (await (await fetch('/api/directory')).json()) as {
      points: { id: string; organisationId: string; name: { fi: string } }[];
    };
    const point = directory.points.find(({ name }) => name.fi.startsWith('Kirkkoranta'));
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1', 'idempotency-key': crypto.randomUUID() };
    const name = { fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' };
    const body = JSON.stringify({ organisationId: point?.organisationId, kind: 'reception', name, prefix: 'Q', usualMinutes: 10 });
    return (await fetch(`/api/queue/points/${point?.id}/queues`, { method: 'POST', headers, body })).status;
  });
  expect(status).toBe(201);
}

async function read(page: Page, language: string): Promise<void> {
  await page.evaluate(async (to) => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
    await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: to }) });
  }, language);
}
