import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { View } from '../../site/service.ts';
import { togetherWords } from '../joint/pages/words.ts';

/** How many come together: who they are is not asked. Shared with the pages of what is booked as one. */
export function peoplePart(view: View, most: number, chosen = 1): Html {
  const t = togetherWords(view);
  const all = Array.from({ length: most }, (_, n) => n + 1);
  return html`<div class="field"><label class="question" for="people">${t('visit.people')}</label><p class="hint" id="people-hint">${t('visit.peopleHint')}</p>
<span class="select"><select class="input" id="people" name="people" aria-describedby="people-hint">${all.map((n) => html`<option value="${String(n)}"${attributes({ selected: n === chosen })}>${peopleWords(view, n)}</option>`)}</select></span></div>`;
}

export const peopleWords = (view: View, count: number): string => togetherWords(view)('own.people', { count });
