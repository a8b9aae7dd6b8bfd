import { chanceAt, freeTimesOf } from '../../../free/service.ts';
import type { FreeTime } from '../../../slots/rules.ts';
import { meets, type Span } from '../../../slots/spans.ts';
import type { Booking } from '../../../types.ts';
import type { TouchedRow } from './queries.ts';
import type { Touched } from './schema.ts';

const DAYS = 28;

/** What has been thought of for somebody already: the next is not offered the same. */
type Promised = Map<string, Span[]>;

/**
 * For each whose time is no longer there: others who are free at the same time, else the nearest time at which somebody is, else that they
 * are asked to choose again. Of another time they must hear in time, so the notice holds for it.
 */
export async function proposalsFor(booking: Booking, touched: readonly TouchedRow[]): Promise<Touched['proposal'][]> {
  const promised: Promised = new Map();
  const proposals: Touched['proposal'][] = [];
  for (const one of touched) proposals.push(await proposalFor(booking, one, promised));
  return proposals;
}

async function proposalFor(booking: Booking, one: TouchedRow, promised: Promised): Promise<Touched['proposal']> {
  const { bookableId, pointId, stopId, needs, interpreterLanguage, language, people, id: ownId, startsAt } = one;
  const asked = { bookableId, pointId, stopId, needs, interpreterLanguage, language, people, ownId };
  const at = startsAt.epochMilliseconds;
  const same = (await chanceAt(booking, { ...asked, evenNow: true }, at)).time;
  if (same && promise(promised, same)) return { kind: 'others', startsAt };
  const now = booking.clock.now();
  const range = { from: now.epochMilliseconds, until: now.add({ hours: 24 * DAYS }).epochMilliseconds };
  const times = await freeTimesOf(booking, asked, range);
  const nearest = times.filter(({ from }) => from !== at).sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at));
  const time = nearest.find((it) => promise(promised, it));
  return time ? { kind: 'time', startsAt: Temporal.Instant.fromEpochMilliseconds(time.from) } : { kind: 'ask', startsAt: null };
}

/** One of each part that is promised to nobody else then; false when there is none. */
function promise(promised: Promised, { from, until, free }: FreeTime): boolean {
  const those = free.map((part) => part.find(({ id }) => !meets(promised.get(id) ?? [], from, until))?.id);
  if (those.includes(undefined)) return false;
  for (const id of those as string[])
    promised.set(
      id,
      [...(promised.get(id) ?? []), { from, until }].sort((a, b) => a.from - b.from),
    );
  return true;
}
