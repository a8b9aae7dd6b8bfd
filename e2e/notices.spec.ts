import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole, path } from './desk.ts';
import { expect, test } from './service.ts';

// Notices leave at once and at any hour, or the journey would wait for the morning.
test.use({ settings: { NOTICE_JOIN_MINUTES: '0', QUIET_HOURS: 'off' } });

/** Being a customer of somebody may itself be secret: nothing that leaves says what the matter is or whose. */
const secret = /asumistuki|kela|kansaneläke|muutto/i;

test('customers hear that their needs are settled, each in their own channel and in neutral words', async ({
  page,
  signIn,
  person,
  service,
}) => {
  await signIn('Aino Korpela');
  const byMail = await aMatter(page, { givenName: 'Oona', familyName: 'Metsä', email: 'oona@posti.example', contactWish: 'email' });
  const byPhone = await aMatter(page, { givenName: 'Sulo', familyName: 'Salo', phone: '050 000 1234', contactWish: 'sms' });
  const byLetter = await aMatter(page, {
    givenName: 'Veikko',
    familyName: 'Kivi',
    street: 'Tie 1',
    postalCode: '00001',
    city: 'Mallila',
    contactWish: 'letter',
  });
  const identified = await aMatter(
    page,
    { givenName: 'Oskar', familyName: 'Berg' },
    { channel: 'counter', identification: 'document-seen' },
  );
  await call(page.request, page, 'PUT', `/api/matters/${identified}/identity`, { identityCode: '250659-907E' });
  for (const matter of [byMail, byPhone, byLetter, identified]) await settle(page, matter);

  // The resident, in a browser of their own: a mail with a link that opens the page, a text message.
  const resident = await (await page.context().browser()?.newContext())?.newPage();
  if (!resident) throw new Error('no second browser');
  await expect(async () => {
    await resident.goto(`${service.origin}/demo/outbox?lang=fi`);
    await expect(resident.getByRole('heading', { name: /Asiasi on hoidettu/ })).toHaveCount(1, { timeout: 500 });
    await expect(resident.getByText('+358500001234')).toBeVisible({ timeout: 500 });
  }).toPass();
  const mail = resident.getByRole('article').filter({ hasText: 'oona@posti.example' });
  const words = await mail.innerText();
  expect(words).not.toMatch(secret);
  await expectAccessible(resident);
  const link = /http:\/\/localhost:\d+\/a\/[\w-]+/.exec(words)?.[0] as string;
  await resident.goto(link);
  await expect(resident.getByRole('heading', { level: 1 })).toBeVisible();
  // Whoever has been identified by a document gets it in their Suomi.fi mailbox, and signs in.
  await resident.goto(`${service.origin}/demo/suomifi?lang=fi`);
  const message = resident.getByRole('article').filter({ hasText: 'Asiasi on hoidettu' });
  await expect(message).toContainText('Sähköiseen postilaatikkoon');
  await expect(message).toContainText(/localhost:\d+\/my/);
  expect(await message.innerText()).not.toMatch(secret);
  await expectAccessible(resident);
  await resident.context().close();

  // The desk sees on the path what was told.
  await page.goto(`/desk/matters/${byMail}?view=mine`);
  await expect(path(page)).toContainText('Ilmoitus asiakkaalle: hoidettu');
  await expect(path(page)).toContainText('Sähköposti, lähetetty');

  // Another person prints the letter and says so.
  const leo = await person('Leo Salmi');
  await leo.goto('/desk/notices?view=paper');
  const row = leo.getByRole('listitem', { name: /Veikko Kivi/ });
  await expect(row).toBeVisible();
  await expectWhole(leo);
  await expectAccessible(leo);
  const [letter] = await Promise.all([leo.context().waitForEvent('page'), row.getByRole('link', { name: /Avaa tulostettavaksi/ }).click()]);
  await letter.waitForLoadState();
  await expect(letter.getByText('Tie 1')).toBeVisible();
  expect(await letter.locator('body').innerText()).not.toMatch(secret);
  await letter.close();
  await row.getByRole('button', { name: 'Merkitse tulostetuksi' }).focus();
  await leo.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await page.goto(`/desk/matters/${byLetter}?view=mine`);
  await expect(path(page)).toContainText('Paperi, tulostettu');
});

for (const [locale, heading] of [
  ['sv', 'Meddelanden till kunder'],
  ['en', 'Notices to customers'],
] as const) {
  test(`the lists in ${locale}, at 320 pixels too`, async ({ page, signIn }) => {
    await signIn('Aino Korpela');
    await call(page.request, page, 'PATCH', '/api/me', { language: locale });
    for (const view of ['paper', 'collect', 'given-up']) {
      await page.goto(`/desk/notices?view=${view}`);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await call(page.request, page, 'PATCH', '/api/me', { language: 'fi' });
  });
}

async function aMatter(
  page: Page,
  customer: Record<string, string>,
  contact: Record<string, string> = { channel: 'phone' },
): Promise<string> {
  const needs = [{ ownWords: 'Muutto ja asumistuki Kelasta' }];
  const opened = await call(page.request, page, 'POST', '/api/matters', {
    title: 'Asumistuki',
    customer,
    needs,
    contact: { ...contact, summary: 'Kysyy' },
  });
  return ((await opened.json()) as { id: string }).id;
}

async function settle(page: Page, matterId: string): Promise<void> {
  const { needs } = (await (await page.request.get(`/api/matters/${matterId}`)).json()) as { needs: { id: string }[] };
  await call(page.request, page, 'PUT', `/api/matters/${matterId}/needs/${needs[0]?.id}/outcome`, { outcome: 'handled' });
}

/** As the desk's own pages call. */
async function call(request: APIRequestContext, page: Page, method: string, url: string, data: unknown) {
  const headers = {
    'x-polku-csrf': '1',
    origin: new URL(page.url()).origin,
    'sec-fetch-site': 'same-origin',
    'idempotency-key': crypto.randomUUID(),
  };
  const answer = await request.fetch(url, { method, data, headers });
  expect(answer.ok()).toBe(true);
  return answer;
}
