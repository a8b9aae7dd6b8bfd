import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Taken, takenOf } from '../capacity/queries.ts';
import { fitting, opensOn, partsOf, type Wanted, type Wish, wantedFor } from '../capacity/rules.ts';
import type { Capacity, Staffed } from '../capacity/types.ts';
import { bookableRange, type FreeTime, firstFreeTime, freeAt, freeTimes, type Part, takes } from '../slots/rules.ts';
import { common, type Span } from '../slots/spans.ts';
import type { Booking } from '../types.ts';
import { standsBeside } from '../visits/apart.ts';

export type Asked = Wish & {
  bookableId: string;
  /** Null: remotely. */
  pointId: string | null;
  /** One's own hold or appointment is free to oneself; so is each part of one's own visit. */
  ownId?: string | readonly string[] | undefined;
  /** Staff have chosen them: of a part with one of these in it, no others. They need not speak the language asked for. */
  chosen?: readonly string[] | undefined;
  /** Who had it when what moved it is taken back: they have it again, if they are free. */
  had?: readonly string[] | undefined;
  /** Staff are not bound by the notice. */
  evenNow?: boolean | undefined;
};

/** Within a change too. */
type Reading = Pick<Booking, 'clock' | 'capacities'> & { db: Db };

/** The times that anybody may book now within the range, in order. @throws NotFound */
export async function freeTimesOf(booking: Reading, asked: Asked, range: Span): Promise<FreeTime[]> {
  const capacity = await requireCapacity(booking, asked);
  const wanted = wantedFor(capacity.bookable, asked);
  const [open] = common([range], [mayBookNow(booking, capacity, wanted, asked)]);
  if (!open) return [];
  const around = widened(open, wanted);
  const those = whomOf(capacity, wanted, asked);
  const taken = await takenOf(booking.db, idsOf(those), around, booking.clock.now(), asked.ownId);
  const times = freeTimes(partsOf(capacity, wanted, those, taken, asked, around), wanted.terms, open);
  // The parts of a visit that is moved whole are fitted to each other by who asks.
  if (typeof asked.ownId !== 'string') return times;
  return times.filter(await standsBeside(booking.db, asked.ownId, capacity.bookable.zone));
}

export type Chance = {
  capacity: Capacity;
  wanted: Wanted;
  parts: Part[];
  time: FreeTime | undefined;
  /** It is neither too soon nor too far away. */
  mayBook: boolean;
  /** Those in whose way a hold stands that has run out. */
  stale: ReadonlySet<string>;
};

/** One time, with everyone who could take it. @throws NotFound */
export const chanceAt = (booking: Reading, asked: Asked, at: number): Promise<Chance> =>
  chanceOf(booking, asked, at, (ids, range) => takenOf(booking.db, ids, range, booking.clock.now(), asked.ownId));

/** The same as if nobody were taken, by hours alone: the database is not asked. @throws NotFound */
export const openingAt = (booking: Reading, asked: Asked, at: number): Promise<Chance> =>
  chanceOf(booking, asked, at, async () => new Map());

type Look = (resourceIds: readonly string[], range: Span) => Promise<Map<string, Taken>>;

async function chanceOf(booking: Reading, asked: Asked, at: number, look: Look): Promise<Chance> {
  const capacity = await requireCapacity(booking, asked);
  const wanted = wantedFor(capacity.bookable, asked);
  const within = mayBookNow(booking, capacity, wanted, asked);
  const range = takes(wanted.terms, at);
  const those = whomOf(capacity, wanted, asked);
  const taken = await look(idsOf(those), range);
  const stale = new Set([...taken].filter(([, it]) => it.stale).map(([id]) => id));
  const parts = partsOf(capacity, wanted, those, taken, asked, range);
  return { capacity, wanted, parts, stale, time: freeAt(parts, wanted.terms, at), mayBook: within.from <= at && at < within.until };
}

/** `stopId`: of a bus, each stop is a place of its own. */
export type FirstFree = { pointId: string; stopId: string | null; time: FreeTime };

/** Days looked through at once: most places have a free time within the first, and what is not read costs nothing. */
const STRIDES = [1, 2, 4, 7, 14, 28, 56] as const;
const DAY = 24 * 3_600_000;

/** The first free time at each of the places that has one within the horizon, the earliest first. */
export async function firstFreeTimes(booking: Reading, asked: Omit<Asked, 'pointId'>, pointIds: readonly string[]): Promise<FirstFree[]> {
  const found: FirstFree[] = [];
  let left = (await booking.capacities.atAll(asked.bookableId, pointIds)).flatMap(spotsIn);
  let from = booking.clock.now().epochMilliseconds;
  for (let n = 0; left.length > 0; n += 1) {
    const until = from + (STRIDES[Math.min(n, STRIDES.length - 1)] as number) * DAY;
    const looked = await firstIn(booking, asked, left, { from, until });
    found.push(...looked.found);
    left = looked.left;
    from = until;
  }
  return found.sort((a, b) => a.time.from - b.time.from);
}

type Spot = { capacity: Capacity; stopId: string | null };

const spotsIn = (capacity: Capacity): Spot[] => (capacity.route?.stopIds ?? [null]).map((stopId) => ({ capacity, stopId }));

async function firstIn(booking: Reading, asked: Omit<Asked, 'pointId'>, spots: readonly Spot[], range: Span) {
  const looks = spots.flatMap(({ capacity, stopId }) => {
    const wanted = wantedFor(capacity.bookable, asked);
    const within = mayBookNow(booking, capacity, wanted, asked);
    const [open] = common([range], [within]);
    return { capacity, stopId, wanted, open, isLast: within.until <= range.until, those: fitting(capacity, wanted, asked) };
  });
  const wide = spanOf(looks.flatMap(({ open, wanted }) => (open ? [widened(open, wanted)] : [])));
  const ids = looks.flatMap(({ those, open }) => (open ? those.flat().map(({ id }) => id) : []));
  const taken = await takenOf(booking.db, [...new Set(ids)], wide, booking.clock.now(), asked.ownId);
  const found: FirstFree[] = [];
  const left: Spot[] = [];
  for (const { capacity, stopId, wanted, open, isLast, those } of looks) {
    const time = open && firstFreeTime(partsOf(capacity, wanted, those, taken, { ...asked, stopId }, wide), wanted.terms, open);
    if (time) found.push({ pointId: capacity.bookable.pointId as string, stopId, time });
    else if (!isLast) left.push({ capacity, stopId });
  }
  return { found, left };
}

/** From the first to the last of them all. */
const spanOf = (spans: readonly Span[]): Span => ({
  from: Math.min(...spans.map(({ from }) => from)),
  until: Math.max(...spans.map(({ until }) => until)),
});

/** Nobody where somebody chosen could stand in no part. */
function whomOf(capacity: Capacity, wanted: Wanted, asked: Asked): Staffed[][] {
  const { chosen = [] } = asked;
  const usual = fitting(capacity, wanted, asked);
  if (chosen.length === 0) return usual;
  const anyTongue = fitting(capacity, wanted, { ...asked, language: null });
  const picked = anyTongue.map((those) => those.filter(({ id }) => chosen.includes(id)));
  if (!chosen.every((id) => picked.flat().some((one) => one.id === id))) return usual.map(() => []);
  return usual.map((those, at) => (picked[at]?.length ? picked[at] : those));
}

const idsOf = (those: readonly Staffed[][]) => those.flat().map(({ id }) => id);

const mayBookNow = ({ clock }: Reading, capacity: Capacity, { terms }: Wanted, { evenNow }: Pick<Asked, 'evenNow'>): Span =>
  bookableRange(evenNow ? { ...terms, notice: 0 } : terms, clock.now().epochMilliseconds, capacity.bookable.zone, (day) =>
    opensOn(capacity, day),
  );

/** With what its neighbours take. */
const widened = ({ from, until }: Span, { terms }: Wanted): Span => ({ from: takes(terms, from).from, until: takes(terms, until).until });

async function requireCapacity({ capacities }: Reading, { bookableId, pointId }: Asked): Promise<Capacity> {
  const capacity = await capacities.at(bookableId, pointId);
  if (!capacity) throw new NotFound();
  return capacity;
}
