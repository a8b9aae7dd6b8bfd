import type { Template } from '../api.ts';

export type Details = Pick<Template, 'texts' | 'active'>;
export type TextLanguage = keyof Template['texts'];

export const kinds = ['notice', 'auto-answer', 'answer', 'instruction'] as const;
export const languages = ['fi', 'fi-x-plain', 'sv', 'en'] as const satisfies readonly TextLanguage[];
export const noText = { subject: '', body: '' };

/** Plain Finnish may be missing as a whole, the others may not. */
export function missingIn({ texts }: Details): string[] {
  return languages.flatMap((language) => {
    const text = texts[language];
    if (language === 'fi-x-plain' && isEmpty(text)) return [];
    return (['subject', 'body'] as const).filter((part) => !text?.[part].trim()).map((part) => `texts.${language}.${part}`);
  });
}

/** As it is sent: an empty plain Finnish text is none. */
export function tidied<Part extends Partial<Details>>(value: Part): Part {
  if (!value.texts || !isEmpty(value.texts['fi-x-plain'])) return value;
  const { 'fi-x-plain': _, ...texts } = value.texts;
  return { ...value, texts };
}

const isEmpty = (text: Template['texts'][TextLanguage]) => !text?.subject.trim() && !text?.body.trim();
