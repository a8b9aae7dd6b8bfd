import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

const LANGUAGES = ['fi', 'sv', 'en', 'fi-x-plain'];
const SHOTS = process.env.E2E_SHOTS;

/** A resident's own telephone. */
async function aPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

async function identifiedAs(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** The page in each language: whole, within its width and without anything axe finds. */
async function looked(page: Page, name: string): Promise<void> {
  const { pathname, search } = new URL(page.url());
  for (const language of LANGUAGES) {
    await page.goto(`${pathname}${search ? `${search}&` : '?'}lang=${language}`);
    await expectWhole(page);
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await shot(page, `${name}-${language}`);
  }
  await page.goto(`${pathname}?lang=fi`);
}

test('who has a link identifies and claims the matter; a keeper confirms it beside what was said, and then it is theirs', async ({
  page: desk,
  browser,
  signIn,
  service,
}) => {
  await signIn('Aino Korpela');
  const opened = await desk.request.post('/api/matters', {
    headers: { 'x-polku-csrf': '1', 'idempotency-key': randomUUID() },
    data: {
      customer: { givenName: 'Sanna', familyName: 'Öhman', phone: '050 000 4321' },
      contact: { channel: 'phone', summary: 'Kysyy muutosta' },
      needs: [{ ownWords: 'Uusi koti ja sen paperit' }],
    },
  });
  expect(opened.status()).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  const made = await desk.request.post(`/api/matters/${id}/follow-links`, { headers: { 'x-polku-csrf': '1' } });
  const { url } = (await made.json()) as { url: string };

  const phone = await aPhone(browser);
  await phone.goto(url);
  await phone.getByRole('link', { name: 'Tunnistaudu', exact: true }).click();
  await expectAccessible(phone);
  await shot(phone, 'broker');
  await identifiedAs(phone, /Sanna Öhman/);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Onko tämä sinun oma asiasi?');
  await looked(phone, 'claim-ask');
  await phone.getByRole('button', { name: 'Asia on minun' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Odottaa tarkistusta');
  await looked(phone, 'claim-waiting');

  await desk.goto(`/desk/matters/${id}`);
  const aside = desk.locator('.aside');
  await expect(aside.getByText('Sanna Öhman tunnistautui ja kertoo, että asia on hänen.')).toBeVisible();
  await expectAccessible(desk, '.aside');
  // What was told in the matter stands beside what they have themselves, and nothing of it goes along unless it is chosen.
  await expect(aside.getByRole('group', { name: 'Yhteystiedot' })).toContainText('Kerrottu asiassa');
  await expect(aside.getByRole('checkbox', { name: /^Vaihda: / }).first()).not.toBeChecked();
  await shot(desk, 'desk-claim');
  await aside.getByRole('button', { name: 'Liitä asia häneen' }).click();
  await expect(aside.getByText('Henkilötunnus tiedossa')).toBeVisible();

  await phone.goto('/a/identified');
  await expect(phone).toHaveURL(`${service.origin}/my/matters/${id}`);
  await phone.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await phone.waitForURL(`${service.origin}/my/signed-out`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Olet kirjautunut ulos');
  await looked(phone, 'signed-out');
  await phone.goto('/my');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tunnistaudu ensin');
  await looked(phone, 'needed');
});

test('one signs in from the front page, acts for one’s mother and stops', async ({ browser }) => {
  const phone = await aPhone(browser);
  await phone.goto('/');
  await shot(phone, 'front');
  await phone.getByRole('link', { name: 'Tunnistaudu', exact: true }).click();
  await identifiedAs(phone, /Ritva Koskela/);
  await expect(phone).toHaveURL(/\/my$/);
  await phone.getByRole('link', { name: 'Asioi toisen puolesta' }).click();
  await looked(phone, 'acting-for');
  await phone.getByRole('button', { name: 'Valitse henkilö' }).click();
  await phone.getByRole('link', { name: 'Koskela Aili' }).click();
  await expect(phone.locator('.signed-in')).toContainText('Asioit nyt toisen puolesta: Aili Koskela');
  await shot(phone, 'acting');
  await phone.getByRole('link', { name: 'Vaihda' }).click();
  await phone.getByRole('button', { name: 'Palaa omiin asioihisi' }).click();
  await expect(phone.locator('.signed-in')).not.toContainText('Aili');
});

test('whoever may only see for another is told what may be done with a matter behind a link, and is offered nothing that is refused', async ({
  page: desk,
  browser,
  signIn,
}) => {
  await signIn('Aino Korpela');
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': randomUUID() };
  const data = { contact: { channel: 'phone', summary: 'Kysyy' }, needs: [{ ownWords: 'Kotiin apua' }] };
  const { id } = (await (await desk.request.post('/api/matters', { headers, data })).json()) as { id: string };
  const made = await desk.request.post(`/api/matters/${id}/follow-links`, { headers: { 'x-polku-csrf': '1' } });
  const { url } = (await made.json()) as { url: string };
  const phone = await aPhone(browser);
  await phone.goto(url);
  await phone.getByRole('link', { name: 'Tunnistaudu', exact: true }).click();
  await identifiedAs(phone, /Ritva Koskela/);
  const actFor = async (name: string) => {
    await phone.goto('/my/acting-for');
    await phone.getByRole('button', { name: 'Valitse henkilö' }).click();
    await phone.getByRole('link', { name }).click();
    await expect(phone.locator('.signed-in')).toContainText('Asioit nyt toisen puolesta');
    await phone.goto('/a/identified');
  };
  await actFor('Koskela Toivo');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tällä valtuudella et voi liittää asiaa');
  await expect(phone.locator('form[action="/a/claim"]')).toHaveCount(0);
  await looked(phone, 'claim-narrow');
  await phone.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(phone);
  await shot(phone, 'claim-narrow-dark');
  await phone.getByRole('button', { name: 'Palaa omiin asioihisi' }).click();
  await expect(phone.locator('.signed-in')).not.toContainText('Toivo');
  await actFor('Koskela Aili');
  await expect(phone.getByRole('button', { name: 'Asia kuuluu tälle asiakkaalle' })).toBeVisible();
  await looked(phone, 'claim-for-other');
  await phone.getByRole('button', { name: 'Palaa omiin asioihisi' }).click();
});

test('breaking the identification off is told on a page that helps on', async ({ browser }) => {
  const phone = await aPhone(browser);
  await phone.goto('/my/sign-in');
  await identifiedAs(phone, /Keskeytä/);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tunnistautuminen ei onnistunut');
  await looked(phone, 'failed');
});

test('a document seen at the desk joins the matter to an identity code, which is shown nowhere after', async ({ page: desk, signIn }) => {
  await signIn('Aino Korpela');
  const opened = await desk.request.post('/api/matters', {
    headers: { 'x-polku-csrf': '1', 'idempotency-key': randomUUID() },
    data: {
      customer: { givenName: 'Elias', familyName: 'Nurmi', phone: '050 000 3110' },
      contact: { channel: 'counter', identification: 'document-seen', summary: 'Näytti passin' },
      needs: [{ ownWords: 'Opiskelijan tuet' }],
    },
  });
  expect(opened.status()).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  await desk.goto(`/desk/matters/${id}`);
  await desk.getByRole('button', { name: 'Liitä henkilötunnus' }).click();
  const panel = desk.getByRole('dialog');
  await panel.getByLabel('Henkilötunnus', { exact: true }).fill('311203A904X');
  await panel.getByRole('button', { name: 'Liitä', exact: true }).click();
  await expect(panel).toContainText('Tarkista henkilötunnus');
  await expectAccessible(desk);
  await shot(desk, 'desk-join');
  const tick = panel.getByRole('checkbox', { name: 'Puhelin: 050 000 3110' });
  await expect(tick).not.toBeChecked();
  await panel.getByText('Puhelin: 050 000 3110').click();
  await expect(tick).toBeChecked();
  await expectAccessible(desk);
  await shot(desk, 'desk-fill');
  await panel.getByLabel('Henkilötunnus', { exact: true }).fill('311203a904l');
  await panel.getByRole('button', { name: 'Liitä', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(desk.locator('.aside')).toContainText('Asiakirja nähty');
  expect(await desk.content()).not.toMatch(/311203/);
});
