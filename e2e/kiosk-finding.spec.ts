import { expectAccessible } from './accessible.ts';
import {
  aKiosk,
  alwaysOpen,
  atMallila,
  boardOf,
  codeOn,
  expectAt,
  LANDSCAPE,
  PORTRAIT,
  picture,
  press,
  pressByKeys,
  type Step,
} from './kiosk.ts';
import { expect, test } from './service.ts';

test('an unknown booking code is met kindly; a telephone number tells only to wait and the time', async ({ browser, person, service }) => {
  const page = await aKiosk(browser, await person('Riitta'), service.origin, LANDSCAPE);
  await press(page, /^Suomi/);
  await press(page, /^Minulla on aika/);
  await page.keyboard.type('EIOLE1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Emme löytäneet tätä koodia. Tarkista koodi tai mene vastaanottoon.');
  await press(page, /^Minulla ei ole koodia$/);
  for (const digit of '0500001234') await page.getByRole('button', { name: digit, exact: true }).click();
  await press(page, /^Ilmoittaudu$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Odota, ole hyvä [A-Z]\d+$/);
  await expect(page.getByRole('term')).toHaveText(['Kello']);
});

test('a code shown to the reader on the start screen is an arrival that tells only to wait and the time', async ({
  browser,
  person,
  service,
}) => {
  const [riitta, aino] = [await person('Riitta'), await person('Aino')];
  const point = await atMallila(aino, riitta, service.origin);
  const queue = await alwaysOpen(riitta, service.origin, point, 'H');
  const now = Temporal.Now.instant();
  await expectAt(service, point, queue.id, 'KA3TQ7', now);
  const page = await aKiosk(browser, riitta, service.origin);
  await page.keyboard.type('EIOLE2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Emme löytäneet tätä koodia. Tarkista koodi tai mene vastaanottoon.');
  await press(page, /^Alkuun$/);
  await page.keyboard.type('https://mallila.example/t/KA3TQ7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Odota, ole hyvä H\d+$/);
  await expect(page.getByRole('term')).toHaveText(['Kello']);
  const code = await codeOn(page);
  const step = (await boardOf(aino, service.origin, point)).find((one) => one.code === code) as Step;
  expect(step).toMatchObject({ queueId: queue.id, needs: ['hearing'] });
  expect(
    Temporal.Instant.from(step.dueAt as string)
      .since(now)
      .total('minutes'),
  ).toBeLessThan(1);
  await press(page, /^Valmis$/);
  await page.keyboard.type('KA3TQ7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('who shows a code on the start screen is told in the language of the agreed time, whoever has chosen one in that', async ({
  browser,
  person,
  service,
}) => {
  const [riitta, aino] = [await person('Riitta'), await person('Aino')];
  const point = await atMallila(aino, riitta, service.origin);
  const queue = await alwaysOpen(riitta, service.origin, point, 'H');
  const page = await aKiosk(browser, riitta, service.origin);
  const arrives = async (code: string) => {
    await expectAt(service, point, queue.id, code, Temporal.Now.instant(), 'sv');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  };
  await arrives('SV3TQ7');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Var god och vänta H\d+$/);
  await expect(page.locator('html')).toHaveAttribute('lang', /^sv/);
  await press(page, /^Klar$/);
  await expect(page.locator('html')).toHaveAttribute('lang', /^fi/);
  await press(page, /^English/);
  await arrives('SV4TQ7');
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/H\d+$/);
});

test('what is searched in one’s own words leads to the queue that serves it here; a double tap is one number', async ({
  browser,
  person,
  service,
}) => {
  const [riitta, aino] = [await person('Riitta'), await person('Aino')];
  const point = await atMallila(aino, riitta, service.origin);
  const queue = await alwaysOpen(riitta, service.origin, point, 'G');
  const page = await aKiosk(browser, riitta, service.origin);
  await press(page, /^Suomi/);
  await press(page, /^Tiedän/);
  await press(page, /^Hae omin sanoin$/);
  await expect(page.getByRole('textbox', { name: 'Omat sanasi' })).toBeFocused();
  const keyAt = () => page.getByRole('button', { name: 'Q', exact: true }).boundingBox();
  const where = await keyAt();
  for (const letter of 'ASUMISTUKI') await page.getByRole('button', { name: letter, exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(/^Ehdotuksia: \d$/);
  await expectAccessible(page);
  await picture(page, 'portrait-Suomi-search');
  // No key has moved from under the finger.
  expect(await keyAt()).toEqual(where);
  await page.setViewportSize(LANDSCAPE);
  await picture(page, 'landscape-Suomi-search');
  await page.setViewportSize(PORTRAIT);
  await pressByKeys(page, /^Yleinen asumistuki|^Asumistuki/);
  await press(page, /^Jatka$/);
  const before = (await boardOf(aino, service.origin, point)).length;
  await page.getByRole('button', { name: 'Ota numero' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Numerosi on G\d+$/);
  const code = await codeOn(page);
  await expect.poll(async () => (await boardOf(aino, service.origin, point)).length).toBe(before + 1);
  const step = (await boardOf(aino, service.origin, point)).find((one) => one.code === code);
  expect(step?.queueId).toBe(queue.id);
});

test('what is not given here says so and where it is; without network the search says so and the choices remain', async ({
  browser,
  person,
  service,
}) => {
  const page = await aKiosk(browser, await person('Riitta'), service.origin, PORTRAIT, true);
  const search = async (words: string) => {
    await press(page, /^English/);
    await press(page, /^I know/);
    await press(page, /^Search in your own words$/);
    await page.keyboard.type(words);
    await page.clock.runFor(1_000);
  };
  await search('passport');
  await press(page, /^Passport/);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "This service is not given here" [level=1]
      - paragraph: Passport
      - list "You get it in these places":
        - listitem: /\\w+/
      - button "Back"
      - button "Take a number for reception"
  `);
  await expectAccessible(page);
  await picture(page, 'portrait-English-elsewhere');
  await press(page, /^Take a number for reception$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do you need anything special?');
  await press(page, /^Start over$/);
  await page.context().setOffline(true);
  await search('passport');
  await expect(page.getByRole('status')).toHaveText('Search does not work without a network. Go back and choose from the list.');
  await press(page, /^Back$/);
  await expect(page.locator('.k-tiles button').first()).toBeVisible();
});
