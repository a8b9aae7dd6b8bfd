import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Keyring } from '../../../platform/keys/keyring.ts';
import type { Booked } from '../../matters/types.ts';
import { comingTimes } from '../own/queries.ts';
import { stepsToBook } from '../own/steps.ts';
import { copyOfBooked } from './copying.ts';
import { eraseBooked } from './erasing.ts';
import { standingOf } from './queries.ts';

/** What matters asks of the times agreed with its customers, which it knows nothing of. */
export function bookedOf(deps: { db: Kysely<Tables>; clock: Clock; keys: Keyring }): Booked {
  const { db, clock } = deps;
  return {
    coming: (matterId) => comingTimes(db, matterId, clock.now()),
    toBook: (matterId, named) => stepsToBook(db, matterId, named),
    standing: (trx, matterIds) => standingOf(trx, matterIds, clock.now()),
    erase: (trx, matterIds) => eraseBooked({ clock }, trx, matterIds),
    copy: (matterIds, locale) => copyOfBooked(deps, matterIds, locale),
  };
}
