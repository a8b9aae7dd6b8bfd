import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { openContact } from '../booking/contact.ts';
import { toldBy } from '../capacity/conflicts/moving.ts';
import { appointmentChanged, jointChanged } from '../events.ts';
import { changeJoint, lockJoint } from '../joint/queries.ts';
import { isProtected } from '../protected.ts';
import type { Booking } from '../types.ts';
import type { Told } from './schema.ts';

/** A stop of the bus, or a point to those who come to it: not to its bus, and not from afar. */
type Place = { stopId: string } | { pointId: string };

/**
 * Whoever has agreed to come to the place comes at the same time to another address: a letter with the entry of their calendar anew leaves for
 * whoever has left an e-mail address; of a course or a visit once, as of a whole.
 */
export async function relocateBooked({ clock }: Pick<Booking, 'clock'>, trx: Trx, place: Place): Promise<Coming[]> {
  const relocated = await countRelocated(trx, place, clock.now());
  for (const { id, version } of relocated) await appointmentChanged(trx, id, { change: 'relocated', version });
  for (const jointId of new Set(relocated.flatMap((one) => one.jointId ?? []))) await tellOfWhole(trx, jointId);
  return relocated;
}

/** Who is to come there, as they would be told of another address. */
export async function comingTo(booking: Pick<Booking, 'clock' | 'keys' | 'db'>, place: Place): Promise<Told> {
  const { rows } = await sql<Coming>`select ${coming} from appointment a
    where ${at(place)} and state = 'confirmed' and starts_at > ${booking.clock.now()}::timestamptz and contact is not null`.execute(
    booking.db,
  );
  return toldOf(booking, rows);
}

type Coming = { id: string; jointId: string | null; version: number; startsAt: Temporal.Instant; contact: string; isProtected: boolean };
const coming = sql`id, joint_id as "jointId", version, starts_at as "startsAt", contact, ${isProtected} as "isProtected"`;

const at = (place: Place): RawBuilder<boolean> =>
  'stopId' in place ? sql`stop_id = ${place.stopId}::uuid` : sql`point_id = ${place.pointId}::uuid and stop_id is null and way = 'point'`;

/**
 * Each locked in the order of its key. What is only held is waited for too: whoever agrees to it at this moment is
 * counted here, or agrees after the change and is written the new address.
 */
async function countRelocated(trx: Trx, place: Place, now: Temporal.Instant): Promise<Coming[]> {
  await sql`select from appointment where ${at(place)} and state in ('held', 'confirmed') and starts_at > ${now}::timestamptz
    order by id for no key update`.execute(trx);
  const { rows } =
    await sql<Coming>`update appointment a set changed_at = ${now}::timestamptz, sequence = sequence + 1, version = version + 1
    where ${at(place)} and state = 'confirmed' and starts_at > ${now}::timestamptz and contact is not null returning ${coming}`.execute(
      trx,
    );
  return rows;
}

/** Where its parts are expected, and when, is as it was. */
async function tellOfWhole(trx: Trx, jointId: string): Promise<void> {
  const joint = await lockJoint(trx, jointId);
  if (!joint) return;
  const version = await changeJoint(trx, jointId, { ...joint, changedPart: null });
  await jointChanged(trx, jointId, { change: 'moved', version });
}

/** To how many a letter leaves, and whom somebody must call instead. */
export function toldOf({ keys }: Pick<Booking, 'keys'>, those: readonly Coming[]): Told {
  const sorted = those.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const booked = [...Map.groupBy(sorted, ({ id, jointId }) => jointId ?? id).values()].map(([first]) => first as Coming);
  const ways = booked.map(({ id, startsAt, contact, isProtected: isUnreached }) => ({
    ...{ appointmentId: id, startsAt },
    told: isUnreached ? ('nobody' as const) : toldBy(openContact(keys, id, contact)),
  }));
  const unreached = ways.filter(({ told }) => told !== 'email');
  return { letters: ways.length - unreached.length, unreached };
}
