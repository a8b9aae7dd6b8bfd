import { type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { icon, tidied, type View } from '../../site/service.ts';

export const preVisitWords = (view: View): Translate => tidied(translator(view.variant, 'previsit'));

/** One's own words go to whoever serves in that part, so each part is told of by itself. */
export type TellingPart = { id: string; words: string; answered: boolean };

/** On the page of a visit of several services. */
export function preVisitOfVisit(view: View, parts: readonly TellingPart[]): Html | false {
  if (parts.length === 0) return false;
  const p = preVisitWords(view);
  const row = ({ id, words, answered }: TellingPart) =>
    html`<li><p><a class="text-link" href="/b/together/before?part=${id}">${words}</a>${answered && html`<br><span class="state good">${icon('check')} ${p('partAnswered')}</span>`}</p></li>`;
  return html`<section class="panel stack off-paper" aria-labelledby="before"><h2 id="before">${p('title')}</h2><p>${p('inviteVisit')}</p><ul class="rows">${parts.map(row)}</ul></section>`;
}

/** On the page of the appointment: a way to the form, and whether it has been answered. */
export function preVisitPart(view: View, answered: boolean): Html {
  const p = preVisitWords(view);
  return html`<section class="panel stack off-paper" aria-labelledby="before"><h2 id="before">${p('title')}</h2><p>${p(answered ? 'answered' : 'invite')}</p>
<p><a class="button second wide-phone" href="/b/before">${icon('paper')} ${p(answered ? 'change' : 'open')}</a></p></section>`;
}
