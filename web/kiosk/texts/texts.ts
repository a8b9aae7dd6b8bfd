import type { Language } from '../types.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { plain } from './plain.ts';
import { sv } from './sv.ts';

export type Texts = typeof fi;

/** Few words, all in one piece: a kiosk must change its language without network too. */
export const texts: Record<Language, Texts> = { fi, sv, en, 'fi-x-plain': { ...fi, ...plain } };
export const spoken: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB', 'fi-x-plain': 'fi-FI' };

/** Puts values into `{name}` places. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
