import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';

/** A resident's own telephone, without JavaScript. */
export async function aPhone(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  return context.newPage();
}

export async function signIn(phone: Page, name: RegExp): Promise<void> {
  await phone.getByRole('link', { name: 'Tunnistaudu', exact: true }).click();
  await phone.getByRole('button', { name }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Omat asiat');
}

export const headers = () => ({ 'x-polku-csrf': '1', 'idempotency-key': randomUUID() });

/** A matter of somebody whose passport the advisor has seen, and whose identity code is joined. */
export async function aMatterOf(desk: Page, customer: object, identityCode: string): Promise<{ id: string; needId: string }> {
  const data = {
    customer,
    contact: { channel: 'counter', identification: 'document-seen', summary: 'Näytti passin' },
    needs: [{ ownWords: 'Asumisen tuki' }],
  };
  const opened = await desk.request.post('/api/matters', { headers: headers(), data });
  expect(opened.status()).toBe(201);
  const { id } = (await opened.json()) as { id: string };
  const joined = await desk.request.put(`/api/matters/${id}/identity`, {
    headers: headers(),
    data: { identityCode, fill: ['email', 'phone', 'address'] },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  const { needs } = (await (await desk.request.get(`/api/matters/${id}`)).json()) as { needs: { id: string }[] };
  return { id, needId: needs[0]?.id as string };
}

/** A mapping that waits for its customer's yes. */
export async function aDecidedMapping(desk: Page, matterId: string): Promise<string> {
  const made = await desk.request.post(`/api/matters/${matterId}/mappings`, { headers: headers() });
  const { id } = (await made.json()) as { id: string };
  const step = { title: 'Tuo kirje tiskille', who: 'customer', organisationId: null, needId: null, channel: 'counter' };
  const answers = {
    situation: 'Jäin yksin keväällä.',
    channel: 'counter',
    chosenBy: 'together',
    channelWords: 'Toivoo tiskiä',
    steps: [step],
  };
  const answered = await desk.request.patch(`/api/mappings/${id}`, { headers: headers(), data: { version: 1, answers } });
  expect(answered.ok(), await answered.text()).toBe(true);
  const decided = await desk.request.put(`/api/mappings/${id}/decision`, { headers: headers() });
  expect(decided.ok(), await decided.text()).toBe(true);
  return id;
}
