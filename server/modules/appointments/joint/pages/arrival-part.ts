import { type Html, html } from '../../../../platform/http/html.ts';
import { hiddenFields, icon, type View } from '../../../site/service.ts';
import type { AppointmentRow } from '../../booking/queries.ts';
import { wordsOf } from '../../pages/words.ts';
import { preVisitWords } from '../../previsit/part.ts';

/** "I am here": where a queue takes arrivals, on its page; else said here. Null: not now. */
export function jointArrivalPart(view: View, coming: AppointmentRow | undefined, token: string): Html | false {
  if (!coming) return false;
  const words = coming.way === 'remote' ? preVisitWords(view)('ready') : wordsOf(view)('own.here');
  if (coming.expectedId)
    return html`<p class="buttons off-paper"><a class="button wide-phone" href="/b/together/arrival">${icon('check')} ${words}</a></p>`;
  return html`<form class="off-paper" method="post" action="/b/together/arrival">${hiddenFields(token)}<p class="buttons"><button class="button wide-phone" type="submit">${icon('check')} ${words}</button></p></form>`;
}
