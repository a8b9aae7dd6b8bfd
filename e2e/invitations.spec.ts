import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole, openMenu, path } from './desk.ts';
import { invitedBy } from './outbox.ts';
import { expect, test } from './service.ts';

/** A customer with an address, or without one. */
function aMatter(desk: Page, email: string | null): Promise<string> {
  return desk.evaluate(async (address) => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1', 'idempotency-key': crypto.randomUUID() };
    const customer = { givenName: 'Kerttu', familyName: 'Kivijoki', ...(address ? { email: address } : {}) };
    const body = { contact: { channel: 'phone', summary: 'Kysyy ajasta' }, customer, needs: [{ ownWords: 'Neuvontaa' }] };
    const opened = await fetch('/api/matters', { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await opened.json()) as { id: string }).id;
  }, email);
}

test('a specialist’s time, from an invitation in the matter to a booked time on its path', async ({
  page: desk,
  browser,
  baseURL,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await desk.goto(`/desk/matters/${await aMatter(desk, 'kerttu@posti.example')}`);
  await openMenu(desk, 'Lisää toimintoja', 'Kutsu varaamaan aika…');
  const panel = desk.getByRole('dialog');
  await panel.getByLabel('Viesti asiakkaalle').fill('Tervetuloa suunnittelemaan jatkoa.');
  await expectWhole(desk);
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme });
    await expectAccessible(desk);
    await picture(desk, `panel-${colorScheme}`);
  }
  const link = await invitedBy(desk, async () => {
    await panel.getByRole('button', { name: 'Lähetä kutsu' }).click();
    await expect(panel).toHaveCount(0);
  });
  await expect(path(desk)).toContainText('Varaa aika viimeistään');
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: false,
  });
  const phone = await context.newPage();
  for (const [language, title] of Object.entries({
    sv: 'Boka en tid',
    en: 'Book an appointment',
    'fi-x-plain': 'Varaa aika',
    fi: 'Varaa aika',
  })) {
    await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);
    await phone.goto(link);
    await expect(phone.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expectWhole(phone);
    await picture(phone, `times-${language}`);
  }
  await expect(phone.locator('main')).toContainText('Tervetuloa suunnittelemaan jatkoa.');
  expect(await phone.locator('main').innerText()).not.toMatch(/Kerttu|kerttu@/);
  await phone.locator('button[name=at]').first().click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Aikasi on varattu' })).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1, name: 'Aika on jo varattu' })).toBeVisible();
  await context.close();

  await openMenu(desk, 'Lisää toimintoja', 'Kutsu varaamaan aika…');
  await expect(desk.getByRole('dialog').getByRole('listitem')).toContainText('varattu');
});

test('without e-mail: a paper with a code, typed at a library', async ({ page: desk, browser, baseURL, signIn }) => {
  await signIn('Aino Korpela');
  await desk.goto(`/desk/matters/${await aMatter(desk, null)}`);
  await openMenu(desk, 'Lisää toimintoja', 'Kutsu varaamaan aika…');
  await desk.getByRole('dialog').getByRole('button', { name: 'Tee kutsu paperille' }).click();
  const paper = desk.frameLocator('iframe[title="Kutsu paperilla"]');
  const code = await paper.locator('b.code').innerText();
  expect(code).toMatch(/^([2-9A-Z]{4} ){3}[2-9A-Z]{4}$/);
  await expectAccessible(desk);
  await picture(desk, 'paper');
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: true,
  });
  const library = await context.newPage();
  await library.goto('/book/invitation');
  await library.getByLabel('Kutsun koodi').fill('2222 2222 2222 2222');
  await library.getByRole('button', { name: 'Jatka' }).click();
  await expect(library.getByRole('alert')).toContainText('Koodi ei avaa kutsua');
  await expectAccessible(library);
  await picture(library, 'code');
  await library.getByLabel('Kutsun koodi').fill(code.toLowerCase());
  await library.getByRole('button', { name: 'Jatka' }).click();
  await expect(library.locator('button[name=at]').first()).toBeVisible();
  await expectAccessible(library);
  await context.close();
});

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/invitation-${name}.png`, fullPage: true });
}
