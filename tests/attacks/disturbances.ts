import { randomUUID } from 'node:crypto';
import type { App, Caller } from '../../server/testing/app.ts';
import { aDevice } from '../../server/testing/floor.ts';
import type { Town } from '../../server/testing/town.ts';

/** What happened at city A's point, an alarm that stands, and somebody at a computer who waits for help. */
export async function disturbancesOf(service: App, town: Town, aino: Caller) {
  const create = async (rest: string, body?: unknown): Promise<string> => {
    const answer = await aino.call<{ id: string }>('POST', `/api/queue/points/${town.point}/${rest}`, body, {
      'idempotency-key': randomUUID(),
    });
    if (answer.status !== 201) throw new Error(`${rest}: ${answer.status} ${answer.text}`);
    return answer.body.id;
  };
  const disturbance = await create('disturbances', { kind: 'verbal', happenedAt: '2026-01-02T08:00:00Z', what: 'Uhkailtiin' });
  const alarm = await create('alarms');
  const { cookie } = await aDevice(service.polku.desk.db, town, 'computer');
  await service.caller(cookie).call('PUT', '/api/device/computer/help');
  const { calls } = (await aino.call<{ calls: { id: string }[] }>('GET', `/api/queue/points/${town.point}/help-calls`)).body;
  return { disturbance, alarm, helpCall: calls[0]?.id as string };
}
