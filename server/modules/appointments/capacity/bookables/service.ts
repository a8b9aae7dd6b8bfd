import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../../platform/errors.ts';
import { listsOf } from '../../../directory/service.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import type { ChangedSetUp } from '../conflicts/schema.ts';
import { conflictsIn } from '../conflicts/service.ts';
import { given } from '../given.ts';
import { type Keeping, keepingOf, keepsBookable, mayPlace, requireKeepsBookable, seesBookable } from '../keeping.ts';
import * as rows from './queries.ts';
import type { Bookable, BookableChange, BookableInput } from './schema.ts';

/** What the caller keeps, and what else is given at a point of theirs; those no longer used too. */
export async function bookablesFor({ db }: Booking, actor: Actor): Promise<Bookable[]> {
  const keeping = await keepingOf(db, actor);
  const all = await rows.allBookables(db);
  return all.filter((one) => seesBookable(keeping, one)).map((one) => ({ ...one, kept: keepsBookable(keeping, one) }));
}

/** @throws NotFound for who keeps neither the organisation nor each of the places; Invalid `unknown-reference`, `unknown-special-need` */
export async function addBookable(trx: Trx, by: By, input: BookableInput): Promise<{ id: string }> {
  const keeping = await keepingOf(trx, by.actor);
  requireKeepsBookable(keeping, input);
  await requireSoundBookable(trx, keeping, input, []);
  const id = await rows.insertBookable(trx, input);
  await recordChange(trx, by, 'bookable.added', id, input.organisationId);
  return { id };
}

/**
 * Changes a service that can be booked, or takes it out of use: whoever has booked it stays booked, and is named in the answer.
 * @throws NotFound; Forbidden; Conflict `booking-setup-changed`; Invalid `unknown-reference`, `unknown-special-need`
 */
export async function changeBookable(
  { db, clock }: Booking,
  by: By,
  id: string,
  { version, ...change }: BookableChange,
): Promise<ChangedSetUp> {
  return inTransaction(db, async (trx) => {
    const keeping = await keepingOf(trx, by.actor);
    const found = await rows.lockBookable(trx, id);
    requireKeepsBookable(keeping, found);
    const { id: _, version: present, ...was } = found as rows.BookableRow;
    if (present !== version) throw new Conflict('booking-setup-changed');
    const becomes: BookableInput = { ...was, ...given(change) };
    if (!keepsBookable(keeping, becomes)) throw new Invalid('unknown-reference', { fields: ['organisationId', 'places'] });
    await requireSoundBookable(trx, keeping, becomes, was.places);
    await rows.updateBookable(trx, id, becomes);
    await recordChange(trx, by, 'bookable.changed', id, becomes.organisationId);
    return { version: present + 1, ...(await conflictsIn({ db: trx, clock }, { bookableId: id })) };
  });
}

/** @throws Invalid `unknown-reference`, `unknown-special-need` */
export async function requireSoundBookable(trx: Trx, keeping: Keeping, it: BookableInput, before: BookableInput['places']): Promise<void> {
  const unknown = (field: string) => new Invalid('unknown-reference', { fields: [field] });
  const { organisationId, serviceId, situations, places, rules } = it;
  if (!keeping.organisationExists(organisationId)) throw unknown('organisationId');
  const added = places.filter(({ pointId }) => !before.some((one) => one.pointId === pointId));
  if (!added.every(({ pointId }) => mayPlace(keeping, organisationId, pointId))) throw unknown('places');
  // A queue taken out of use since stays as it was: it takes no arrivals, and a change of the name is no reason to choose another.
  const chosen = places.filter(({ pointId, queueId }) => !before.some((one) => one.pointId === pointId && one.queueId === queueId));
  if (!(await rows.areQueuesOfPlaces(trx, chosen))) throw unknown('places');
  if (serviceId && !(await rows.isService(trx, serviceId))) throw unknown('serviceId');
  const { lifeSituations = [], specialNeeds = [] } = await listsOf(trx, { onlyActive: true });
  if (!situations.every((one) => lifeSituations.some(({ key }) => key === one))) throw unknown('situations');
  if (!rules.every(({ need }) => specialNeeds.some(({ key }) => key === need)))
    throw new Invalid('unknown-special-need', { fields: ['rules'] });
}
