import type { Browser, Page } from '@playwright/test';
import { arrivalCodeHash } from '../server/modules/queue/visits/secrets.ts';
import { keysIn } from '../server/platform/config/demo-keys.ts';
import { asOwner } from './database.ts';
import { send } from './send.ts';
import { expect, type Service } from './service.ts';

export type Point = { id: string; key: string };
export type Step = { code: string; arrivedAt: string; queueId: string; dueAt: string | null; needs: string[] };
export type Queue = { id: string; prefix: string; version: number };

export const PORTRAIT = { width: 1080, height: 1920 };
export const LANDSCAPE = { width: 1920, height: 1080 };

export const mallila = async (riitta: Page, origin: string) =>
  (await send<{ points: Point[] }>(riitta, origin, 'GET', '/api/directory')).points.find(({ key }) => key === 'mallila') as Point;

/** A kiosk in the hall of Mallila, paired by the code of the manager's screen. */
export async function aKiosk(browser: Browser, riitta: Page, origin: string, viewport = PORTRAIT, withClock = false): Promise<Page> {
  const point = await mallila(riitta, origin);
  const device = await send<{ id: string }>(riitta, origin, 'POST', `/api/queue/points/${point.id}/devices`, {
    kind: 'kiosk',
    name: 'Aula',
  });
  const { code } = await send<{ code: string }>(riitta, origin, 'PUT', `/api/queue/devices/${device.id}/pairing-code`);
  const page = await (await browser.newContext({ viewport, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' })).newPage();
  if (withClock) await page.clock.install();
  await page.goto(`${origin}/kiosk/`);
  await page.getByLabel('Koodi').fill('AAAA-AAAA');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Koodi ei kelpaa');
  await page.getByLabel('Koodi').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Suomi/ })).toBeVisible();
  return page;
}

/** Moves on by Tab alone until what is named has the focus, and presses it. */
export async function pressByKeys(page: Page, name: RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name });
  for (let tabs = 0; tabs < 30; tabs++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${name}`);
}

export const picture = async (page: Page, name: string) => {
  const folder = process.env.KIOSK_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
export const codeOn = async (page: Page): Promise<string> =>
  /[A-Z]\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? '';
export const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

export async function takeNumber(page: Page): Promise<string> {
  for (const name of [/^Suomi/, /^En tiedä/, /^Jatka$/, /^Ota numero$/]) await press(page, name);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Numerosi on');
  const code = await codeOn(page);
  await press(page, /^Valmis$/);
  return code;
}

/** The kiosk's files are on the device, and whatever page is opened next comes from there. */
export const isKept = (page: Page) =>
  page.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.state === "activated")') as Promise<boolean>;

export async function boardOf(aino: Page, origin: string, point: Point): Promise<Step[]> {
  return (await send<{ steps: Step[] }>(aino, origin, 'GET', `/api/queue/points/${point.id}/board`)).steps;
}

export async function atMallila(aino: Page, riitta: Page, origin: string): Promise<Point> {
  const point = await mallila(riitta, origin);
  await send(aino, origin, 'PATCH', '/api/me', { pointId: point.id });
  return point;
}

/** As the appointments would write it. */
export async function expectAt(
  service: Service,
  point: Point,
  queueId: string,
  code: string,
  dueAt: Temporal.Instant,
  language = 'fi',
): Promise<void> {
  const keys = await keysIn(service.dataDir);
  await asOwner(service, (client) =>
    client.query(
      "insert into expected_visit (point_id, queue_id, code_hash, due_at, language, needs) values ($1, $2, $3, $4, $5, '{hearing}')",
      [point.id, queueId, arrivalCodeHash(keys, point.id, code), dueAt.toString(), language],
    ),
  );
}

/** A queue that is open at any hour of any day the journeys run. */
export async function alwaysOpen(riitta: Page, origin: string, point: Point, prefix: string): Promise<Queue> {
  const { queues } = await send<{ queues: Queue[] }>(riitta, origin, 'GET', `/api/queue/points/${point.id}/setup`);
  const queue = queues.find((one) => one.prefix === prefix) as Queue;
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
  const opening = { zone: 'Europe/Helsinki', weekly, exceptions: [], holidaysClosed: false };
  await send(riitta, origin, 'PATCH', `/api/queue/queues/${queue.id}`, { opening, version: queue.version });
  return queue;
}
