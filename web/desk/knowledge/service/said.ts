import type { ServiceBeside } from '../../../shared/api/knowledge.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';

type Texts = ServiceBeside['texts'];
type Part = keyof NonNullable<Texts['fi']>;

/** One thing a service says, and the language it is really in: the reader's, or the first that says it. */
export function saidIn(texts: Texts, part: Part, locale: Locale): { text: string; language: Locale } | undefined {
  const language = [locale, 'fi' as const, 'sv' as const, 'en' as const].find((one) => texts[one]?.[part]);
  const text = language && texts[language]?.[part];
  return language && text ? { text, language } : undefined;
}
