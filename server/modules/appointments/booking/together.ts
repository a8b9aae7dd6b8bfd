import type { Trx } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { chosen, stopAt } from '../capacity/rules.ts';
import { type Chance, chanceAt } from '../free/service.ts';
import { takes } from '../slots/rules.ts';
import { meets, type Span } from '../slots/spans.ts';
import type { Booking } from '../types.ts';
import { daysToLock, type HoldInput, Lost, requireOffered, type Taker, type Taking, TRIES } from './holding.ts';
import * as rows from './queries.ts';
import { inTurn } from './turns.ts';

/**
 * As `reaching`, of several times that are taken as one: all or none.
 * @throws NotFound; Conflict `time-taken`
 */
export async function reachingAll<T>(booking: Booking, inputs: readonly HoldInput[], attempt: (isLast: boolean) => Promise<T>): Promise<T> {
  const seen = await Promise.all(inputs.map((input) => daysToLock(booking, input)));
  const [first] = inputs as [HoldInput];
  return inTurn(`${first.bookableId} ${first.pointId} ${first.at}`, async () => {
    for (const { ids, days } of seen) await rows.ensureDays(booking.db, ids, days);
    for (let tries = 0; ; tries += 1) {
      const isLast = tries >= TRIES;
      try {
        return await attempt(isLast);
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        if (isLast) throw new Conflict('time-taken');
      }
    }
  });
}

/**
 * Chooses whom each takes and locks all of them, over all their days, in one sorted pass: two visits that want the same people in
 * another order wait for each other in line.
 * @throws NotFound; Invalid `time-not-bookable`, `too-many-people`; Conflict `time-taken`
 */
export async function takeAll(booking: Booking, trx: Trx, inputs: readonly HoldInput[], isLast: boolean, by: Taker): Promise<Taking[]> {
  const seen = await lookAll(booking, trx, inputs);
  for (const { chance, input } of seen) requireOffered(chance, input, by);
  const lock = isLast ? seen.map(everyone) : chosenApart(seen);
  if (!lock) throw new Conflict('time-taken');
  await rows.lockDays(trx, [...new Set(lock.flat())], [...new Set(seen.flatMap(({ during }) => rows.daysOf(during)))]);
  for (const [at, { chance, during }] of seen.entries()) {
    const those = lock[at] as string[];
    if (isLast || those.some((id) => chance.stale.has(id))) await rows.expireOn(trx, those, during, booking.clock.now());
  }
  const again = isLast ? await lookAll(booking, trx, inputs) : seen;
  const taken = isLast ? chosenApart(again) : lock;
  if (!taken) throw new Conflict('time-taken');
  return again.map(({ chance, during, input }, at) => {
    const { organisationId: ownerOrg, queueId } = chance.capacity.bookable;
    const { from, until } = chance.time ?? { from: input.at, until: input.at };
    const stopId = input.stopId ?? stopAt(chance.capacity, { from, until });
    return { resources: taken[at] as string[], time: { from, until }, during, ownerOrg, queueId, stopId };
  });
}

type Seen = { input: HoldInput; chance: Chance; during: Span };

async function lookAll(booking: Booking, trx: Trx, inputs: readonly HoldInput[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const input of inputs) {
    const chance = await chanceAt({ ...booking, db: trx }, input, input.at);
    seen.push({ input, chance, during: takes(chance.wanted.terms, input.at) });
  }
  return seen;
}

const everyone = ({ chance }: Seen): string[] => chance.parts.flatMap(({ among }) => among.map(({ id }) => id));

/** Nobody for two whose stretches meet. Whoever chooses first may take the only one the other could have: then the other chooses first. */
function chosenApart(seen: readonly Seen[]): string[][] | undefined {
  const order = seen.map((_, at) => at);
  return chosenInOrder(seen, order) ?? chosenInOrder(seen, order.toReversed());
}

function chosenInOrder(seen: readonly Seen[], order: readonly number[]): string[][] | undefined {
  const taken: string[][] = [];
  for (const at of order) {
    const { chance, during, input } = seen[at] as Seen;
    const counts = chance.parts.map(({ count }) => count);
    const others = new Set(seen.flatMap((one, n) => (taken[n] && meets([one.during], during.from, during.until) ? taken[n] : [])));
    const free = chance.time?.free.map((those) => those.filter(({ id }) => !others.has(id)));
    if (!free || free.some((those, n) => those.length < (counts[n] as number))) return undefined;
    taken[at] = chosen(free, counts, chance.capacity.resources, Math.random, input.had);
  }
  return taken;
}
