import { type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import type { Names } from '../../directory/types.ts';
import { tidied, type View } from '../../site/service.ts';
import { atMoment, spanWords } from '../pages/words.ts';
import type { Stand } from '../stops/standing.ts';

export const busWords = ({ variant }: Pick<View, 'variant'>): Translate => tidied(translator(variant, 'timetable'));

/** In the reader's language, or in Finnish. */
export const lineIn = (texts: Partial<Names>, { locale }: Pick<View, 'locale'>): string => texts[locale] || texts.fi || '';

export const linesIn = (texts: Partial<Names>, view: Pick<View, 'locale'>): string[] =>
  lineIn(texts, view)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const standWords = (view: View, { from, until }: Pick<Stand, 'from' | 'until'>): string =>
  spanWords(view, atMoment(from), atMoment(until));

export const ticks = (lines: readonly string[]): Html => html`<ul class="bullets">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
