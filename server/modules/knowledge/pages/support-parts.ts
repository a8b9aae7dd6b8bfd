import type { SupportTexts } from '../support/schema.ts';
import type { Reader } from './reader.ts';

/** An actor's words for its reader: plain Finnish where somebody has written it. */
export function toldOfActor({ view, wanted }: Reader, { texts }: { texts: SupportTexts }): SupportTexts['fi'] {
  const own = texts[view.locale];
  return wanted === 'plain' && texts.plain ? { ...own, ...texts.plain } : own;
}
