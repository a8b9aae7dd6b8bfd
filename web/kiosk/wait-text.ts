import { filled } from './texts/texts.ts';
import type { App, Queue } from './types.ts';

/** A wait as an honest range in minutes; never zero, since somebody has to call first. */
export function waitText({ t }: Pick<App, 't'>, told: Queue['told']): string {
  if (!told) return t.unknown;
  const low = Math.max(1, told.low);
  const high = Math.max(low, told.high);
  return onOneLine(filled(low === high ? t.aboutOne : t.about, { low, high }));
}

/** A range that is cut at the end of a line reads as two numbers. */
const onOneLine = (words: string): string => words.replaceAll(' ', '\u00a0').replace('–', '\u2060–\u2060');
