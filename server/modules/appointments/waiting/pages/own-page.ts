import { type Html, html } from '../../../../platform/http/html.ts';
import type { Translate } from '../../../../platform/i18n/translator.ts';
import { nameIn } from '../../../directory/service.ts';
import { drawPage, type FieldFault, faultSummary, hiddenFields, icon, momentWords, type View } from '../../../site/service.ts';
import type { OfferedService, PointRow } from '../../pages/queries.ts';
import { spanWords, whereWords, wordsOf } from '../../pages/words.ts';
import type { OfferRow } from '../offer-queries.ts';
import type { WaitingRow } from '../queries.ts';
import type { WhenText } from './form.ts';
import { whenPart } from './when-part.ts';
import { toldOf, waitingWords } from './words.ts';

export type OwnWaiting = {
  service: OfferedService;
  points: readonly PointRow[];
  place: number;
  offer: OfferRow | undefined;
  form: WhenText;
  faults: FieldFault[];
  most: number;
  done: 'declined' | 'changed' | null;
  refused: string | null;
  token: string;
};

/** One's place in line: what is offered stands first. */
export function ownWaitingPage(view: View, one: WaitingRow, own: OwnWaiting): string {
  const w = waitingWords(view);
  const title = w(own.offer ? 'own.offerTitle' : 'own.title');
  return drawPage(view, {
    title: (own.faults.length > 0 ? `${view.t('form.errorTitle')} ` : '') + title,
    private: true,
    main: html`<div class="stack narrow">${own.done && html`<p class="state good" role="status">${icon('check')} ${w(`own.${own.done}`)}</p>`}
${own.refused && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${own.refused}</h2></div>`}
<h1>${title}</h1>${own.offer ? offerPart(view, w, one, own, own.offer) : html`<p class="lede">${nameIn(own.service.name, view.locale)}<br>${placesOf(view, one, own.points)}</p><p>${w('own.place', { place: String(own.place) })} ${w(one.appointmentStartsAt ? 'own.toldEarlier' : 'own.told')}</p>${one.appointmentStartsAt && html`<p>${haveWords(view, w, one.appointmentStartsAt)}<br>${w('offer.earlierWhat')}</p>`}${one.wasCalledOff && html`<p class="note with-icon">${icon('alert')}<span>${w('own.calledOff')}</span></p>`}`}</div>
${!own.offer && changePart(view, w, own)}
<section class="stack narrow" aria-labelledby="leave"><h2 id="leave">${w('own.leave')}</h2><p>${w(one.appointmentId ? 'own.leaveWhatEarlier' : 'own.leaveWhat')}</p>
<form method="post" action="/b/waiting/leaving">${hiddenFields(own.token)}<p class="buttons"><button class="button second wide-phone" type="submit">${w('own.leave')}</button></p></form></section>`,
  });
}

function offerPart(view: View, w: Translate, one: WaitingRow, { points, token, most }: OwnWaiting, offer: OfferRow): Html {
  const point = points.find(({ id }) => id === offer.pointId);
  const until = momentWords(view, offer.answerBy.toString());
  return html`<p class="lede"><b>${spanWords(view, offer.startsAt, offer.endsAt)}</b><br>${whereWords(view, wordsOf(view), point, one.way)}</p>
<p class="note with-icon">${icon('clock')}<span>${w('own.until', { until })} ${w(one.unanswered + 1 >= most ? 'own.lastSilence' : 'own.silence')}</span></p>
${one.appointmentStartsAt && html`<p>${haveWords(view, w, one.appointmentStartsAt)}<br>${w('own.moves')}</p>`}
<form class="stack" method="post" action="/b/waiting/answer">${hiddenFields(token)}<input type="hidden" name="offer" value="${offer.id}">
<p class="buttons"><button class="button wide-phone" type="submit" name="answer" value="take">${icon('check')} ${w('own.take')}</button><button class="button second wide-phone" type="submit" name="answer" value="decline">${w('own.decline')}</button></p></form>
<p class="hint small">${w('own.declineWhat')}</p>`;
}

const haveWords = (view: View, w: Translate, at: Temporal.Instant): Html =>
  html`${w('earlier.have')} <b>${momentWords(view, at.toString())}</b>`;

const placesOf = (view: View, one: WaitingRow, points: readonly PointRow[]): string =>
  points.length > 0
    ? points.map((point) => nameIn(point.name, view.locale)).join(', ')
    : whereWords(view, wordsOf(view), undefined, one.way);

function changePart(view: View, w: Translate, { form, faults, token }: OwnWaiting): Html {
  return html`<form class="stack wide-gap narrow" method="post" action="/b/waiting" novalidate>${hiddenFields(token)}${faultSummary(toldOf(view), faults)}<h2>${w('own.change')}</h2>
${whenPart(view, form, faults)}
<p class="buttons"><button class="button wide-phone" type="submit">${w('own.save')}</button></p></form>`;
}

/** Taken elsewhere, left, or lost. */
export function overWaitingPage(view: View, { state, bookableId }: Pick<WaitingRow, 'state' | 'bookableId'>): string {
  const w = waitingWords(view);
  return drawPage(view, {
    title: w(`over.${state}`),
    private: true,
    main: html`<div class="stack narrow"><h1>${w(`over.${state}`)}</h1><p>${w(`over.${state}What`)}</p>
<p class="buttons"><a class="button wide-phone" href="/book/place?service=${bookableId}">${wordsOf(view)('over.again')}</a></p></div>`,
  });
}
