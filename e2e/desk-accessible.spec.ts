import type { Page } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { expectAccessible } from './accessible.ts';
import { expectWhole, line, path } from './desk.ts';
import { keeperScreens, nothingInList, type Screen, specialistScreens } from './desk-screens.ts';
import { expect, test } from './service.ts';

for (const language of ['fi', 'sv', 'en']) {
  test(`every screen of the desk is accessible, whole and fits, in ${language}`, async ({ person }) => {
    test.setTimeout(240_000);
    await lookAtAll(await person('Aino Korpela'), language, keeperScreens);
    await lookAtAll(await person('Mika Ranta'), language, specialistScreens);
    await lookAtAll(await person('Riitta Harju'), language, [{ name: 'nothing in the list', open: nothingInList }]);
  });
}

/** By keys alone: along the list, open, write, send, take it back, wrap up. */
test('the core of the work goes by keyboard alone', async ({ page, service, signIn }) => {
  await signIn('Aino Korpela');
  await page.goto('/desk/matters?view=unit');
  await expect(line(page, /./).first()).toBeVisible();
  await mailComes(service.smtpPort);
  const wanted = line(page, 'Toivo Näppäilijä');
  await expect(wanted).toBeVisible();
  const press = (...keys: string[]) => keys.reduce(async (before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  await press('j');
  const rows = await page.locator('a.row').count();
  for (let moved = 0; moved < rows && !(await isFocused(wanted)); moved += 1) await press('j');
  await press('k', 'j');
  await expect(wanted).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kadonnut kirje' })).toBeVisible();

  await press('r');
  await page.keyboard.type('Hei Toivo, selvitämme asiaa.');
  await press('Control+Enter');
  await expect(path(page)).toContainText('Vastaus lähtee asiakkaalle');
  await press('u');
  await expect(path(page)).not.toContainText('Vastaus lähtee asiakkaalle');

  await press('w');
  const grade = page.getByRole('dialog').getByRole('radio', { name: '4' });
  await expect(grade).toBeVisible();
  await press('4');
  await expect(grade).toBeChecked();
  await press('6');
  await press('Control+Enter');
  await expect(page.getByText('Kirjattiin ja päätettiin: Kadonnut kirje')).toBeVisible();
});

/** Of those who have the most pages: at the edge of what a phone shows, in the language with the longest words. */
test('on a phone the bar takes two rows, and its pages stand behind one button, by keys too', async ({ page, signIn }) => {
  await signIn('Riitta Harju');
  await page.goto('/desk/matters?view=mine');
  await speak(page, 'sv');
  await page.setViewportSize({ width: 320, height: 720 });
  await page.goto('/desk/matters?view=mine');
  const menu = page.getByRole('button', { name: 'Meny', exact: true });
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  const services = page.getByRole('banner').getByRole('link', { name: /^Tjänster/ });
  await expect(services).toBeHidden();
  expect((await page.locator('.topbar').boundingBox())?.height).toBeLessThanOrEqual(90);
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(services).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Skrivbord' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await expect(services).toBeHidden();
  await page.keyboard.press('Enter');
  await services.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/desk\/knowledge/);
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await speak(page, 'fi');
});

async function mailComes(port: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({
    from: 'Toivo Näppäilijä <toivo.nappailija@posti.example>',
    to: 'asiointi@mallila.example',
    subject: 'Kadonnut kirje',
    text: 'Hei, sain kirjeen mutta hukkasin sen. Mitä nyt?',
  });
}

async function isFocused(wanted: ReturnType<typeof line>): Promise<boolean> {
  return wanted.evaluate((row) => row === row.ownerDocument.activeElement);
}

async function lookAtAll(page: Page, language: string, screens: Screen[]): Promise<void> {
  await speak(page, language);
  for (const screen of screens) await test.step(screen.name, () => lookAt(page, screen));
  await speak(page, 'fi');
}

async function lookAt(page: Page, { open, part }: Screen): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  await expectWhole(page);
  await expectAccessible(page, part);
  await page.setViewportSize({ width: 320, height: 720 });
  await expectNoSideways(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await inLetters(page, 32);
  await expectNoSideways(page);
  await inLetters(page, 16);
}

async function speak(page: Page, language: string): Promise<void> {
  const answer = await page.request.patch('/api/me', {
    data: { language },
    headers: { 'x-polku-csrf': '1', origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
}

/** As one who has set larger letters in the browser. */
async function inLetters(page: Page, pixels: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
  await cdp.detach();
}

/** Neither the page nor a pane or panel of it scrolls sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  const beyond = () =>
    page
      .locator('html, .pane, .pane-body, .panel, .panel-body')
      .evaluateAll((boxes) =>
        boxes
          .filter((box) => box.scrollWidth - box.clientWidth > 1)
          .map((box) => `${box.tagName} ${box.className}: ${box.scrollWidth - box.clientWidth} pixels`),
      );
  await expect.poll(beyond).toEqual([]);
}
