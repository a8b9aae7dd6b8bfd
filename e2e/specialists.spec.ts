import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole, openMenu } from './desk.ts';
import { expect, test } from './service.ts';

const always = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
  exceptions: [],
  holidaysClosed: false,
};

test('an advisor finds who is on duty and serves in Swedish, and asks; the specialist’s presence shows as it changes', async ({
  page,
  person,
  signIn,
}) => {
  const daniel = await person('Daniel Berg');
  await onDutyAlways(daniel);
  await signIn('Aino Korpela');
  const title = `Ulkomaalaisen kotikunta ${randomUUID().slice(0, 4)}`;
  await aMatter(page, title);

  await page.getByRole('link', { name: /^Palvelut/ }).click();
  await page.getByRole('link', { name: 'Asiantuntijat' }).click();
  const rows = page.locator('.specialist-line');
  await expect(rows.filter({ hasText: 'Tuula Hautala' })).toBeVisible();
  const filters = page.getByRole('search', { name: 'Rajaa asiantuntijoita' });
  await choose(filters, 'Kieli', 'ruotsi');
  await filters.getByText('Päivystää nyt').click();
  await expect(rows.filter({ hasText: 'Tuula Hautala' })).toHaveCount(0);
  const found = rows.filter({ hasText: 'Daniel Berg' });
  await expect(found).toContainText('Päivystää nyt');
  await expect(found).toContainText('ruotsi');
  await filters.getByRole('searchbox').fill('ulkomaalaisten');
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);

  // Nothing is fetched by hand: the news come over the live stream.
  await openMenu(daniel, 'Egen meny', 'Upptagen');
  await expect(found).toContainText('Varattu');
  await expect(daniel.locator('.topbar').getByText('Du är nu: Upptagen')).toBeAttached();
  await openMenu(daniel, 'Egen meny', 'Anträffbar');
  await expect(found).toContainText('Tavoitettavissa');

  await found.getByRole('button', { name: 'Kysy: Daniel Berg' }).click();
  const where = page.getByRole('dialog');
  await expectAccessible(page);
  await where.getByRole('button', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const form = page.getByRole('form', { name: 'Tukipyyntö' });
  await expect(form).toContainText('Kysymys menee henkilölle Daniel Berg.');
  await expect(form).toContainText('Tavoitettavissa');
  await form.getByLabel('Otsikko').fill(title);
  await form.getByLabel('Kysymys asiantuntijalle').fill('Voiko kotikunnan saada ennen kuin henkilötunnus on tullut?');
  await choose(form, 'Luovutuksen peruste', 'Laki');
  await form.getByLabel('Säännös, johon luovutus perustuu').fill('Kotikuntalaki 201/1994, 4 §');
  await expectAccessible(page);
  await form.getByRole('button', { name: /Lähetä tukipyyntö/ }).click();
  await expect(page.locator('ol.path')).toContainText('Daniel Berg');

  await daniel.goto('/desk/requests?view=mine');
  await expect(daniel.locator('a.request-row').filter({ hasText: title })).toBeVisible();
  await call(daniel, 'PUT', '/api/knowledge/own-presence', { state: null });
});

test('who is away is not on duty: the backup is, on the page and on a card that names the one who is away', async ({
  page,
  person,
  signIn,
}) => {
  const [ebba, aino, outi] = [await person('Ebba Nylund'), await person('Aino Korpela'), await person('Outi Lehtola')];
  await onDutyAlways(ebba);
  const name = `Kuljetukset ${randomUUID().slice(0, 4)}`;
  await publishedCard(aino, outi, { fi: { title: name, summary: 'Kuljetuspalvelujen neuvonta.' } }, { specialist: 'Ebba Nylund' });
  await signIn('Leo Salmi');
  await page.goto('/desk/knowledge');
  await page.getByRole('combobox').fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
  const pane = page.getByRole('region', { name: 'Työn vierellä' });
  const asked = pane.getByRole('list', { name: 'Asiantuntijat' });
  await expect(asked).toContainText('Päivystää nyt');
  await expect(asked).toContainText('019 000 1006');
  await expect(asked).toContainText('Vastaa puhelimeen nyt');

  await ebba.goto('/desk/knowledge/specialists');
  await ebba.getByRole('region', { name: 'Min anträffbarhet' }).getByText('Frånvarande').click();
  await expect(asked).toContainText('Poissa');
  await expect(asked).toContainText('Varahenkilö: Aino Korpela');
  await expect(asked).not.toContainText('Vastaa puhelimeen nyt');
  await expectAccessible(page);
  await asked.getByRole('link', { name: 'Ebba Nylund' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ebba Nylund' })).toBeVisible();
  await page.locator('#main').getByRole('link', { name: 'Aino Korpela' }).click();
  await expect(page.locator('#main')).toContainText('Päivystää myös puolesta: Ebba Nylund');
  await ebba.getByRole('button', { name: 'Ta bort uppgiften' }).click();
  await expect(page.locator('#main')).not.toContainText('Päivystää myös puolesta');
});

test('a person writes their own profile and is found by what they know', async ({ page, person, signIn }) => {
  await signIn('Olli Kuusela');
  await page.goto('/desk/knowledge/specialists');
  await page.getByRole('button', { name: 'Ilmoittaudu asiantuntijaksi' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Puuttuu vielä')).toContainText('osaaminen');
  await panel.getByLabel('Osaaminen 1 suomeksi').fill('Kiinteistörekisteri');
  await panel.getByLabel('Osaaminen 1 ruotsiksi').fill('Fastighetsregister');
  await panel.getByLabel('Osaaminen 1 englanniksi').fill('Land register');
  await panel.getByText('ruotsi', { exact: true }).click();
  await panel.getByLabel('Puhelinnumero, näkyy vain henkilöstölle').fill('019 000 2005');
  await panel.getByRole('button', { name: 'maanantai: lisää aika' }).click();
  await panel.getByRole('button', { name: 'Maanantain ajat koko viikolle' }).click();
  await panel.getByRole('button', { name: 'Lisää poikkeus' }).click();
  await expectAccessible(page);
  await panel.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(page.getByText('Esittely on tallennettu.')).toBeVisible();
  await page.locator('.specialist-line').getByRole('link', { name: 'Olli Kuusela' }).click();
  await expect(page.locator('#main')).toContainText('ma–pe 9–16');
  await expect(page.locator('#main')).toContainText('Ei aikoja');
  await expectAccessible(page);

  const aino = await person('Aino Korpela');
  await aino.goto('/desk/knowledge');
  await aino.getByRole('combobox').fill('kiinteistörekisteri');
  await aino.getByRole('option', { name: /Olli Kuusela/ }).click();
  await expect(aino.getByRole('region', { name: 'Työn vierellä' })).toContainText('019 000 2005');
  await aino.goto('/search');
  await expect(aino.locator('body')).not.toContainText('Olli Kuusela');
});

test('the pages of specialists in three languages, in dark and at 320 pixels', async ({ page, signIn }) => {
  test.setTimeout(180_000);
  await signIn('Mika Ranta');
  const { id } = await call<{ id: string }>(page, 'GET', '/api/me');
  for (const language of ['sv', 'en', 'fi']) {
    await call(page, 'PATCH', '/api/me', { language });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const place of ['knowledge/specialists', `knowledge/specialists/${id}`]) {
        await page.goto(`/desk/${place}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expectWhole(page);
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      }
      await page.locator('.cards-head button').click();
      await expect(page.getByRole('dialog').locator('.week-hours').first()).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
    }
  }
  await call(page, 'PATCH', '/api/me', { settings: { theme: 'dark' } });
  await page.goto('/desk/knowledge/specialists');
  await expect(page.locator('.specialist-line').first()).toBeVisible();
  await expectAccessible(page);
  await call(page, 'PATCH', '/api/me', { settings: { theme: 'system' } });
});

/** As their own panel would write it. */
async function onDutyAlways(page: Page): Promise<void> {
  const me = await call<{ id: string }>(page, 'GET', '/api/me');
  type Kept = { services: { id: string }[]; cards: { id: string }[]; backup: { id: string } | null } & Record<string, unknown>;
  const kept = await call<Kept>(page, 'GET', `/api/knowledge/specialists/${me.id}`);
  const { unitId, skills, languages, askedBy, phone, version } = kept;
  await call(page, 'PUT', `/api/knowledge/specialists/${me.id}`, {
    ...{ unitId, skills, languages, askedBy, phone, version, duty: always, phoneHours: null },
    serviceIds: kept.services.map(({ id }) => id),
    cardIds: kept.cards.map(({ id }) => id),
    backupId: kept.backup?.id ?? null,
  });
}

async function aMatter(page: Page, title: string): Promise<void> {
  const input = {
    title,
    language: 'fi',
    contact: { channel: 'phone', summary: title },
    customer: { language: 'fi' },
    needs: [{ ownWords: title }],
  };
  await call(page, 'POST', '/api/matters', input);
}

async function publishedCard(writer: Page, approver: Page, texts: object, forward: object): Promise<void> {
  const { grants } = await call<{ grants: { organisationId: string }[] }>(writer, 'GET', '/api/me');
  const content = { adviceLevel: 'guide', texts, forward };
  const { id } = await call<{ id: string }>(writer, 'POST', '/api/knowledge/cards', {
    ownerOrganisationId: grants[0]?.organisationId,
    content,
  });
  await call(writer, 'PUT', `/api/knowledge/cards/${id}/draft/offer`, { revision: 1 });
  await call(approver, 'PUT', `/api/knowledge/cards/${id}/draft/approval`, { revision: 2 });
}

async function call<T>(page: Page, method: string, address: string, data?: unknown): Promise<T> {
  const headers = { 'x-polku-csrf': '1', 'idempotency-key': randomUUID(), origin: new URL(page.url()).origin };
  const answered = await page.request.fetch(address, { method, headers, ...(data === undefined ? {} : { data }) });
  expect(answered.status(), await answered.text()).toBeLessThan(300);
  return (answered.status() === 204 ? undefined : await answered.json()) as T;
}
