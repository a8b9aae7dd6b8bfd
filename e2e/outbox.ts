import type { Page } from '@playwright/test';
import { expect } from './service.ts';

/** Links of the invitations that have been sent, other journeys' too. */
async function invitations(page: Page): Promise<string[]> {
  return (await (await page.request.get('/demo/outbox')).text()).match(/\/b\/i\/[2-9A-Z]{16}/g) ?? [];
}

/** The link of the invitation that leaves by what is done. */
export async function invitedBy(page: Page, invite: () => Promise<void>): Promise<string> {
  const before = new Set(await invitations(page));
  await invite();
  let link: string | undefined;
  const look = async () => {
    link = (await invitations(page)).find((each) => !before.has(each));
    return link;
  };
  await expect.poll(look, { timeout: 20_000 }).toBeTruthy();
  return link as string;
}
