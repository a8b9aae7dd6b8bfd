import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { OfferState } from './types.ts';

/** All SQL of offered times. */
export type OfferRow = {
  id: string;
  waitingId: string;
  appointmentId: string;
  bookableId: string;
  pointId: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  toldAt: Temporal.Instant;
  answerBy: Temporal.Instant;
  state: OfferState;
};

const columns = sql`o.id, o.waiting_id as "waitingId", o.appointment_id as "appointmentId", a.bookable_id as "bookableId", o.point_id as "pointId",
  o.starts_at as "startsAt", a.ends_at as "endsAt", o.told_at as "toldAt", o.answer_by as "answerBy", o.state`;
const rows = sql`waiting_offer o join appointment a on a.id = o.appointment_id`;

export async function offerOf(db: Db, id: string): Promise<OfferRow | undefined> {
  return (await sql<OfferRow>`select ${columns} from ${rows} where o.id = ${id}::uuid`.execute(db)).rows[0];
}

export async function openOfferOf(db: Db, waitingId: string): Promise<OfferRow | undefined> {
  return (await sql<OfferRow>`select ${columns} from ${rows} where o.waiting_id = ${waitingId}::uuid and o.state = 'open'`.execute(db))
    .rows[0];
}

/** Open and out of time. */
export async function overdueOffers(db: Db, bookableId: string, now: Temporal.Instant): Promise<OfferRow[]> {
  const found = await sql<OfferRow>`select ${columns} from ${rows} where a.bookable_id = ${bookableId}::uuid and o.state = 'open'
    and o.answer_by <= ${now}::timestamptz order by o.answer_by, o.id`.execute(db);
  return found.rows;
}

/** Answered with no, or not at all, while what was held for them still is: it goes to the next. */
export async function offersToPassOn(db: Db, bookableId: string): Promise<OfferRow[]> {
  const found =
    await sql<OfferRow>`select ${columns} from ${rows} where a.bookable_id = ${bookableId}::uuid and o.state in ('declined', 'lapsed', 'left')
    and a.state = 'held' order by o.starts_at, o.id`.execute(db);
  return found.rows;
}

export type NewOffer = Pick<OfferRow, 'id' | 'waitingId' | 'appointmentId' | 'pointId' | 'startsAt' | 'toldAt' | 'answerBy'>;

export async function insertOffer(trx: Trx, it: NewOffer): Promise<void> {
  await sql`insert into waiting_offer (id, waiting_id, appointment_id, point_id, starts_at, told_at, answer_by) values (${it.id}::uuid, ${it.waitingId}::uuid,
    ${it.appointmentId}::uuid, ${it.pointId}::uuid, ${it.startsAt}::timestamptz, ${it.toldAt}::timestamptz, ${it.answerBy}::timestamptz)`.execute(
    trx,
  );
}

/** @returns whether it was open still: whoever is first, answers */
export async function answerOffer(trx: Trx, id: string, state: Exclude<OfferState, 'open'>, now: Temporal.Instant): Promise<boolean> {
  const { rows: answered } = await sql`update waiting_offer set state = ${state}, answered_at = ${now}::timestamptz
    where id = ${id}::uuid and state = 'open' returning id`.execute(trx);
  return answered.length > 0;
}

/** What was let go with the place and is held still, with time to answer; locked, so that it goes to nobody else meanwhile. */
export async function lockLetGo(
  trx: Trx,
  waitingId: string,
  endedAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { rows: found } = await sql<{ id: string }>`select o.id from ${rows} where o.waiting_id = ${waitingId}::uuid and o.state = 'left'
    and o.answered_at = ${endedAt}::timestamptz and o.answer_by > ${now}::timestamptz and a.state = 'held' for update of a`.execute(trx);
  return found[0]?.id;
}

export async function offerAgain(trx: Trx, id: string): Promise<void> {
  await sql`update waiting_offer set state = 'open', answered_at = null where id = ${id}::uuid`.execute(trx);
}

/** What they were offered once is not offered again. "point moment", the moment in milliseconds. */
export async function offeredBefore(db: Db, waitingId: string): Promise<Set<string>> {
  const { rows: found } = await sql<{
    pointId: string | null;
    startsAt: Temporal.Instant;
  }>`select point_id as "pointId", starts_at as "startsAt"
    from waiting_offer where waiting_id = ${waitingId}::uuid and state <> 'open'`.execute(db);
  return new Set(found.map(({ pointId, startsAt }) => offerKey(pointId, startsAt.epochMilliseconds)));
}

export const offerKey = (pointId: string | null, at: number): string => `${pointId ?? 'remote'} ${at}`;
