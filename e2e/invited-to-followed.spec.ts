import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { asOwner } from './database.ts';
import { choose, expectWhole, openMenu, path } from './desk.ts';
import { aKiosk, alwaysOpen, codeOn, mallila, press } from './kiosk.ts';
import { invitedBy } from './outbox.ts';
import { send } from './send.ts';
import { expect, type Service, test } from './service.ts';
import { atPoint, close, done, sitAt, visitor } from './visits.ts';

/** The day comes: whoever booked for later should be here now. @returns the time as a clock in Finland says it */
async function theDayComes(service: Service, matterId: string): Promise<string> {
  return asOwner(service, async (client) => {
    const { rows } = await client.query(
      `update appointment set starts_at = now() - interval '1 minute', ends_at = now() + interval '44 minutes'
       where matter_id = $1 and state = 'confirmed' returning expected_id, step_id`,
      [matterId],
    );
    expect(rows).toHaveLength(1);
    await client.query(`update step set at = now() - interval '1 minute' where id = $1`, [rows[0].step_id]);
    const due = await client.query<{ clock: string }>(
      `update expected_visit set due_at = now() where id = $1 returning to_char(due_at at time zone 'Europe/Helsinki', 'FMHH24.MI') as clock`,
      [rows[0].expected_id],
    );
    return due.rows[0]?.clock as string;
  });
}

async function aMatter(aino: Page, origin: string): Promise<string> {
  const customer = { givenName: 'Elina', familyName: 'Suvanto', email: 'elina.suvanto@posti.example' };
  const contact = { channel: 'phone', summary: 'Kysyy kuntoutuksesta' };
  const needs = [{ ownWords: 'Kuntoutus leikkauksen jälkeen' }];
  return (await send<{ id: string }>(aino, origin, 'POST', '/api/matters', { contact, customer, needs })).id;
}

/** From the matter, by keyboard alone once the panel is open. */
async function invite(aino: Page, matterId: string): Promise<void> {
  await aino.goto(`/desk/matters/${matterId}`);
  await openMenu(aino, 'Lisää toimintoja', 'Kutsu varaamaan aika…');
  const panel = aino.getByRole('dialog');
  await choose(panel, 'Palvelu', 'Kelan etuudet');
  await expect(panel.getByRole('button', { name: /Missä$/ })).toContainText('Mallilan palvelupiste');
  await panel.getByLabel('Viesti asiakkaalle').fill('Ota leikkauksen jälkeiset ohjeet mukaan.');
  await panel.getByRole('button', { name: 'Lähetä kutsu' }).focus();
  await aino.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(path(aino)).toContainText('Varaa aika viimeistään');
}

const fits = async (page: Page) => {
  await expectWhole(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
};

/** On a small phone, without scripts: a time, and what one needs, are told. @returns the code for the kiosk */
async function bookAndTell(phone: Page, link: string): Promise<string> {
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Ota leikkauksen jälkeiset ohjeet mukaan.');
  await fits(phone);
  await expect(phone.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Varaa aika" [level=1]
      - region "Viesti sinulle"
      - paragraph:
        - button /Ensimmäinen vapaa/
      - region "Valitse päivä":
        - heading "Valitse päivä" [level=2]
        - list:
          - listitem:
            - button /\\d+\\.\\d+\\. \\d+ aika/
      - region /Valitse aika/:
        - heading /Valitse aika/ [level=2]
  `);
  await phone.locator('button[name=at]').first().click();
  await expect(phone.locator('main')).toMatchAriaSnapshot(`
    - main:
      - status: Valmis
      - heading "Aikasi on varattu" [level=1]
      - region /koodi/:
        - img /koodi/
      - complementary:
        - region "Kerro ennen käyntiä":
          - paragraph:
            - link "Täytä lomake"
        - region "Ota mukaan"
        - region "Muuta varausta":
          - paragraph:
            - link "Siirrä aika"
          - paragraph:
            - link "Peru aika"
  `);
  const code = (await phone.locator('.code').innerText()).replace(/\s/g, '');
  await phone.getByRole('link', { name: 'Täytä lomake' }).click();
  await fits(phone);
  await expect(phone.locator('main')).toMatchAriaSnapshot(`
    - main:
      - link "Varattu aikasi"
      - heading "Kerro ennen käyntiä" [level=1]
      - textbox "Missä asiassa tarvitset apua?"
      - group "Mitä tarvitset käynnillä?"
      - group "Millä kielellä haluat asioida?"
      - textbox "Kuka tulee mukaasi?"
      - textbox "Mitä papereita sinulla on?"
      - paragraph:
        - button "Tallenna"
  `);
  await phone.getByLabel('Missä asiassa tarvitset apua?').fill('Polvi leikattiin, miten kuntoutus alkaa?');
  await phone.locator('summary', { hasText: 'Liikkuminen' }).click();
  await phone.getByLabel(/jaksa seistä/).check({ force: true });
  await phone.getByLabel('Kuka tulee mukaasi?').fill('Veljeni Oiva');
  await phone.getByRole('button', { name: 'Tallenna' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Kiitos, vastauksesi on tallennettu');
  await fits(phone);
  // Told again, the later holds, and what was told stands there.
  await phone.getByRole('link', { name: 'Muuta vastauksia' }).click();
  await expect(phone.getByLabel('Kuka tulee mukaasi?')).toHaveValue('Veljeni Oiva');
  await expect(phone.getByLabel(/jaksa seistä/)).toBeChecked();
  await phone.getByLabel('Kuka tulee mukaasi?').fill('Siskoni Aava');
  await phone.getByRole('button', { name: 'Tallenna' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Kiitos, vastauksesi on tallennettu');
  return code;
}

test('a specialist’s appointment from the invitation to the visit, and the next time at a second authority', async ({
  page: aino,
  browser,
  person,
  service,
  signIn,
}) => {
  test.slow();
  const { origin } = service;
  await signIn('Aino Korpela');
  const matterId = await aMatter(aino, origin);
  const link = await invitedBy(aino, () => invite(aino, matterId));
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 320, height: 720 }, javaScriptEnabled: false });
  const phone = await context.newPage();
  const bookingCode = await bookAndTell(phone, link);
  await expect(path(aino)).toContainText(/Varattu aika/);

  const riitta = await person('Riitta Harju');
  const point = await mallila(riitta, origin);
  for (const prefix of ['B', 'G']) await alwaysOpen(riitta, origin, point, prefix);
  const due = await theDayComes(service, matterId);
  const mika = await person('Mika Ranta');
  await atPoint(mika);
  await readBeforehand(mika, due);
  const kiosk = await aKiosk(browser, riitta, origin);
  await press(kiosk, /^Suomi/);
  await press(kiosk, /^Minulla on aika/);
  await kiosk.keyboard.type(bookingCode);
  await kiosk.keyboard.press('Enter');
  await expect(kiosk.getByRole('heading', { level: 1 })).toHaveText(/^Odota, ole hyvä G\d+$/);
  const number = await codeOn(kiosk);
  await expect(kiosk.locator('main')).not.toContainText(/Elina|Kela|Kuntoutu/);

  await sitAt(mika, 'Huone 4');
  await mika.keyboard.press('c');
  const here = visitor(mika);
  await expect(here.locator('.visitor-code'), 'an agreed time goes first').toHaveText(number);
  await done(mika, `${number} kutsuttu`);
  await expect(here.getByRole('region', { name: 'Varatut ajat' }).or(here.locator('[aria-labelledby=visit-booked]'))).toContainText(
    'Elina Suvanto',
  );
  await expect(here).toContainText('Polvi leikattiin, miten kuntoutus alkaa?');
  await expect(here).toContainText('Siskoni Aava');
  await expect(here).toContainText('Ei jaksa seistä');
  await expectAccessible(mika);
  await mika.keyboard.press('b');
  await done(mika, `${number} palveltavana`);

  // On to the advisor who keeps the matter, with the same number.
  await mika.keyboard.press('h');
  const next = mika.getByRole('dialog', { name: 'Seuraava palvelu' });
  await next.getByRole('combobox').fill('Palveluneuv');
  await mika.getByRole('option', { name: /Palveluneuvonta/ }).click();
  await next.getByRole('button', { name: /Valitse/ }).click();
  await done(mika, `${number}: seuraava palvelu valittu`);
  await mika.keyboard.press('w');
  await expect(mika.getByText('Huone 4 on vapaa')).toBeVisible();
  await close(mika);

  await atPoint(aino);
  await sitAt(aino, 'Tiski 1');
  const row = aino.locator('.ticket-row', { hasText: number });
  await expect(row).toBeVisible();
  await row.click();
  await aino
    .getByRole('dialog')
    .getByRole('button', { name: /^Kutsu/ })
    .click();
  await expect(visitor(aino).locator('.visitor-code')).toHaveText(number);
  await done(aino, `${number} kutsuttu`);
  // A key pressed while the panel is still closing is the panel's.
  await expect(aino.getByRole('dialog')).toHaveCount(0);
  await aino.keyboard.press('b');
  await done(aino, `${number} palveltavana`);
  await bookNext(aino);
  await aino.keyboard.press('w');
  const wrapUp = aino.getByRole('dialog', { name: 'Päätä ja kirjaa' });
  await expect(wrapUp.or(aino.getByText('Tiski 1 on vapaa'))).toBeVisible();
  await aino.keyboard.press('Escape');
  await close(aino);

  await aino.goto(`/desk/matters/${matterId}`);
  await expect(path(aino)).toContainText('Varaa aika viimeistään');
  await expect(path(aino).getByRole('listitem').filter({ hasText: 'Varattu aika' })).toHaveCount(2);
  await expect(aino.getByRole('list', { name: 'Varatut ajat' }).getByRole('listitem')).toContainText('Veroneuvonta');

  const { token, url } = await send<{ token?: string; url: string }>(aino, origin, 'POST', `/api/matters/${matterId}/follow-links`);
  await phone.goto(url ?? `/a/${token}`);
  await fits(phone);
  await picture(phone, 'follow');
  await expect(phone.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Näin asiasi etenee" [level=1]
      - region "Varattu aikasi":
        - heading "Varattu aikasi" [level=2]
        - list:
          - listitem:
            - link /klo .* Avaa/
      - region "Asiasi polku":
        - list:
          - listitem:
            - heading "Kerroit asiasi" [level=3]
          - listitem:
            - heading /Varaa aika viimeistään/ [level=3]
          - listitem:
            - heading "Varattu aika" [level=3]
            - text: /Tehty/
          - listitem:
            - heading "Varattu aika" [level=3]
            - paragraph: Nyt, sinun vuorosi
  `);
  await expect(phone.locator('main')).not.toContainText(/Kela|Vero/);
  await phone.getByRole('region', { name: 'Varattu aikasi' }).getByRole('link').click();
  await expect(phone).toHaveURL(`${origin}/b`);
  await expect(phone.getByRole('link', { name: 'Siirrä aika' })).toBeVisible();
  await fits(phone);
  await context.close();
});

/** What the customer told is open before they come, from the row of who is expected. */
async function readBeforehand(mika: Page, due: string): Promise<void> {
  await mika.getByRole('tab', { name: /Tulossa/ }).click();
  await mika.getByRole('button', { name: new RegExp(`^Ajan tiedot: .*\\b${due.replace('.', '\\.')}`) }).click();
  const panel = mika.getByRole('dialog', { name: 'Ajan tiedot' });
  await expect(panel).toContainText('Siskoni Aava');
  await expect(panel).toContainText('Elina Suvanto');
  await expectAccessible(mika);
  await mika.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await mika.getByRole('tab', { name: /Jonossa/ }).click();
}

/** By keyboard alone: the service of another authority, its first free time, agreed. */
async function bookNext(aino: Page): Promise<void> {
  await visitor(aino).getByRole('button', { name: 'Varaa jatkoaika' }).focus();
  await aino.keyboard.press('Enter');
  const booking = aino.getByRole('dialog', { name: /^Varaa aika/ });
  await booking.getByRole('combobox').focus();
  await aino.keyboard.type('Veroneuvonta');
  await expect(aino.getByRole('option', { name: /^Veroneuvonta/ })).toBeVisible();
  await aino.keyboard.press('ArrowDown');
  await aino.keyboard.press('Enter');
  const first = booking.getByRole('radiogroup', { name: 'Vapaat ajat' }).getByRole('radio').first();
  await first.focus();
  await aino.keyboard.press('Space');
  await expect(booking.getByLabel('Asiakkaan nimi'), 'the matter knows whom').toHaveValue('Elina Suvanto');
  await expectAccessible(aino);
  await booking.getByRole('button', { name: /^Varaa tämä aika/ }).focus();
  await aino.keyboard.press('Enter');
  const booked = aino.getByRole('dialog', { name: /^Aika on varattu/ });
  await expect(booked.locator('.booked-code')).toHaveText(/^[2-9A-Y]{3} [2-9A-Y]{3}$/);
  await aino.keyboard.press('Enter');
  await expect(booked).toHaveCount(0);
}

test('everything that is booked is one set of tabs, in three languages and on a small screen', async ({ page, signIn }) => {
  await signIn('Aino Korpela');
  await atPoint(page);
  const tabs = page.getByRole('navigation', { name: 'Ajanvaraukset' });
  await page.goto('/desk/appointments');
  await tabs.getByRole('link', { name: 'Päivän ajat' }).click();
  await expect(page).toHaveURL(/\/desk\/appointments\/day/);
  await expect(page.getByRole('heading', { level: 1, name: /Päivän ajat/ })).toBeVisible();
  await tabs.getByRole('link', { name: 'Tilaisuudet ja kurssit' }).click();
  await expect(page).toHaveURL(/\/desk\/meetings/);
  await tabs.getByRole('link', { name: 'Jonossa vapautuviin aikoihin' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabs.getByRole('link', { name: 'Kalenteri' }).click();
  await expect(tabs.locator('[aria-current=page]')).toHaveText(['Kalenteri']);
  await page.setViewportSize({ width: 320, height: 800 });
  for (const language of ['sv', 'en', 'fi'])
    for (const place of ['appointments', 'appointments/day', 'meetings', 'appointments/waiting']) {
      await page.goto(`/desk/${place}?lang=${language}`);
      await expect(page.locator('.appointment-tabs [aria-current=page]')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      await picture(page, `${place.replace('/', '-')}-${language}`);
    }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/desk/appointments/day');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture(page, 'wide-dark');
});

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/followed-${name}.png`, fullPage: true });
}
