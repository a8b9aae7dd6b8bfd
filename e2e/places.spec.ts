import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { asOwner } from './database.ts';
import { expectWhole } from './desk.ts';
import { expect, type Service, test } from './service.ts';

const NAME = 'Kaisa Kurssilainen';
const panel = (page: Page, name: RegExp) => page.getByRole('dialog', { name });

/** An hour from then on. @returns when it began before */
function meetingBegins(service: Service, meetingId: string, at: string): Promise<string> {
  return asOwner(service, async (client) => {
    const { rows } = await client.query('select starts_at::text as at from booking_session where id = $1', [meetingId]);
    await client.query(
      `update booking_session set starts_at = $2::timestamptz, ends_at = $2::timestamptz + interval '1 hour' where id = $1`,
      [meetingId, at],
    );
    return rows[0].at;
  });
}

test('a customer of a matter gets a place in a course an authority asked them to; missed, the authority’s own desk shows it', async ({
  page,
  person,
  service,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/matters?view=mine');
  await page.getByRole('navigation').locator('a.row').first().click();
  await page.getByRole('button', { name: /^Varaa aika/ }).click();
  await panel(page, /^Varaa aika/)
    .getByRole('combobox')
    .fill('Digitaidot');
  await page
    .getByRole('option', { name: /^Digitaidot tutuiksi/ })
    .first()
    .click();
  const booking = panel(page, /^Varaa paikka/);
  const course = booking.getByRole('radiogroup', { name: 'Tilaisuudet ja kurssit' }).getByRole('radio').first();
  await course.focus();
  await page.keyboard.press('Space');
  await expect(course).toBeChecked();
  await booking.getByRole('button', { name: /Kuka pyysi asiakkaan mukaan/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /työllisyysalue/ }).press('Enter');
  await booking.getByLabel('Asiakkaan nimi').fill(NAME);
  await expectWhole(page);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('course.png') });
  const answer = page.waitForResponse((one) => /\/api\/booking\/courses\/.*\/bookings$/.test(one.url()) && one.status() === 201);
  await booking.getByRole('button', { name: /^Varaa tämä paikka/ }).click();
  const { first } = (await (await answer).json()) as { first: { sessionId: string } };
  await panel(page, /^Aika on varattu/)
    .getByRole('button', { name: 'Valmis' })
    .click();
  await expect(page.getByRole('list', { name: 'Varatut ajat' }).getByText('Digitaidot tutuiksi')).toHaveCount(6);

  // The day of the first meeting has come.
  const before = await meetingBegins(service, first.sessionId, Temporal.Now.instant().subtract({ minutes: 1 }).toString());
  await page.goto(`/desk/meetings/${first.sessionId}`);
  const row = page.locator('.attenders > li', { hasText: NAME });
  await row.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await expect(row.getByRole('radio', { name: 'Ei tullut' })).toBeChecked();

  const authority = await person('Jari Koivula');
  await authority.goto('/desk/meetings');
  const missed = authority.getByRole('region', { name: 'Jäi tulematta' });
  await expect(missed).toContainText(`${NAME}: Digitaidot tutuiksi`);
  await missed.getByRole('button', { name: new RegExp(`Käsitelty: ${NAME}`) }).press('Enter');
  await expect(missed.getByText(NAME)).toHaveCount(0);
  // Other journeys book the course, as long as it has not begun.
  await meetingBegins(service, first.sessionId, before);
});

test('a place is booked from the page of the meeting, where there is room, in three languages and on a small screen', async ({
  page,
  signIn,
}) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/meetings');
  await page
    .getByRole('link', { name: /Tietoa Suomeen muuttaneelle/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Varaa paikka' }).press('Enter');
  const booking = panel(page, /^Varaa paikka/);
  await expect(booking.getByRole('radio', { name: /paikkaa vapaana/ }).first()).toBeChecked();
  await booking.getByLabel('Asiakkaan nimi').fill('Otso Osallistuja');
  await booking.getByLabel('Asiakkaan nimi').press('Tab');
  await booking.getByRole('button', { name: /^Varaa tämä paikka/ }).press('Enter');
  await panel(page, /^Aika on varattu/)
    .getByRole('button', { name: 'Valmis' })
    .press('Enter');
  await expect(page.locator('.attenders > li', { hasText: 'Otso Osallistuja' })).toBeVisible();
  for (const [at, language] of ['sv', 'en', 'fi'].entries()) {
    await page.emulateMedia({ colorScheme: at === 1 ? 'light' : 'dark' });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${new URL(page.url()).pathname}?lang=${language}`);
      await page.getByRole('button', { name: /^(Boka plats|Book a place|Varaa paikka)/ }).click();
      await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      await page.screenshot({ path: test.info().outputPath(`place-${language}-${width}.png`) });
    }
  }
});
