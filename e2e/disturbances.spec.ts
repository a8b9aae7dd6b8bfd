import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectWhole } from './desk.ts';
import { expect, test } from './service.ts';

/** Nothing is heard or seen at the desk an alarm comes from; a colleague comes, ends it, and writes what happened. */
test('a silent alarm is heard by a colleague and ends in an entry of the log', async ({ page, person, signIn }) => {
  await signIn('Aino Korpela');
  const colleague = await person('Samir Aalto');
  const pointId = await guarded(colleague);
  await sitAt(page, pointId);
  await sitAt(colleague, pointId);
  await page.goto('/desk/matters');
  await expect(page.getByRole('button', { name: 'Hiljainen hälytys: pidä painettuna' })).toBeVisible();
  await colleague.goto('/desk/disturbances');
  await expect(colleague.getByRole('heading', { level: 1, name: 'Häiriöloki' })).toBeVisible();
  await expectAccessible(colleague);

  await page.keyboard.press('F10');
  const alarm = colleague.locator('.notice.alarm');
  await expect(alarm).toContainText('Hiljainen hälytys');
  await expect(alarm).toContainText('Aino Korpela');
  await expectAccessible(colleague);
  await expect(page.getByRole('button', { name: 'Lähetetty, 0 tulossa' })).toBeVisible();
  await expect(page.locator('.notice.alarm')).toHaveCount(0);
  await expect(page.locator('.toast')).toHaveCount(0);
  await colleague.getByRole('button', { name: 'Olen tulossa' }).click();
  await expect(alarm).toContainText('tulossa: Samir Aalto');
  await expect(page.getByRole('button', { name: 'Lähetetty, 1 tulossa' })).toBeVisible();
  await expectAccessible(page);

  await alarm.getByRole('button', { name: 'Päätä hälytys' }).click();
  const panel = colleague.getByRole('dialog');
  await expect(panel.getByRole('checkbox', { name: 'Aino Korpela' })).toBeChecked();
  await panel.getByText('Uhkailu', { exact: true }).click();
  await panel.getByLabel('Tapahtumien kulku').fill('Huusi ja löi tiskiin.');
  await panel.getByText('Pidetty', { exact: true }).click();
  await expectAccessible(colleague);
  await panel.getByRole('button', { name: /Tallenna/ }).click();
  await expect(panel).toHaveCount(0);
  await expect(colleague.locator('.disturbance-line', { hasText: 'Huusi ja löi tiskiin.' })).toContainText('Käyty läpi');
  await expect(page.getByRole('button', { name: 'Hiljainen hälytys: pidä painettuna' })).toBeVisible();
});

test('a guard brings the company’s reports, once, and notes what was said aloud', async ({ page, signIn }) => {
  await signIn('Samir Aalto');
  await page.goto('/desk/disturbances');
  const { day, month, year } = Temporal.Now.plainDateISO('Europe/Helsinki').subtract({ days: 2 });
  const words = `Aika;Laji;Kuvaus\r\n${day}.${month}.${year} 14.30;Ilkivalta;"Ovi rikottiin; lasi pihalla"\r\neilen;Muu;Jotain\r\n`;
  const file = { name: 'raportit.csv', mimeType: 'text/csv', buffer: Buffer.from(words, 'latin1') };
  const bring = async () => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Tuo vartiointiliikkeen raportit' }).click();
    await (await chosen).setFiles(file);
  };
  await bring();
  await expect(page.getByText('1 raportti tuotiin.')).toBeVisible();
  await expect(page.getByText('Rivi 3: aikaa ei voi lukea')).toBeVisible();
  await expect(page.locator('.disturbance-line', { hasText: 'Ovi rikottiin' })).toContainText('Omaisuusvahinko');
  await bring();
  await expect(page.getByText('1 oli tuotu jo aiemmin.')).toBeVisible();
  await expect(page.locator('.disturbance-line', { hasText: 'Ovi rikottiin' })).toHaveCount(1);
  await page.getByLabel('Mitä asiakas sanoi palvelusta').fill('Kiitos hyvästä palvelusta.');
  await page.getByRole('button', { name: 'Kirjaa palaute' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Kiitos hyvästä palvelusta.' })).toBeVisible();
});

test('the one who raised an alarm takes it back alone, in words that tell others nothing', async ({ page, person, signIn }) => {
  await signIn('Aino Korpela');
  const guard = await person('Samir Aalto');
  const pointId = await guarded(guard);
  await sitAt(page, pointId);
  await sitAt(guard, pointId);
  await page.goto('/desk/matters');
  await guard.goto('/desk/disturbances');
  const sign = page.getByRole('button', { name: 'Hiljainen hälytys: pidä painettuna' });
  await expect(sign).toBeVisible();
  // A short press does nothing while no alarm stands.
  await sign.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  const drafts = guard.locator('.disturbance-line', { hasText: 'Luonnos' });
  await expect(guard.getByRole('heading', { level: 1, name: 'Häiriöloki' })).toBeVisible();
  const before = await drafts.count();
  const box = (await sign.boundingBox()) as { x: number; y: number; width: number; height: number };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  const sent = page.getByRole('button', { name: /^Lähetetty, \d+ tulossa$/ });
  await expect(sent).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole('menu')).toHaveCount(0);
  const alarm = guard.locator('.notice.alarm', { hasText: 'Aino Korpela' });
  await expect(alarm).toBeVisible();
  await alarm.getByRole('button', { name: 'Olen tulossa' }).click();
  await expect(page.getByRole('button', { name: 'Lähetetty, 1 tulossa' })).toBeVisible();

  await sent.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Päätä', 'Tuli vahingossa']);
  expect(await page.locator('body').innerText()).not.toMatch(/häly|vartija|Lähetetty/i);
  await page.getByRole('menuitem', { name: 'Tuli vahingossa' }).click();
  await expect(sign).toBeVisible();
  const told = guard.locator('.notice', { hasText: 'Aino Korpela kertoi, että hälytys tuli vahingossa.' });
  await expect(told).toBeVisible();
  await expect(told.getByRole('button')).toHaveCount(0);
  await expect(alarm).toHaveCount(0);
  expect(await drafts.count()).toBe(before);
  await expectAccessible(guard);
  await expect(page.locator('.toast')).toHaveCount(0);
});

test('a guard comes to the log and sees nothing else of the desk; who keeps the point says how long entries are kept', async ({
  page,
  person,
  signIn,
}) => {
  await signIn('Samir Aalto');
  await expect(page.getByRole('heading', { level: 1, name: 'Häiriöloki' })).toBeVisible();
  const places = page.getByRole('banner').getByRole('navigation').getByRole('link');
  expect(await places.allInnerTexts()).toEqual(['Häiriöt']);
  await expect(page.getByRole('heading', { name: 'Merkintöjen säilytysaika' })).toHaveCount(0);
  const { points } = await (await page.request.get('/api/me')).json();
  for (const url of [`board`, `help-calls`, `figures`, `computer-answers`])
    expect([403, 404], url).toContain((await page.request.get(`/api/queue/points/${points[0].id}/${url}`)).status());
  const shown = await (await page.request.get('/api/matters?view=mine')).text();
  expect(shown).not.toMatch(/"rows":\[\{/);

  const riitta = await person('Riitta Harju');
  await riitta.goto('/desk/disturbances');
  await riitta
    .locator('main')
    .getByRole('button', { name: /Palvelupiste$/ })
    .click();
  await riitta.getByRole('option', { name: 'Mallilan palvelupiste' }).click();
  const keeping = riitta.getByRole('region', { name: 'Merkintöjen säilytysaika' });
  await expect(keeping.getByRole('button', { name: 'Vaihda säilytysaika' })).toBeDisabled();
  await keeping.getByRole('button', { name: /12 kuukautta/ }).click();
  await riitta.getByRole('option', { name: '6 kuukautta' }).click();
  await keeping.getByRole('button', { name: 'Vaihda säilytysaika' }).click();
  await expect(riitta.getByText('Merkinnät poistuvat 6 kuukauden kuluttua.')).toBeVisible();
  await expectAccessible(riitta);
  await page.reload();
  await expect(page.getByText('Merkinnät poistuvat 6 kuukauden kuluttua.')).toBeVisible();
});

const title = { sv: 'Störningslogg', en: 'Disturbance log', fi: 'Häiriöloki' };

test('the log in three languages, light and dark, wide and at 320 pixels', async ({ page, signIn }, info) => {
  await signIn('Samir Aalto');
  for (const [language, words] of Object.entries(title)) {
    await read(page, language);
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' });
      await page.goto('/desk/disturbances');
      await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
      await expectWhole(page);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      await page.screenshot({ path: info.outputPath(`${language}-${width}.png`) });
    }
  }
  await page.locator('.disturbances .button.primary').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath('entry-320.png') });
});

const read = (page: Page, language: string) => change(page, { language });
const sitAt = (page: Page, pointId: string) => change(page, { pointId });

async function guarded(page: Page): Promise<string> {
  const { points } = await (await page.request.get('/api/me')).json();
  return points[0].id;
}

async function change(page: Page, change: { language: string } | { pointId: string }): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-polku-csrf': '1' };
    return (await fetch('/api/me', { method: 'PATCH', headers, body })).status;
  }, JSON.stringify(change));
  expect(status).toBe(200);
}
