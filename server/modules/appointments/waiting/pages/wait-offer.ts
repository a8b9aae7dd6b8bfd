import { type Html, html } from '../../../../platform/http/html.ts';
import type { View } from '../../../site/service.ts';
import { waitingWords } from './words.ts';

/** Under the free times, in their form: what was chosen goes along. */
export function waitOffer(view: View, moving: boolean): Html {
  const w = waitingWords(view);
  const way = moving
    ? html`<a class="button second wide-phone" href="/b/earlier">${w('offer.earlierDo')}</a>`
    : html`<button class="button second wide-phone" type="submit" formaction="/book/waiting">${w('offer.do')}</button>`;
  return html`<section class="panel stack narrow" aria-labelledby="wait"><h2 id="wait">${w(moving ? 'offer.earlier' : 'offer.title')}</h2><p>${w(moving ? 'offer.earlierWhat' : 'offer.what')}</p><p class="buttons">${way}</p></section>`;
}
