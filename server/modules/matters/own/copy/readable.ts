import { type Html, html, toMarkup } from '../../../../platform/http/html.ts';
import { hasText, translator } from '../../../../platform/i18n/translator.ts';
import type { ListItem } from '../../../directory/types.ts';
import { momentWords, type View } from '../../../site/service.ts';
import { sayMatterNumber } from '../../number.ts';
import { type CodeWords, codeWords } from './code-words.ts';
import type { DataCopy } from './query.ts';

/** The same data for a person to read: one file that needs nothing beside it, no script and no style sheet of ours. */
export function readableCopy(view: View, copy: DataCopy, lists: Record<string, ListItem[]>): string {
  const t = translator(view.variant, 'own');
  const words = wordsOf(view, lists);
  const { madeAt, ...sections } = copy;
  return toMarkup(html`<!doctype html>
<html lang="${view.variant}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${t('copy.title')}</title></head>
<body><main><h1>${t('copy.title')}</h1><p>${t('copy.made', { when: momentWords(view, String(madeAt)) })}</p>
<p>${t('copy.without')}</p>
${Object.entries(sections).map(([key, value]) => html`<section><h2>${words.labelOf(key)}</h2>${drawn(words, value, { section: key, key })}</section>`)}
</main></body></html>
`);
}

type Words = {
  yes: string;
  no: string;
  none: string;
  labelOf(key: string): string;
  timeOf(iso: string): string;
  codeOf: CodeWords;
};

/** Where a value stands: the list or object it is in, and its own name there. */
type Place = { section: string; key: string };

/** A copy says the same few words thousands of times. */
function wordsOf(view: View, lists: Record<string, ListItem[]>): Words {
  const t = translator(view.variant, 'own');
  const labels = new Map<string, string>();
  const find = (key: string) => (hasText(view.locale, 'own', `copy.keys.${key}`) ? t(`copy.keys.${key}`) : key);
  return {
    yes: t('copy.yes'),
    no: t('copy.no'),
    none: t('details.none'),
    labelOf: (key) => labels.get(key) ?? labels.set(key, find(key)).get(key) ?? key,
    timeOf: (iso) => momentWords(view, iso),
    codeOf: codeWords(view, lists),
  };
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Ids of rows say nothing to a reader; the file for machines has them. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function drawn(words: Words, value: unknown, at: Place): Html {
  if (Array.isArray(value)) return listOf(words, value, at);
  if (typeof value === 'object' && value !== null) return factsOf(words, value as Record<string, unknown>, at);
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (typeof value !== 'string') return html`${String(value ?? '')}`;
  if (TIME.test(value)) return html`<time datetime="${value}">${words.timeOf(value)}</time>`;
  if (isMatterNumber(at)) return html`${sayMatterNumber(value).replaceAll(' ', '\u00a0')}`;
  return html`${words.codeOf(at.section, at.key, value)}`;
}

const isMatterNumber = ({ section, key }: Place): boolean =>
  (section === 'matters' && key === 'number') || (section === 'looks' && key === 'matter');

function listOf(words: Words, values: unknown[], at: Place): Html {
  if (values.length === 0) return html`<p>${words.none}</p>`;
  if (values.every((value) => typeof value !== 'object'))
    return html`${values.map((value) => words.codeOf(at.section, at.key, String(value))).join(', ')}`;
  return html`<ol>${values.map((value) => html`<li>${drawn(words, value, at)}</li>`)}</ol>`;
}

/** Empty facts say nothing and are left out. What is kept by the id of a row is shown as the values alone. */
function factsOf(words: Words, facts: Record<string, unknown>, { key: section }: Place): Html {
  const entries = Object.entries(facts);
  if (entries.length > 0 && entries.every(([key]) => ID.test(key)))
    return listOf(words, [...new Set(entries.flatMap(([, value]) => value))], { section, key: section });
  const told = entries.filter(([, value]) => !isEmpty(value) && !(typeof value === 'string' && ID.test(value)));
  return html`<dl>${told.map(([key, value]) => html`<dt>${words.labelOf(key)}</dt><dd>${drawn(words, value, { section, key })}</dd>`)}</dl>`;
}

const isEmpty = (value: unknown): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);
