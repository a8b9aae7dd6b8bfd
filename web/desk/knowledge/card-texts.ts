import type { CardContent, CardText } from '../../shared/api/cards.ts';
import type { Locale } from '../../shared/i18n/locale.ts';

/** The wished language, where the card says anything in it; else Finnish, else whichever there is. */
export function languageOf({ texts }: CardContent, wished: string): Locale {
  const wanted = wished.startsWith('sv') ? 'sv' : wished.startsWith('fi') ? 'fi' : 'en';
  return ([wanted, 'fi', 'sv', 'en'] as const).find((language) => texts[language]?.title) ?? 'fi';
}

export const noText: CardText = {
  title: '',
  summary: '',
  bring: [],
  price: '',
  mayAnswer: '',
  mayNot: '',
  answers: [],
  letters: [],
  digital: '',
  forwardWhen: '',
  forwardHours: '',
  alsoCalled: [],
};

export const textIn = ({ texts }: CardContent, language: Locale): CardText => texts[language] ?? noText;

/** Languages the card says something in. */
export const spokenIn = ({ texts }: CardContent): Locale[] => (['fi', 'sv', 'en'] as const).filter((language) => texts[language]?.title);
