import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole, line } from './desk.ts';
import { expect, test } from './service.ts';

const answer = 'Pysäköintiluvan voi hakea verkossa tai tässä palvelupisteessä. Lupa maksaa 20 euroa vuodessa.';
const said = {
  fi: {
    title: 'Asukaspysäköinnin tunnus',
    summary: 'Asukas saa tunnuksen, jolla auton voi pysäköidä kotikadulle.',
    bring: ['Rekisteriote', 'Henkilöllisyystodistus'],
    price: '20 euroa vuodessa',
    mayAnswer: 'Kerro, kuka tunnuksen saa ja mistä sitä haetaan.',
    answers: [{ title: 'Miten tunnus haetaan', body: answer }],
    alsoCalled: ['parkkilupa kotikadulle'],
  },
  sv: {
    title: 'Boendeparkeringstecken',
    summary: 'Den som bor i området får ett tecken för att parkera på sin gata.',
    answers: [{ title: 'Hur man ansöker', body: 'Du kan ansöka om tecknet på webben eller här på servicestället.' }],
  },
  en: { title: 'Resident parking permit', summary: 'A resident gets a permit to park on their own street.' },
};

test('a call is answered with a card and done in four keys', async ({ page, person, signIn }) => {
  await publishedCard(await person('Aino Korpela'), await person('Outi Lehtola'), said);
  await signIn('Aino Korpela');
  await openCall(page, 'Mihin auton saa jättää yöksi');
  await page.locator('#main').focus();

  await page.keyboard.press('q');
  await page.keyboard.type('parkkilupa kotikadulle');
  await expect(page.getByRole('option', { name: /Asukaspysäköinnin tunnus/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: 'Työn vierellä' });
  await expect(pane.getByText(answer)).toBeVisible();
  await page.keyboard.press('v');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: /Palvelu kortin mukaan/ })).toContainText('Asukaspysäköinnin tunnus');
  await expect(panel.getByRole('radio', { name: 'Opasta', exact: true })).toBeChecked();
  await expect(panel.getByRole('radio', { name: 'Hoitui', exact: true })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Kirjattiin ja päätettiin: Mihin auton saa jättää yöksi/)).toBeVisible();
});

test('a call not yet noted is answered with a card, and its matter and wrap-up come by themselves', async ({ page, person, signIn }) => {
  await publishedCard(await person('Aino Korpela'), await person('Outi Lehtola'), said);
  await signIn('Aino Korpela');
  await page.goto('/desk/matters/new?view=mine');
  await page.getByLabel('Mitä puhutaan').fill('Kysyy, mistä parkkiluvan saa.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('parkkilupa kotikadulle');
  await expect(page.getByRole('option', { name: /Asukaspysäköinnin tunnus/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Työn vierellä' }).getByText(answer)).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByLabel('Mitä puhutaan')).toHaveValue(`Kysyy, mistä parkkiluvan saa.\n\n${answer}`);
  await page.keyboard.press('v');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('radio', { name: 'Hoitui', exact: true })).toBeChecked();
  await expect(panel.getByText('Asukaspysäköinnin tunnus').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Kirjattiin ja päätettiin: Asukaspysäköinnin tunnus/)).toBeVisible();
});

test('the card’s answer goes into the reply in the language of the matter, and the card is beside the writing', async ({
  page,
  person,
  signIn,
}) => {
  const guests = { ...said, fi: { ...said.fi, title: 'Vieraspysäköinnin tunnus' }, sv: { ...said.sv, title: 'Gästparkeringstecken' } };
  const aino = await person('Aino Korpela');
  const { units } = await call<{ units: { id: string; key: string; name: { fi: string } }[] }>(aino, 'GET', '/api/directory');
  const tier2 = units.find(({ key }) => key === 'kela-2') as (typeof units)[number];
  await publishedCard(aino, await person('Outi Lehtola'), guests, { unitId: tier2.id, phone: '019 000 4010' });
  await signIn('Aino Korpela');
  const matter = await openCall(page, 'Parkering', 'sv');
  await page.locator('#main').focus();
  await page.keyboard.press('r');
  await page.keyboard.type('Hej!');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('vieraspysäköinnin tunnus');
  await expect(page.getByRole('option', { name: /Vieraspysäköinnin tunnus/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: 'Työn vierellä' });
  await expect(pane.getByRole('heading', { name: 'Gästparkeringstecken' })).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.locator('.writing-area')).toHaveValue(/^Hej!\n\nDu kan ansöka om tecknet på webben/);
  await expect(pane).toBeVisible();
  await expectAccessible(page);
  await page.locator('#main').focus();
  await page.keyboard.press('f');
  const question = page.getByRole('form', { name: 'Tukipyyntö' });
  await expect(question.getByRole('button', { name: /Keneltä$/ })).toContainText(tier2.name.fi);
  await expect(question.getByLabel('Otsikko')).toHaveValue('Gästparkeringstecken');
  await page.locator('#main').focus();
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  expect(page.url()).toContain(matter);
});

test('a card goes through approval, an old one is flagged, and what is wrong is a task for its owner', async ({ page, person, signIn }) => {
  test.setTimeout(180_000);
  await signIn('Aino Korpela');
  const outi = await person('Outi Lehtola');
  const mika = await person('Mika Ranta');
  const name = `Venepaikka ${randomUUID().slice(0, 4)}`;
  await page.goto('/desk/knowledge/cards');
  await page.getByRole('button', { name: 'Uusi kortti' }).click();
  await page.getByRole('textbox', { name: 'Nimi, suomi' }).fill(name);
  await page.getByRole('textbox', { name: 'Lyhyesti, suomi' }).fill('Kaupunki vuokraa venepaikkoja.');
  await page.getByRole('textbox', { name: 'Nimi, ruotsi' }).fill('Båtplats');
  await page.getByRole('textbox', { name: 'Hinta, suomi' }).fill('80 euroa kesässä');
  await page.getByRole('button', { name: /Tallenna luonnos/ }).click();
  await expect(page.getByText('Luonnos, kirjoittanut Aino Korpela')).toBeVisible();
  await page.getByRole('tab', { name: 'Esikatselu' }).click();
  await expect(page.getByRole('region', { name: 'Näin asiakas näkee kortin' })).toContainText('80 euroa kesässä');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lähetä hyväksyttäväksi' }).click();
  await expect(page.getByText('Odottaa hyväksymistä, lähettäjä Aino Korpela')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hyväksy ja julkaise' })).toHaveCount(0);
  const address = page.url();

  await outi.goto('/desk/knowledge/cards?view=waiting');
  await outi.getByRole('link', { name: new RegExp(name) }).click();
  await expect(outi.locator('.card-differences ins', { hasText: '80 euroa kesässä' })).toBeVisible();
  await outi.getByRole('button', { name: 'Hyväksy ja julkaise' }).click();
  await expect(outi.getByText('Hyväksytty.', { exact: true })).toBeVisible();

  await mika.goto(address);
  await expect(mika.getByRole('heading', { level: 1, name })).toBeVisible();
  await mika.getByRole('button', { name: 'Kortissa on virhe' }).click();
  await mika.getByRole('textbox', { name: /Mikä on väärin/ }).fill('Hinta on noussut');
  await mika.getByRole('button', { name: 'Kerro' }).click();
  await expect(mika.getByText('Kerrottiin kortin vastuuhenkilölle.')).toBeVisible();

  await page.getByRole('tab', { name: /Tehtävät/ }).click();
  await expect(page.getByText('Hinta on noussut')).toBeVisible();
  await page.getByRole('textbox', { name: 'Mitä tehtiin' }).fill('Hinta korjattu');
  await page.getByRole('button', { name: 'Merkitse hoidetuksi' }).click();
  await expect(page.getByText('Aino Korpela: Hinta korjattu')).toBeVisible();

  await page.getByRole('tab', { name: 'Ylläpito' }).click();
  await page.getByRole('textbox', { name: 'Tarkistettava viimeistään' }).fill('1.2.2026');
  await page.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(page.getByText('Tarkistus oli 1.2.2026')).toBeVisible();
  await page.goto('/desk/knowledge/cards?view=stale');
  await expect(page.getByRole('link', { name: new RegExp(name) })).toContainText('Tarkistus oli 1.2.2026');
  await mika.reload();
  await expect(mika.getByText('Tarkistus oli 1.2.2026')).toBeVisible();
});

test('the pages of cards in three languages, in dark and at 320 pixels', async ({ page, person, signIn }) => {
  test.setTimeout(180_000);
  const id = await publishedCard(await person('Aino Korpela'), await person('Outi Lehtola'), said);
  await signIn('Aino Korpela');
  for (const language of ['sv', 'en', 'fi']) {
    await speak(page, { language });
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const place of ['knowledge', 'knowledge/cards?view=all', `knowledge/cards/${id}`]) {
        await page.goto(`/desk/${place}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expectWhole(page);
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      }
    }
  }
  await speak(page, { settings: { theme: 'dark' } });
  await page.goto(`/desk/knowledge/cards/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await speak(page, { settings: { theme: 'system' } });
});

/** Written by one and approved by the other, as their own pages would. */
async function publishedCard(writer: Page, approver: Page, texts: object, forward: object = {}): Promise<string> {
  const me = (await call<{ grants: { organisationId: string }[] }>(writer, 'GET', '/api/me')).grants;
  const content = { adviceLevel: 'guide', texts, forward };
  const { id } = await call<{ id: string }>(writer, 'POST', '/api/knowledge/cards', {
    ownerOrganisationId: me[0]?.organisationId,
    content,
  });
  await call(writer, 'PUT', `/api/knowledge/cards/${id}/draft/offer`, { revision: 1 });
  await call(approver, 'PUT', `/api/knowledge/cards/${id}/draft/approval`, { revision: 2 });
  return id;
}

/** A customer is on the phone, and the call has been noted. */
async function openCall(page: Page, title: string, language = 'fi'): Promise<string> {
  const contact = { channel: 'phone', summary: title };
  const input = { title, language, contact, customer: { language }, needs: [{ ownWords: title }] };
  const { id } = await call<{ id: string }>(page, 'POST', '/api/matters', input);
  await page.goto(`/desk/matters/${id}?view=mine`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(line(page, title).first()).toBeVisible();
  return id;
}

async function call<T>(page: Page, method: string, address: string, data?: unknown): Promise<T> {
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin };
  const answered = await page.request.fetch(address, { method, headers, ...(data === undefined ? {} : { data }) });
  expect(answered.status(), await answered.text()).toBeLessThan(300);
  return (answered.status() === 204 ? undefined : await answered.json()) as T;
}

const speak = (page: Page, change: object) => call(page, 'PATCH', '/api/me', change);
