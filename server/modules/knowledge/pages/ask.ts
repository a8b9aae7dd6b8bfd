import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { hiddenFields, icon, script } from '../../site/service.ts';
import { residentKinds } from './kinds.ts';
import type { Reader } from './reader.ts';

/** Characters, as the search takes them. */
export const LONGEST_WORDS = 300;

/**
 * The field where a resident says their situation. It is posted: what people write may be personal and has no place in an address, a
 * history or a log. Suggestions come as one types where there are scripts.
 */
export function askForm(reader: Reader, { token, words = '', fault = false, first = false }: Asking): Html {
  const { t } = reader;
  const label = html`<label for="words">${t('ask.title')}</label>`;
  const marks = attributes({ 'aria-invalid': fault ? 'true' : null, autofocus: fault });
  return html`<form class="ask narrow" role="search" method="post" action="/search">${hiddenFields(token)}
${first ? html`<h1>${label}</h1>` : html`<p class="question">${label}</p>`}
${fault && html`<p class="fault" id="words-fault">${icon('alert')} <span>${t('results.empty')}</span></p>`}
<p class="hint" id="words-hint">${t('ask.hint')}</p>
<div class="ask-line"><input class="input" id="words" name="words" type="search" value="${words}" maxlength="${LONGEST_WORDS}" autocomplete="off" enterkeyhint="search" aria-describedby="${fault ? 'words-fault ' : ''}words-hint"${marks}>
<button class="button" type="submit">${icon('search')} ${t('ask.find')}</button></div>
${suggestions(reader)}
</form>`;
}

type Asking = { token: string; words?: string; fault?: boolean; first?: boolean };

/** Empty until the island fills it; its words travel with it, since the island has none of its own. */
function suggestions({ t, view }: Reader): Html {
  const kinds = Object.fromEntries(residentKinds.map((kind) => [kind, t(`kindOfOne.${kind}`)]));
  const words = {
    'data-language': view.locale,
    'data-kinds': JSON.stringify(kinds),
    'data-one': t('ask.suggested', { count: 1 }),
    'data-many': t('ask.suggested', { count: MANY }).replace(String(MANY), '#'),
  };
  return html`<div class="suggestions" data-suggestions${attributes(words)}><p class="heard" role="status"></p><ul class="rows" aria-label="${t('ask.suggestions')}" hidden></ul></div>${script('suggest')}`;
}

/** A number whose plural is the general one in all three languages. */
const MANY = 99;
