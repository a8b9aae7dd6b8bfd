import { expectAccessible } from './accessible.ts';
import { aKiosk, LANDSCAPE, PORTRAIT, picture, press, pressByKeys } from './kiosk.ts';
import { expect, test } from './service.ts';

test('by keyboard alone and by hearing: from the language to a number that is followed on a phone', async ({
  browser,
  person,
  service,
}) => {
  const riitta = await person('Riitta');
  const page = await aKiosk(browser, riitta, service.origin);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Tervetuloa · Välkommen · Welcome" [level=1]
      - button "Suomi Aloita suomeksi"
      - button "Svenska Börja på svenska"
      - button "English Start in English"
      - button "Selkosuomi Aloita selkeällä suomella"
  `);
  await pressByKeys(page, /^English/);
  // Each new screen is heard from its heading on, in the language chosen.
  const heard = () => expect.poll(() => page.evaluate('document.activeElement.tagName + document.documentElement.lang'));
  await heard().toBe('H1en-GB');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner: /Mallila.*/
    - main:
      - heading "How can we help?" [level=1]
      - button "I have an appointment Type the booking code or show the QR code"
      - button "I know what I need Choose from a list or search in your own words"
      - button "I don’t know what I need You get a number for reception, where you are helped"
    - navigation "Aids":
      - button "Language"
      - button "Larger text"
      - button "Contrast"
      - button "Start over"
  `);
  await pressByKeys(page, /^I don’t know/);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Do you need anything special?" [level=1]
      - paragraph: Choose as many as you like, or continue. Only the person who serves you sees it.
      - button /[Ww]heelchair/
      - button "Back"
      - button "Continue"
  `);
  await heard().toBe('H1en-GB');
  await pressByKeys(page, /wheelchair/i);
  await expect(page.getByRole('button', { name: /wheelchair/i })).toHaveAttribute('aria-pressed', 'true');
  await pressByKeys(page, /^Continue$/);
  await heard().toBe('H1en-GB');
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Take a number" [level=1]
      - list:
        - listitem: We do not ask your name. The display and the call tell only your number.
        - listitem: /We keep/
        - listitem: /closes a day after/
      - button "Back"
      - button "Take a number"
  `);
  await pressByKeys(page, /^Take a number$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your number is A\d+$/);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading /Your number is A\\d+/ [level=1]
      - term: Ahead of you
      - definition: /\\d+/
      - term: Waiting time
      - definition: /about|not known yet/
      - list "Steps":
        - listitem: You took a number
        - listitem: Wait in the hall Now
        - listitem: /Go where A\\d+ is called to/
      - img /QR code/
      - button "Done"
  `);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
});

test('left alone it asks, and then wipes what the visitor had chosen; a touch keeps it', async ({ browser, person, service }) => {
  const page = await aKiosk(browser, await person('Riitta'), service.origin, PORTRAIT, true);
  await press(page, /^Svenska/);
  await press(page, /^Kontrast$/);
  await press(page, /^Jag vet inte/);
  await page.clock.runFor(46_000);
  await expect(page.getByRole('alertdialog', { name: 'Är du kvar?' })).toBeVisible();
  await expectAccessible(page);
  await press(page, /^Jag fortsätter$/);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.clock.runFor(40_000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Behöver du något särskilt?');
  await page.clock.runFor(21_000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa · Välkommen · Welcome');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('its pages cannot be left, taken larger, copied from or opened elsewhere', async ({ browser, person, service }) => {
  const page = await aKiosk(browser, await person('Riitta'), service.origin);
  const held = async (kind: string, more = '{}') =>
    page.evaluate(`!document.querySelector('h1').dispatchEvent(new ${kind}, { bubbles: true, cancelable: true, ...${more} }))`);
  for (const kind of ['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart'])
    expect(await held(`Event('${kind}'`), kind).toBe(true);
  expect(await held("WheelEvent('wheel'", '{ ctrlKey: true }')).toBe(true);
  expect(await held("WheelEvent('wheel'")).toBe(false);
  for (const key of ['p', 'o', 's', 'n', 'u', '+'])
    expect(await held("KeyboardEvent('keydown'", `{ key: '${key}', ctrlKey: true }`), key).toBe(true);
  for (const key of ['F5', 'F11', 'F12', 'BrowserBack']) expect(await held("KeyboardEvent('keydown'", `{ key: '${key}' }`), key).toBe(true);
  await press(page, /^Suomi/);
  for (let times = 0; times < 3; times++) await page.evaluate('history.back()');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Miten voimme auttaa?');
  expect(new URL(page.url()).pathname).toBe('/kiosk/');
  expect(await page.evaluate('getComputedStyle(document.body).touchAction')).toBe('pan-x pan-y');
  expect(await page.locator('a[href]').count()).toBe(0);
});

const WORDS = {
  Suomi: ['Minulla on aika', 'Takaisin', 'Tiedän', 'En tiedä', 'Jatka', 'Ota numero', 'Valmis'],
  Svenska: ['Jag har en tid', 'Tillbaka', 'Jag vet vad', 'Jag vet inte', 'Fortsätt', 'Ta ett nummer', 'Klar'],
  English: ['I have an appointment', 'Back', 'I know', 'I don’t know', 'Continue', 'Take a number', 'Done'],
};

for (const [viewport, name, languages] of [
  [PORTRAIT, 'portrait', Object.entries(WORDS)],
  [LANDSCAPE, 'landscape', Object.entries(WORDS).slice(1)],
] as const)
  test(`every screen is accessible in ${name}, in its languages and with large text and contrast`, async ({ browser, person, service }) => {
    test.setTimeout(240_000);
    const page = await aKiosk(browser, await person('Riitta'), service.origin, viewport);
    const look = async (screen: string) => {
      await expectAccessible(page);
      await picture(page, `${name}-${screen}`);
      // Everything is as wide as the screen, and what is touched is large enough.
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), screen).toBe(true);
      const smallest = await page.evaluate(
        "Math.min(...[...document.querySelectorAll('button')].filter((one) => one.offsetParent).map((one) => one.offsetHeight))",
      );
      expect(smallest, screen).toBeGreaterThanOrEqual(88);
    };
    await look('language');
    for (const [language, [time, back, knows, knowsNot, onward, take, done]] of languages) {
      await press(page, new RegExp(`^${language}`));
      if (language === 'English') {
        await press(page, /^Larger text$/);
        await press(page, /^Contrast$/);
      }
      await look(`${language}-reason`);
      await press(page, new RegExp(`^${time}`));
      await look(`${language}-appointment`);
      await press(page, new RegExp(`^${back}$`));
      await press(page, new RegExp(`^${knows}`));
      await look(`${language}-choice`);
      await press(page, new RegExp(`^${back}$`));
      await press(page, new RegExp(`^${knowsNot}`));
      await look(`${language}-needs`);
      await press(page, new RegExp(`^${onward}$`));
      await look(`${language}-consent`);
      await press(page, new RegExp(`^${take}$`));
      await page.getByRole('img').waitFor();
      await look(`${language}-ticket`);
      await press(page, new RegExp(`^${done}$`));
    }
  });
