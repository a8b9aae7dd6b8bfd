import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessible.ts';
import { choose, expectWhole } from './desk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

const words = {
  fi: { title: 'Ajanvarauksen luvut', table: 'Näytä taulukkona', services: 'Palvelut' },
  sv: { title: 'Siffror om tidsbokningen', table: 'Visa som tabell', services: 'Tjänster' },
  en: { title: 'Booking figures', table: 'Show as a table', services: 'Services' },
};

test('the point’s manager reads how soon a time can be had and how times are kept; chart, table and file say the same', async ({
  page,
  signIn,
}) => {
  await signIn('Riitta Harju');
  await page.goto('/desk/figures');
  await page.getByRole('link', { name: 'Ajanvarauksen luvut' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ajanvarauksen luvut' })).toBeVisible();
  const fact = (section: string, name: string) =>
    page.getByRole('region', { name: section }).locator('.figures-facts > div').filter({ hasText: name }).locator('strong');
  await expect(fact('Kuinka pian ajan saa', 'Kolmas vapaa aika')).toHaveText(/^\d+ pv$/);
  await expect(fact('Kuinka pian ajan saa', 'Varattu neljän viikon ajoista')).toHaveText(/^[1-9]\d?\s%$/);
  await expect(fact('Kuinka ajat pidettiin', 'Palvelu alkoi, mediaani')).toHaveText(/^−?\d+(,\d)? min$/);
  await expect(fact('Kuinka ajat pidettiin', 'Alustava varaus jäi kesken')).toHaveText(/^\d+\s%$/);
  for (const kind of ['Kuukaudet', 'Palvelut', 'Paikat'])
    await expect(page.getByRole('img', { name: new RegExp(`^${kind}: kolmas vapaa aika on lähimpänä`) })).toBeVisible();

  const services = page.getByRole('region', { name: 'Palvelut', exact: true });
  await services.locator('summary').click();
  const shown = services.getByRole('table', { name: 'Palvelut' }).getByRole('row');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /Lataa taulukkona/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^booking-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const lines = table(await readFile(await download.path(), 'utf8'));
  const told = lines.filter(({ group }) => group === 'service');
  // Meetings at set times have nothing to measure: only how they were kept.
  const measured = told.filter((line) => line.measured !== '0');
  expect(measured.length).toBeGreaterThan(5);
  await expect(shown).toHaveCount(told.length + 1);
  for (const line of told) {
    const row = shown.filter({ has: page.getByRole('rowheader', { name: line.name as string, exact: true }) });
    const cell = (name: string) => row.locator(`td[data-label="${name}"]`);
    const none = line.measured === '0' ? '–' : 'ei vapaata';
    const days = (text: string | undefined) => (text ? `${text.replace('.', ',')} pv` : none);
    await expect(cell('Ensimmäinen vapaa aika')).toHaveText(days(line.first_free_days));
    await expect(cell('Kolmas vapaa aika')).toHaveText(days(line.third_free_days));
    await expect(cell('Aikoja')).toHaveText(line.appointments === 'hidden' ? 'ei kerrota' : (line.appointments as string));
  }
  // Sixty mornings of each service at each place, and of today where it has been measured.
  const [all] = lines.filter(({ group }) => group === 'all');
  expect(Number(all?.measured)).toBeGreaterThanOrEqual(60 * measured.length);

  const name = measured.find(({ appointments }) => Number(appointments) >= 5)?.name as string;
  await choose(page.locator('main'), 'Palvelu', name);
  await expect(page).toHaveURL(/service=/);
  await expect(shown).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('button', { name: new RegExp(`${name}.*Palvelu$`) })).toBeVisible();
});

test('who keeps no service and no point reads none', async ({ person }) => {
  const aino = await person('Aino Korpela');
  await aino.goto('/desk/figures/booking');
  await expect(aino.getByRole('heading', { name: 'Lukuja ei vielä ole' })).toBeVisible();
  await expectAccessible(aino);
});

test('the booking figures in three languages, in dark and at 320 pixels', async ({ page, signIn, service }) => {
  test.setTimeout(180_000);
  await signIn('Riitta Harju');
  for (const language of ['sv', 'en', 'fi'] as const) {
    await send(page, service.origin, 'PATCH', '/api/me', { language });
    for (const theme of language === 'fi' ? ['light', 'dark'] : ['light']) {
      await send(page, service.origin, 'PATCH', '/api/me', { settings: { theme } });
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto('/desk/figures/booking');
        await expect(page.getByRole('heading', { level: 1, name: words[language].title })).toBeVisible();
        await page.locator('summary', { hasText: words[language].table }).nth(1).click();
        await expect(page.getByRole('table', { name: words[language].services })).toBeVisible();
        await expectWhole(page);
        await expectAccessible(page);
        expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
        if (process.env.PICTURES)
          await page.screenshot({ path: `${process.env.PICTURES}/${language}-${theme}-${width}.png`, fullPage: true });
      }
    }
  }
  await send(page, service.origin, 'PATCH', '/api/me', { settings: { theme: 'system' } });
});

type Line = Record<string, string>;

function table(csv: string): Line[] {
  const [head = [], ...rows] = csv
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n] ?? ''])));
}
