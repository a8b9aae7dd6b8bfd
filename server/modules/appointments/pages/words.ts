import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { clockTime, tidied, type View } from '../../site/service.ts';
import type { PointRow } from './queries.ts';

export const wordsOf = ({ variant }: Pick<View, 'variant'>): Translate => tidied(translator(variant, 'booking'));

export const atMoment = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);

/** "pe 27.11." */
export const dayName = ({ locale, now }: View, day: Temporal.PlainDate): string => formatDate(day, locale, dayOf(now));

/** "pe 27.11. klo 10.20" */
export const startWords = (view: View, at: Temporal.Instant): string =>
  `${dayName(view, dayOf(at))}${view.locale === 'en' ? ', ' : ' '}${clockTime(at, view.locale)}`;

/** "pe 27.11. klo 10.20–11.20". In little room it breaks between the day and the time, not within either. */
export function spanWords(view: View, from: Temporal.Instant, until: Temporal.Instant): string {
  const ends = clockTime(until, view.locale).replace(/^(klo|kl\.?)\s/u, '');
  const between = view.locale === 'en' ? ', ' : ' ';
  return `${dayName(view, dayOf(from))}${between}${clockTime(from, view.locale)}\u2060–\u2060${ends}`;
}

/** "Mallilan palvelupiste, Torikatu 4": the number stays beside its street. */
export const pointWords = (view: View, point: Pick<PointRow, 'name' | 'street'>): string =>
  [nameIn(point.name, view.locale), streetWords(point)].filter(Boolean).join(', ');

/** "Torikatu 4, Mallila" */
export const addressWords = (point: Pick<PointRow, 'street' | 'city'>): string =>
  [streetWords(point), point.city].filter(Boolean).join(', ');

const streetWords = ({ street }: Pick<PointRow, 'street'>) => street?.replace(/ (?=\d+\S*$)/u, '\u00a0');

/** Where it is: the point, or how else. */
export const whereWords = (view: View, b: Translate, point: PointRow | undefined, way: string): string =>
  point ? pointWords(view, point) : b(way === 'phone' ? 'place.phone' : 'place.remote');
