import type { Language } from '../../directory/types.ts';
import type { Entry, EntryKind, EntryWords } from '../search/types.ts';
import type { ChannelTexts, Classes, ClassName, Local, ServiceTexts, ServiceWords, TextLanguage } from './types.ts';

export type FindableText = { id: string; texts: ServiceTexts } & Classes;
/** Names of classes by code, over all schemes: codes of different schemes begin differently (KE, P, KR). */
export type ClassNames = ReadonlyMap<string, ClassName['names']>;

/** How a distinct service text is found, by whichever engine and in the bench alike. */
export function entryOfText(text: FindableText, classNames: ClassNames): Entry {
  return {
    kind: 'service',
    id: text.id,
    audience: 'everyone',
    words: inEachLanguage((language) => wordsOfService(text, language, classNames)),
  };
}

export type FindableChannel = { id: string; texts: ChannelTexts; also?: Local<string[]> };

/** A place, an e-service or a form. `also`: its street and city, the number of a form. */
export function entryOfChannel(kind: Extract<EntryKind, 'place' | 'e-service' | 'form'>, channel: FindableChannel): Entry {
  return {
    kind,
    id: channel.id,
    audience: 'everyone',
    words: inEachLanguage((language) => {
      const words = channel.texts[language];
      if (!words?.name) return undefined;
      return {
        title: words.name,
        ...part('alsoCalled', words.alsoCalled),
        ...part('summary', words.summary),
        ...part('body', words.description),
        ...part('terms', channel.also?.[language]),
      };
    }),
  };
}

const languages: readonly Language[] = ['fi', 'sv', 'en'];

function inEachLanguage(of: (language: Language) => EntryWords | undefined): Entry['words'] {
  const found = languages.flatMap((language) => {
    const words = of(language);
    return words ? [[language, words] as const] : [];
  });
  return Object.fromEntries(found);
}

function wordsOfService(text: FindableText, language: Language, classNames: ClassNames): EntryWords | undefined {
  const words = text.texts[language];
  if (!words?.name) return undefined;
  const plain = language === 'fi' ? text.texts.plain : undefined;
  const body = [bodyOf(words), plain && [plain.name, plain.summary, bodyOf(plain)].filter(Boolean).join('\n')].filter(Boolean).join('\n');
  return {
    title: words.name,
    ...part('alsoCalled', words.alsoCalled),
    ...part('summary', words.summary),
    ...part('body', body),
    ...part('terms', termsOf(text, language, classNames)),
  };
}

function bodyOf(words: ServiceWords): string {
  const parts = [words.description, words.instruction, words.eligibility, words.charge, words.deadline, words.processing, words.validity];
  return parts.filter(Boolean).join('\n');
}

/** Subject terms are mostly Finnish only; the names of classes are in all three languages. */
function termsOf(text: FindableText, language: TextLanguage, classNames: ClassNames): string[] {
  const codes = [...text.lifeEvents, ...text.serviceClasses, ...text.targetGroups];
  const names = codes.flatMap((code) => classNames.get(code)?.[language] ?? []);
  return [...new Set([...(text.terms[language] ?? []), ...names])];
}

function part<K extends string, V extends string | string[]>(key: K, value: V | undefined): { [P in K]?: V } {
  return value && value.length > 0 ? ({ [key]: value } as { [P in K]?: V }) : {};
}
