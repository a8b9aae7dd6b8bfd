import type { Clock } from '../../../../platform/clock/clock.ts';
import { dayOf } from '../../../../platform/clock/day.ts';
import type { Db } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Actor } from '../../../identity/types.ts';
import { fewestTold, groupsTold } from '../../../queue/service.ts';
import { keepingOf } from '../../capacity/keeping.ts';
import { availabilities, type CountedKeeping, type Grouping, keepings, measuredPairs, type Pair } from './queries.ts';
import type { BookingFigures, BookingPeriod, Figure, Punctuality } from './schema.ts';

type Deps = { db: Db; clock: Clock };
const USUAL_DAYS = 90;

/** What has been measured of what the caller keeps: the organisation's services, and what is given at a point of theirs. */
export async function pairsFor(db: Db, actor: Actor): Promise<Pair[]> {
  const { organisations, points } = await keepingOf(db, actor);
  const pairs = await measuredPairs(db);
  return pairs.filter(({ organisationId, pointId }) => organisations.has(organisationId) || (pointId !== null && points.has(pointId)));
}

/** @throws NotFound for a service or a place of which the caller may read nothing */
export async function bookingFigures({ db, clock }: Deps, actor: Actor, period: BookingPeriod): Promise<BookingFigures> {
  const until = period.until ?? dayOf(clock.now());
  const from = period.from ?? until.subtract({ days: USUAL_DAYS - 1 });
  const pairs = chosenOf(await pairsFor(db, actor), period);
  const between = { pairs, from, until };
  const [available, kept] = await Promise.all([availabilities(db, between), keepings(db, between)]);
  const of = (kind: Grouping['kind']) => groupsOf(kind, available, kept);
  const nameOf = (wanted: (pair: Pair) => boolean) => pairs.find(wanted);
  return {
    from,
    until,
    whole: of('whole')[0]?.figure ?? { availability: null, punctuality: { ...untold, booked: 0 } },
    byService: of('service').flatMap(({ at, figure }) => {
      const pair = nameOf(({ bookableId }) => bookableId === at.bookableId);
      return pair ? [{ id: pair.bookableId, name: pair.name, ...figure }] : [];
    }),
    byPlace: of('place').flatMap(({ at, figure }) => {
      const pair = nameOf(({ pointId }) => pointId === at.pointId);
      return pair ? [{ id: pair.pointId, name: pair.placeName, ...figure }] : [];
    }),
    byMonth: of('month')
      .flatMap(({ at: { month }, figure }) => (month === null ? [] : [{ month, ...figure }]))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

function chosenOf(pairs: readonly Pair[], { service, place }: BookingPeriod): Pair[] {
  const pointId = place === 'remote' ? null : place;
  const chosen = pairs.filter((pair) => (!service || pair.bookableId === service) && (pointId === undefined || pair.pointId === pointId));
  if (chosen.length === 0 && (service || place)) throw new NotFound();
  return chosen;
}

/** The groups of one kind; of those with few agreed times nothing of how they were kept is told, nor of one that would tell of them by what is missing. */
function groupsOf(
  kind: Grouping['kind'],
  available: readonly (Grouping & NonNullable<Figure['availability']>)[],
  kept: readonly CountedKeeping[],
) {
  const ours = kept.filter((row) => row.kind === kind);
  const told = groupsTold(ours.filter(({ visits }) => visits > 0));
  const places = [...available.filter((row) => row.kind === kind), ...ours];
  return [...new Map(places.map((row) => [keyOf(row), row])).values()].map((at) => {
    const found = available.find((row) => row.kind === kind && keyOf(row) === keyOf(at));
    const row = ours.find((one) => keyOf(one) === keyOf(at));
    return { at, figure: { availability: found ? availabilityOf(found) : null, punctuality: punctualityOf(row, told) } };
  });
}

const keyOf = ({ bookableId, pointId, month }: Grouping) => `${bookableId} ${pointId} ${month}`;

const availabilityOf = ({ measured, first, third, withFree, taken }: NonNullable<Figure['availability']>) => ({
  measured,
  first,
  third,
  withFree,
  taken,
});

function punctualityOf(row: CountedKeeping | undefined, told: ReadonlySet<CountedKeeping>): Punctuality {
  if (!row || row.visits === 0) return { ...untold, booked: 0 };
  if (!told.has(row)) return untold;
  const { booked, begun, startMinutes, within5, within10, arrivalMinutes, arrivedLate, missed, cancelled, held, unused } = row;
  const counts = { booked, missed, cancelled, held, unused };
  // Of few whose beginning is known, the middle one would be somebody's own.
  if ((begun ?? 0) < fewestTold) return { ...untold, ...counts };
  return { ...counts, begun, startMinutes, within5, within10, arrivalMinutes, arrivedLate };
}

const untold: Punctuality = {
  booked: null,
  begun: null,
  startMinutes: null,
  within5: null,
  within10: null,
  arrivalMinutes: null,
  arrivedLate: null,
  missed: null,
  cancelled: null,
  held: null,
  unused: null,
};
