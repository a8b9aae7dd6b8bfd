import { sql } from 'kysely';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { OrderRule } from '../order/rules.ts';
import type { Direction } from '../schema.ts';
import type { StepState } from '../types.ts';

export type QueueRow = {
  id: string;
  organisationId: string;
  kind: 'authority' | 'service' | 'situation' | 'reception';
  name: Names;
  prefix: string;
  atKiosk: boolean;
  opening: OpeningHours | null;
  usualMinutes: number | null;
  serviceId: string | null;
  situation: string | null;
};

export type CounterRow = {
  id: string;
  kind: 'desk' | 'room' | 'safety' | 'meeting' | 'remote';
  name: Names;
  direction: Direction | null;
  suits: string[];
  state: 'open' | 'break' | 'closed';
  personId: string | null;
  personName: string | null;
  queueIds: string[];
};

/** A step under way, with what is known of its visit. Times are milliseconds since 1970. */
export type StepRow = {
  id: string;
  visitId: string;
  code: string;
  queueId: string;
  state: Extract<StepState, 'planned' | 'waiting' | 'called' | 'serving' | 'parked'>;
  arrivedAt: number;
  waitsFrom: number;
  joinedAt: number;
  dueAt: number | null;
  notBefore: number | null;
  byChain: boolean;
  excludedIds: string[];
  needs: string[];
  language: string;
  cameBy: string;
  counterId: string | null;
  calledAt: number | null;
  servingAt: number | null;
  calls: number;
};

/** Who is to come today at an agreed time. */
export type ExpectedRow = { id: string; queueId: string; dueAt: number; language: string; needs: string[]; matterId: string | null };

export type PaceRow = {
  queueId: string;
  hour: number | null;
  seconds: number;
  visits: number;
  lowPercent: number | null;
  highPercent: number | null;
};

export type FloorRows = {
  queues: QueueRow[];
  counters: CounterRow[];
  steps: StepRow[];
  rules: OrderRule[] | null;
  paces: PaceRow[];
  expected: ExpectedRow[];
  opening: OpeningHours;
};

/** Everything of a point at one moment, in one statement: two would tell of two moments. What visits take is of the hour it is there. */
export async function readFloor(db: Db, pointId: string, now: Temporal.Instant): Promise<FloorRows> {
  const { rows } = await sql<FloorRows>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'organisationId', q.organisation_id, 'kind', q.kind, 'name', q.name, 'prefix', q.prefix,
        'atKiosk', q.at_kiosk, 'opening', q.opening, 'usualMinutes', q.usual_minutes, 'serviceId', q.service_id, 'situation', q.situation)
        order by q.position, q.id), '[]')
      from queue q where q.point_id = ${pointId}::uuid and q.active) as queues,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'direction', c.direction, 'suits', c.suits, 'state', c.state,
        'personId', c.person_id, 'personName', p.name,
        'queueIds', (select coalesce(jsonb_agg(x.queue_id), '[]') from counter_queue x where x.counter_id = c.id)) order by c.position, c.id), '[]')
      from counter c left join person p on p.id = c.person_id where c.point_id = ${pointId}::uuid and c.active) as counters,
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'visitId', v.id, 'code', v.code, 'queueId', s.queue_id, 'state', s.state,
        'arrivedAt', ${ms('v.arrived_at')}, 'waitsFrom', ${ms('s.waits_from')}, 'joinedAt', ${ms('s.joined_at')}, 'dueAt', ${ms('s.due_at')},
        'notBefore', ${ms('s.not_before')}, 'byChain', s.by_chain, 'excludedIds', s.excluded_ids, 'needs', v.needs, 'language', v.language,
        'cameBy', v.came_by, 'counterId', s.counter_id, 'calledAt', ${ms('s.called_at')}, 'servingAt', ${ms('s.serving_at')}, 'calls', s.calls)), '[]')
      from visit_step s join visit v on v.id = s.visit_id
      where s.point_id = ${pointId}::uuid and s.state in ('planned', 'waiting', 'called', 'serving', 'parked')) as steps,
    (select p.opening from service_point p where p.id = ${pointId}::uuid) as opening,
    (select o.rules from queue_policy o where o.point_id = ${pointId}::uuid) as rules,
    (select coalesce(jsonb_agg(jsonb_build_object('queueId', p.queue_id, 'hour', p.hour, 'seconds', p.seconds, 'visits', p.visits,
        'lowPercent', p.low_percent, 'highPercent', p.high_percent)), '[]')
      from queue_pace p join queue q on q.id = p.queue_id
      where q.point_id = ${pointId}::uuid and (p.hour is null or p.hour = (select extract(hour from ${now}::timestamptz at time zone o.zone)
        from service_point o where o.id = q.point_id))) as paces,
    (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'queueId', e.queue_id, 'dueAt', ${ms('e.due_at')}, 'language', e.language,
        'needs', e.needs, 'matterId', e.matter_id) order by e.due_at, e.id), '[]')
      from expected_visit e join service_point p on p.id = e.point_id
      where e.point_id = ${pointId}::uuid and e.cancelled_at is null and e.visit_id is null
        and e.due_at between ${now}::timestamptz - interval '1 day' and ${now}::timestamptz + interval '1 day'
        and (e.due_at at time zone p.zone)::date = (${now}::timestamptz at time zone p.zone)::date) as expected`.execute(db);
  return rows[0] as FloorRows;
}

export async function visitsStillOn(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from visit where id = any(${ids}::uuid[]) and ended_at is null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Numbers of JSON are doubles: milliseconds since 1970 fit exactly. */
const ms = (column: string) => sql`floor(extract(epoch from ${sql.raw(column)}) * 1000)`;
