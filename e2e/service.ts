import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

export type Service = { origin: string; smtpPort: number; dataDir: string };

type Signing = {
  signIn: (name: string) => Promise<void>;
  /** Another person at another machine: a browser context of their own, signed in. */
  person: (name: string) => Promise<Page>;
};

/** `npm start` on a data folder of its own, once a worker; its demo municipality is what the journeys live in. */
export const test = base.extend<Signing & { closed: undefined }, { service: Service; settings: Record<string, string> }>({
  // Whatever a journey opened is closed after it: screens that live on would ask the service on and on beside the next journeys.
  closed: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  // Settings of the service that a journey needs otherwise than usual.
  settings: [{}, { option: true, scope: 'worker' }],
  service: [
    async ({ settings }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'polku-journey-'));
      await chmod(dataDir, 0o711);
      const [port, smtpPort] = [await freePort(), await freePort()];
      const env = {
        ...process.env,
        PORT: String(port),
        DEMO_SMTP_PORT: String(smtpPort),
        POLKU_DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ...settings,
      };
      const process_ = spawn(process.execPath, [join(import.meta.dirname, '../bin/start.js')], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await ready(process_, `http://localhost:${port}`);
      await use({ origin: `http://localhost:${port}`, smtpPort, dataDir });
      const ended = new Promise((resolve) => process_.once('exit', resolve));
      process_.kill('SIGINT');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ service }, use) => use(service.origin),
  signIn: async ({ page, service }, use) => {
    let isIn = false;
    await use(async (name) => {
      await signInAs(page, name);
      isIn = true;
    });
    if (isIn) await leaveAsFound(page, service.origin);
  },
  person: async ({ browser, service }, use) => {
    const pages: Page[] = [];
    await use(async (name) => {
      const page = await (await browser.newContext()).newPage();
      pages.push(page);
      await signInAs(page, name);
      return page;
    });
    for (const page of pages) await leaveAsFound(page, service.origin);
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

export { expect };

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/demo');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL('**/desk/**');
  const me = await read<Me>(page, `${new URL(page.url()).origin}/api/me`);
  if (me && !found.has(me.id)) found.set(me.id, me);
}

type Me = { id: string; language: string; settings: { theme: string; shortcuts: boolean }; pointId: string | null };
type Board = {
  counters: { id: string; personId: string | null }[];
  steps: { visitId: string; counterId: string | null; state: string }[];
};

/** As each was when the worker's first journey met them. */
const found = new Map<string, Me>();

/** Leaves their counter, and has them sit and read as they did: which journey comes next is not known, and what it sees must not depend on it. */
async function leaveAsFound(page: Page, origin: string): Promise<void> {
  if (page.isClosed()) return;
  const headers = { origin, 'x-polku-csrf': '1' };
  const me = await read<Me>(page, `${origin}/api/me`);
  if (!me) return;
  const board = me.pointId ? await read<Board>(page, `${origin}/api/queue/points/${me.pointId}/board`) : undefined;
  const counter = board?.counters.find(({ personId }) => personId === me.id);
  if (board && counter) {
    const visitor = board.steps.find(({ counterId, state }) => counterId === counter.id && (state === 'called' || state === 'serving'));
    const deed = visitor?.state === 'called' ? 'no-show' : 'finished';
    const change = (address: string, data: object) =>
      page.request.fetch(`${origin}/api/queue/${address}`, { method: 'deed' in data ? 'POST' : 'PUT', headers, data });
    if (visitor) await change(`visits/${visitor.visitId}/deeds`, { deed });
    const left = await change(`counters/${counter.id}/state`, { state: 'closed' });
    expect(left.ok(), `a counter was left: ${left.status()} ${await left.text()}`).toBe(true);
  }
  const { language, settings, pointId } = found.get(me.id) ?? me;
  const { theme, shortcuts } = settings;
  if (
    JSON.stringify([language, theme, shortcuts, pointId]) ===
    JSON.stringify([me.language, me.settings.theme, me.settings.shortcuts, me.pointId])
  )
    return;
  await page.request.patch(`${origin}/api/me`, { headers, data: { language, settings: { theme, shortcuts }, pointId } });
}

/** @returns undefined when it is not for them, or they have signed out */
async function read<T>(page: Page, address: string): Promise<T | undefined> {
  const answer = await page.request.get(address);
  return answer.ok() ? ((await answer.json()) as T) : undefined;
}

async function ready(service: ChildProcess, origin: string): Promise<void> {
  const ended = new Promise<never>((_, reject) => service.once('exit', (code) => reject(new Error(`npm start ended with ${code}`))));
  const answers = async () => {
    for (;;) {
      const health = await fetch(`${origin}/api/health`).catch(() => undefined);
      if (health?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await Promise.race([answers(), ended]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
