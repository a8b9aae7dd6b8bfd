import type { Db } from '../../../platform/db/transaction.ts';
import type { BookedTime } from '../../matters/path/booked/service.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { streetOf } from '../stops/places.ts';
import type { Way } from '../types.ts';

/** As the path says how one is met. */
const channels: Record<Way, string> = { point: 'counter', bus: 'counter', remote: 'video', phone: 'phone' };

type Agreed = Pick<AppointmentRow, 'startsAt' | 'way' | 'pointId' | 'stopId' | 'ownerOrg'>;

/** An agreed time as the path of its matter says it. */
export async function timeOnPath(db: Db, { startsAt, way, pointId, stopId, ownerOrg }: Agreed): Promise<BookedTime> {
  return { organisationId: ownerOrg, channel: channels[way], place: await streetOf(db, pointId, stopId), at: startsAt };
}
