import { expect, type Page } from '@playwright/test';

/** A screen of the desk and how one comes to it, the same in every language: by addresses, keys and what things are. */
export type Screen = {
  name: string;
  open: (page: Page) => Promise<void>;
  /** The part that differs from a screen before it. */
  part?: string;
};

export const keeperScreens: Screen[] = [
  { name: 'my matters', open: (page) => list(page, 'mine') },
  { name: "the unit's matters", open: (page) => list(page, 'unit'), part: '.pane-list' },
  { name: 'waiting matters', open: (page) => list(page, 'waiting'), part: '.pane-list' },
  { name: 'found by search', open: search, part: '.topbar' },
  { name: 'a matter, a message', open: (page) => composer(page, 'r') },
  { name: 'a matter, a note', open: (page) => composer(page, 'n'), part: '.composer' },
  { name: 'a matter, a contact', open: (page) => composer(page, 'y'), part: '.composer' },
  { name: 'a matter, a question', open: (page) => composer(page, 't'), part: '.composer' },
  { name: 'wrapping up', open: (page) => panel(page, 'w') },
  { name: 'handing over', open: (page) => panel(page, 'h') },
  { name: 'a need', open: need },
  { name: 'the menu of a matter', open: (page) => menu(page, '.title-commands button[aria-haspopup]') },
  { name: 'the keys', open: (page) => panel(page, '?') },
  { name: 'a new matter', open: newMatter },
  { name: 'own settings', open: settings },
];

export const specialistScreens: Screen[] = [
  { name: 'questions to me', open: (page) => questions(page, 'mine') },
  { name: "the unit's questions", open: (page) => questions(page, 'unit'), part: '.pane-list' },
  { name: 'an answer', open: (page) => reply(page, 'r') },
  { name: 'a question back', open: (page) => reply(page, 't'), part: '.composer' },
  { name: 'handing on to tier 3', open: (page) => reply(page, 'y'), part: '.composer' },
];

export async function nothingInList(page: Page): Promise<void> {
  await page.goto('/desk/matters?view=mine');
  await expect(page.locator('.pane-list .state-page')).toBeVisible();
}

async function list(page: Page, view: string): Promise<void> {
  await page.goto(`/desk/matters?view=${view}`);
  await expect(page.locator('a.row').first()).toBeVisible();
}

async function search(page: Page): Promise<void> {
  await list(page, 'mine');
  await page.keyboard.press('/');
  await page.keyboard.type('asu');
  await expect(page.locator('.results .result').first()).toBeVisible();
}

async function matter(page: Page): Promise<void> {
  await list(page, 'mine');
  await page.locator('a.row').first().click();
  await expect(page.locator('ol.path')).toBeVisible();
}

async function composer(page: Page, key: string): Promise<void> {
  await matter(page);
  await page.keyboard.press(key);
  await expect(page.locator('.composer textarea')).toBeFocused();
}

async function panel(page: Page, key: string): Promise<void> {
  await matter(page);
  await page.keyboard.press(key);
  await expect(page.getByRole('dialog').locator('.panel-body > *').first()).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

async function need(page: Page): Promise<void> {
  await matter(page);
  await page.locator('.need-name').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function menu(page: Page, button: string): Promise<void> {
  await matter(page);
  await page.locator(button).first().click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function newMatter(page: Page): Promise<void> {
  await page.goto('/desk/matters/new');
  await expect(page.locator('.new-fields textarea').first()).toBeVisible();
}

async function settings(page: Page): Promise<void> {
  await list(page, 'mine');
  await page.locator('.topbar .me').click();
  await page.locator('[role=menuitem]:has(.lucide-settings)').click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function questions(page: Page, view: string): Promise<void> {
  await page.goto(`/desk/requests?view=${view}`);
  await expect(page.locator('a.request-row').first()).toBeVisible();
}

/** One that is still to be answered, wherever it stands in the list today. */
async function reply(page: Page, key: string): Promise<void> {
  await questions(page, 'mine');
  await page.locator('a.request-row', { hasText: 'Opintojen venyminen' }).click();
  await expect(page.locator('.question')).toBeVisible();
  await page.keyboard.press(key);
  await expect(page.locator('.composer textarea')).toBeFocused();
}
