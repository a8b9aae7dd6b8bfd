import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';
import { atPoint } from './visits.ts';

// Mail leaves at any hour: the journey runs at night too.
test.use({ settings: [{ QUIET_HOURS: 'off' }, { scope: 'worker' }] });

const languages = {
  fi: {
    join: 'Ilmoittaudu jonoon',
    joined: 'Olet jonossa',
    offer: 'Sinulle on vapautunut aika',
    take: 'Otan tämän ajan',
    booked: 'Aikasi on varattu',
  },
  sv: {
    join: 'Ställ dig i kö',
    joined: 'Du står i kön',
    offer: 'En tid har blivit ledig för dig',
    take: 'Jag tar den här tiden',
    booked: 'Din tid är bokad',
  },
  en: {
    join: 'Join the waiting list',
    joined: 'You are on the waiting list',
    offer: 'A time has become free for you',
    take: 'Take this time',
    booked: 'Your appointment is booked',
  },
};

type Held = { id: string; secret: string };
type Full = { service: string; place: string; day: string; held: Held[] };

/** A day of a service of which every time has been taken by others. `n`: which of the days that have times. */
async function aFullDay(request: APIRequestContext, n: number): Promise<Full> {
  const { services } = await (await request.get('/api/v1/booking/services')).json();
  const { id: service, placeIds } = services.find(({ name }: { name: { fi: string } }) => name.fi.startsWith('Kuolinpesän'));
  const [place] = placeIds as string[];
  const times = async (from: string, until: string): Promise<{ startsAt: string }[]> =>
    (await (await request.get(`/api/v1/booking/free-times?service=${service}&place=${place}&from=${from}&until=${until}`)).json()).times;
  const day = [...new Set((await times(daysOn(4), daysOn(40))).map(({ startsAt }) => startsAt.slice(0, 10)))][n] as string;
  const held: Held[] = [];
  for (;;) {
    const [time] = await times(day, day);
    if (!time) return { service, place: place as string, day, held };
    const body = { serviceId: service, placeId: place, way: 'point', startsAt: time.startsAt, language: null, needs: [] };
    const key = () => ({ headers: { 'x-polku-csrf': '1', 'idempotency-key': randomUUID() } });
    const answer = await request.post('/api/v1/booking/holds', { data: body, ...key() });
    expect(answer.status(), await answer.text()).toBe(201);
    const one: Held = await answer.json();
    const contact = { name: 'Joku Muu', email: `muu-${randomUUID()}@posti.example`, phone: null };
    const headers = { 'x-polku-csrf': '1', authorization: `Bearer ${one.secret}`, 'idempotency-key': randomUUID() };
    expect((await request.post(`/api/v1/booking/appointments/${one.id}/confirmation`, { data: contact, headers })).status()).toBe(201);
    held.push(one);
  }
}

const daysOn = (days: number) => Temporal.Now.plainDateISO('Europe/Helsinki').add({ days }).toString();

async function phone(browser: Browser, baseURL: string | undefined, language: string): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
  });
  await context.addCookies([{ name: 'polku-lang', value: language, url: baseURL as string }]);
  return context.newPage();
}

const seen = new Set<string>();

/** The address in a letter that nobody has been sent before. */
async function newLink(request: APIRequestContext): Promise<string> {
  let fresh: string | undefined;
  const look = async () => {
    const all = (await (await request.get('/demo/outbox')).text()).match(/\/b\/w\/[\w-]{27}/g) ?? [];
    fresh = all.find((link) => !seen.has(link));
    return fresh;
  };
  await expect.poll(look, { timeout: 20_000 }).toBeTruthy();
  seen.add(fresh as string);
  return fresh as string;
}

for (const [n, [language, words]] of Object.entries(languages).entries())
  test(`from a full day over the line to a time that somebody cancels, without scripts, in ${language}`, async ({
    browser,
    baseURL,
    request,
  }) => {
    const { service, place, day, held } = await aFullDay(request, n);
    const page = await phone(browser, baseURL, language);
    await page.goto(`/book/times?service=${service}&place=${place}&from=${day}`);
    await page.getByRole('button', { name: words.join }).click();
    await page.locator('#fromDay').fill(day);
    await page.locator('#untilDay').fill(day);
    await page.locator('#name').fill('Aada Aallas');
    await page.locator('#email').fill(`aada-${language}@posti.example`);
    for (const box of await page.locator('input[name=weekdays]').all()) await box.setChecked(true, { force: true });
    // Nobody serves this in English: who reads English is told so, and does not wait in vain.
    await expect(page.getByText('not given in the language')).toHaveCount(language === 'en' ? 1 : 0);
    await expectWhole(page);
    await picture(page, `join-${language}`);
    await page.getByRole('button', { name: words.join }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.joined })).toBeVisible();
    const link = await newLink(request);
    await page.goto(link);
    await expect(page).toHaveURL('/b/waiting');
    await picture(page, `place-${language}`);
    await expect(page.getByRole('button', { name: words.take })).toHaveCount(0);

    const [first] = held as [Held];
    const headers = { authorization: `Bearer ${first.secret}`, 'x-polku-csrf': '1' };
    expect((await request.delete(`/api/v1/booking/appointments/${first.id}`, { headers })).status()).toBe(204);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: words.offer })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await expectWhole(page);
    await picture(page, `offer-${language}`);
    // Nobody else gets it meanwhile.
    const free = await (await request.get(`/api/v1/booking/free-times?service=${service}&place=${place}&from=${day}&until=${day}`)).json();
    expect(free.times).toEqual([]);
    await page.getByRole('button', { name: words.take }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.booked })).toBeVisible();
    await page.context().close();
  });

test('the pages of the line have nothing wrong for those who use other means than eyes and a mouse', async ({ page, request }) => {
  const { service, place, day, held } = await aFullDay(request, 3);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`/book/waiting?service=${service}&place=${place}`);
  await page.getByRole('button', { name: 'Ilmoittaudu jonoon' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'join');
  await page.locator('#name').fill('Eero Esimerkki');
  await page.locator('#email').fill('eero@posti.example');
  await page.locator('#fromDay').fill(day);
  await page.locator('#untilDay').fill(day);
  await page.getByRole('button', { name: 'Ilmoittaudu jonoon' }).click();
  await expectAccessible(page);
  await page.goto(await newLink(request));
  await expectAccessible(page);
  await picture(page, 'place');
  const [first] = held as [Held];
  await request.delete(`/api/v1/booking/appointments/${first.id}`, {
    headers: { authorization: `Bearer ${first.secret}`, 'x-polku-csrf': '1' },
  });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Otan tämän ajan' })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expectAccessible(page);
  await picture(page, 'offer');
});

test('staff see who waits', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  await page.goto('/desk/appointments');
  await page.getByRole('link', { name: 'Jonossa vapautuviin aikoihin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jonossa vapautuviin aikoihin' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toContainText(['Veroneuvonta']);
  await expect(page.getByText('Raili Hiltunen')).toBeVisible();
  await expectWhole(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await picture(page, `lines-${colorScheme}`);
  }
});

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/waiting-${name}.png`, fullPage: true });
}
