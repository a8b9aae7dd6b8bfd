import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

test('a course is booked whole by a resident, and who came to it is marked from the keyboard', async ({
  browser,
  baseURL,
  page,
  signIn,
}) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 320, height: 800 } });
  const resident = await context.newPage();
  await resident.goto('/book/courses');
  await expectAccessible(resident);
  await resident.screenshot({ path: 'test-results/courses.png', fullPage: true });
  await resident
    .getByRole('button', { name: /^Varaa paikka ?, Digitaidot tutuiksi/ })
    .first()
    .click();
  await expect(resident.getByRole('heading', { name: 'Kurssin tapaamiset' })).toBeVisible();
  await resident.locator('#name').fill('Elli Esimerkki');
  await resident.locator('#email').fill('elli-kurssi@posti.example');
  await resident.getByRole('button', { name: 'Varaa paikka' }).click();
  await expect(resident.getByRole('heading', { level: 1, name: 'Paikkasi on varattu' })).toBeVisible();
  await expectAccessible(resident);
  await resident.screenshot({ path: 'test-results/course-own.png', fullPage: true });
  await context.close();

  await signIn('Petri Laakso');
  await page.goto('/desk/meetings');
  await expect(page.getByRole('heading', { level: 1, name: 'Tilaisuudet ja kurssit' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Digitaidot tutuiksi/ }).first()).toBeVisible();
  await expectWhole(page);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/meetings.png', fullPage: true });
  await page
    .getByRole('link', { name: /Digitaidot tutuiksi/ })
    .first()
    .click();
  const rows = page.locator('.attenders > li');
  await expect(rows).toHaveCount(6);
  await rows.first().getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await expect(rows.first().getByRole('radio', { name: 'Ei tullut' })).toBeChecked();
  await page.keyboard.press('2');
  await expect(rows.nth(1).getByRole('radio', { name: 'Ilmoitti esteestä' })).toBeChecked();
  await expectWhole(page);
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/attendance.png', fullPage: true });
});
