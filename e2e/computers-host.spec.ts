import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { expect, test } from './service.ts';

/** A service such as banks have: it may not be framed, cuts the tie to its opener, and keeps whoever signed in. */
async function aService() {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/') seen.push(request.headers.cookie);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': 'signed-in=yes; Path=/; Max-Age=86400',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    response.end('<title>Pankki</title><h1>Pankki</h1>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen, close: () => server.close() };
}

/** The program of the computer, with a browser without a screen that this test may look into. */
async function host(address: string) {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', '--window-size=1280,800', '--lang=fi'];
  const program = spawn(process.execPath, [join(import.meta.dirname, '../bin/self-service-computer.mjs'), address, ...args], {
    env: { ...process.env, CHROMIUM: '/usr/bin/chromium', COMPUTER_PROFILE: profile },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    program.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    program.once('exit', () => reject(new Error(said)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const ended = new Promise((resolve) => program.once('exit', resolve));
  const close = async () => {
    program.kill('SIGTERM');
    await ended;
    await rm(profile, { recursive: true, force: true });
  };
  return { browser, close };
}

async function codeFor(riitta: Page, origin: string): Promise<string> {
  const call = async (method: string, url: string, data?: unknown) => {
    const headers = { origin, 'x-polku-csrf': '1', ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}) };
    return (await riitta.request.fetch(origin + url, { method, headers, ...(data ? { data } : {}) })).json();
  };
  const { points } = await call('GET', '/api/directory');
  const { id } = points.find(({ key }: { key: string }) => key === 'mallila');
  const device = await call('POST', `/api/queue/points/${id}/devices`, { kind: 'computer', name: 'Asiakaspääte 4' });
  return (await call('PUT', `/api/queue/devices/${device.id}/pairing-code`)).code;
}

test('the computer’s program shows a service below the bar, and forgets all of it for the next visitor', async ({ person, service }) => {
  const bank = await aService();
  const code = await codeFor(await person('Riitta'), service.origin);
  const { browser, close } = await host(`${service.origin}/computer/`);
  try {
    const page = browser.contexts()[0]?.pages()[0] as Page;
    await page.route('**/api/device/computer', async (route) => {
      const answer = await route.fetch();
      if (!answer.ok()) return route.fulfill({ response: answer });
      const self = await answer.json();
      return route.fulfill({ response: answer, json: { ...self, links: [{ name: { fi: 'Pankki' }, url: { fi: bank.address } }] } });
    });
    await page.getByLabel('Koodi').fill(code);
    await page.keyboard.press('Enter');
    const services = () => browser.contexts().flatMap((context) => context.pages().filter((one) => one.url() === bank.address));
    const height = () => page.evaluate('innerHeight') as Promise<number>;
    for (const visitor of [1, 2]) {
      await page.getByRole('button', { name: 'Aloita käyttö suomeksi' }).click();
      await page.getByRole('button', { name: /^Pankki/ }).click();
      await expect.poll(() => bank.seen.length).toBe(visitor);
      // The bar alone is left of the page, with help in it.
      await expect.poll(height).toBeLessThanOrEqual(160);
      await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
      await page.getByRole('button', { name: 'Tarvitsen apua', exact: true }).click();
      await expect(page.getByText('Kutsu on lähetetty.').first()).toBeVisible();
      await page.getByRole('button', { name: 'Lopeta', exact: true }).click();
      await expect.poll(height).toBeGreaterThan(500);
      await page.getByRole('button', { name: 'Lopeta ja tyhjennä kone' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tervetuloa · Välkommen · Welcome');
      await expect(page.getByRole('main')).toContainText('Kone on tyhjennetty.');
      await expect(page.getByRole('main')).not.toContainText('Sulje');
      expect(services()).toEqual([]);
    }
    expect(bank.seen).toEqual([undefined, undefined]);
  } finally {
    await close();
    bank.close();
  }
});
