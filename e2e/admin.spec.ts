import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './service.ts';

const administrator = 'Outi Lehtola';

test('an administrator adds a person: role, unit, blocked and allowed, a role taken back', async ({ page, signIn }) => {
  await signIn(administrator);
  await expect(page).toHaveURL(/\/desk\/admin$/);
  const panel = await openNew(page, 'people');
  await panel.getByLabel('Sähköposti').fill('tiina.malmi@mallila.example');
  await panel.getByLabel('Nimi', { exact: true }).fill('Tiina Malmi');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('Täytä tämä kohta');
  await pick(page, panel, /^(– )?Rooli/, 'Palveluneuvoja');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Tiina Malmi');

  await panel.getByRole('combobox', { name: 'Lisää yksikköön' }).click();
  await page.getByRole('option', { name: 'Digituki' }).click();
  await told(page, 'lisättiin yksikköön Digituki');
  await panel.getByRole('button', { name: 'Estä kirjautuminen' }).click();
  await told(page, 'Kirjautuminen estettiin: Tiina Malmi');
  await toast(page, 'estettiin').getByRole('button', { name: /Peru/ }).click();
  await expect(panel).toContainText('Voi kirjautua');

  // With the last role its units go too; taken back, both are there again.
  const role = panel.getByRole('button', { name: /Poista rooli Palveluneuvoja/ });
  await role.click();
  await expect(panel).toContainText('Ilman roolia');
  await told(page, 'Rooli poistettiin');
  await expectAccessible(page);
  await panel.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('u');
  await expect(role).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Poista yksiköstä Digituki' })).toBeVisible();
});

test('the last administrator of an organisation stays', async ({ page, signIn }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'people', administrator);
  await panel.getByRole('button', { name: /Poista rooli Pääkäyttäjä/ }).click();
  await told(page, 'ainakin yksi pääkäyttäjä');
  await expect(panel.getByRole('button', { name: /Poista rooli Pääkäyttäjä/ })).toBeVisible();
});

test('opening hours written as people do, an exception, saved and undone', async ({ page, signIn }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'points', 'Kirkkoranta');
  const opens = panel.getByLabel('maanantai: avataan');
  await opens.fill('930');
  await opens.blur();
  await expect(opens).toHaveValue('9.30');
  await panel.getByRole('button', { name: 'Lisää aika, tiistai' }).click();
  await panel.getByLabel('Päivä', { exact: true }).fill('6.12.2034');
  await panel.getByRole('button', { name: 'Lisää poikkeus' }).click();
  await expect(panel).toContainText('6.12.2034');
  await page.keyboard.press('Control+Enter');
  await told(page, 'Tallennettu: Kirkkoranta');
  await expect(page.getByRole('table')).toContainText('ma 9.30–15, ti 9–16');
  await page.keyboard.press('u');
  await expect(page.getByRole('table')).toContainText('ma 10–15, ke 10–15');
});

test('unsaved changes wait through closing and reloading', async ({ page, signIn }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'organisations', 'Verohallinto');
  const name = panel.getByRole('group', { name: 'Nimi', exact: true }).getByLabel('suomi');
  await name.fill('Verohallinto, Mallila');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /^Verohallinto/ })).toContainText('tallentamatta');
  await page.reload();
  await page.getByRole('link', { name: 'Verohallinto', exact: true }).click();
  await expect(name).toHaveValue('Verohallinto, Mallila');
  await panel.getByRole('button', { name: 'Hylkää muutokset' }).click();
  await expect(name).toHaveValue('Verohallinto');
});

test('two administrators change the same promise: neither overwrites the other unseen', async ({ page, signIn, browser, service }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'units', 'Kirkkorannan neuvonta');
  const promise = (of: Locator) => of.getByLabel('Vastaus viimeistään, tuntia');
  await promise(panel).fill('6');

  const other = await browser.newPage({ baseURL: service.origin });
  await other.goto('/demo');
  await other.getByRole('button', { name: new RegExp(administrator) }).click();
  await other.waitForURL('**/desk/**');
  const theirs = await openRow(other, 'units', 'Kirkkorannan neuvonta');
  await promise(theirs).fill('7,5');
  await other.keyboard.press('Control+Enter');
  await told(other, 'Tallennettu');
  await other.close();

  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('Joku muu on tallentanut samaan kohtaan');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Ota tallennettu' }).click();
  await expect(promise(panel)).toHaveValue('7,5');
  // A rule of the server is told at its field.
  await panel.getByLabel('Muistutus ennen sitä, tuntia').fill('20');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('alert')).toContainText('lyhyempi kuin vastausajan');
  await expect(panel.getByLabel('Muistutus ennen sitä, tuntia')).toBeFocused();
});

test('a list is put in order by button, by keyboard and by pointer', async ({ page, signIn }) => {
  await signIn(administrator);
  await page.goto('/desk/admin/lists/reasonsForComing');
  const words = page.locator('.admin-item .item-words > :first-child');
  await expect(words).toHaveCount(14);
  const [first = '', second = '', third = '', fourth = ''] = await words.allTextContents();
  await page.getByRole('button', { name: `Siirrä alemmas: ${first}` }).click();
  await told(page, `${first} on nyt 2. / 14.`);
  await expect(words.first()).toHaveText(second);
  await page.keyboard.press('u');
  await expect(words.first()).toHaveText(first);

  await page.getByRole('button', { name: `Siirrä: ${first}` }).focus();
  await page.keyboard.press('Enter');
  // Taken up a moment after the key: the first place where it may be put is shown then.
  await expect(page.locator('[data-drop-target]')).toHaveCount(1);
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await told(page, `${first} on nyt 3. / 14.`);
  await expect(words.nth(2)).toHaveText(first);
  await page.keyboard.press('u');
  await expect(words.first()).toHaveText(first);

  await page
    .locator('.admin-item')
    .nth(3)
    .dragTo(page.locator('.admin-item').first(), { targetPosition: { x: 200, y: 2 } });
  await expect(words.first()).toHaveText(fourth);
  await told(page, `${fourth} on nyt 1. / 14.`);
  await page.reload();
  await expect(words).toContainText([fourth, first, second, third]);
});

test('a text is previewed, and refused while something in it cannot be filled in', async ({ page, signIn }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'texts', 'Asiasi on otettu hoitoon');
  await panel.getByText('Esikatsele').click();
  await expect(panel.getByRole('region', { name: 'ruotsi' })).toContainText('Ärendets nummer: 41 72 83-6');
  await expectAccessible(page);
  await panel.getByText('Kirjoita', { exact: true }).click();
  const body = panel.getByRole('group', { name: 'suomi', exact: true }).getByLabel('Teksti');
  await body.fill('Hei {{nimi}}');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('alert')).toContainText('täydentää');
  await body.fill('Hei {{customerName}}');
  await page.keyboard.press('Control+Enter');
  await told(page, 'Tallennettu');
});

test('an agreement tells when a language says less than the others', async ({ page, signIn }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'agreements', 'Poliisi');
  const may = panel.getByLabel('Saa: suomi', { exact: true });
  await may.fill(`${await may.inputValue()}\nOhjata poliisin neuvontaan`);
  await expect(panel).toContainText('Kohtia on eri määrä: suomeksi 2, ruotsiksi 1');
});

test('a mailbox is set, tried and told what is wrong; its password is kept nowhere in the browser', async ({ page, signIn }) => {
  await signIn(administrator);
  const panel = await openRow(page, 'mailboxes', 'asiointi@');
  await panel.getByText('Posti noudetaan').click();
  await panel.getByLabel('Palvelin').fill('127.0.0.1');
  await panel.getByLabel('Portti').fill('1');
  await panel.getByLabel('Käyttäjä').fill('asiointi');
  await panel.getByLabel('Salasana').fill('ei-talleteta-selaimeen');
  expect(await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))).not.toContain('ei-talleteta');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('Tallessa salattuna');
  await panel.getByRole('button', { name: 'Kokeile yhteyksiä' }).click();
  await expect(panel.getByRole('definition').first()).toContainText('Palvelimeen ei saada yhteyttä');
  // A saved password goes to no other server.
  await panel.getByLabel('Palvelin').fill('localhost');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('alert')).toContainText('Kirjoita salasana');
});

test('who is no administrator is told so; who keeps nothing common may read it', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  for (const path of ['/desk/admin/people', '/desk/admin']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Ylläpito on pääkäyttäjille' })).toBeVisible();
    await expectAccessible(page);
  }
  await page.context().clearCookies();
  await signIn('Kaisa Rinne');
  await page.goto('/desk/admin/lists/reasonsForComing');
  await expect(page.getByRole('row').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Siirrä/ })).toHaveCount(0);
});

for (const [language, ...own] of [
  ['fi', 'Ylläpito'],
  ['sv', 'Administration'],
  ['en', 'Administration'],
] as const) {
  test(`every section is accessible, closed and open, wide and at 320 pixels: ${language}`, async ({ page, signIn }) => {
    await signIn(administrator);
    await page.evaluate(async (wish) => {
      const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
      await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: wish }) });
    }, language);
    await page.goto('/desk/admin');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(own);
    await expectAccessible(page);
    for (const section of ['people', 'units', 'organisations', 'points', 'agreements', 'lists', 'texts', 'mailboxes']) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`/desk/admin/${section}`);
      await expect(page.locator('.row-link').first()).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 720 });
      await page.locator('.row-link').first().click();
      await expect(page.locator(section === 'lists' ? '.admin-item' : '.panel').first()).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    // Nothing has been given up in the demo.
    await page.goto('/desk/admin/faults');
    await expect(page.locator('.state-page')).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await page.evaluate<string | undefined>('document.documentElement.dataset.missingText')).toBeUndefined();
    await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
      await fetch('/api/me', { method: 'PATCH', headers, body: JSON.stringify({ language: 'fi' }) });
    });
  });
}

async function openRow(page: Page, section: string, name: string): Promise<Locator> {
  await page.goto(`/desk/admin/${section}`);
  await page.locator('.row-link', { hasText: name }).first().click();
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  return panel;
}

async function openNew(page: Page, section: string): Promise<Locator> {
  await page.goto(`/desk/admin/${section}`);
  await expect(page.locator('.row-link').first()).toBeVisible();
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog');
  await expect(panel).toBeVisible();
  return panel;
}

async function pick(page: Page, panel: Locator, label: RegExp, option: string): Promise<void> {
  await panel.getByRole('button', { name: label }).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text });

async function told(page: Page, text: string): Promise<void> {
  await expect(page.locator('.toasts')).toContainText(text);
}
