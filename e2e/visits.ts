import type { Page } from '@playwright/test';
import { choose } from './desk.ts';
import { send } from './send.ts';
import { expect } from './service.ts';

/** A deed is done when the corner says so: only then does the next key count. */
export const done = (page: Page, words: string | RegExp) => expect(page.locator('.toast').filter({ hasText: words }).first()).toBeVisible();
export const visitor = (page: Page) => page.getByRole('region', { name: 'Palveltava' });

export async function atPoint(page: Page, point = 'Mallila'): Promise<void> {
  await page.goto('/desk/visits');
  const choice = page.getByRole('button', { name: /Palvelupiste tänään$/ });
  await expect(choice.or(page.getByRole('tab', { name: /Jonossa/ }))).toBeVisible();
  if (await choice.isVisible()) await choose(page.locator('main'), 'Palvelupiste tänään', point);
  await expect(page.getByRole('tab', { name: /Jonossa/ })).toBeVisible();
  const title = page.getByRole('heading', { level: 1 });
  // Another journey has had them sit elsewhere today.
  if (!(await title.innerText()).includes(point)) {
    await moveTo(page, point);
    await page.reload();
    await expect(title).toContainText(point);
  }
}

async function moveTo(page: Page, point: string): Promise<void> {
  const { origin } = new URL(page.url());
  const { points } = await send<{ points: { id: string; name: { fi: string } }[] }>(page, origin, 'GET', '/api/me');
  await send(page, origin, 'PATCH', '/api/me', { pointId: points.find(({ name }) => name.fi.startsWith(point))?.id });
}

export async function sitAt(page: Page, counter: string): Promise<void> {
  const choice = visitor(page).getByRole('button', { name: /\bPalvelupaikka$/ });
  await expect(choice.or(shut(page))).toBeVisible();
  // An earlier journey of the same person may have left a counter open.
  if (await shut(page).isVisible()) await close(page);
  await choose(visitor(page), 'Palvelupaikka', counter);
  await expect(page.getByText(`${counter} on vapaa`)).toBeVisible();
}

export async function close(page: Page): Promise<void> {
  await shut(page).click();
  await expect(page.getByText('Missä palvelet tänään?')).toBeVisible();
}

const shut = (page: Page) =>
  page.getByRole('region', { name: 'Palvelupaikat', exact: true }).getByRole('button', { name: 'Sulje', exact: true });

/** Of their own: what another journey has booked for a matter stands on it too. */
export async function aCallersMatter(page: Page): Promise<string> {
  const matter = {
    customer: { givenName: 'Elli', familyName: 'Esimerkki', phone: '+358401234567' },
    contact: { channel: 'phone', summary: 'Kysyy asumistuesta' },
    needs: [{ ownWords: 'Asumisen tuki' }],
  };
  return (await send<{ id: string }>(page, new URL(page.url()).origin, 'POST', '/api/matters', matter)).id;
}
