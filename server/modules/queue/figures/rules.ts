import { Invalid } from '../../../platform/errors.ts';
import type { Group, Period } from './schema.ts';

/** Of fewer visits than these, a figure tells of single visitors. The public page keeps the same limit. */
export const LEAST_VISITS = 5;
/** Of fewer members of staff than these, the figure of a team would tell of one of them. */
export const LEAST_STAFF = 3;

/** A year, leap years too: a longer period is read in parts. */
const LONGEST_DAYS = 366;

/**
 * The days of a period, both included: until today when no last day is said, seven days when no first one is.
 * @throws Invalid `period-unfit` for more than 366 days, or for a first day after the last
 */
export function daysOf(
  period: Pick<Period, 'from' | 'until'>,
  today: Temporal.PlainDate,
): { from: Temporal.PlainDate; until: Temporal.PlainDate } {
  const until = period.until ?? today;
  const from = period.from ?? until.subtract({ days: 6 });
  const { days } = from.until(until);
  if (days < 0 || days >= LONGEST_DAYS) throw new Invalid('period-unfit', { fields: ['from', 'until'] });
  return { from, until };
}

export type Sized = { visits: number };

export const isSmall = ({ visits }: Sized): boolean => visits < LEAST_VISITS;

/**
 * Which groups of a whole are told. Where one alone is too small, the smallest of the others is not told either: what is missing from the
 * whole would be the small one.
 */
export function toldOf<G extends Sized>(groups: readonly G[], isHidden: (group: G) => boolean = isSmall): Set<G> {
  const told = groups.filter((group) => !isHidden(group));
  if (groups.length - told.length !== 1) return new Set(told);
  const smallest = told.toSorted((a, b) => a.visits - b.visits)[0];
  return new Set(told.filter((group) => group !== smallest));
}

export const isSmallTeam = (group: Sized & { staff: number }): boolean => isSmall(group) || group.staff < LEAST_STAFF;

export const untold: Group = { visits: null, steps: null, wait: null, within: null, service: null, abandoned: null, noShow: null };
