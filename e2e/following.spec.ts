import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { aHall, aScreen, servingAt } from './floor.ts';
import { expect, test } from './service.ts';

const phoneOf = (browser: Browser, more: object = {}) =>
  browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'fi-FI', reducedMotion: 'reduce', ...more });

/** Without a word that is nobody's to see, and without scrolling sideways. */
async function expectFitting(page: Page): Promise<void> {
  expect(await page.locator('main').innerText()).not.toMatch(/Koejono|Jatkojono|Provkö|Trial queue|Kela|Verohallinto|\{|undefined|NaN/);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
}

test('two displays and a phone follow one visit over two counters, live, to its end', async ({ browser, person, service: { origin } }) => {
  const [riitta, aino] = [await person('Riitta Harju'), await person('Aino Korpela')];
  const hall = await aHall(riitta, aino, origin, 'X');
  const { greet, call, done } = servingAt(aino, origin, hall);
  const screens: Page[] = [];
  for (const _ of [1, 2]) screens.push(await aScreen(await (await browser.newContext()).newPage(), riitta, origin, hall));
  const [first, mine] = [await greet(), await greet()];

  const context = await phoneOf(browser);
  const phone = await context.newPage();
  await phone.goto(mine.page);
  await expect(phone).toHaveURL(`${origin}/q`);
  await expect(phone.getByText('Edelläsi on').locator('xpath=following-sibling::dd')).toHaveText('1');
  await phone.evaluate('window.unbroken = true');
  await expectFitting(phone);

  const expectCalled = async (code: string) => {
    for (const screen of screens) await expect(screen.locator('.d-code')).toHaveText(code);
  };
  await call();
  await expectCalled(first.code);
  await done(first, 'finished');
  await call();
  await expectCalled(mine.code);
  await expect(phone.getByRole('heading', { name: `${mine.code}: nyt on vuorosi` })).toBeVisible();
  await expect(phone.getByText('Tule tänne: Tiski 9, vasemmalle')).toBeVisible();
  await done(mine, 'recalled');
  await expect(phone.getByText('Olemme kutsuneet sinua jo 2 kertaa')).toBeVisible();
  await expectAccessible(phone);

  await done(mine, 'serving');
  await done(mine, 'continued', { queueId: hall.next });
  await expect(phone.getByText('Tämän jälkeen jatkat toiselle palvelupaikalle')).toBeVisible();
  await done(mine, 'finished');
  await expect(phone.getByText('Jatkat seuraavalle palvelupaikalle. Paikkasi säilyy')).toBeVisible();
  await expectFitting(phone);
  await call();
  await expectCalled(mine.code);
  await done(mine, 'parked');
  await expect(phone.getByText('kutsumme sinut uudelleen samalla numerolla')).toBeVisible();
  await done(mine, 'returned');
  await call();
  await done(mine, 'finished');
  await expect(phone.getByRole('heading', { name: 'Käynti on päättynyt' })).toBeVisible();
  await expect(phone.getByText('Jos sinulla on vielä kysyttävää')).toBeVisible();
  await expectFitting(phone);
  await expectAccessible(phone);
  expect(await phone.evaluate('window.unbroken')).toBe(true);
  for (const page of [...screens, phone]) await page.context().close();
});

const words = {
  fi: { ahead: 'Edelläsi on', called: 'nyt on vuorosi', over: 'Kiitos käynnistä' },
  sv: { ahead: 'Före dig', called: 'nu är det din tur', over: 'Tack för besöket' },
  en: { ahead: 'Ahead of you', called: 'it is your turn', over: 'Thank you for your visit' },
  'fi-x-plain': { ahead: 'Edelläsi on', called: 'nyt on vuorosi', over: 'Kiitos käynnistä' },
};

test('in four languages, dark and light, and whole without scripts', async ({ browser, person, service: { origin } }) => {
  const [riitta, aino] = [await person('Riitta Harju'), await person('Aino Korpela')];
  const { greet, call, done } = servingAt(aino, origin, await aHall(riitta, aino, origin, 'Y'));
  const mine = await greet();
  const [dark, light, plain] = [
    await phoneOf(browser, { colorScheme: 'dark' }),
    await phoneOf(browser, { colorScheme: 'light' }),
    await phoneOf(browser, { javaScriptEnabled: false }),
  ];
  const pages = await Promise.all([dark, light, plain].map(async (context) => opened(context, mine.page)));
  const expectEverywhere = async (state: keyof (typeof words)['fi']) => {
    for (const [language, said] of Object.entries(words)) {
      for (const page of pages) {
        await page.goto(`${origin}/q?lang=${language}`);
        await expect(page.getByText(said[state]).filter({ visible: true }).first()).toBeVisible();
        await expectFitting(page);
        if (page.context() !== plain) await expectAccessible(page);
      }
    }
  };
  await expectEverywhere('ahead');
  await call();
  await expectEverywhere('called');
  await done(mine, 'finished');
  await expectEverywhere('over');
  await Promise.all([dark, light, plain].map((context) => context.close()));
});

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('a notification is shown while nobody looks at the page, and none beside it', async ({ browser, person, service: { origin } }) => {
  const [riitta, aino] = [await person('Riitta Harju'), await person('Aino Korpela')];
  const { greet } = servingAt(aino, origin, await aHall(riitta, aino, origin, 'W'));
  const context = await phoneOf(browser);
  await context.grantPermissions(['notifications'], { origin });
  const phone = await opened(context, (await greet()).page);
  const devTools = await context.newCDPSession(phone);
  const registered = new Promise<string>((resolve) =>
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations.filter(({ scopeURL, isDeleted }) => scopeURL === `${origin}/q` && !isDeleted);
      if (found) resolve(found.registrationId);
    }),
  );
  await devTools.send('ServiceWorker.enable');
  await phone.getByRole('button', { name: 'Ilmoita tähän puhelimeen' }).click();
  const registrationId = await registered;
  // This browser has no push service to agree with, and says what is left.
  await expect(phone.getByText('Tämä selain ei voi näyttää ilmoituksia')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Soita ääni, kun vuoroni tulee' })).toBeVisible();
  await expectAccessible(phone);

  const shown = () =>
    phone.evaluate<string[]>(`navigator.serviceWorker.getRegistration('/q')
      .then((found) => found.getNotifications()).then((all) => all.map(({ title, body }) => title + ' ' + body))`);
  const tell = (title: string) =>
    devTools.send('ServiceWorker.deliverPushMessage', {
      ...{ origin, registrationId, data: JSON.stringify({ title, body: 'Tiski 9', tag: title, lang: 'fi' }) },
    });
  await phone.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await tell('W001: katsotaan');
  await phone.goto(`${origin}/waits`);
  await tell('W001: vuorosi on pian');
  await expect.poll(shown).toEqual(['W001: vuorosi on pian Tiski 9']);
  await tell('W001: nyt on vuorosi');
  await expect.poll(shown).toEqual(['W001: nyt on vuorosi Tiski 9']);
  await context.close();
});
