import type { Local, LocalText } from '../../services/types.ts';
import { type Fields, fieldsOf, languageOf, listOf, textOf } from '../shapes.ts';

/** v11 writes texts as lists of {language, value, type}. The first text of a language and type holds; empty ones are missing ones. */
export function localTextOf(value: unknown, type?: string): LocalText {
  const texts: LocalText = {};
  for (const each of listOf(value).map(fieldsOf)) {
    const language = languageOf(each.language);
    const text = textOf(each.value);
    if (language && text && texts[language] === undefined && (type === undefined || each.type === type)) texts[language] = text;
  }
  return texts;
}

/** All texts of a type by language, each once: other names, keywords. */
export function localListOf(value: unknown, type?: string): Local<string[]> {
  const lists: Local<string[]> = {};
  for (const each of listOf(value).map(fieldsOf)) {
    const language = languageOf(each.language);
    const text = textOf(each.value);
    if (!language || !text || (type !== undefined && each.type !== type)) continue;
    const list = lists[language] ?? [];
    if (!list.includes(text)) lists[language] = [...list, text];
  }
  return lists;
}

/** Turns {field: {fi, sv}} into {fi: {field}, sv: {field}}. */
export function byLanguage<F extends string>(fields: Partial<Record<F, Local<unknown>>>): Local<Record<F, unknown>> {
  const words: Local<Record<string, unknown>> = {};
  for (const [field, texts] of Object.entries<Local<unknown> | undefined>(fields))
    for (const [language, text] of Object.entries(texts ?? {})) {
      const code = language as keyof Local<unknown>;
      words[code] = { ...words[code], [field]: text };
    }
  return words as Local<Record<F, unknown>>;
}

/** Parts told per language in one list, such as links and telephones. */
export function partsByLanguage<T>(value: unknown, read: (part: Fields) => T | undefined): Local<T[]> {
  const parts: Local<T[]> = {};
  for (const each of listOf(value).map(fieldsOf)) {
    const language = languageOf(each.language);
    const part = language && read(each);
    if (language && part !== undefined) parts[language] = [...(parts[language] ?? []), part as T];
  }
  return parts;
}
