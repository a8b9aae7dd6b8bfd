import { startOfDay } from '../../../../platform/clock/day.ts';
import type { OpeningHours } from '../../../../platform/clock/opening.ts';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../identity/types.ts';
import { freeTimesOf } from '../../free/service.ts';
import type { Booking } from '../../types.ts';
import { bookableOf, updateBookable } from '../bookables/queries.ts';
import { requireSoundBookable } from '../bookables/service.ts';
import type { Scope } from '../conflicts/queries.ts';
import { conflictsIn } from '../conflicts/service.ts';
import { given } from '../given.ts';
import { keepingOf, requireKeepsResource, seesBookable } from '../keeping.ts';
import * as resources from '../resources/queries.ts';
import type { Resource } from '../resources/schema.ts';
import { requireSoundHours, requireSoundResource } from '../resources/service.ts';
import { createCapacities } from '../service.ts';
import { daysOf } from './days.ts';
import { doorsOf } from './queries.ts';
import type { BookableTrialInput, BookingTrial, ResourceTrial, ResourceTrialInput } from './schema.ts';
import { undone } from './undone.ts';

const WEEK = 7;
const FORTNIGHT = 14;

/** Free times and who must be moved, were the service changed so. Nothing is changed. @throws NotFound; Invalid as `changeBookable` */
export async function tryBookable(booking: Booking, actor: Actor, id: string, input: BookableTrialInput): Promise<BookingTrial> {
  return undone(booking.db, async (trx) => {
    const keeping = await keepingOf(trx, actor);
    const was = await bookableOf(trx, id);
    if (!was || !seesBookable(keeping, was)) throw new NotFound();
    const becomes = { ...was, ...given(input.change) };
    await requireSoundBookable(trx, keeping, becomes, was.places);
    await updateBookable(trx, id, becomes);
    return looked(booking, trx, { ...input, bookableId: id }, { bookableId: id });
  });
}

/** Two weeks of hours, free times and who must be moved, were somebody or something changed so. Nothing is changed. @throws NotFound; Invalid */
export async function tryResource(booking: Booking, actor: Actor, id: string, input: ResourceTrialInput): Promise<ResourceTrial> {
  return undone(booking.db, async (trx) => {
    const keeping = await keepingOf(trx, actor);
    const was = await resources.resourceOf(trx, id);
    requireKeepsResource(keeping, was);
    const becomes = { ...(was as Resource), ...given(input.change) };
    await requireSoundResource(trx, keeping, becomes, was as Resource);
    await resources.updateResource(trx, id, becomes);
    if (input.hours) {
      requireSoundHours(keeping, was as Resource, input.hours);
      await resources.replaceHours(trx, id, input.hours);
    }
    if (input.days) await resources.replaceDays(trx, id, input.days);
    const now = (await resources.resourceOf(trx, id)) as Resource;
    const doors = now.pointId ? await doorsOf(trx, now.pointId) : null;
    const fortnight = Array.from({ length: FORTNIGHT }, (_, n) => input.from.add({ days: n }));
    const days = daysOf(now, fortnight, doors as OpeningHours | null);
    return { ...(await looked(booking, trx, input, { resourceId: id })), days };
  });
}

type Looking = Omit<BookableTrialInput, 'change'> & { bookableId: string | null };

async function looked({ clock }: Booking, trx: Trx, asked: Looking, scope: Scope): Promise<BookingTrial> {
  const { bookableId, placeId: pointId, from, needs, language } = asked;
  const capacities = createCapacities(trx);
  const isGiven = bookableId !== null && (await capacities.at(bookableId, pointId)) !== undefined;
  const range = { from: startOfDay(from).epochMilliseconds, until: startOfDay(from.add({ days: WEEK })).epochMilliseconds };
  const times = isGiven ? await freeTimesOf({ db: trx, clock, capacities }, { bookableId, pointId, needs, language }, range) : [];
  const shown = times.map((time) => ({ startsAt: momentOf(time.from), endsAt: momentOf(time.until) }));
  return { given: isGiven, times: shown, ...(await conflictsIn({ db: trx, clock }, scope)) };
}

const momentOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
