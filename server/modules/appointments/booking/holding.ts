import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import { type Done, isAnswered, type KeyRow, once, onceInOne } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { networkOf } from '../../../platform/http/limits.ts';
import { hashSecret, keyedHash, keyedHashes } from '../../../platform/keys/keys.ts';
import { chosen, fitting, stopAt, wantedFor } from '../capacity/rules.ts';
import { type Asked, type Chance, chanceAt, openingAt } from '../free/service.ts';
import { beginsAt, type FreeTime, takes } from '../slots/rules.ts';
import type { Span } from '../slots/spans.ts';
import type { Booking, Way } from '../types.ts';
import { type HoldInOne, holdInOne, type PartToFill, pointsNowhere } from './in-one.ts';
import * as rows from './queries.ts';
import { requireAppointment } from './reading.ts';
import { appointmentSecret } from './secrets.ts';
import { inTurn, type Tell } from './turns.ts';

/** How long a time is kept while its booker writes who they are. */
export const HOLD_MINUTES = 10;
/** So often another free person or room is reached for; then everyone who could take the time is waited for. */
export const TRIES = 3;
/** At once from one network: a library full of people holds less, and a robot that goes on for a day holds no more. */
const MOST_HELD = 30;
/** From a site that books for its residents: so many at their forms at once are a town's rush, and more is a fault of the site. */
const MOST_HELD_BY_SITE = 3_000;

/** More than the longest horizon of a service, 400 days. */
const FARTHEST_HOURS = 402 * 24;

export type HoldInput = Asked & { way: Way; at: number };
export type Held = { id: string };
/** `address`: of the network the call came from. `until`: kept for somebody in line as long as they have to answer. */
export type HeldBy =
  | { kind: 'anyone' | 'invited'; address: string }
  | { kind: 'staff'; personId: string }
  | { kind: 'waiting'; until: Temporal.Instant };

/** What else is written in the same change: `letGo` once all that it takes is locked, `beside` when the time is held. */
export type Along = { letGo?: (trx: Trx) => Promise<void>; beside?: (trx: Trx, id: string) => Promise<void> };

/**
 * Holds a time for ten minutes. Of those who reach for the same, as many get it as there are people and rooms free; never none.
 * @throws NotFound; Invalid `time-not-bookable` when it is too soon, too far away or no time of the service; Conflict `time-taken`, `too-many-held`
 */
export async function holdTime(
  booking: Booking,
  key: IdempotencyKey | undefined,
  input: HoldInput,
  by: HeldBy,
  along: Along = {},
): Promise<Done<rows.AppointmentRow>> {
  const simply = !along.letGo && !along.beside;
  const attempt = async (isLast: boolean) =>
    (simply && !isLast ? await holdSimply(booking, key, input, by) : undefined) ??
    once(
      booking.db,
      key,
      (trx, keyRow) => hold(booking, trx, input, { isLast, by, keyRow, along }),
      (id) => requireAppointment(booking.db, id),
    );
  const isFirst = async () => !(key && (await isAnswered(booking.db, key)));
  return inTurnOf(booking, by, () => reaching(booking, input, attempt, by.kind === 'anyone' ? isFirst : undefined));
}

/** Who holds from one network takes turns too: a robot there never has every connection to the database wait for its own next count. */
export const inTurnOf = <T>({ isKnownSite }: Pick<Booking, 'isKnownSite'>, by: HeldBy, work: () => Promise<T>): Promise<T> =>
  by.kind === 'anyone' && !isKnownSite?.(by.address) ? inTurn(`network ${networkOf(by.address)}`, work) : work();

/**
 * All in one statement, by hours alone until then: what most who book need.
 * @returns undefined when it is not so simple: nobody seems free, it may not be booked, or it is moved from an own time
 * @throws Lost; Conflict `too-many-held`
 */
async function holdSimply(
  booking: Booking,
  key: IdempotencyKey | undefined,
  input: HoldInput,
  by: HeldBy,
): Promise<Done<rows.AppointmentRow> | undefined> {
  const chance = await openingAt(booking, input, input.at);
  if (input.ownId || !chance.time || refusalOf(chance, input, takerOf(by))) return undefined;
  const id = randomUUID();
  const one = newHold(booking, id, input, by, placeOf(chance, input, chance.time));
  const what = { parts: inOrder(chance, chance.time), during: takes(chance.wanted.terms, input.at), holders: holdersOf(booking, by) };
  const change = async (earlier: RawBuilder<unknown>, keyRow: KeyRow) => {
    const done = await holdInOne(booking.db, one, what, { earlier, beside: (from) => [keyRow(id, 201, from)] }).catch(lostInPart);
    if (!done.earlier && !done.row && done.count !== null) throw wasFew(done.count, what);
    return { earlier: done.earlier, done: done.row ? { resourceId: id, status: 201, value: done.row } : undefined };
  };
  return onceInOne(key, change, (earlierId) => requireAppointment(booking.db, earlierId));
}

/** Only a part of what it takes was free. */
function lostInPart(error: unknown): never {
  throw pointsNowhere(error) ? new Lost() : error;
}

const wasFew = (count: number, { holders }: HoldInOne) => (holders && count >= holders.most ? new Conflict('too-many-held') : new Lost());

type Holding = { isLast: boolean; by: HeldBy; keyRow: KeyRow; along: Along };

async function hold(
  booking: Booking,
  trx: Trx,
  input: HoldInput,
  { isLast, by, keyRow, along }: Holding,
): Promise<Done<rows.AppointmentRow>> {
  const id = randomUUID();
  const taking = await take(booking, trx, input, isLast, by.kind !== 'anyone', holdersOf(booking, by));
  await along.letGo?.(trx);
  const one = newHold(booking, id, input, by, taking);
  const held = await rows.insertHold(trx, one, taking.resources, taking.during, keyRow(id, 201));
  if (!held) throw new Lost();
  await along.beside?.(trx, id);
  return { resourceId: id, status: 201, value: held };
}

function newHold(booking: Booking, id: string, input: HoldInput, by: HeldBy, { time, ownerOrg, stopId }: Place): rows.NewHold {
  const { bookableId, pointId, way, language, needs, interpreterLanguage, people = 1 } = input;
  const heldBy = { bookedBy: by.kind === 'staff' ? by.personId : null, holderHash: holderHashOf(booking, by), ownerOrg };
  const one = { id, bookableId, pointId, stopId, way, from: time.from, until: time.until, needs, interpreterLanguage, people };
  const heldUntil = by.kind === 'waiting' ? by.until : booking.clock.now().add({ minutes: HOLD_MINUTES });
  return { ...one, ...heldBy, language: language ?? 'fi', heldUntil, secretHash: hashSecret(appointmentSecret(booking.keys, id)) };
}

/** Whoever is invited holds nothing: it is booked in the same change. */
const holdersOf = (booking: Booking, by: HeldBy) => (by.kind === 'anyone' ? holdersAt(booking, by.address) : undefined);

const takerOf = (by: HeldBy): Taker => (by.kind === 'anyone' ? 'anyone' : 'staff');

/**
 * Counted one holder at a time from each network, so that calls sent together are no way around it. Asked last, once all that is taken is
 * locked: a network's bookers wait for each other for the writing alone. A known site's are counted as they come, and do not wait.
 */
export type HoldersAt = rows.Holders & { most: number };

function holdersAt({ keys, clock, isKnownSite }: Booking, address: string): HoldersAt {
  const isSite = isKnownSite?.(address) ?? false;
  const hashes = keyedHashes(keys, HOLDER, networkOf(address));
  return { hashes, now: clock.now(), inTurn: !isSite, most: isSite ? MOST_HELD_BY_SITE : MOST_HELD };
}

/** @throws Conflict `too-many-held` */
export async function requireFew(booking: Booking, trx: Trx, address: string): Promise<void> {
  const holders = holdersAt(booking, address);
  requireFewer(await rows.heldFrom(trx, holders), holders);
}

function requireFewer(held: number, { most }: Pick<HoldersAt, 'most'>): void {
  if (held >= most) throw new Conflict('too-many-held');
}

const HOLDER = 'holder';

export const holderHashOf = ({ keys }: Pick<Booking, 'keys'>, by: HeldBy): string | null =>
  'address' in by ? keyedHash(keys, HOLDER, networkOf(by.address)) : null;

/** Somebody else was a moment sooner: the transaction is given up, and another free one is reached for. */
export class Lost extends Error {}

/**
 * Reaches again for another free person or room as long as somebody was sooner. The rows to lock are seen to beforehand, outside the
 * transaction. `isFirst`: the call is no repeat of one that was answered; whoever stands in line while another, who wanted the very same,
 * finds that nothing is left, need not look for themselves. @throws NotFound; Conflict `time-taken`
 */
export async function reaching<T>(
  booking: Booking,
  input: HoldInput,
  attempt: (isLast: boolean) => Promise<T>,
  isFirst?: () => Promise<boolean>,
): Promise<T> {
  const wish = JSON.stringify(input);
  const key = `${input.bookableId} ${input.pointId} ${input.at}`;
  const look = async (tell: Tell) => {
    const began = performance.now();
    try {
      return await reach(booking, input, attempt);
    } catch (error) {
      if (isFirst && error instanceof Conflict && error.code === 'time-taken') tell(wish, began);
      throw error;
    }
  };
  if (!isFirst) return inTurn(key, look);
  const full = async () => {
    if (await isFirst()) throw new Conflict('time-taken');
    return inTurn(key, look);
  };
  return inTurn(key, look, { wish, full });
}

async function reach<T>(booking: Booking, input: HoldInput, attempt: (isLast: boolean) => Promise<T>): Promise<T> {
  const { ids, days } = await daysToLock(booking, input);
  await rows.ensureDays(booking.db, ids, days);
  for (let tries = 0; ; tries += 1) {
    const isLast = tries >= TRIES;
    try {
      return await attempt(isLast);
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      if (isLast) throw new Conflict('time-taken');
    }
  }
}

type Days = { ids: string[]; days: string[] };

export async function daysToLock({ capacities, clock }: Booking, input: HoldInput): Promise<Days> {
  // What is past, or farther than any horizon reaches, is no time, and no day to lock is written for it.
  const now = clock.now();
  if (input.at < now.epochMilliseconds || input.at > now.add({ hours: FARTHEST_HOURS }).epochMilliseconds)
    throw new Invalid('time-not-bookable');
  const capacity = await capacities.at(input.bookableId, input.pointId);
  if (!capacity) throw new NotFound();
  const wanted = wantedFor(capacity.bookable, input);
  return {
    ids: [...(input.chosen ?? []), ...fitting(capacity, wanted, input).flatMap((those) => those.map(({ id }) => id))],
    days: rows.daysOf(takes(wanted.terms, input.at)),
  };
}

/** `stopId`: of a bus, where it stands then. */
type Place = { time: Span; ownerOrg: string; queueId: string | null; stopId: string | null };
export type Taking = Place & { resources: string[]; during: Span };

/**
 * Chooses whom it takes and locks them in order; the last time everyone who could is locked, and what is free of them is read then.
 * @throws NotFound; Invalid `time-not-bookable`; Conflict `time-taken`, `too-many-held` when `holders` hold enough already
 */
export async function take(
  booking: Booking,
  trx: Trx,
  input: HoldInput,
  isLast: boolean,
  byStaff: boolean,
  holders?: HoldersAt,
): Promise<Taking> {
  const reading = { ...booking, db: trx };
  const chance = await chanceAt(reading, input, input.at);
  requireOffered(chance, input, byStaff ? 'staff' : 'anyone');
  if (!chance.time) throw new Conflict('time-taken');
  const during = takes(chance.wanted.terms, input.at);
  const lock = isLast ? chance.parts.flatMap(({ among }) => among.map(({ id }) => id)) : pick(chance, input);
  const held = await rows.lockDays(trx, lock, rows.daysOf(during), holders);
  if (holders) requireFewer(held, holders);
  if (isLast || lock.some((id) => chance.stale.has(id))) await rows.expireOn(trx, lock, during, booking.clock.now());
  const again = isLast ? await chanceAt(reading, input, input.at) : chance;
  if (!again.time) throw new Conflict('time-taken');
  return takingOf(chance, input, again.time, isLast ? pick(again, input) : lock);
}

const takingOf = (chance: Chance, input: HoldInput, time: Span, resources: string[]): Taking => ({
  ...placeOf(chance, input, time),
  resources,
  during: takes(chance.wanted.terms, input.at),
});

function placeOf({ capacity }: Chance, input: HoldInput, time: Span): Place {
  const { organisationId: ownerOrg, queueId } = capacity.bookable;
  return { time, ownerOrg, queueId, stopId: input.stopId ?? stopAt(capacity, time) };
}

/** `house`: the room and leader of a meeting of many, at a set time. */
export type Taker = 'anyone' | 'staff' | 'house';

/** @throws NotFound for what is not for them; Invalid `time-not-bookable`, `too-many-people` */
export function requireOffered(chance: Chance, input: HoldInput, by: Taker): void {
  const refusal = refusalOf(chance, input, by);
  if (refusal) throw refusal;
}

function refusalOf(
  { capacity: { bookable, route }, wanted: { terms }, parts, mayBook }: Chance,
  { way, at, people = 1, ownId }: HoldInput,
  by: Taker,
): Error | undefined {
  // What a meeting of many takes is moved by staff like any other.
  const isHouse = by === 'house' || (by === 'staff' && ownId !== undefined);
  if ((bookable.fixed && !isHouse) || (by === 'house' && !bookable.fixed) || (by === 'anyone' && bookable.who !== 'public'))
    return new NotFound();
  if (people > bookable.mostPeople) return new Invalid('too-many-people', { fields: ['people'] });
  const isTime = parts[0]?.among.some(({ open }) => beginsAt(open, terms, at));
  const isAboard = (way === 'bus') === (route !== null);
  return mayBook && isTime && isAboard && bookable.ways.includes(way) ? undefined : new Invalid('time-not-bookable');
}

function pick({ time, parts, capacity: { resources } }: Chance, { had }: HoldInput): string[] {
  const counts = parts.map(({ count }) => count);
  return chosen(time?.free ?? [], counts, resources, Math.random, had);
}

/** Everyone who is there then, of each part, those first who are to be asked first. */
const inOrder = ({ parts, capacity: { resources } }: Chance, { free }: FreeTime): PartToFill[] =>
  free.map((those, at) => ({ among: chosen([those], [those.length], resources, Math.random), count: parts[at]?.count ?? 0 }));
