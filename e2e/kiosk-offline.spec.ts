import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { aKiosk, atMallila, boardOf, isKept, mallila, PORTRAIT, press, type Step, takeNumber } from './kiosk.ts';
import { send } from './send.ts';
import { expect, test } from './service.ts';

test('ten minutes without network: numbers go on, are told of afterwards once each, and keep their times', async ({
  browser,
  person,
  service,
}) => {
  const [riitta, aino] = [await person('Riitta'), await person('Aino')];
  const point = await mallila(riitta, service.origin);
  await send(aino, service.origin, 'PATCH', '/api/me', { pointId: point.id });
  const page = await aKiosk(browser, riitta, service.origin, PORTRAIT, true);
  const before = await takeNumber(page);
  await page.context().setOffline(true);
  await page.clock.runFor(11_000);
  await press(page, /^Suomi/);
  await expect(page.getByText('Verkkoyhteys puuttuu')).toBeVisible();
  await press(page, /^Alkuun$/);
  const given: string[] = [];
  for (let visitor = 0; visitor < 3; visitor++) {
    given.push(await takeNumber(page));
    await page.clock.runFor(60_000);
  }
  expect(new Set([before, ...given]).size).toBe(4);
  const backAt = Temporal.Now.instant();
  await page.context().setOffline(false);
  await page.clock.runFor(11_000);
  const told = async () => {
    const { steps } = await send<{ steps: Step[] }>(aino, service.origin, 'GET', `/api/queue/points/${point.id}/board`);
    return steps.filter(({ code }) => given.includes(code));
  };
  await expect.poll(async () => (await told()).length).toBe(3);
  const ages = given.map(async (code) => {
    const step = (await told()).find((one) => one.code === code) as Step;
    return backAt.since(Temporal.Instant.from(step.arrivedAt)).total('seconds');
  });
  const [first, second, third] = (await Promise.all(ages)) as [number, number, number];
  expect(third).toBeGreaterThan(50);
  for (const gap of [first - second, second - third]) expect(Math.abs(gap - 60)).toBeLessThan(15);
  expect(await page.evaluate("localStorage.getItem('polku-kiosk-given')")).toBe('[]');
});

test('with no network at all it starts anew and gives numbers; each is told of once, with its time, and none is given twice', async ({
  browser,
  person,
  service,
}) => {
  const [riitta, aino] = [await person('Riitta'), await person('Aino')];
  const point = await atMallila(aino, riitta, service.origin);
  const page = await aKiosk(browser, riitta, service.origin, PORTRAIT, true);
  await expect.poll(() => isKept(page)).toBe(true);
  const codes = [await takeNumber(page)];
  await page.context().setOffline(true);
  for (let visitor = 0; visitor < 2; visitor++) {
    await page.reload();
    await expect(page.getByRole('button', { name: /^Suomi/ })).toBeVisible();
    codes.push(await takeNumber(page));
    await page.clock.runFor(60_000);
  }
  await page.reload();
  await expect(page.getByRole('button', { name: /^Suomi/ })).toBeVisible();
  const backAt = Temporal.Now.instant();
  await page.context().setOffline(false);
  await page.clock.runFor(11_000);
  await expect.poll(() => page.evaluate("localStorage.getItem('polku-kiosk-given')")).toBe('[]');
  await page.reload();
  codes.push(await takeNumber(page));
  expect(new Set(codes).size).toBe(4);
  const steps = (await boardOf(aino, service.origin, point)).filter(({ code }) => codes.includes(code));
  expect(steps.map(({ code }) => code).sort()).toEqual([...codes].sort());
  const ages = codes.map((code) =>
    backAt.since(Temporal.Instant.from(steps.find((one) => one.code === code)?.arrivedAt ?? '')).total('seconds'),
  );
  expect(ages[1]).toBeGreaterThan(100);
  expect(Math.abs((ages[1] as number) - (ages[2] as number) - 60)).toBeLessThan(15);
  const kept = await page.evaluate(
    'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys())))).then((all) => all.flat().map(({ url }) => new URL(url).pathname))',
  );
  for (const path of kept as string[]) expect(path).toMatch(/^\/kiosk\/(assets\/[\w.-]+)?$/);
});

test('a new build is taken while nobody is at the screen, and the one before is forgotten', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-'));
  await cp(join(import.meta.dirname, '../dist/kiosk'), folder, { recursive: true });
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace('/kiosk/', '') || 'index.html';
    const body = await readFile(join(folder, path)).catch(() => undefined);
    // No service answers here but that of a kiosk without its key.
    response.writeHead(body ? 200 : 401, { 'content-type': types[extname(path)] ?? 'application/json', 'cache-control': 'no-cache' });
    response.end(body ?? '{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk/`);
  await expect.poll(() => isKept(page)).toBe(true);
  const names = () => page.evaluate('caches.keys()') as Promise<string[]>;
  const [before] = await names();
  const change = async (file: string, from: string | RegExp, to: string) =>
    writeFile(join(folder, file), (await readFile(join(folder, file), 'utf8')).replace(from, to));
  await change('index.html', 'data-density="kiosk"', 'data-density="kiosk" data-build="new"');
  await change('service-worker.js', /[0-9a-f]{16}\|/, 'ffffffffffffffff|');
  await page.evaluate('navigator.serviceWorker.getRegistration().then((kept) => kept.update())');
  await expect(page.locator('html')).toHaveAttribute('data-build', 'new');
  expect(await names()).toEqual(['polku-kiosk-shell-ffffffffffffffff']);
  expect(before).not.toBe('polku-kiosk-shell-ffffffffffffffff');
  await page.context().close();
  server.close();
  await rm(folder, { recursive: true });
});

test('two windows of one kiosk: the first serves, the other says so and takes over when it is closed', async ({
  browser,
  person,
  service,
}) => {
  const first = await aKiosk(browser, await person('Riitta'), service.origin);
  const second = await first.context().newPage();
  await second.goto(`${service.origin}/kiosk/`);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Automaatti on avoinna toisessa ikkunassa. Sulje tämä ikkuna.');
  await expect(second.getByRole('button')).toHaveCount(0);
  const before = await takeNumber(first);
  await first.close();
  await expect(second.getByRole('button', { name: /^Suomi/ })).toBeVisible();
  expect(await takeNumber(second)).not.toBe(before);
});
