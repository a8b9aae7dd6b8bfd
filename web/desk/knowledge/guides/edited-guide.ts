import type { GuideContent, GuideText } from '../../../shared/api/guides.ts';
import { noText } from './guide-words.ts';

const languages = ['fi', 'sv', 'en'] as const;

/** A guide as its editor holds it: in parts that two people may change at once without meeting. */
export type EditedGuide = Omit<GuideContent, 'texts'> & { fi: GuideText; sv: GuideText; en: GuideText; changeNote: string };

export function editedOf({ texts, ...content }: GuideContent, changeNote: string): EditedGuide {
  const textOf = (language: 'fi' | 'sv' | 'en') => ({ ...noText, ...texts[language] });
  return { ...content, fi: textOf('fi'), sv: textOf('sv'), en: textOf('en'), changeNote };
}

/** As it is saved: languages that say nothing are left out. */
export function contentOf({ fi, sv, en, changeNote: _, ...content }: EditedGuide): GuideContent {
  const written = { fi, sv, en };
  const said = languages.filter((language) => written[language].title.trim() || written[language].body.trim());
  const texts = Object.fromEntries(
    said.map((language) => [
      language,
      { ...written[language], alsoCalled: written[language].alsoCalled.map((line) => line.trim()).filter(Boolean) },
    ]),
  );
  return { ...content, texts };
}
