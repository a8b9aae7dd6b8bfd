import { Invalid } from '../../../platform/errors.ts';

const MOST_DAYS = 400;

/** Days written at once, one row each: more than a year of them is a slip of the hand. @throws Invalid `too-many-away-days` */
export function requireFewDays({ from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate }): void {
  const length = from.until(until).days;
  if (length < 0 || length >= MOST_DAYS) throw new Invalid('too-many-away-days', { fields: ['until'] });
}
