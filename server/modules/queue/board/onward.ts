import { sql } from 'kysely';
import { isOpen } from '../../../platform/clock/opening.ts';
import type { Actor } from '../../identity/types.ts';
import { requireWorksAt } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointWithQueues } from '../visits/queries.ts';
import type { Onward } from './schema.ts';
import { standing } from './showing.ts';

/** The other points with queues, for sending a visitor on. @throws NotFound for a point one does not work at */
export async function onwardFrom({ db, clock, directory, boards }: Floor, actor: Actor, pointId: string): Promise<Onward> {
  requireWorksAt(actor, await pointWithQueues(db, pointId));
  const { rows } = await sql<{
    id: string;
  }>`select distinct point_id as id from queue where active and point_id <> ${pointId}::uuid`.execute(db);
  const { points } = await directory.read();
  const others = points.filter(({ id }) => rows.some((row) => row.id === id));
  return {
    points: await Promise.all(
      others.map(async ({ id, opening }) => {
        const board = await boards.of(id);
        const queues = board.queues.map((queue) => {
          const { waiting, newcomer, openCounters } = standing(board, queue.id);
          return { id: queue.id, name: queue.name, isOpen: isOpen(queue.opening ?? opening, clock.now()), waiting, newcomer, openCounters };
        });
        return { id, queues };
      }),
    ),
  };
}
