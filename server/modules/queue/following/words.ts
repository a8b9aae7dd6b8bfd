import type { Locale } from '../../../platform/i18n/locale.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { Place } from '../board/schema.ts';

/** "Come here: Desk 3, to the left"; empty while there is no counter. */
export function counterWords(n: Translate, locale: Locale, { counter }: Pick<Place, 'counter'>): string {
  if (!counter) return '';
  const where = nameIn(counter.name, locale);
  return counter.direction ? `${n('goTo', { counter: where })}, ${n(`directions.${counter.direction}`)}` : n('goTo', { counter: where });
}
