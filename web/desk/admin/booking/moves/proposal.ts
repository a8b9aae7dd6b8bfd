import type { BookingConflict, OtherTimes } from '../../../../shared/api/booking-setup.ts';
import { epochOf } from '../../../../shared/ui/time-format.ts';

/** `same`: others take the customer at their own time · `other`: the free time nearest to it · `none`: there is none within four weeks. */
export type Proposal = { kind: 'same' | 'other'; startsAt: string; endsAt: string } | { kind: 'none' };

/** In epoch milliseconds. */
export type Span = { from: number; until: number };

/** A day, for the letter or the call to reach them. */
const heardMs = 86_400_000;

/**
 * Their own time with others, of which nothing needs to be told, goes before any other time. `promised`: what is proposed to others
 * already, since where one serves they cannot both be had; that and a time so soon that the customer may not hear of it are taken only where nothing else is left. Never another stop of
 * the bus, which may be farther than they can come: that is for somebody to agree with them.
 */
export function proposalFor(
  { startsAt, stop }: Pick<BookingConflict, 'startsAt' | 'stop'>,
  { times }: Pick<OtherTimes, 'times'>,
  promised: readonly Span[],
  now: number,
): Proposal {
  const own = epochOf(startsAt);
  const distance = (time: OtherTimes['times'][number]) => Math.abs(epochOf(time.startsAt) - own);
  const byDistance = times.filter((time) => isAt(time, stop)).sort((one, other) => distance(one) - distance(other));
  const isPromised = (time: OtherTimes['times'][number]) =>
    promised.some(({ from, until }) => epochOf(time.startsAt) < until && from < epochOf(time.endsAt));
  const isFree = (time: OtherTimes['times'][number]) => !isPromised(time) && epochOf(time.startsAt) - now >= heardMs;
  const nearest = byDistance.find((time) => distance(time) === 0 || isFree(time)) ?? byDistance[0];
  if (!nearest) return { kind: 'none' };
  return { kind: distance(nearest) === 0 ? 'same' : 'other', startsAt: nearest.startsAt, endsAt: nearest.endsAt };
}

/** What a proposed time keeps from others: itself, and the minutes before and after it that are taken with each. */
export function promisedBy({ startsAt, endsAt }: { startsAt: string; endsAt: string }, bufferMinutes: number): Span {
  const apart = bufferMinutes * 60_000;
  return { from: epochOf(startsAt) - apart, until: epochOf(endsAt) + apart };
}

/** At the same stop; elsewhere than aboard there is none. */
export const isAt = ({ stop: at }: Pick<OtherTimes['times'][number], 'stop'>, stop: BookingConflict['stop']): boolean =>
  at?.id === stop?.id;
