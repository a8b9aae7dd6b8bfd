import { expect, type Page } from '@playwright/test';
import { send } from './send.ts';

export type Greeted = { visitId: string; code: string; page: string };
export type Hall = { point: string; queue: string; next: string; counter: string };

/** Two queues of this test's own and a counter that serves both, where `server` sits; `letter` is nobody else's. */
export async function aHall(manager: Page, server: Page, origin: string, letter: string): Promise<Hall> {
  const { points } = await send<{ points: { id: string; key: string; organisationId: string }[] }>(
    manager,
    origin,
    'GET',
    '/api/directory',
  );
  const point = points.find(({ key }) => key === 'mallila') as { id: string; organisationId: string };
  const at = (rest: string) => `/api/queue/points/${point.id}${rest}`;
  const names = (fi: string, sv: string, en: string) => ({ fi, sv, en });
  const make = (name: ReturnType<typeof names>) =>
    send<{ id: string }>(manager, origin, 'POST', at('/queues'), {
      ...{ organisationId: point.organisationId, kind: 'service', prefix: letter, usualMinutes: 10, name },
    });
  const [queue, next] = [
    await make(names('Koejono', 'Provkö', 'Trial queue')),
    await make(names('Jatkojono', 'Följande kö', 'Next queue')),
  ];
  const place = { kind: 'desk', direction: 'left', queueIds: [queue.id, next.id], name: names('Tiski 9', 'Disk 9', 'Desk 9') };
  const counter = await send<{ id: string }>(manager, origin, 'POST', at('/counters'), place);
  await send(server, origin, 'PATCH', '/api/me', { pointId: point.id });
  await send(server, origin, 'PUT', `/api/queue/counters/${counter.id}/state`, { state: 'open' });
  return { point: point.id, queue: queue.id, next: next.id, counter: counter.id };
}

/** What the person at the counter does there. */
export const servingAt = (server: Page, origin: string, { point, queue, counter }: Hall) => ({
  greet: () => send<Greeted>(server, origin, 'POST', '/api/queue/visits', { pointId: point, queueId: queue }),
  call: () => send(server, origin, 'POST', `/api/queue/counters/${counter}/calls`, {}),
  done: ({ visitId }: Greeted, deed: string, rest: object = {}) =>
    send(server, origin, 'POST', `/api/queue/visits/${visitId}/deeds`, { deed, ...rest }),
});

/** A screen in the hall, paired by the code its manager was given. */
export async function aScreen(page: Page, manager: Page, origin: string, { point }: Hall): Promise<Page> {
  const { id } = await send<{ id: string }>(manager, origin, 'POST', `/api/queue/points/${point}/devices`, {
    ...{ kind: 'display', name: 'Aula', settings: { shows: 'tickets' } },
  });
  const { code } = await send<{ code: string }>(manager, origin, 'PUT', `/api/queue/devices/${id}/pairing-code`);
  await page.goto(`${origin}/display/`);
  await page.getByLabel('Koodi').fill(code);
  await page.keyboard.press('Enter');
  // What it shows first may be a slide.
  await expect(page.getByLabel('Koodi')).toHaveCount(0);
  return page;
}
