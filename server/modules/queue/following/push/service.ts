import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../../../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../../../platform/db/transaction.ts';
import { Invalid } from '../../../../platform/errors.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { decrypt, encrypt } from '../../../../platform/keys/keys.ts';
import { fitsPush, type PushSubscription } from '../../../../platform/push/encrypt.ts';
import { isPushAddress, type PushReach } from '../../../../platform/push/send.ts';
import { placesOf } from '../../board/places.ts';
import type { Board } from '../../board/rules.ts';
import type { Place } from '../../board/schema.ts';
import type { Floor } from '../../types.ts';
import type { Visitor } from '../access.ts';
import { claimHappenings, dropSubscription, findSubscription, type KeptSubscription, keepSubscription } from './queries.ts';
import { happeningsOf } from './rules.ts';

export type Pushing = Floor & { publicUrl: string; pushReach: PushReach };

/** As the browser's own `PushSubscription` has it. */
export const PushInput = z
  .strictObject({ endpoint: z.string().max(1000), p256dh: z.string().max(120), auth: z.string().max(40) })
  .meta({ id: 'PushInput' });

export const PUSH_JOB = 'tell-visitor';

const placeOf = (visitId: string) => ({ table: 'visit_push', row: visitId, column: 'subscription_cipher' });

/** This phone is told of the visit from now on, until it ends. @throws Invalid `push-not-possible` */
export async function subscribe(pushing: Pushing, { visitId, pointId }: Visitor, subscription: PushSubscription): Promise<void> {
  if (!isPushAddress(subscription.endpoint, pushing.pushReach) || !fitsPush(subscription)) {
    throw new Invalid('push-not-possible', { fields: ['endpoint'] });
  }
  const board = await pushing.boards.of(pointId);
  const shown = happeningsOf(board, placesOf(board));
  const keys = shown.filter((one) => one.visitId === visitId).map(({ key }) => key);
  const cipher = encrypt(pushing.keys, JSON.stringify(subscription), placeOf(visitId));
  await inTransaction(pushing.db, (trx) => keepSubscription(trx, visitId, cipher, keys));
}

export async function unsubscribe({ db }: Pick<Pushing, 'db'>, { visitId }: Visitor): Promise<void> {
  await inTransaction(db, (trx) => dropSubscription(trx, visitId));
}

export type Subscribed = KeptSubscription & { subscription: PushSubscription };

export async function subscribed({ db, keys }: { db: Db; keys: Keyring }, visitId: string): Promise<Subscribed | undefined> {
  const kept = await findSubscription(db, visitId);
  return kept && { ...kept, subscription: JSON.parse(decrypt(keys, kept.cipher, placeOf(visitId))) };
}

/** Notes for sending what has come to be told at a point, each thing once; asks the database only when there is something new. */
export function notingPushes(db: Kysely<Tables>): (board: Board, places: ReadonlyMap<string, Place>) => Promise<void> {
  const noted = new Map<string, Set<string>>();
  return async (board, places) => {
    const happenings = happeningsOf(board, places);
    const before = noted.get(board.pointId);
    const fresh = happenings.filter(({ key }) => !before?.has(key));
    if (fresh.length > 0) {
      await inTransaction(db, async (trx) => {
        // A later thing takes the place of one that has not gone out yet.
        for (const { visitId, key } of await claimHappenings(trx, fresh))
          await addJob(trx, PUSH_JOB, { visitId, key }, { key: `${PUSH_JOB}:${visitId}`, maxAttempts: TRIES });
      });
    }
    noted.set(board.pointId, new Set(happenings.map(({ key }) => key)));
  };
}

/** Over about a minute: later nobody needs it. */
const TRIES = 5;
