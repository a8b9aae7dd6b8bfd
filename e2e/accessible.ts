import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import axeCore from 'axe-core';

/** Read into a page once and not again at each look at it. */
const axeSource = `if (!globalThis.axe) { ${axeCore.source} }`;

/**
 * The page as it stands, or the part of it that `within` names, has nothing axe finds wrong (WCAG 2.2 AA and best practices); each
 * finding is said in a line.
 */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  // A panel that is still coming does not cover the page yet, and while it fades in it has less contrast than it will have.
  await expect(page.locator('[data-entering], [data-exiting]')).toHaveCount(0);
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {})))',
  );
  // React Aria's announcer keeps a said sentence for seconds, also when what it pointed to has closed.
  // Frames of ours are of our own origin and answer axe themselves: it need not open a window to gather what they found. What passes is
  // not told, which is most of the work.
  const axe = new AxeBuilder({ page, axeSource })
    .include(within)
    .exclude('[data-live-announcer]')
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)} in ${node.target}`));
  expect(found).toEqual([]);
}
