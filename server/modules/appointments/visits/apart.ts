import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { lockJoint } from '../joint/queries.ts';
import type { Span } from '../slots/spans.ts';
import { mostBetweenAt } from './queries.ts';
import { isVisit } from './rules.ts';

/**
 * Nobody is in two rooms at once: no part of a visit is agreed over another. Asked once the part is written, under the lock of the whole,
 * so that two parts moved at the same moment see each other. Of what is no part of a visit: nothing.
 * @throws Conflict `other-part-then`
 */
export async function requireApart(trx: Trx, appointmentId: string, jointId: string): Promise<void> {
  await lockJoint(trx, jointId);
  const { rows } = await sql`select from appointment a join appointment o on o.joint_id = a.joint_id and o.id <> a.id
      join joint_booking j on j.id = a.joint_id and j.kind = 'visit'
    where a.id = ${appointmentId}::uuid and ${isToBe} and tstzrange(o.starts_at, o.ends_at) && tstzrange(a.starts_at, a.ends_at)`.execute(
    trx,
  );
  if (rows.length > 0) throw new Conflict('other-part-then');
}

/** Among when a part of a visit may be offered. */
export type MayStand = (time: Span) => boolean;

/**
 * Of a part of a visit that is moved by itself: never over another part, and on the day of the others with no longer a wait than the
 * point allows, unless they are apart already. Where it is now it may stay. Of any other time: whenever.
 */
export async function standsBeside(db: Db, appointmentId: string, zone: string): Promise<MayStand> {
  const { rows } = await sql<Row>`select a.starts_at as own, a.point_id as "pointId", o.starts_at as "startsAt", o.ends_at as "endsAt"
    from appointment a join joint_booking j on j.id = a.joint_id and j.kind = 'visit'
      join appointment o on o.joint_id = a.joint_id and o.id <> a.id and ${isToBe}
    where a.id = ${appointmentId}::uuid order by o.starts_at`.execute(db);
  const [first] = rows;
  if (!first?.pointId) return () => true;
  const others = rows.map(({ startsAt, endsAt }) => ({ from: startsAt.epochMilliseconds, until: endsAt.epochMilliseconds }));
  const mostBetween = await mostBetweenAt(db, first.pointId);
  return (time) => time.from === first.own.epochMilliseconds || mayStandBeside(time, others, mostBetween, zone);
}

type Row = { own: Temporal.Instant; pointId: string | null; startsAt: Temporal.Instant; endsAt: Temporal.Instant };

const isToBe = sql`o.state in ('confirmed', 'arrived')`;

/** Pure; `others` in order. */
export function mayStandBeside(time: Span, others: readonly Span[], mostBetween: number, zone: string): boolean {
  if (others.some(({ from, until }) => from < time.until && time.from < until)) return false;
  const day = dayIn(time, zone);
  const thatDay = others.filter((other) => dayIn(other, zone).equals(day));
  const all = [...thatDay, time].sort((a, b) => a.from - b.from);
  return isVisit(all, mostBetween) || !isVisit(thatDay, mostBetween);
}

const dayIn = ({ from }: Span, zone: string): Temporal.PlainDate => dayOf(Temporal.Instant.fromEpochMilliseconds(from), zone);
