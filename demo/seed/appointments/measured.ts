import type { Kysely } from 'kysely';
import type { Capacity } from '../../../server/modules/appointments/capacity/types.ts';
import { measured } from '../../../server/modules/appointments/metrics/availability/measuring.ts';
import { addMeasured } from '../../../server/modules/appointments/metrics/availability/queries.ts';
import { countPunctuality } from '../../../server/modules/appointments/metrics/punctuality/counting.ts';
import { joined, type Span } from '../../../server/modules/appointments/slots/spans.ts';
import { DEFAULT_ZONE, dayOf } from '../../../server/platform/clock/day.ts';
import type { Tables } from '../../../server/platform/db/tables.ts';
import type { Trx } from '../../../server/platform/db/transaction.ts';
import type { DemoBooked } from './booked.ts';
import { bookedAt, wasEverTaken } from './kept.ts';

const DAYS = 60;
const MORNING = '07:00';

/** How soon a time could be had on each of the last sixty mornings: measured as it is each morning, by what had been booked until then. */
export async function seedMeasured(
  trx: Trx,
  now: Temporal.Instant,
  capacities: readonly Capacity[],
  booked: readonly DemoBooked[],
): Promise<void> {
  const agreed = booked.filter(({ state }) => wasEverTaken(state));
  for (let n = DAYS; n > 0; n -= 1) {
    const day = dayOf(now).subtract({ days: n });
    const morning = day.toZonedDateTime({ timeZone: DEFAULT_ZONE, plainTime: MORNING }).toInstant();
    const taken = takenOn(agreed, morning);
    for (const capacity of capacities) await addMeasured(trx, day, measured(morning, capacity, taken, new Map()));
  }
}

function takenOn(booked: readonly DemoBooked[], morning: Temporal.Instant) {
  const spans = new Map<string, Span[]>();
  for (const one of booked) {
    if (one.until < morning.epochMilliseconds || bookedAt(one) >= morning.epochMilliseconds) continue;
    for (const id of one.resourceIds) spans.set(id, [...(spans.get(id) ?? []), one.during]);
  }
  return new Map([...spans].map(([id, those]) => [id, { spans: joined(those.sort((a, b) => a.from - b.from)), stale: false }]));
}

/** How the appointments of the same days were kept, counted from them as it is each morning. */
export async function countKept(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await countPunctuality({ db, clock: { now: () => now } });
}
