import { dayOf, endOfDay, startOfDay } from '../../../../../platform/clock/day.ts';
import { chanceAt, freeTimesOf } from '../../../free/service.ts';
import type { FreeTime } from '../../../slots/rules.ts';
import { meets, type Span } from '../../../slots/spans.ts';
import type { Booking } from '../../../types.ts';
import type { TouchedRow } from './queries.ts';
import type { Touched } from './schema.ts';

const DAYS = 28;

/** What has been thought of for somebody already: the next is not offered the same, nor another part of one visit the same time. */
type Promised = Map<string, Span[]>;

/**
 * For each whose time is no longer there: others who are free at the same time, else the nearest time at which somebody is, else that they
 * are asked to choose again. Of another time they must hear in time, so the notice holds for it. A part of a visit stays with the rest: for
 * another day one chooses oneself.
 */
export async function proposalsFor(booking: Booking, touched: readonly TouchedRow[]): Promise<Touched['proposal'][]> {
  const promised: Promised = new Map();
  const proposals: Touched['proposal'][] = [];
  for (const one of touched) proposals.push(await proposalFor(booking, one, promised));
  return proposals;
}

async function proposalFor(booking: Booking, one: TouchedRow, promised: Promised): Promise<Touched['proposal']> {
  const { bookableId, pointId, stopId, needs, language, people, id: ownId, startsAt } = one;
  const asked = { bookableId, pointId, stopId, needs, language, people, ownId };
  const at = startsAt.epochMilliseconds;
  const same = (await chanceAt(booking, { ...asked, evenNow: true }, at)).time;
  if (same && promise(promised, same, one.visitId)) return { kind: 'others', startsAt };
  const now = booking.clock.now();
  const range = { from: now.epochMilliseconds, until: now.add({ hours: 24 * DAYS }).epochMilliseconds };
  const times = await freeTimesOf(booking, asked, one.visitId ? dayAt(startsAt) : range);
  const nearest = times.filter(({ from }) => from !== at).sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at));
  const time = nearest.find((it) => promise(promised, it, one.visitId));
  return time ? { kind: 'time', startsAt: Temporal.Instant.fromEpochMilliseconds(time.from) } : { kind: 'ask', startsAt: null };
}

const dayAt = (moment: Temporal.Instant): Span => ({
  from: startOfDay(dayOf(moment)).epochMilliseconds,
  until: endOfDay(dayOf(moment)).epochMilliseconds,
});

/** One of each part that is promised to nobody else then; false when there is none, or the visit has something else then. */
function promise(promised: Promised, { from, until, free }: FreeTime, visitId: string | null): boolean {
  const isPromised = (id: string) => meets(promised.get(id) ?? [], from, until);
  const those = free.map((part) => part.find(({ id }) => !isPromised(id))?.id);
  if (those.includes(undefined) || (visitId && isPromised(visitId))) return false;
  for (const id of [...(those as string[]), ...(visitId ? [visitId] : [])])
    promised.set(
      id,
      [...(promised.get(id) ?? []), { from, until }].sort((a, b) => a.from - b.from),
    );
  return true;
}
