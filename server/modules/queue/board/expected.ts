import type { Db } from '../../../platform/db/transaction.ts';
import type { Actor } from '../../identity/types.ts';
import { mattersInSight } from '../../matters/reading/service.ts';
import { type PointOfQueues, seesNeeds } from '../policy.ts';
import type { Board } from './rules.ts';
import type { QueueBoard } from './schema.ts';

/** Who is to come, as this member of staff may see it: the matter behind a time is for those who see that matter. */
export async function expectedFor(db: Db, actor: Actor, point: PointOfQueues, board: Board): Promise<QueueBoard['expected']> {
  const organisationOf = new Map(board.queues.map(({ id, organisationId }) => [id, organisationId]));
  const about = board.expected.flatMap(({ matterId }) => matterId ?? []);
  const matters = about.length > 0 ? await mattersInSight(db, actor, about) : undefined;
  return board.expected.map(({ id, queueId, dueAt, language, needs, matterId }) => ({
    id,
    queueId,
    dueAt: Temporal.Instant.fromEpochMilliseconds(dueAt).toString(),
    language,
    needs: seesNeeds(actor, point, organisationOf.get(queueId) ?? '') ? needs : null,
    matter: (matterId && matters?.get(matterId)) || null,
  }));
}
