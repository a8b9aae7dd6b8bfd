import type pg from 'pg';
import { hashSecret, newSecret } from '../../server/platform/keys/keys.ts';

/** A hall with its queues, counters whose people are signed in, displays and a kiosk. Cookies are as a browser would send them. */
export type Hall = {
  point: string;
  queues: string[];
  counters: { id: string; cookie: string }[];
  displays: string[];
  kiosk: string;
};

export async function fillHall(client: pg.Client, counters: number, displays: number): Promise<Hall> {
  const rows = async <T>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[];
  const [place] = await rows<{ point: string; organisation: string }>(
    `select id as point, organisation_id as organisation from service_point where key = 'mallila'`,
  );
  const { point, organisation } = place as { point: string; organisation: string };
  await rows(`update visit_step set state = 'dropped' where state = 'waiting'`);
  await rows(`update queue set active = false where point_id = $1`, [point]);
  const queues = await rows<{ id: string }>(
    `insert into queue (point_id, organisation_id, kind, name, prefix, usual_minutes)
      select $1, $2, 'service', jsonb_build_object('fi', 'Jono ' || n, 'sv', 'Kö ' || n, 'en', 'Queue ' || n), chr(78 + n), 1 from generate_series(1, 10) n returning id`,
    [point, organisation],
  );
  const seats: Hall['counters'] = [];
  for (let n = 0; n < counters; n += 1) seats.push(await aSeat(rows, { n, point, organisation, queues: queues.map(({ id }) => id) }));
  const cookies: string[] = [];
  for (let n = 0; n < displays; n += 1) cookies.push(await aDevice(rows, point, 'display'));
  return { point, queues: queues.map(({ id }) => id), counters: seats, displays: cookies, kiosk: await aDevice(rows, point, 'kiosk') };
}

type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/** Each serves three of the ten queues, so that lines overlap as they do in a joint service point. */
async function aSeat(rows: Rows, { n, point, organisation, queues }: { n: number; point: string; organisation: string; queues: string[] }) {
  const token = newSecret(256);
  const [person] = await rows<{ id: string }>(`insert into person (name, email) values ($1, $2) returning id`, [
    `Palvelija ${n}`,
    `palvelija${n}@bench.example`,
  ]);
  const personId = person?.id as string;
  await rows(`insert into person_grant (person_id, role, organisation_id) values ($1, 'service-advisor', $2)`, [personId, organisation]);
  await rows(`insert into staff_session (token_hash, person_id, point_id, expires_at) values ($1, $2, $3, now() + interval '12 hours')`, [
    hashSecret(token),
    personId,
    point,
  ]);
  const [counter] = await rows<{ id: string }>(
    `insert into counter (point_id, kind, name, direction, person_id, state) values ($1, 'desk', $2, 'left', $3, 'open') returning id`,
    [point, { fi: `Tiski ${n}`, sv: `Disk ${n}`, en: `Desk ${n}` }, personId],
  );
  const id = counter?.id as string;
  for (const k of [0, 3, 7]) await rows(`insert into counter_queue values ($1, $2)`, [id, queues[(n + k) % queues.length]]);
  return { id, cookie: `polku=${token}` };
}

async function aDevice(rows: Rows, point: string, kind: string): Promise<string> {
  const key = newSecret(256);
  await rows(`insert into queue_device (point_id, kind, name, key_hash, paired_at) values ($1, $2, 'Aula', $3, now())`, [
    point,
    kind,
    hashSecret(key),
  ]);
  return `polku-device=${key}`;
}
