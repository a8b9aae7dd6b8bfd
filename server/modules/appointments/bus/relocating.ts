import { sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { openContact } from '../booking/contact.ts';
import { toldBy } from '../capacity/conflicts/moving.ts';
import { appointmentChanged } from '../events.ts';
import { settleJoint } from '../joint/settling.ts';
import { isProtected } from '../protected.ts';
import type { StopRow } from '../stops/queries.ts';
import type { Booking } from '../types.ts';
import type { ChangedBusStop } from './schema.ts';

export type Told = Pick<ChangedBusStop, 'letters' | 'unreached'>;

type Address = Pick<StopRow, 'street' | 'postalCode' | 'city'>;

/** What letters and calendar entries tell of a stop; its name and how one finds it stand on the page alone, as they are then. */
export const hasOtherAddress = (was: Address, becomes: Address): boolean =>
  was.street !== becomes.street || was.postalCode !== becomes.postalCode || was.city !== becomes.city;

/**
 * Whoever has agreed to come to the stop comes at the same time to another address: a letter with the entry of their calendar anew leaves for
 * whoever has left an e-mail address; of a course once, as of a whole. In the transaction that writes the stop's. @returns to how many, and whom somebody must call instead
 */
export async function relocateBooked(booking: Booking, trx: Trx, stopId: string): Promise<Told> {
  const relocated = await countRelocated(trx, stopId, booking.clock.now());
  for (const { id, version } of relocated) await appointmentChanged(trx, id, { change: 'relocated', version });
  const booked = [...Map.groupBy(relocated, ({ id, jointId }) => jointId ?? id).values()].map(([first]) => first as Relocated);
  for (const { jointId } of booked) if (jointId) await settleJoint(booking, trx, jointId, 'moved');
  const ways = booked.map(({ id, startsAt, contact, isProtected: isUnreached }) => ({
    ...{ appointmentId: id, startsAt },
    told: isUnreached ? ('nobody' as const) : toldBy(openContact(booking.keys, id, contact)),
  }));
  const unreached = ways.filter(({ told }) => told !== 'email');
  return { letters: ways.length - unreached.length, unreached };
}

type Relocated = { id: string; jointId: string | null; version: number; startsAt: Temporal.Instant; contact: string; isProtected: boolean };

/**
 * Each locked in the order of its key. What is only held is waited for too: whoever agrees to it at this moment is
 * counted here, or agrees after the change and is written the new address.
 */
async function countRelocated(trx: Trx, stopId: string, now: Temporal.Instant): Promise<Relocated[]> {
  await sql`select from appointment where stop_id = ${stopId}::uuid and state in ('held', 'confirmed') and starts_at > ${now}::timestamptz
    order by id for no key update`.execute(trx);
  const { rows } =
    await sql<Relocated>`update appointment a set changed_at = ${now}::timestamptz, sequence = sequence + 1, version = version + 1
    where stop_id = ${stopId}::uuid and state = 'confirmed' and starts_at > ${now}::timestamptz and contact is not null
    returning id, joint_id as "jointId", version, starts_at as "startsAt", contact, ${isProtected} as "isProtected"`.execute(trx);
  return rows.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}
