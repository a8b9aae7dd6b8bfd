import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { Names } from '../../directory/types.ts';
import { type Glance, glanceAt } from '../../matters/following/service.ts';
import { placeOfVisit } from '../board/places.ts';
import type { Place } from '../board/schema.ts';
import { changeStep } from '../serving/queries.ts';
import { isHeardAsAppointment, leaveVisitTrace } from '../trace.ts';
import type { Floor } from '../types.ts';
import * as visits from '../visits/queries.ts';
import type { Meeting } from '../visits/service.ts';
import type { Visitor } from './access.ts';

/** What a visitor sees of their own visit; `place` null: it is over. */
export type Followed = {
  code: string;
  language: string;
  point: Names;
  arrivedAt: Temporal.Instant;
  endedHow: string | null;
  pointId: string;
  place: Place | null;
  /** Of many: they have gone straight there. */
  meeting: Meeting | null;
  /** What comes next of the matter the visit was about, when it has been served. */
  next: Glance | null;
};

/** @throws NotFound */
export async function followVisit(floor: Floor, { visitId, pointId }: Visitor, requestId: string): Promise<Followed> {
  const { rows } = await sql<
    Omit<Followed, 'place' | 'next' | 'meeting'> & { matterId: string | null }
  >`select v.code, v.language, p.id as "pointId", p.name as point, v.arrived_at as "arrivedAt", v.ended_how as "endedHow",
      -- A number taken by a telephone number may be anybody's.
      case when v.ended_how = 'served' and v.came_by <> 'phone' then v.matter_id end as "matterId"
    from visit v join service_point p on p.id = v.point_id where v.id = ${visitId}::uuid`.execute(floor.db);
  if (!rows[0]) throw new NotFound();
  const { matterId, ...visit } = rows[0];
  const place = await standingOf(floor, { visitId, pointId });
  const meeting = visit.endedHow === 'meeting' ? await visits.meetingOfVisit(floor.db, visitId) : null;
  return { ...visit, place, meeting, next: matterId ? await glanceAt(floor.db, matterId, requestId) : null };
}

/** Null: the visit is over. */
export async function standingOf({ boards }: Pick<Floor, 'boards'>, { visitId, pointId }: Omit<Visitor, 'kind'>): Promise<Place | null> {
  return placeOfVisit(await boards.of(pointId), visitId) ?? null;
}

const MORE_MINUTES = 10;
/** Half an hour is as long as a place is kept for somebody who is not there. */
const MOST_DELAYS = 3;

/** "I need ten more minutes": not called before, the place kept. @throws Conflict `deed-does-not-fit`, `too-many-delays` */
export async function askForTime(floor: Floor, visitor: Visitor): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const { visit, step } = await lockWaiting(trx, visitor);
    if ((await delaysOf(trx, visit.id)) >= MOST_DELAYS) throw new Conflict('too-many-delays');
    const now = floor.clock.now();
    const then = now.add({ minutes: MORE_MINUTES });
    // Reception may have promised more: asking for time never takes any away.
    const notBefore = step.notBefore && Temporal.Instant.compare(step.notBefore, then) > 0 ? step.notBefore : then;
    await changeStep(trx, step.id, { notBefore });
    await tell(floor, trx, visit, step, 'later', now);
  });
}

/** @throws Conflict `deed-does-not-fit` once one has been called */
export async function leaveQueue(floor: Floor, visitor: Visitor): Promise<void> {
  await inTransaction(floor.db, async (trx) => {
    const { visit, step } = await lockWaiting(trx, visitor);
    const now = floor.clock.now();
    await changeStep(trx, step.id, { state: 'left', endedAt: now });
    await visits.dropPlanned(trx, visit.id, now);
    await visits.endVisit(trx, visit.id, now, 'left');
    await tell(floor, trx, visit, step, 'left', now);
  });
}

async function lockWaiting(trx: Trx, { visitId }: Visitor): Promise<{ visit: visits.LockedVisit; step: visits.LockedStep }> {
  const visit = await visits.lockVisit(trx, visitId);
  const step = visit?.steps.find(({ state }) => state === 'waiting');
  if (!visit || !step) throw new Conflict('deed-does-not-fit');
  return { visit, step };
}

async function delaysOf(trx: Trx, visitId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from visit_deed
    where visit_id = ${visitId}::uuid and deed = 'later' and person_id is null`.execute(trx);
  return (rows[0] as { count: number }).count;
}

async function tell(
  floor: Floor,
  trx: Trx,
  visit: visits.LockedVisit,
  step: visits.LockedStep,
  deed: 'later' | 'left',
  now: Temporal.Instant,
): Promise<void> {
  const { id: visitId, matterId, pointId, code, language } = visit;
  const told = { pointId, code, counter: null, appointment: isHeardAsAppointment(visit.cameBy, step.dueAt), calls: step.calls, language };
  await leaveVisitTrace(floor, trx, null, now, { visitId, matterId, ownerOrg: step.queueOrganisation, deed, told });
}
