import { sql } from 'kysely';
import { afterCommit, type Trx } from '../../platform/db/transaction.ts';
import { insertEvents, wakeReadersAfterCommit } from '../../platform/events/publish.ts';
import { insertEntry } from '../audit/service.ts';
import type { By } from '../identity/types.ts';
import { VISIT_MOVED } from './events.ts';
import type { Deed, VisitMoved } from './schema.ts';
import type { CameBy, Floor } from './types.ts';

export type VisitTrace = {
  visitId: string;
  matterId: string | null;
  /** Whose queue it is in. */
  ownerOrg: string;
  deed: Deed;
  /** The steps as they were, for undoing; undefined where it cannot be undone. */
  before?: object | undefined;
  counterId?: string | undefined;
  told: Omit<VisitMoved, 'deed' | 'at'>;
};

/**
 * Whether displays tell a call as an appointment's. Not of who came by a telephone number: it may be anybody's, and whoever typed it would
 * learn that its holder is expected.
 */
export const isHeardAsAppointment = (cameBy: CameBy, dueAt: Temporal.Instant | null): boolean => dueAt !== null && cameBy !== 'phone';

/** The three rows every deed leaves, in one round trip: who did it, what it was like before, and what others may hear of it. */
export async function leaveVisitTrace(
  floor: Pick<Floor, 'boards'>,
  trx: Trx,
  by: By | null,
  now: Temporal.Instant,
  trace: VisitTrace,
): Promise<void> {
  const { visitId, deed, told } = trace;
  await sql`with a as (${entryOf(by, trace)}),
    d as (insert into visit_deed (visit_id, at, deed, person_id, counter_id, before) values (${visitId}::uuid, ${now}::timestamptz, ${deed},
      ${by?.actor.personId ?? null}::uuid, ${trace.counterId ?? null}::uuid, ${trace.before ? JSON.stringify(trace.before) : null}::jsonb))
    ${insertEvents([{ type: VISIT_MOVED, subject: visitId, data: { ...told, deed, at: now.toString() } satisfies VisitMoved }])}`.execute(
    trx,
  );
  wakeReadersAfterCommit(trx);
  afterCommit(trx, () => floor.boards.forget(told.pointId));
}

function entryOf(by: By | null, { visitId, matterId, ownerOrg, deed }: VisitTrace) {
  const who = by
    ? {
        actorKind: 'staff' as const,
        personId: by.actor.personId,
        requestId: by.requestId,
        organisationIds: [...new Set(by.actor.grants.map((grant) => grant.organisationId))],
      }
    : { actorKind: 'anonymous' as const };
  return insertEntry({
    ...who,
    action: `visit.${deed}`,
    purpose: 'advice',
    subjects: [visitId],
    ownerOrg,
    ...(matterId ? { matterId } : {}),
  });
}
