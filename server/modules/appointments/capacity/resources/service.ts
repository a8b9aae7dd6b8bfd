import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid } from '../../../../platform/errors.ts';
import { recordChange } from '../../../identity/service.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { leadToRooms } from '../../sessions/leading.ts';
import { requireFewDays } from '../../slots/few-days.ts';
import type { Booking } from '../../types.ts';
import { allBookables } from '../bookables/queries.ts';
import type { ChangedSetUp } from '../conflicts/schema.ts';
import { conflictsIn } from '../conflicts/service.ts';
import { given } from '../given.ts';
import { type Keeping, keepingOf, keepsResource, mayPlace, requireKeepsResource, seesBookable } from '../keeping.ts';
import * as rows from './queries.ts';
import type { DaysInput, HoursInput, Resource, ResourceChange, ResourceInput } from './schema.ts';

/** The people, rooms, interpreters, equipment and remote desks that the caller keeps, with their hours. */
export async function resourcesFor({ db }: Booking, actor: Actor): Promise<Resource[]> {
  const { organisations, points } = await keepingOf(db, actor);
  return rows.resourcesOf(db, [...organisations], [...points]);
}

/** @throws NotFound for who keeps neither the organisation nor the point; Invalid `unknown-reference`; Conflict `person-booked-already` */
export async function addResource(trx: Trx, by: By, input: ResourceInput): Promise<{ id: string }> {
  const keeping = await keepingOf(trx, by.actor);
  requireKeepsResource(keeping, input);
  await requireSoundResource(trx, keeping, input, undefined);
  const id = await rows.insertResource(trx, input);
  await recordChange(trx, by, 'resource.added', id, input.organisationId);
  return { id };
}

/**
 * Changes somebody or something and its hours in one change, or takes it out of use: its appointments stay, and are named in the answer.
 * @throws NotFound; Conflict `booking-setup-changed`, `person-booked-already`; Invalid `unknown-reference`
 */
export async function changeResource(
  booking: Booking,
  by: By,
  id: string,
  { version, hours, ...change }: ResourceChange,
): Promise<ChangedSetUp> {
  return changing(booking, by, id, version, 'resource.changed', async (trx, keeping, was) => {
    const becomes = { ...was, ...given(change) };
    if (!keepsResource(keeping, becomes)) throw new Invalid('unknown-reference', { fields: ['organisationId', 'pointId'] });
    await requireSoundResource(trx, keeping, becomes, was);
    await rows.updateResource(trx, id, becomes);
    if (was.kind === 'room' && becomes.name !== was.name) await leadToRooms(trx, { roomId: id }, booking.clock.now());
    if (!hours) return;
    requireSoundHours(keeping, becomes, hours);
    await rows.putHours(trx, id, hours);
    await recordChange(trx, by, 'resource.hours-changed', id, becomes.organisationId);
  });
}

/** @throws NotFound; Conflict `booking-setup-changed`; Invalid `unknown-reference` */
export async function writeHours(booking: Booking, by: By, id: string, { version, hours }: HoursInput): Promise<ChangedSetUp> {
  return changing(booking, by, id, version, 'resource.hours-changed', async (trx, keeping, was) => {
    requireSoundHours(keeping, was, hours);
    await rows.replaceHours(trx, id, hours);
  });
}

/** @throws Invalid `unknown-reference` */
export function requireSoundHours(keeping: Keeping, was: Resource, hours: HoursInput['hours']): void {
  const before = new Set([was.pointId, ...was.hours.map(({ pointId }) => pointId)]);
  const isSound = hours.every(({ pointId }) => pointId === null || before.has(pointId) || mayPlace(keeping, was.organisationId, pointId));
  if (!isSound) throw new Invalid('unknown-reference', { fields: ['hours'] });
}

/** Away, there at other hours, or at the usual hours again, on these days. @throws NotFound; Conflict `booking-setup-changed`; Invalid `too-many-away-days` */
export async function writeDays(booking: Booking, by: By, id: string, { version, ...days }: DaysInput): Promise<ChangedSetUp> {
  requireFewDays(days);
  return changing(booking, by, id, version, 'resource.days-changed', async (trx) => rows.replaceDays(trx, id, days));
}

async function changing(
  { db, clock }: Booking,
  by: By,
  id: string,
  version: number,
  action: string,
  write: (trx: Trx, keeping: Keeping, was: Resource) => Promise<void>,
): Promise<ChangedSetUp> {
  return inTransaction(db, async (trx) => {
    const keeping = await keepingOf(trx, by.actor);
    const was = await rows.lockResource(trx, id);
    requireKeepsResource(keeping, was);
    const found = was as Resource;
    if (found.version !== version) throw new Conflict('booking-setup-changed');
    await write(trx, keeping, found);
    await recordChange(trx, by, action, id, found.organisationId);
    return { version: version + 1, ...(await conflictsIn({ db: trx, clock }, { resourceId: id })) };
  });
}

type Written = Omit<ResourceInput, 'kind'>;

/** @throws Invalid `unknown-reference`; Conflict `person-booked-already` */
export async function requireSoundResource(trx: Trx, keeping: Keeping, it: Written, was: Resource | undefined): Promise<void> {
  const unknown = (field: string) => new Invalid('unknown-reference', { fields: [field] });
  const { organisationId, pointId, personId } = it;
  if (!keeping.organisationExists(organisationId)) throw unknown('organisationId');
  if (pointId && pointId !== was?.pointId && !mayPlace(keeping, organisationId, pointId)) throw unknown('pointId');
  const added = it.bookableIds.filter((id) => !was?.bookableIds.includes(id));
  if (added.length > 0) {
    const seen = new Set((await allBookables(trx)).filter((one) => seesBookable(keeping, one)).map(({ id }) => id));
    if (!added.every((id) => seen.has(id))) throw unknown('bookableIds');
  }
  if (personId && (personId !== was?.personId || organisationId !== was.organisationId)) {
    if (!(await rows.worksFor(trx, personId, organisationId))) throw unknown('personId');
    if (personId !== was?.personId && (await rows.isResource(trx, personId))) throw new Conflict('person-booked-already');
  }
}
