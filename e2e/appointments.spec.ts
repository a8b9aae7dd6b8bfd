import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

type Me = { points: { id: string; name: { fi: string } }[] };

/** Changes one's own settings as the settings panel does. */
async function change(page: Page, wish: object): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
    return (await fetch('/api/me', { method: 'PATCH', headers, body })).status;
  }, JSON.stringify(wish));
  expect(status).toBe(200);
}

async function sitAtMallila(page: Page): Promise<void> {
  const { points } = (await (await page.request.get('/api/me')).json()) as Me;
  await change(page, { pointId: points.find(({ name }) => name.fi.startsWith('Mallila'))?.id });
}

/** The next Tuesday after this week: nobody in the demo has come or gone then. */
const tuesday = () => {
  const today = Temporal.Now.plainDateISO('Europe/Helsinki');
  return today.add({ days: 9 - today.dayOfWeek }).toString();
};
const grid = (page: Page) => page.locator('.calendar-grid');
const column = (page: Page, name: string) => grid(page).getByRole('region', { name, exact: true });
const taken = (page: Page, name: string) => column(page, name).locator('.calendar-taken[data-state=confirmed]');

test('an appointment is moved by keys alone, taken back, and dragged; what others do is seen', async ({ page, signIn, person }) => {
  await signIn('Aino Korpela');
  await sitAtMallila(page);
  await page.goto(`/desk/appointments?day=${tuesday()}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Ajanvaraukset/ })).toBeVisible();
  const first = taken(page, 'Aino Korpela').first();
  await expect(first).toBeVisible();
  await expectWhole(page);
  await expectAccessible(page);
  const id = (await first.getAttribute('data-appointment')) as string;
  const mine = page.locator(`[data-appointment="${id}"]`);
  const clock = () => mine.locator('strong').innerText();
  const before = await clock();

  const colleague = await person('Ebba Nylund');
  await sitAtMallila(colleague);
  await colleague.goto(`/desk/appointments?day=${tuesday()}`);
  const seen = colleague.locator(`[data-appointment="${id}"] strong`);
  await expect(seen).toHaveText(before);

  await mine.focus();
  await page.keyboard.press('m');
  await expect(page.getByText(/^Varaus on poimittu/)).toBeAttached();
  await expect(page.getByText('soita hänelle', { exact: false })).toBeVisible();
  const target = grid(page).locator('.calendar-target:focus');
  await expect(target).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(grid(page).locator('.calendar-target')).toHaveCount(0);
  await expect(mine).toBeFocused();

  await page.keyboard.press('m');
  await expect(target).toHaveCount(1);
  const where = (await target.innerText()).replace(/^\D+/, '');
  await page.keyboard.press('Enter');
  await expect(mine.locator('strong')).toHaveText(new RegExp(`^${where.replace('.', '\\.')}–`));
  await expect(page.locator('.toast')).toContainText('Siirretty');
  await expect(mine).toBeFocused();
  await expect(seen, 'the colleague sees it without asking').toHaveText(await clock());
  await page.locator('.toast').getByRole('button', { name: /^Peru/ }).click();
  await expect(mine.locator('strong')).toHaveText(before);
  await expect(seen).toHaveText(before);

  const box = async (it: ReturnType<typeof mine.first>) =>
    (await it.boundingBox()) as { x: number; y: number; width: number; height: number };
  const from = await box(mine);
  await page.mouse.move(from.x + 30, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
  const spot = column(page, 'Aino Korpela').locator('.calendar-target').last();
  await expect(spot).toBeVisible();
  // The hand goes after the place, should the grid move under it; from above, over places that lie across it.
  await expect(async () => {
    await spot.scrollIntoViewIfNeeded();
    const to = await box(spot);
    await page.mouse.move(to.x + 30, to.y + 8, { steps: 4 });
    await expect(spot).toHaveAttribute('data-over', '', { timeout: 500 });
  }).toPass();
  await page.mouse.up();
  await expect(mine.locator('strong')).not.toHaveText(before);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('.toast').getByRole('button', { name: /^Peru/ }).last().click();
  await expect(mine.locator('strong')).toHaveText(before);
});

test('somebody is away: those booked are seen to at once, and nobody new is booked', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await sitAtMallila(page);
  await page.goto(`/desk/appointments?day=${tuesday()}`);
  await expect(taken(page, 'Aino Korpela').first()).toBeVisible();
  const booked = await taken(page, 'Aino Korpela').count();
  await page.getByRole('button', { name: 'Poissaolo' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Poissaolon syytä ei kirjata.')).toBeVisible();
  await expectAccessible(page);
  await choose(panel, 'Kenen tai minkä aika', 'Aino Korpela');
  await panel.getByRole('button', { name: /Sulje aika/ }).click();
  await expect(panel.locator('.settling > li')).toHaveCount(booked);
  await expectWhole(page);
  await expectAccessible(page);
  await panel.getByRole('button', { name: new RegExp(`Toteuta ${booked} muuto`) }).click();
  await expect(panel.getByText('Kaikki valitut muutokset on tehty.')).toBeVisible();
  await expect(panel.locator('.settling .status')).toHaveCount(booked);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(taken(page, 'Aino Korpela')).toHaveCount(0);
  await expect(column(page, 'Aino Korpela').locator('.calendar-free')).toHaveCount(0);
  await column(page, 'Aino Korpela').locator('.calendar-block').click();
  await panel.getByRole('button', { name: 'Avaa aika' }).click();
  await expect(column(page, 'Aino Korpela').locator('.calendar-free').first()).toBeVisible();
});

for (const { lang, absence, whose, close, open } of [
  { lang: 'sv', absence: 'Frånvaro', whose: 'Vems eller vilkens tid', close: /Spärra tiden/, open: 'Öppna tiden' },
  { lang: 'en', absence: 'Absence', whose: 'Whose time', close: /Block the time/, open: 'Open the time' },
])
  test(`who is to be moved when somebody is away, in ${lang} at 320 pixels`, async ({ page, signIn }) => {
    await signIn('Aino Korpela');
    await sitAtMallila(page);
    const colleague = 'Ebba Nylund';
    await page.setViewportSize({ width: 320, height: 720 });
    await page.goto(`/desk/appointments?day=${tuesday()}&lang=${lang}`);
    await expect(column(page, colleague)).toBeVisible();
    const booked = await taken(page, colleague).count();
    expect(booked).toBeGreaterThan(0);
    await page.getByRole('button', { name: absence }).click();
    const panel = page.getByRole('dialog');
    await choose(panel, whose, colleague);
    await expectWhole(page);
    await expectAccessible(page);
    await panel.getByRole('button', { name: close }).click();
    await expect(panel.locator('.settling > li')).toHaveCount(booked);
    await expectWhole(page);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await column(page, colleague).locator('.calendar-block').first().click();
    await panel.getByRole('button', { name: open }).click();
    await expect(panel).toHaveCount(0);
    await expect(column(page, colleague).locator('.calendar-block')).toHaveCount(0);
  });

test('one’s own calendar is followed elsewhere by a secret address, which can be changed and taken away', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/matters');
  await page.getByRole('button', { name: /Oma valikko|Aino Korpela/ }).click();
  await page.getByRole('menuitem', { name: 'Omat asetukset' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Luo osoite' }).click();
  const address = panel.locator('code');
  const first = await address.innerText();
  const answer = await page.request.get(first);
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await answer.text()).toMatch(/BEGIN:VEVENT/);
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Vaihda osoite' }).click();
  await expect(address).not.toHaveText(first);
  expect((await page.request.get(first)).status()).toBe(404);
  await panel.getByRole('button', { name: 'Poista osoite' }).click();
  await expect(panel.getByRole('button', { name: 'Luo osoite' })).toBeVisible();
});

test('a customer is booked from free time', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await sitAtMallila(page);
  await page.goto(`/desk/appointments?day=${tuesday()}`);
  await grid(page).locator('.calendar-free').first().click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { level: 1, name: 'Vapaa aika' })).toBeVisible();
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Varaa asiakkaalle' }).click();
  await expect(panel.getByRole('heading', { level: 1, name: 'Vapaa aika' })).toHaveCount(0);
  await expect(panel.getByRole('heading', { level: 1 })).toBeVisible();
  await expectWhole(page);
});

test('rooms and equipment have their calendar too: the same times, by where they are', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await sitAtMallila(page);
  await page.goto(`/desk/appointments?day=${tuesday()}`);
  await expect(column(page, 'Aino Korpela')).toBeVisible();
  await page.getByText('Tilat ja välineet').click();
  await expect(column(page, 'Aino Korpela')).toHaveCount(0);
  const inRoom = grid(page)
    .getByRole('region', { name: /^Huone/ })
    .locator('.calendar-taken')
    .first();
  await expect(inRoom).toBeVisible();
  await expectWhole(page);
  await expectAccessible(page);
  const id = (await inRoom.getAttribute('data-appointment')) as string;
  await page.getByText('Henkilöt', { exact: true }).click();
  await expect(column(page, 'Aino Korpela')).toBeVisible();
  await expect(grid(page).locator(`[data-appointment="${id}"]`), 'with whom it is').toHaveCount(1);
});

const titles = { sv: 'Tidsbokningar', en: 'Appointments', fi: 'Ajanvaraukset' };

test('in three languages, dark and on a small screen', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await sitAtMallila(page);
  for (const [language, title] of Object.entries(titles))
    for (const [width, colorScheme] of [
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      for (const view of ['day', 'week']) {
        await page.goto(`/desk/appointments?day=${tuesday()}&view=${view}&lang=${language}`);
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
        await expect(grid(page)).toBeVisible();
        await expectWhole(page);
        await expectAccessible(page);
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
          `${language} ${width}`,
        ).toBeLessThanOrEqual(0);
      }
    }
});
