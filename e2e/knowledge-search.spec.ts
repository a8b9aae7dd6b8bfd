import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { asOwner } from './database.ts';
import { expectWhole } from './desk.ts';
import { expect, type Service, test } from './service.ts';

const administrator = 'Outi Lehtola';

test('an owner mends a failed search with a word, and it works at once for staff and residents', async ({
  page,
  person,
  signIn,
  service,
}) => {
  await someServices(service, ['Kylätalkoiden tukeminen', ...others]);
  await signIn(administrator);
  const people = [page, await person('Aino Korpela'), await person('Leo Salmi')];
  for (const { request } of people) expect(await titlesOf(request, 'hönsöblix')).toEqual([]);

  const advisor = people[1] as Page;
  const found = await askedByKey(advisor, 'hönsöblix');
  await expect(found.getByText('Mitään sopivaa ei löytynyt')).toBeVisible();
  await advisor.keyboard.press('Escape');

  await page.goto('/desk/admin/search');
  const line = page.getByRole('listitem').filter({ hasText: 'hönsöblix' });
  await expect(line).toContainText('Ei löytänyt mitään');
  await expect(line).toContainText('3 hakua');
  await expectAccessible(page);
  await line.getByRole('button', { name: 'Lisää hakusana: hönsöblix' }).click();

  const panel = page.getByRole('dialog');
  await expect(panel.getByLabel('Sana', { exact: true })).toHaveValue('hönsöblix');
  const meaning = panel.getByLabel('Mitä se tarkoittaa');
  await expect(meaning).toBeFocused();
  await meaning.fill('kylätalkoot');
  await expect(panel.getByRole('status', { name: 'Selitys löytää nyt' })).toContainText('Kylätalkoiden tukeminen');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Hakusana toimii nyt: hönsöblix')).toBeVisible();
  await expect(line).toHaveCount(0);
  await expect(page.getByRole('row', { name: /hönsöblix/ })).toContainText('kylätalkoot');
  await expectWhole(page);

  expect(await titlesOf(people[1]?.request as APIRequestContext, 'hönsöblix')).toContain('Kylätalkoiden tukeminen');
  await askedByKey(advisor, 'hönsöblix');
  await expect(found.getByRole('option', { name: /Kylätalkoiden tukeminen/ }).first()).toBeVisible();
  const resident = await page.context().browser()?.newPage({ baseURL: service.origin });
  if (!resident) throw new Error('no browser');
  await resident.goto('/search');
  await resident.getByRole('searchbox').or(resident.getByRole('textbox')).first().fill('hönsöblix');
  await resident.keyboard.press('Enter');
  await expect(resident.getByRole('link', { name: /Kylätalkoiden tukeminen/ })).toBeVisible();
  await resident.close();
});

test('a word is switched off, found among the many, and the page stands in all languages and narrow', async ({ page, signIn }) => {
  await signIn(administrator);
  await page.goto('/desk/admin/search');
  await page.keyboard.press('f');
  await page.keyboard.type('muskari');
  const row = page.getByRole('row', { name: /^muskari / });
  await expect(row).toContainText('Valmiina tuotteessa');
  await row.getByRole('link', { name: 'muskari' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('Haku käyttää tätä sanaa').click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Tallennettu: muskari')).toBeVisible();
  await expect(row).toContainText('Pois käytöstä');
  await page.keyboard.press('u');
  await expect(row).toContainText('Käytössä');
  for (const [language, words] of [
    ['sv', 'Sökningar utan svar'],
    ['en', 'Searches without an answer'],
    ['fi', 'Haut ilman vastausta'],
  ] as const) {
    await speak(page, language);
    await page.goto('/desk/admin/search');
    await expect(page.getByRole('heading', { name: words })).toBeVisible();
    await expectWhole(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

test('who does not keep the search is told so', async ({ page, signIn }) => {
  await signIn('Aino');
  await page.goto('/desk/admin/search');
  await expect(page.getByText('Ylläpito on pääkäyttäjille')).toBeVisible();
});

async function askedByKey(page: Page, words: string) {
  await page.locator('#main').focus();
  await page.keyboard.press('q');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  return page.getByRole('dialog');
}

async function speak(page: Page, language: string): Promise<void> {
  const changed = await page.request.patch('/api/me', { data: { language }, headers: { 'x-polku-csrf': '1' } });
  expect(changed.ok()).toBe(true);
}

async function titlesOf(request: APIRequestContext, words: string): Promise<string[]> {
  const answer = await request.post('/api/knowledge/search', { data: { words, language: 'fi' }, headers: { 'x-polku-csrf': '1' } });
  return ((await answer.json()) as { hits: { title: string }[] }).hits.map(({ title }) => title);
}

const others = ['Venepaikat', 'Uimakoulu', 'Kirjastoauto', 'Katuvalaistus', 'Jätepiste', 'Liikuntasalit', 'Koirapuisto', 'Hautapaikka'];

/** Services as the directory's import would leave them, told to every node. */
async function someServices(service: Service, names: string[]): Promise<void> {
  await asOwner(service, (client) =>
    client.query(
      `with text as (
        insert into service_text (hash, texts) select n, jsonb_build_object('fi', jsonb_build_object('name', n)) from unnest($1::text[]) n returning id),
        made as (insert into service (text_id) select id from text)
      insert into event (type, data) select 'knowledge.changed', jsonb_build_object('kind', 'service', 'ids', jsonb_agg(id::text)) from text`,
      [names],
    ),
  );
}
