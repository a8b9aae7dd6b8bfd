import { dayOf, endOfDay } from '../../../platform/clock/day.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { findUnit } from '../../directory/service.ts';
import type { Actor } from '../../identity/types.ts';
import { presenceChanged } from './events.ts';
import { deletePastPresences, deletePresence, lockSpecialist, presenceOf, putPresence } from './queries.ts';
import type { OwnPresence, PresenceState } from './schema.ts';
import type { SpecialistContext } from './service.ts';

export async function ownPresence({ db, clock }: SpecialistContext, actor: Actor): Promise<OwnPresence> {
  const now = clock.now();
  const said = await presenceOf(db, actor.personId, dayOf(now));
  const holds = said && Temporal.Instant.compare(said.until, now) > 0;
  return { isSpecialist: said !== undefined, presence: holds ? said : null };
}

/**
 * What one says of oneself for the rest of the day, or takes back. Only the last word is kept, and no audit line of it: how a person's
 * working days went is not followed (759/2004, 21 §). @throws NotFound for who is no specialist
 */
export async function sayPresence({ db, clock }: SpecialistContext, actor: Actor, state: PresenceState | null): Promise<void> {
  await inTransaction(db, async (trx) => {
    const found = await lockSpecialist(trx, actor.personId, dayOf(clock.now()));
    const unit = found?.isServing ? await findUnit(trx, found.unitId) : undefined;
    if (!unit) throw new NotFound();
    const { zone } = unit.opening;
    const until = endOfDay(dayOf(clock.now(), zone), zone);
    if (state) await putPresence(trx, actor.personId, { state, until });
    else await deletePresence(trx, actor.personId);
    await presenceChanged(trx);
  });
}

/** The job of each minute: what was said of a day that has ended goes, and open desks hear of it. @returns how many went */
export async function endPresences({ db, clock }: SpecialistContext): Promise<number> {
  return inTransaction(db, async (trx) => {
    const ended = await deletePastPresences(trx, clock.now());
    if (ended > 0) await presenceChanged(trx);
    return ended;
  });
}
