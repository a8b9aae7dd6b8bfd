import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole, openMenu } from './desk.ts';
import { expect, test } from './service.ts';

/**
 * Somebody at reception cannot say what they need. The receptionist begins, the advice desk goes on with everything, the customer confirms
 * on the screen they are shown and gets it on paper in Swedish.
 */
test('a mapping from reception to the advice desk, confirmed on screen and printed in Swedish', async ({ person, browser, baseURL }) => {
  const reception = await person('Leo Salmi');
  await reception.goto('/desk/matters/new?view=mine');
  await reception.getByRole('button', { name: 'Aloita kartoituksella' }).click();
  await expect(question(reception, 'Kerro, mikä on tilanteesi')).toBeVisible();
  await choose(reception.locator('#main'), 'Asiakkaan palvelukieli', 'ruotsi');
  await reception.getByLabel('Tilanne asiakkaan omin sanoin').fill('Jag blev ensam i våras och hyran är för hög.');
  await reception.getByText('Muutto', { exact: true }).click();
  await expect(reception.getByText('Tallessa', { exact: true })).toBeVisible();
  await expectAccessible(reception);
  await reception.keyboard.press('Control+Enter');
  await expect(question(reception, 'Mihin tarvitset apua?')).toBeVisible();
  await expect(reception.getByText('Tallessa', { exact: true })).toBeVisible();
  await addNeed(reception, 'Hyran är för hög', 'Kansaneläkelaitos', 'Bostadsbidrag');
  await expectAccessible(reception);
  // Typed and not added: it comes along when the question is left.
  await reception.getByLabel('Tarve asiakkaan sanoin').fill('Ett brev som jag inte förstår');
  await reception.keyboard.press('Control+Enter');
  await expect(question(reception, 'Miten asiointi sujuu sinulta parhaiten?')).toBeVisible();
  await goTo(reception, '2', 'Mihin tarvitset apua?');
  await expect(reception.locator('.found-needs li')).toHaveCount(2);

  await reception.getByRole('heading', { level: 1 }).click();
  await reception.keyboard.press('h');
  const panel = reception.getByRole('dialog', { name: 'Siirrä kartoitus eteenpäin' });
  await panel.getByRole('combobox').fill('Mallilan');
  await reception.getByRole('option', { name: 'Mallilan neuvonta' }).click();
  await panel.getByLabel('Mitä seuraavan pitää tietää').fill('Vill tala svenska i lugn och ro');
  await expectAccessible(reception, '.panel');
  await reception.keyboard.press('Control+Enter');
  await expect(reception).toHaveURL('/desk/mappings');

  const desk = await person('Aino Korpela');
  await desk.goto('/desk/mappings');
  await expect(desk.getByRole('heading', { level: 1, name: 'Kartoitukset' })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('link', { name: /Vill tala svenska/ }).click();
  await expect(desk.getByRole('heading', { name: 'Kartoitus odottaa jatkajaa' })).toBeVisible();
  await expect(desk.locator('.record')).toContainText('Jag blev ensam i våras');
  await expectAccessible(desk);
  await desk.keyboard.press('m');
  await expect(question(desk, 'Mihin tarvitset apua?')).toBeVisible();
  await desk.locator('.found-needs li').first().getByText('Hakemus tai lomake').click();

  await goTo(desk, '3', 'Miten asiointi sujuu sinulta parhaiten?');
  await desk.getByText('Rauhallinen odotustila').click();
  await expect(desk.getByLabel('Tarkennus: Rauhallinen odotustila')).toBeVisible();
  await choose(desk.locator('#main'), 'Peruste: Rauhallinen odotustila', 'Laki');
  await expect(desk.getByRole('button', { name: /Laki.*Peruste/ })).toBeVisible();
  await expectAccessible(desk);

  await goTo(desk, '4', 'Miten hoidat asioita verkossa?');
  for (const [asked, said] of skills) {
    const asking = desk.getByRole('radiogroup', { name: asked });
    await asking.getByText(said, { exact: true }).click();
    await expect(asking.getByRole('radio', { name: said, exact: true })).toBeChecked();
  }
  await expect(desk.locator('#main')).toContainText('Taso: Asioi neuvojan vierellä');
  await expectAccessible(desk);

  await goTo(desk, '5', 'Miten asiakas jatkaa?');
  await expect(desk.locator('.suggestions li').first()).toContainText(/Palvelupiste.*Sopii parhaiten.*Tarvitsee jonkun vierelle/);
  await desk.getByRole('radiogroup', { name: 'Valittu kanava' }).getByText('Palvelupiste').click();
  await desk.getByRole('radiogroup', { name: 'Kuka valitsi' }).getByText('Yhdessä').click();
  await expect(desk.getByLabel('Askel 2', { exact: true })).toHaveValue('Vi fyller i ansökan tillsammans');
  await expectAccessible(desk);

  await goTo(desk, '6', 'Onko tilanne ymmärretty oikein?');
  await desk.getByText('Asiakas haluaa lukea tilannekuvan linkin takaa').click();
  await desk.getByRole('button', { name: 'Kirjoita vastauksista' }).click();
  const picture = desk.getByLabel('Tilannekuva', { exact: true });
  await expect(picture).toHaveValue(/Din situation\n”Jag blev ensam/);
  expect(await picture.inputValue()).not.toMatch(/Folkpensionsanstalten|FPA|Bostadsbidrag/);
  await expectAccessible(desk);
  // Decided about what was typed last, however soon after.
  await picture.fill(`${await picture.inputValue()}\n\nRing oss om hyran ändras.`);
  await desk.getByRole('button', { name: 'Kirjaa polkupäätös' }).click();
  await expect(question(desk, 'Vahvistaako asiakas?')).toBeVisible();
  await expectAccessible(desk);

  await desk.keyboard.press('F8');
  const shown = desk.locator('.customer-cover');
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Är det här rätt?');
  await expect(shown).toContainText('Ring oss om hyran ändras.');
  await shown.getByRole('button', { name: 'Selkosuomeksi' }).click();
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Onko tämä oikein?');
  await expectAccessible(desk, '.customer-cover');
  await shown.getByRole('button', { name: 'På svenska' }).click();
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Är det här rätt?');
  await expectNothingElse(desk);
  await expectAccessible(desk, '.customer-cover');
  await shown.getByRole('button', { name: 'Ja, det här är rätt' }).click();
  await expect(shown.getByRole('status')).toContainText('Tack. Du har bekräftat din lägesbild.');
  await desk.keyboard.press('F8');
  await expect(desk.locator('.record')).toContainText('Asiakas vahvisti näytöllä');
  await expectWhole(desk);

  const [paper] = await Promise.all([desk.context().waitForEvent('page'), desk.getByRole('button', { name: 'Tulosta: ruotsi' }).click()]);
  await paper.waitForLoadState();
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('Lägesbild och det vi kom överens om');
  await expect(paper.locator('html')).toHaveAttribute('lang', 'sv');
  await expect(paper.locator('body')).toContainText('Ring oss om hyran ändras.');
  await expect(paper.locator('body')).not.toContainText(/Folkpensionsanstalten|FPA|Kansaneläkelaitos|Kela/);
  await expectAccessible(paper);

  await desk.getByRole('link', { name: 'Asiaan', exact: true }).click();
  await expect(desk.getByRole('list', { name: 'Polku' })).toContainText('Vi fyller i ansökan tillsammans');
  await expect(desk.getByRole('list', { name: 'Polku' })).toContainText('Asiakas vahvisti tilannekuvan ja polun');

  await openMenu(desk, 'Lisää toimintoja', 'Linkki asiakkaalle');
  await desk.getByRole('button', { name: 'Luo linkki' }).click();
  const phone = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 320, height: 640 } })).newPage();
  await phone.goto(await desk.getByRole('dialog').getByRole('textbox').first().inputValue());
  await expect(phone.getByRole('heading', { level: 2, name: 'Din lägesbild' })).toBeVisible();
  await expect(phone.locator('.picture')).toContainText('Ring oss om hyran ändras.');
  await expect(phone.locator('main')).not.toContainText(/Folkpensionsanstalten|FPA|Bostadsbidrag/);
  await expectAccessible(phone);
  await phone.context().close();
});

test('the customer’s own window follows what is asked, and says nothing else', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/matters/new?view=mine');
  await page.getByRole('button', { name: 'Aloita kartoituksella' }).click();
  const words = page.getByLabel('Tilanne asiakkaan omin sanoin');
  await words.fill('En tiedä, mistä aloittaa.');
  const [window] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'Asiakkaan ikkuna' }).click()]);
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Millainen tilanteesi on?');
  await words.fill('En tiedä, mistä aloittaa. Kaikki on uutta.');
  await expect(window.locator('body')).toContainText('Kaikki on uutta.');
  await page.keyboard.press('Control+Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Mihin tarvitset apua?');
  await expect(window).toHaveTitle('Polku');
  await expect(window.getByRole('banner')).toHaveCount(0);
  expect(await window.locator('body').innerText()).not.toMatch(/Aino|Asia \d/);
  await expectAccessible(window);
});

// Finnish last: the desk stays in it for the journeys after these.
for (const language of ['en', 'sv', 'fi']) {
  test(`every question fits a narrow screen and is whole, in ${language}`, async ({ page, signIn }) => {
    await signIn('Aino Korpela');
    await page.evaluate(
      `fetch('/api/me', { method: 'PATCH', headers: { 'content-type': 'application/json', 'x-polku-csrf': '1' }, body: '{"language":"${language}"}' })`,
    );
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/desk/mappings');
    await expectFits(page);
    await page.goto('/desk/matters/new?view=mine');
    await page.locator('.start-mapping button').click();
    for (let place = 1; place <= 7; place += 1) {
      await expect(page.locator('#question')).toContainText(`${place}/7`);
      await expectFits(page);
      await expectAccessible(page);
      await page.keyboard.press('Control+Enter');
    }
    await page.keyboard.press('F8');
    await expect(page.locator('.customer-view h1')).toBeVisible();
    await expectFits(page);
    await page.keyboard.press('F8');
    await page.locator('#question').focus();
    await page.keyboard.press('1');
    // What was typed a moment before the interruption is there when it is taken up again.
    await page.locator('.question-fields textarea').fill('Vasta alussa');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('i');
    await expect(page).toHaveURL('/desk/mappings');
    await page.goBack();
    await expect(page.locator('.record')).toContainText('Vasta alussa');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('m');
    await expect(page.locator('.question-fields textarea')).toHaveValue('Vasta alussa');
  });
}

const skills = [
  ['Haluatko hoitaa asioita verkossa?', 'Kyllä'],
  ['Onko sinulla laite ja yhteys?', 'Oma'],
  ['Onnistuuko verkkotunnistautuminen?', 'Autettuna'],
  ['Miten verkkolomake sujuu?', 'Joku vieressä'],
] as const;

const question = (page: Page, words: string) => page.getByRole('heading', { level: 2, name: words });

async function addNeed(page: Page, words: string, authority?: string, service?: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Lisää tarve' });
  await form.getByLabel('Tarve asiakkaan sanoin').fill(words);
  if (authority && service) {
    await form.getByLabel('Palvelu').fill(service);
    await form.getByRole('combobox').fill(authority.slice(0, 6));
    await page.getByRole('option', { name: authority }).click();
  }
  await form.getByRole('button', { name: 'Lisää' }).click();
  await expect(page.locator('.found-needs')).toContainText(words);
}

/** By the number of the question, as its outline shows. */
async function goTo(page: Page, key: string, words: string): Promise<void> {
  await page.locator('#question').focus();
  await page.keyboard.press(key);
  await expect(question(page, words)).toBeVisible();
}

/** Covered: neither seen, nor read aloud, nor in the window's title. */
async function expectNothingElse(page: Page): Promise<void> {
  await expect(page).toHaveTitle('Polku');
  await expect(page.locator('#app')).toBeHidden();
  const words = await page.locator('body').innerText();
  expect(words).not.toMatch(/Aino|Kela|Bostadsbidrag|Asia \d|Tarvekartoitus/);
  await expect(page.getByRole('navigation')).toHaveCount(0);
}

async function expectFits(page: Page): Promise<void> {
  const [whole, seen] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [number, number];
  expect(whole).toBeLessThanOrEqual(seen);
  await expectWhole(page);
}
