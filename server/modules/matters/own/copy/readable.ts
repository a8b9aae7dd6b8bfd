import { type Html, html, toMarkup } from '../../../../platform/http/html.ts';
import { hasText, translator } from '../../../../platform/i18n/translator.ts';
import { momentWords, type View } from '../../../site/service.ts';
import type { DataCopy } from './query.ts';

/** The same data for a person to read: one file that needs nothing beside it, no script and no style sheet of ours. */
export function readableCopy(view: View, copy: DataCopy): string {
  const t = translator(view.variant, 'own');
  const words = wordsOf(view);
  const { madeAt, ...sections } = copy;
  return toMarkup(html`<!doctype html>
<html lang="${view.variant}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${t('copy.title')}</title></head>
<body><main><h1>${t('copy.title')}</h1><p>${t('copy.made', { when: momentWords(view, String(madeAt)) })}</p>
<p>${t('copy.without')} ${t('copy.codes')}</p>
${Object.entries(sections).map(([key, value]) => html`<section><h2>${words.labelOf(key)}</h2>${drawn(words, value)}</section>`)}
</main></body></html>
`);
}

type Words = { yes: string; no: string; none: string; labelOf(key: string): string; timeOf(iso: string): string };

/** A copy says the same few words thousands of times. A mapping's answers have keys of their own: those are shown as they are. */
function wordsOf(view: View): Words {
  const t = translator(view.variant, 'own');
  const labels = new Map<string, string>();
  const find = (key: string) => (hasText(view.locale, 'own', `copy.keys.${key}`) ? t(`copy.keys.${key}`) : key);
  return {
    yes: t('copy.yes'),
    no: t('copy.no'),
    none: t('details.none'),
    labelOf: (key) => labels.get(key) ?? labels.set(key, find(key)).get(key) ?? key,
    timeOf: (iso) => momentWords(view, iso),
  };
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function drawn(words: Words, value: unknown): Html {
  if (Array.isArray(value)) return listOf(words, value);
  if (typeof value === 'object' && value !== null) return factsOf(words, value as Record<string, unknown>);
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (typeof value === 'string' && TIME.test(value)) return html`<time datetime="${value}">${words.timeOf(value)}</time>`;
  return html`${String(value ?? '')}`;
}

function listOf(words: Words, values: unknown[]): Html {
  if (values.length === 0) return html`<p>${words.none}</p>`;
  if (values.every((value) => typeof value !== 'object')) return html`${values.join(', ')}`;
  return html`<ol>${values.map((value) => html`<li>${drawn(words, value)}</li>`)}</ol>`;
}

/** Empty facts say nothing and are left out. */
function factsOf(words: Words, facts: Record<string, unknown>): Html {
  const told = Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
  return html`<dl>${told.map(([key, value]) => html`<dt>${words.labelOf(key)}</dt><dd>${drawn(words, value)}</dd>`)}</dl>`;
}
