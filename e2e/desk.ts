import { expect, type Locator, type Page } from '@playwright/test';

/** Picks from a list that opens under its label; `nth` where the same label stands more than once. */
export async function choose(within: Locator, label: string, option: string, nth = 0): Promise<void> {
  await within
    .getByRole('button', { name: new RegExp(`\\b${label}$`) })
    .nth(nth)
    .click();
  await within
    .page()
    .getByRole('option', { name: new RegExp(`^${option}`) })
    .click();
}

/** A composer's form after its tab has been pressed. */
export async function composer(page: Page, tab: string): Promise<Locator> {
  await page.getByRole('tab', { name: tab }).click();
  return page.getByRole('form', { name: tab });
}

export async function openMenu(page: Page, menu: string, command: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: command, exact: true }).click();
}

/** The line of a matter or a question in the list at the left, by any words on it. */
export function line(page: Page, words: string | RegExp): Locator {
  return page.getByRole('navigation').locator('a.row').filter({ hasText: words });
}

/** Everything that has happened is drawn as one path. */
export function path(page: Page): Locator {
  return page.getByRole('list', { name: /^(?:Polku|Stig|Path)$/ });
}

/** Every text was found, no key stands in the place of one, and nothing to be filled in was left empty. */
export async function expectWhole(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('data-missing-text')).toBeNull();
  const words = await page.locator('body').innerText();
  expect(words).not.toMatch(/\{\{|\bundefined\b|\bnull\b|\[object|\bNaN\b/);
  expect(words).not.toMatch(/(?:^|\s)[a-z][A-Za-z]*(?:\.[a-z][A-Za-z-]*){1,3}(?=\s|$)/m);
}
