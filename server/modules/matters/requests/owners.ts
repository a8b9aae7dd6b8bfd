import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { findUnit } from '../../directory/service.ts';
import type { BeforeUnitEmptied } from '../../directory/types.ts';
import { insertEntry } from './queries.ts';
import { firstAble, lockAnsweringUnit } from './recipients.ts';
import { traceByItself } from './trace.ts';

/** What is needed of a request to move it and to tell of it. */
export type OwnedRequest = {
  id: string;
  matterId: string;
  needId: string;
  ownerOrg: string;
  toOrg: string;
  toUnitId: string;
  toPersonId: string | null;
  askedUnitId: string;
  askedBy: string;
};

export const ownedColumns = sql`q.id, q.matter_id as "matterId", q.need_id as "needId", q.owner_org as "ownerOrg", q.to_org as "toOrg",
  q.to_unit_id as "toUnitId", q.to_person_id as "toPersonId", q.asked_unit_id as "askedUnitId", q.asked_by as "askedBy"`;

/**
 * For the directory and people: before a unit closes or loses its last able member its open requests go to the named successor, with
 * their due times. Only within the organisation: no other has been let see what was asked.
 * @returns a port that throws Conflict `unit-has-open-requests` when nobody could answer them
 */
export function handOnRequests(clock: Clock): BeforeUnitEmptied {
  return async (trx, unit) => {
    const requests = await lockOpenOf(trx, unit.id);
    if (requests.length === 0) return;
    const now = clock.now();
    const to = await successorAble(trx, unit, dayOf(now));
    if (!to) throw new Conflict('unit-has-open-requests');
    for (const request of requests) await moveToUnit(trx, request, to, now);
  };
}

/** The able unit that follows this one within its organisation, if any. */
export async function successorAble(
  trx: Trx,
  unit: { id: string; successorId: string | null },
  day: Temporal.PlainDate,
): Promise<string | undefined> {
  const left = await findUnit(trx, unit.id);
  const first = unit.successorId ? await lockAnsweringUnit(trx, unit.successorId) : undefined;
  if (!left || !first) return undefined;
  const fits = (one: { id: string; organisationId: string; tier: number }) =>
    one.id !== left.id && one.organisationId === left.organisationId && one.tier >= Math.max(2, left.tier);
  return (await firstAble(trx, first, day, fits))?.id;
}

/** To another unit, unclaimed; what was put further from it is from then on asked by the new unit. */
export async function moveToUnit(trx: Trx, request: OwnedRequest, unitId: string, at: Temporal.Instant): Promise<void> {
  await sql`with further as (update support_request set asked_unit_id = ${unitId}::uuid where parent_id = ${request.id}::uuid)
    update support_request set to_unit_id = ${unitId}::uuid, to_person_id = null, version = version + 1 where id = ${request.id}::uuid`.execute(
    trx,
  );
  await insertEntry(trx, { requestId: request.id, kind: 'moved', at });
  await traceByItself(trx, request, 'request.moved', [request.toUnitId, unitId]);
}

/** Back to the unit, for whoever takes it next. `unitId` limits it to one unit the person has left. */
export async function giveBackRequestsOf(trx: Trx, personId: string, unitId: string | null, at: Temporal.Instant): Promise<void> {
  const found = await sql<OwnedRequest>`select ${ownedColumns} from support_request q where q.to_person_id = ${personId}::uuid
    and (${unitId}::uuid is null or q.to_unit_id = ${unitId}::uuid) and q.state in ('open', 'asked-back', 'forwarded', 'answer-below')
    order by q.id for update`.execute(trx);
  for (const request of found.rows) await giveBack(trx, request, at);
}

export async function giveBack(trx: Trx, request: OwnedRequest, at: Temporal.Instant): Promise<void> {
  await sql`update support_request set to_person_id = null, version = version + 1 where id = ${request.id}::uuid`.execute(trx);
  await insertEntry(trx, { requestId: request.id, kind: 'moved', at });
  await traceByItself(trx, request, 'request.moved', [request.toUnitId]);
}

async function lockOpenOf(trx: Trx, unitId: string): Promise<OwnedRequest[]> {
  const found = await sql<OwnedRequest>`select ${ownedColumns} from support_request q where q.to_unit_id = ${unitId}::uuid
    and q.state in ('open', 'asked-back', 'forwarded', 'answer-below') order by q.id for update`.execute(trx);
  return found.rows;
}
