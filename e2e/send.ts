import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect } from './service.ts';

/** What the desk's own pages send, as whoever is signed in on the page. */
export async function send<T>(page: Page, origin: string, method: string, url: string, data?: unknown): Promise<T> {
  const headers = { origin, 'x-polku-csrf': '1', ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}) };
  const answer = await page.request.fetch(origin + url, { method, headers, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${url}: ${answer.status()} ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}
