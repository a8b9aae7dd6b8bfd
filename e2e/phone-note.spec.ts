import { expectAccessible } from './accessible.ts';
import { openMenu } from './desk.ts';
import { expect, test } from './service.ts';

/** Journey 3: a call noted while talking, with arrangements and two needs at two authorities; the path is printed. */
test('a phone note with arrangements and two needs, its path printed', async ({ page, context, signIn }) => {
  await signIn('Aino Korpela');
  await page.getByRole('link', { name: 'Uusi', exact: true }).click();
  await page.getByLabel('Mitä puhutaan').fill('Muuttaa Mallilaan ja kysyy asumisen tuesta. Kuulee huonosti puhelimessa.');
  await page.getByLabel('Asian nimi').fill('Muutto ja asuminen');
  await need(page, 0, 'Asumistuki', 'Kansaneläkelaitos');
  await page.getByRole('button', { name: 'Lisää tarve' }).click();
  await need(page, 1, 'Muuttoilmoitus', 'Digi- ja väestötietovirasto');
  await page.getByLabel('Etunimi').fill('Kerttu');
  await page.getByLabel('Sukunimi').fill('Aaltola');

  // Type first, file later: what was typed survives the page's end.
  await expect(page.getByText(/Luonnos tallessa/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Mitä puhutaan')).toHaveValue(/Muuttaa Mallilaan/);

  const form = page.getByRole('form', { name: 'Uusi asia' });
  await form.getByText('Kuulon tuki tai induktiosilmukka').click();
  await form.getByText('Tavallista pidempi aika').click();
  await page.getByRole('button', { name: /Avaa asia/ }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Muutto ja asuminen' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Järjestelyt' })).toContainText('Kuulon tuki tai induktiosilmukka');
  await expect(page.locator('#main')).toContainText('Asumistuki');
  await expect(page.locator('#main')).toContainText('Muuttoilmoitus');
  await addStep(page, 'Tuo vuokrasopimus palvelupisteeseen');
  await expectAccessible(page);

  const [print] = await Promise.all([context.waitForEvent('page'), openMenu(page, 'Lisää toimintoja', 'Tulosta polku')]);
  await print.waitForLoadState();
  await expect(print.getByText('Tuo vuokrasopimus palvelupisteeseen').first()).toBeVisible();
  // The customer has not let authorities be named on paper.
  await expect(print.locator('body')).not.toContainText(/Kansaneläkelaitos|Kela|väestötietovirasto/);
});

type Page = import('@playwright/test').Page;

async function need(page: Page, index: number, service: string, authority: string): Promise<void> {
  await page.getByLabel('Palvelu', { exact: true }).nth(index).fill(service);
  await page.getByRole('combobox', { name: 'Viranomainen' }).nth(index).fill(authority.slice(0, 6));
  await page.getByRole('option', { name: authority }).click();
}

async function addStep(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Lisää askel' }).click();
  await page.getByRole('textbox', { name: 'Mitä tehdään' }).fill(title);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Tallenna/ })
    .click();
  await expect(page.getByText(title)).toBeVisible();
}
