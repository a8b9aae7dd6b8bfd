import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { OrderRule } from '../order/rules.ts';
import type { CounterInput, QueueInput, SetUp } from './schema.ts';
import type { CalledStep } from './trial.ts';

type Queue = SetUp['queues'][number];
type Counter = SetUp['counters'][number];

const queueColumns = sql`q.id, q.point_id as "pointId", q.organisation_id as "organisationId", q.kind, q.service_id as "serviceId", q.situation, q.name, q.prefix,
  q.position, q.at_kiosk as "atKiosk", q.opening, q.usual_minutes as "usualMinutes", q.active, q.version`;
const counterColumns = sql`c.id, c.point_id as "pointId", c.kind, c.name, c.direction, c.suits, c.position, c.active, c.version,
  array(select x.queue_id from counter_queue x join queue q on q.id = x.queue_id where x.counter_id = c.id order by q.position, q.id) as "queueIds"`;

export async function queuesOf(db: Db, pointId: string): Promise<Queue[]> {
  return (await sql<Queue>`select ${queueColumns} from queue q where q.point_id = ${pointId}::uuid order by q.position, q.id`.execute(db))
    .rows;
}

export async function countersOf(db: Db, pointId: string): Promise<Counter[]> {
  return (
    await sql<Counter>`select ${counterColumns} from counter c where c.point_id = ${pointId}::uuid order by c.position, c.id`.execute(db)
  ).rows;
}

export async function policyOf(db: Db, pointId: string): Promise<{ rules: OrderRule[]; version: number } | undefined> {
  const { rows } = await sql<{
    rules: OrderRule[];
    version: number;
  }>`select rules, version from queue_policy where point_id = ${pointId}::uuid`.execute(db);
  return rows[0];
}

export async function lockQueue(trx: Trx, id: string): Promise<(Queue & { inUse: boolean }) | undefined> {
  const [queue] = (await sql<Queue>`select ${queueColumns} from queue q where q.id = ${id}::uuid for update of q`.execute(trx)).rows;
  if (!queue) return undefined;
  // Asked after the lock: one statement would see those only who had joined before it began to wait.
  const { rows } = await sql`select from visit_step s where s.queue_id = ${id}::uuid
      and s.state in ('planned', 'waiting', 'called', 'serving', 'parked') limit 1`.execute(trx);
  return { ...queue, inUse: rows.length > 0 };
}

export async function lockCounterToSetUp(trx: Trx, id: string): Promise<(Counter & { inUse: boolean }) | undefined> {
  const { rows } = await sql<Counter & { inUse: boolean }>`select ${counterColumns}, c.state <> 'closed' as "inUse"
    from counter c where c.id = ${id}::uuid for update of c`.execute(trx);
  return rows[0];
}

export async function insertQueue(trx: Trx, pointId: string, it: QueueInput): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into queue (point_id, organisation_id, kind, service_id, situation, name, prefix, position, at_kiosk, opening,
      usual_minutes, active)
    values (${pointId}::uuid, ${it.organisationId}::uuid, ${it.kind}, ${it.serviceId}::uuid, ${it.situation}, ${json(it.name)}, ${it.prefix}, ${it.position}, ${it.atKiosk},
      ${json(it.opening)}, ${it.usualMinutes}, ${it.active}) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function updateQueue(trx: Trx, id: string, it: QueueInput): Promise<void> {
  await sql`update queue set organisation_id = ${it.organisationId}::uuid, kind = ${it.kind}, service_id = ${it.serviceId}::uuid, situation = ${it.situation},
    name = ${json(it.name)}, prefix = ${it.prefix}, position = ${it.position}, at_kiosk = ${it.atKiosk}, opening = ${json(it.opening)},
    usual_minutes = ${it.usualMinutes}, active = ${it.active}, version = version + 1 where id = ${id}::uuid`.execute(trx);
}

export async function insertCounter(trx: Trx, pointId: string, it: CounterInput): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into counter (point_id, kind, name, direction, suits, position, active)
    values (${pointId}::uuid, ${it.kind}, ${json(it.name)}, ${it.direction}, ${it.suits}::text[], ${it.position}, ${it.active}) returning id`.execute(
    trx,
  );
  const { id } = rows[0] as { id: string };
  await serveQueues(trx, id, it.queueIds);
  return id;
}

export async function updateCounter(trx: Trx, id: string, it: CounterInput): Promise<void> {
  await sql`update counter set kind = ${it.kind}, name = ${json(it.name)}, direction = ${it.direction}, suits = ${it.suits}::text[], position = ${it.position},
    active = ${it.active}, version = version + 1 where id = ${id}::uuid`.execute(trx);
  await sql`delete from counter_queue where counter_id = ${id}::uuid`.execute(trx);
  await serveQueues(trx, id, it.queueIds);
}

async function serveQueues(trx: Trx, counterId: string, queueIds: readonly string[]): Promise<void> {
  await sql`insert into counter_queue (counter_id, queue_id) select ${counterId}::uuid, unnest(${[...new Set(queueIds)]}::uuid[])`.execute(
    trx,
  );
}

/** @returns false when another has written since `version` */
export async function putPolicy(
  trx: Trx,
  pointId: string,
  rules: readonly OrderRule[],
  version: number,
  personId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`insert into queue_policy (point_id, rules, version, changed_by, changed_at)
    select ${pointId}::uuid, ${JSON.stringify(rules)}::jsonb, 1, ${personId}::uuid, ${at}::timestamptz where ${version}::bigint = 0
      or exists (select from queue_policy where point_id = ${pointId}::uuid)
    on conflict (point_id) do update set rules = excluded.rules, version = queue_policy.version + 1, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at where queue_policy.version = ${version}::bigint
    returning point_id`.execute(trx);
  return rows.length > 0;
}

/** The steps called on that day of the point, with the queues their counters serve now. */
export async function calledOn(db: Db, pointId: string, from: Temporal.Instant, until: Temporal.Instant): Promise<CalledStep[]> {
  const { rows } =
    await sql<CalledStep>`select s.id, v.code, s.queue_id as "queueId", ${ms('s.waits_from')} as "waitsFrom", ${ms('s.joined_at')} as "joinedAt",
      ${ms('s.due_at')} as "dueAt", null as "notBefore", s.by_chain as "byChain", v.needs, ${ms('s.called_at')} as "calledAt",
      array(select x.queue_id from counter_queue x where x.counter_id = s.counter_id union select s.queue_id) as "queueIds"
    from visit_step s join visit v on v.id = s.visit_id
    where s.point_id = ${pointId}::uuid and s.called_at >= ${from}::timestamptz and s.called_at < ${until}::timestamptz and s.counter_id is not null
    order by s.called_at, s.id limit 5000`.execute(db);
  return rows;
}

const ms = (column: string) => sql`floor(extract(epoch from ${sql.raw(column)}) * 1000)::float8`;
const json = (value: unknown): RawBuilder<unknown> => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
