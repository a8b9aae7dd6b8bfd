import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { aBrowser } from '../../../testing/browser.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aStaffService } from '../../../testing/staff-service.ts';
import { createSecretLink, revokeLinks } from './service.ts';

const { db, clock, publicUrl } = await aStaffService(await testDatabase());

async function aLink(days?: number) {
  const matterId = randomUUID();
  const token = await inTransaction(db, (trx) => createSecretLink(trx, matterId, days, clock.now()));
  return { matterId, token };
}

async function opened(token: string) {
  const response = await aBrowser(publicUrl).visit(`/a/${token}`);
  return { status: response.status, text: await response.text(), url: response.url };
}

test('a link opens its matter, and its token leaves the address', async () => {
  const { matterId, token } = await aLink();
  expect(Buffer.from(token, 'base64url').length * 8).toBe(160);
  const response = await aBrowser(publicUrl).send(`/a/${token}`);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/a');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const cookie = response.headers.getSetCookie()[0] as string;
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('Path=/a');
  expect(await opened(token)).toEqual({ status: 200, text: matterId, url: `${publicUrl}/a` });
});

test('a table of links opens none of them', async () => {
  const { token, matterId } = await aLink();
  const row = await db.selectFrom('secret_link').selectAll().where('matter_id', '=', matterId).executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token);
  expect((await opened(row.token_hash)).status).toBe(404);
});

test('unknown, expired and revoked links are one and the same answer', async () => {
  const [expired, revoked] = [await aLink(1), await aLink(90)];
  await inTransaction(db, (trx) => revokeLinks(trx, revoked.matterId, clock.now()));
  expect((await opened(expired.token)).status).toBe(200);
  clock.advance({ hours: 24 });
  const answers = [];
  for (const token of ['x'.repeat(27), expired.token, revoked.token]) {
    const { requestId: _, ...answer } = JSON.parse((await opened(token)).text);
    answers.push(answer);
  }
  expect(answers[0]).toMatchObject({ status: 404, code: 'not-found' });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('revoking reaches a browser in which the link is open', async () => {
  const { token, matterId } = await aLink();
  const browser = aBrowser(publicUrl);
  expect((await browser.visit(`/a/${token}`)).status).toBe(200);
  await inTransaction(db, (trx) => revokeLinks(trx, matterId, clock.now()));
  expect((await browser.send('/a')).status).toBe(404);
});

test('the cookie goes to no other page, and opens nothing of the staff’s', async () => {
  const { token } = await aLink();
  const browser = aBrowser(publicUrl);
  await browser.visit(`/a/${token}`);
  expect((await browser.send('/api/me')).status).toBe(401);
  browser.setCookie('polku', token);
  expect((await browser.send('/api/me')).status).toBe(401);
});

test('when a link was last used is kept, by the minute', async () => {
  const { token, matterId } = await aLink();
  const usedAt = async () =>
    (await db.selectFrom('secret_link').select('used_at').where('matter_id', '=', matterId).executeTakeFirstOrThrow()).used_at;
  expect(await usedAt()).toBeNull();
  await opened(token);
  expect(String(await usedAt())).toBe(String(clock.now()));
  const first = clock.now();
  clock.advance({ seconds: 30 });
  await opened(token);
  expect(String(await usedAt())).toBe(String(first));
  clock.advance({ seconds: 30 });
  await opened(token);
  expect(String(await usedAt())).toBe(String(clock.now()));
});

test('guessing is slowed down', async () => {
  const statuses = await Promise.all(Array.from({ length: 310 }, () => opened(`${randomUUID()}`).then(({ status }) => status)));
  expect(statuses).toContain(429);
  expect(statuses.filter((status) => status !== 404 && status !== 429)).toEqual([]);
});
