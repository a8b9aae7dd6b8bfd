import type { BookingConflict, OtherTimes } from '../../../../shared/api/booking-setup.ts';
import { epochOf } from '../../../../shared/ui/time-format.ts';

/** `same`: others take the customer at their own time · `other`: the free time nearest to it · `none`: there is none within four weeks. */
export type Proposal = { kind: 'same' | 'other'; startsAt: string } | { kind: 'none' };

/** A day, for the letter or the call to reach them. */
const heardMs = 86_400_000;

/**
 * Their own time with others, of which nothing needs to be told, goes before any other time. `promised`: what is proposed to others
 * already; that and a time so soon that the customer may not hear of it are taken only where nothing else is left. Never another stop of
 * the bus, which may be farther than they can come: that is for somebody to agree with them.
 */
export function proposalFor(
  { startsAt, stop }: Pick<BookingConflict, 'startsAt' | 'stop'>,
  { times }: Pick<OtherTimes, 'times'>,
  promised: ReadonlySet<string>,
  now: number,
): Proposal {
  const own = epochOf(startsAt);
  const distance = (time: OtherTimes['times'][number]) => Math.abs(epochOf(time.startsAt) - own);
  const byDistance = times.filter((time) => isAt(time, stop)).sort((one, other) => distance(one) - distance(other));
  const isFree = ({ startsAt: at }: OtherTimes['times'][number]) => !promised.has(at) && epochOf(at) - now >= heardMs;
  const nearest = byDistance.find((time) => distance(time) === 0 || isFree(time)) ?? byDistance[0];
  if (!nearest) return { kind: 'none' };
  return { kind: distance(nearest) === 0 ? 'same' : 'other', startsAt: nearest.startsAt };
}

/** At the same stop; elsewhere than aboard there is none. */
export const isAt = ({ stop: at }: Pick<OtherTimes['times'][number], 'stop'>, stop: BookingConflict['stop']): boolean =>
  at?.id === stop?.id;
