import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { aDecidedMapping, aMatterOf, aPhone, headers, signIn } from './own-pages.ts';
import { expect, test } from './service.ts';

const LANGUAGES = ['fi', 'sv', 'en', 'fi-x-plain'];
const SHOTS = process.env.E2E_SHOTS;

test('a secret answer: a neutral notice by e-mail, read after signing in, answered, and the advisor sees who wrote', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
  person,
}) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi', email: 'elias.nurmi@posti.example' }, '311203A904L');
  const message = {
    kind: 'message',
    channel: 'email',
    sensitivity: 'secret',
    language: 'fi',
    body: 'Päätöksesi on kielteinen, ja siitä voi valittaa.',
  };
  const written = await desk.request.post(`/api/matters/${id}/messages`, { headers: headers(), data: message });
  const { id: messageId } = (await written.json()) as { id: string };
  await desk.request.patch(`/api/messages/${messageId}`, { headers: headers(), data: { state: 'now' } });
  const state = async () => {
    const { messages } = (await (await desk.request.get(`/api/matters/${id}`)).json()) as { messages: { id: string; state: string }[] };
    return messages.find((one) => one.id === messageId)?.state;
  };
  await expect.poll(state).toBe('waiting');
  await desk.goto('/demo/outbox?lang=fi');
  const mails = await desk.content();
  expect(mails).toContain('/my');
  expect(mails).not.toContain('kielteinen');

  await desk.goto(`/desk/matters/${id}`);
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/my');
  await signIn(phone, /Elias Nurmi/);
  await expect(phone.locator('main')).toContainText('Sinulla on uusi viesti');
  await phone.locator(`a[href="/my/matters/${id}"]`).click();
  await expect(phone.locator('.messages')).toContainText('Päätöksesi on kielteinen');
  expect(await state()).toBe('told');
  await phone.getByLabel('Kirjoita meille').fill('Haluan valittaa päätöksestä.');
  await phone.getByRole('button', { name: 'Lähetä', exact: true }).click();
  await expect(phone.getByRole('status')).toContainText('Saimme viestisi');
  await expect(desk.getByText('Elias Nurmi, tunnistautunut')).toBeVisible();
  await expect(desk.getByText('Haluan valittaa päätöksestä.')).toBeVisible();

  await phone.getByRole('link', { name: 'Korjaa tai poista' }).click();
  await phone.getByLabel('Korjatkaa tieto, joka on väärin').check();
  await phone.getByLabel('Kerro omin sanoin').fill('Sukunimeni on Nurmi-Laine.');
  await phone.getByRole('button', { name: 'Lähetä pyyntö' }).click();
  await expect(phone.getByRole('status')).toContainText('Saimme pyyntösi');
  const officer = await person('Helena Forss');
  await officer.goto('/desk/data-requests');
  const asked = officer.getByRole('listitem').filter({ hasText: 'Sukunimeni on Nurmi-Laine.' });
  await asked.getByRole('button', { name: 'Svara kunden' }).click();
  const panel = officer.getByRole('dialog');
  await panel.getByText('Gjort', { exact: true }).click();
  await panel.getByLabel('Motivering till kunden').fill('Nimi on nyt korjattu.');
  await expectAccessible(officer);
  if (SHOTS) await officer.screenshot({ path: `${SHOTS}/desk-answer.png` });
  await panel.getByRole('button', { name: /Svara kunden/ }).click();
  await expect(panel).toBeHidden();
  await phone.reload();
  await expect(phone.locator('main')).toContainText('Nimi on nyt korjattu.');
});

test('every page of one’s own is whole, accessible and fits a small phone, in each language', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
}) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi' }, '311203A904L');
  await consentTo(desk, id, 'Kela');
  await aDecidedMapping(desk, id);
  test.slow();
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/my');
  await signIn(page, /Elias Nurmi/);
  await page.goto('/my/details');
  await page.getByLabel('Sähköposti', { exact: true }).fill('elias.toinen@posti.example');
  await page.getByRole('button', { name: 'Lähetä koodi osoitteeseen' }).click();
  for (const path of ['/my', `/my/matters/${id}`, '/my/details', '/my/looks', '/my/copy', '/my/data-requests'])
    for (const language of LANGUAGES) {
      await page.goto(`${path}?lang=${language}`);
      await expectWhole(page);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} ${language} ${width}`).toBeLessThanOrEqual(width);
        if (SHOTS)
          await page.screenshot({
            path: `${SHOTS}/${path.replace(id, 'one').replaceAll('/', '-')}-${language}-${width}.png`,
            fullPage: true,
          });
      }
    }
  await context.close();
});

test('a daughter acts for her mother: said on each page and on what she writes', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
}) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Aili', familyName: 'Koskela' }, '110940-906W');
  await desk.goto(`/desk/matters/${id}`);
  const phone = await aPhone(browser, baseURL);
  await phone.goto('/my');
  await signIn(phone, /Ritva Koskela/);
  await phone.goto(`/my/matters/${id}`);
  await expect(phone.getByRole('heading', { level: 1 })).not.toHaveText('Missä asiasi on nyt');
  await phone.goto('/my/acting-for');
  await phone.getByRole('button', { name: 'Valitse henkilö' }).click();
  await phone.getByRole('link', { name: /Aili/ }).click();
  await phone.goto(`/my/matters/${id}`);
  await expect(phone.locator('.signed-in')).toContainText('Asioit nyt toisen puolesta: Aili Koskela');
  await phone.getByLabel('Kirjoita meille').fill('Äiti ei pääse itse tulemaan.');
  await phone.getByRole('button', { name: 'Lähetä', exact: true }).click();
  await expect(phone.locator('.messages')).toContainText('Sinä (puolesta: Aili Koskela)');
  await expect(desk.getByText('Ritva Koskela, tunnistautunut, puolesta: Aili Koskela')).toBeVisible();
});

test('a consent taken back makes the need vanish for the other authority at once, while its page is open', async ({
  page: desk,
  browser,
  baseURL,
  signIn: staff,
  person,
}) => {
  await staff('Aino Korpela');
  const { id } = await aMatterOf(desk, { givenName: 'Elias', familyName: 'Nurmi' }, '311203A904L');
  await consentTo(desk, id, 'Kela');
  const authority = await person('Mika Ranta');
  await authority.goto(`/desk/matters/${id}`);
  await expect(authority.getByText('Asumisen tuki').first()).toBeVisible();

  const phone = await aPhone(browser, baseURL);
  await phone.goto('/my');
  await signIn(phone, /Elias Nurmi/);
  await phone.goto(`/my/matters/${id}`);
  await expect(phone.locator('main')).toContainText('Saa kertoa asumisen tuesta');
  await phone.getByRole('button', { name: /Peru suostumus/ }).click();
  await expect(phone.getByRole('status')).toContainText('Peruit suostumuksen');
  // At once is within a second of the customer being told, on a page nobody reloads.
  await expect(authority.getByText('Asumisen tuki')).toHaveCount(0, { timeout: 1000 });
  expect((await authority.request.get(`/api/matters/${id}`)).status()).toBe(404);
});

async function consentTo(desk: Page, id: string, name: string): Promise<void> {
  const { organisations } = (await (await desk.request.get('/api/directory')).json()) as {
    organisations: { id: string; shortName: { fi: string } }[];
  };
  const { needs } = (await (await desk.request.get(`/api/matters/${id}`)).json()) as { needs: { id: string }[] };
  const organisationId = organisations.find(({ shortName }) => shortName.fi === name)?.id;
  const data = {
    needId: needs[0]?.id,
    organisationId,
    basis: 'consent',
    givenHow: 'screen',
    language: 'fi',
    ground: 'Saa kertoa asumisen tuesta',
  };
  const shared = await desk.request.post(`/api/matters/${id}/shares`, { headers: headers(), data });
  expect(shared.status(), await shared.text()).toBe(201);
}
