import { randomUUID } from 'node:crypto';
import { inTransaction, type Trx } from '../../../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../../../platform/errors.ts';
import { createdOnce } from '../../../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../../../platform/http/idempotency-key.ts';
import { recordChange } from '../../../../identity/service.ts';
import type { Actor, By } from '../../../../identity/types.ts';
import { openContact } from '../../../booking/contact.ts';
import { appointmentOf, daysOf, ensureDays, expireOn, lockDays } from '../../../booking/queries.ts';
import { cancel, giveToOthers, move } from '../../../booking/service.ts';
import { createCapacities } from '../../../capacity/service.ts';
import { calendarChanged } from '../../../events.ts';
import type { Booking } from '../../../types.ts';
import { choices } from '../queries.ts';
import { requireArranges, type Seen, type Sight, seesCustomer, sightOf } from '../sight.ts';
import { proposalsFor } from './proposals.ts';
import * as rows from './queries.ts';
import type { Block, BlockInput, Settling } from './schema.ts';

const LONGEST = { hours: 24 * 90 };

/**
 * Keeps a stretch of somebody's or something's time free of customers. Nobody is dropped by it: who is booked in it stays until they are
 * moved, and the block says who they are.
 * @throws NotFound; Invalid `block-too-long`
 */
export async function addBlock(
  booking: Booking,
  key: IdempotencyKey | undefined,
  by: By,
  resourceId: string,
  { startsAt, endsAt, reason }: BlockInput,
) {
  const { db, clock } = booking;
  const resource = await arrangedResource(booking, by.actor, resourceId);
  const isSound = Temporal.Instant.compare(startsAt, endsAt) < 0 && Temporal.Instant.compare(endsAt, startsAt.add(LONGEST)) <= 0;
  if (!isSound) throw new Invalid('block-too-long', { fields: ['endsAt'] });
  const span = { from: startsAt.epochMilliseconds, until: endsAt.epochMilliseconds };
  const days = daysOf(span);
  await ensureDays(db, [resourceId], days);
  return createdOnce(db, key, async (trx) => {
    const [id, now] = [randomUUID(), clock.now()];
    await lockDays(trx, [resourceId], days);
    await expireOn(trx, [resourceId], span, now);
    await rows.lockBooked(trx, resourceId, span);
    await rows.insertBlock(trx, { id, resourceId, span, reason, personId: by.actor.personId, now });
    await calendarChanged(trx, id);
    await recordChange(trx, by, 'calendar.blocked', resourceId, resource.organisationId);
    return { id };
  });
}

/** With those who are still booked in it, and what could be done about each. @throws NotFound */
export async function readBlock(booking: Booking, actor: Actor, id: string): Promise<Block> {
  const asItIsNow = { ...booking, capacities: createCapacities(booking.db) };
  const { block, sight } = await arrangedBlock(booking, actor, id);
  const touched = await rows.touchedBy(booking.db, id, booking.clock.now());
  const proposals = await proposalsFor(asItIsNow, touched);
  return {
    ...block,
    touched: touched.map((one, at) => touchedAs(booking, sight, one, proposals[at] as Block['touched'][number]['proposal'])),
  };
}

function touchedAs(
  { keys }: Booking,
  sight: Sight,
  one: rows.TouchedRow,
  proposal: Block['touched'][number]['proposal'],
): Block['touched'][number] {
  const { id: appointmentId, version, startsAt, endsAt, service } = one;
  const moved = seesCustomer(sight, one);
  const contact = moved ? openContact(keys, one.id, one.contact) : null;
  return {
    appointmentId,
    version,
    startsAt,
    endsAt,
    moved,
    proposal,
    service: moved ? service : null,
    code: contact?.code ?? null,
    byEmail: Boolean(contact?.email) && !one.isProtected,
    chooses: one.chooses,
  };
}

/** Its time is open for customers again. @throws NotFound */
export async function removeBlock(booking: Booking, by: By, id: string): Promise<void> {
  const { resource } = await arrangedBlock(booking, by.actor, id);
  await inTransaction(booking.db, async (trx) => {
    if (!(await rows.lockBlock(trx, id))) throw new NotFound();
    await rows.endBlock(trx, id, booking.clock.now());
    await calendarChanged(trx, id);
    await recordChange(trx, by, 'calendar.unblocked', resource.id, resource.organisationId);
  });
}

/**
 * Sees to one of those who are booked in the block. Done again, or by two at once, it is done once.
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken` when it must be thought of anew
 */
export async function settle(
  booking: Booking,
  by: By,
  blockId: string,
  { appointmentId, kind, startsAt }: Settling,
): Promise<'settled' | 'gone'> {
  const { sight } = await arrangedBlock(booking, by.actor, blockId);
  const one = (await rows.touchedBy(booking.db, blockId, booking.clock.now())).find(({ id }) => id === appointmentId);
  if (!one) return goneOrUnknown(booking, sight, appointmentId);
  if (!seesCustomer(sight, one)) throw new NotFound();
  const asItIsNow = { ...booking, capacities: createCapacities(booking.db) };
  const trace = (action: string) => (trx: Trx) => recordChange(trx, by, action, appointmentId, one.ownerOrg);
  const arranged = { from: one.version };
  try {
    if (kind === 'others') await giveToOthers(asItIsNow, appointmentId, trace('appointment.given-to-others'), arranged);
    else if (kind === 'ask') await cancel(booking, appointmentId, trace('appointment.called-off'), arranged);
    else if (startsAt) await move(asItIsNow, appointmentId, startsAt.epochMilliseconds, trace('appointment.moved'), arranged);
    else throw new Invalid('time-not-bookable', { fields: ['startsAt'] });
  } catch (error) {
    // Somebody else was doing the same.
    const isGone = error instanceof Conflict && (error.code === 'booked-already' || error.code === 'appointment-changed');
    if (isGone) return 'gone';
    throw error;
  }
  return 'settled';
}

async function goneOrUnknown({ db }: Booking, sight: Sight, appointmentId: string): Promise<'gone'> {
  const one = await appointmentOf(db, appointmentId);
  if (!one || !seesCustomer(sight, one)) throw new NotFound();
  return 'gone';
}

async function arrangedBlock({ db }: Booking, actor: Actor, id: string) {
  const [sight, block] = await Promise.all([sightOf(db, actor), rows.blockOf(db, id)]);
  if (!block) throw new NotFound();
  const [resource] = await choices(db, block.resourceId);
  requireArranges(sight, resource);
  return { block, sight, resource: resource as Seen & { id: string } };
}

async function arrangedResource({ db }: Booking, actor: Actor, id: string): Promise<Seen> {
  const [sight, [resource]] = await Promise.all([sightOf(db, actor), choices(db, id)]);
  requireArranges(sight, resource);
  return resource as Seen;
}
