import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

const EMAIL = 'hilkka@posti.example';

test('somebody who cannot use a device is referred to those who teach it, with a paper, an e-mail and a link', async ({
  page,
  browser,
  baseURL,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await openTalk(page);
  const aside = page.getByRole('region', { name: 'Asiakas ja ohjeet' });
  await aside.getByRole('button', { name: 'Ohjaa', exact: true }).click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('Et saa pyytää etkä käyttää asiakkaan tunnuksia.');

  await panel.getByText('Selvitä muutamalla kysymyksellä').click();
  await answer(panel, 'Haluatko hoitaa asioita verkossa?', 'Kyllä');
  await answer(panel, 'Onko sinulla laite ja yhteys?', 'Oma');
  await answer(panel, 'Onnistuuko verkkotunnistautuminen?', 'Ei onnistu');
  await answer(panel, 'Miten verkkolomake sujuu?', 'Joku vieressä');
  await expect(panel.getByText('Asioi neuvojan vierellä')).toBeVisible();

  await expect(panel).toContainText('Valitse ensin vähintään yksi syy');
  await panel.getByText('Hyötyisi pidemmästä opastuksesta').click();
  await panel.getByText('Laitteen käyttö on kokonaan vierasta').click();
  const first = panel.getByRole('radio', { name: /Mallilan Digiapu ry/ });
  await expect(first).toBeVisible();
  await expect(panel.locator('.actor-choice').first()).toContainText('palvelee asiakkaan kielellä');
  await panel.getByText('Auttajan pitää tulla kotiin').click();
  await expect(panel.locator('.actor-choice').filter({ hasText: 'Mallilan kansalaisopisto' })).toContainText('ei käy kotona');
  await panel.locator('.actor-choice').filter({ hasText: 'Mallilan Digiapu ry' }).click();
  await panel.getByLabel('Mihin asiakas haluaa apua').fill('Videopuhelu lapsenlapselle');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');

  await expect(panel.getByRole('heading', { name: 'Anna yhteystiedot asiakkaalle' })).toBeVisible();
  await expectAccessible(page);
  const paper = await printed(page);
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Täältä saat digitukea');
  for (const words of ['Mallilan Digiapu ry', '050 000 7010', 'Videopuhelu lapsenlapselle', 'Pankkitunnuksesi'])
    await expect(paper.locator('main')).toContainText(words);
  await expectAccessible(paper);
  await paper.close();

  await panel.getByRole('button', { name: 'Lähetä sähköpostilla' }).click();
  await expect(page.getByText('Viesti lähtee minuutin kuluttua.')).toBeVisible();
  await panel.getByRole('button', { name: 'Tee linkki' }).click();
  const address = await panel.getByLabel('Salainen osoite asiakkaalle').inputValue();
  await expect(panel).toContainText('paperilla');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('list', { name: 'Polku' })).toContainText('Ota yhteyttä digitukeen');
  await expectWhole(page);

  const resident = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 320, height: 800 } })).newPage();
  await resident.goto(address);
  const section = resident.getByRole('region', { name: 'Digituki sinulle' });
  await expect(section).toContainText('Mallilan Digiapu ry');
  await expect(section.getByRole('link', { name: '050 000 7010' })).toBeVisible();
  await expectAccessible(resident);
  expect(await resident.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await section.getByText('Saitko apua digituesta?').first().click();
  await section.getByRole('radio', { name: 'Sain apua', exact: true }).check();
  await section.getByRole('button', { name: 'Kerro vastaus' }).click();
  await expect(resident.getByRole('status')).toContainText('Kiitos, kirjasimme vastauksesi.');
  await resident.context().close();

  await expect(aside.getByText('Auttoi', { exact: true })).toBeVisible();
});

test('old details are looked over in one tap, and residents find who helps them in their language', async ({ page, signIn }) => {
  await signIn('Petri Laakso');
  await page.goto('/desk/knowledge/support?view=check');
  const old = page.getByRole('article', { name: 'Suvannon eläkeläisten vertaisohjaajat' });
  await expect(old).toContainText('Vanhat tiedot');
  await expectAccessible(page);
  await old.getByRole('button', { name: /Tiedot ovat oikein/ }).click();
  await expect(old).toHaveCount(0);
  await expect(page.getByText('Kiitos, tiedot on merkitty tarkistetuiksi.')).toBeVisible();
  await page
    .getByRole('article', { name: 'Torin pankin neuvontatunti' })
    .getByRole('button', { name: /^Muokkaa/ })
    .click();
  await page.getByRole('dialog').getByLabel('Puhelin', { exact: true }).fill('019 000 7101');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Kaikki tiedot ovat tuoreita')).toBeVisible();

  await page.goto('/search?lang=fi');
  await page.getByLabel(/Kerro omin sanoin/).fill('puhelin on rikki, kuka korjaa');
  await page.getByRole('button', { name: 'Etsi' }).click();
  await expect(page.getByRole('link', { name: 'Kierrätyskeskuksen laitepaja' })).toBeVisible();
  for (const [language, heading] of [
    ['sv', 'Hjälp med enheter och e-tjänster'],
    ['en', 'Help with devices and online services'],
    ['fi-x-plain', 'Apua puhelimeen, tietokoneeseen ja nettiin'],
    ['fi', 'Apua laitteisiin ja verkkopalveluihin'],
  ]) {
    await page.goto(`/digital-support?lang=${language}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading as string);
    await expectAccessible(page);
    await page.getByRole('link', { name: /Torin pank|Torgbank|Market Bank/ }).click();
    await expect(page.getByText('019 000 7101').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('the list and the panel are accessible, whole and fit a narrow screen in every language', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  for (const language of ['sv', 'en', 'fi']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openTalk(page);
    await page.goto(`${page.url()}&lang=${language}`);
    await page.locator('section[aria-labelledby="referrals"]').getByRole('button').first().click();
    const panel = page.getByRole('dialog');
    await panel.locator('summary').first().click();
    await panel.locator('.tap').first().click();
    await expect(panel.locator('.actor-choice').first()).toBeVisible();
    await page.setViewportSize({ width: 320, height: 800 });
    await expectFits(page);
    await page.keyboard.press('Escape');
    await page.goto('/desk/knowledge/support');
    await expect(page.locator('.actor').first()).toBeVisible();
    await expectFits(page);
  }
});

async function expectFits(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectWhole(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
}

/** A call whose customer has an e-mail address. */
async function openTalk(page: Page): Promise<void> {
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin };
  const customer = { givenName: 'Hilkka', familyName: 'Saarela', email: EMAIL };
  const data = { title: 'Videopuhelu ei onnistu', contact: { channel: 'counter' }, customer };
  const made = await page.request.fetch('/api/matters', { method: 'POST', headers, data });
  expect(made.status(), await made.text()).toBeLessThan(300);
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/desk/matters/${id}?view=mine`);
}

async function answer(panel: ReturnType<Page['getByRole']>, question: string, said: string): Promise<void> {
  await panel.getByRole('radiogroup', { name: question }).getByText(said, { exact: true }).click();
}

async function printed(page: Page): Promise<Page> {
  const [paper] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('dialog').getByRole('button', { name: 'Tulosta', exact: true }).click(),
  ]);
  await paper.waitForLoadState();
  return paper;
}
