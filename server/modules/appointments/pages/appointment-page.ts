import { type Html, html, trusted } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { drawPage, hiddenFields, icon, type View } from '../../site/service.ts';
import { codeWords } from '../booking/code-words.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { togetherWords } from '../joint/pages/words.ts';
import { preVisitPart, preVisitWords } from '../previsit/part.ts';
import { roomPart } from '../sessions/room-part.ts';
import { peopleWords } from './people.ts';
import type { OfferedService, PointRow, ServiceOfTime } from './queries.ts';
import { spanWords, whereWords, wordsOf } from './words.ts';

/** `address`: what opens this page again; `arrival`: whether one may say that one has come. */
export type Own = {
  service: OfferedService;
  point: PointRow | undefined;
  code: string | null;
  drawing: string | null;
  address: string;
  arrival: boolean;
  token: string;
  /** Whether they have given an address to write to. */
  byEmail: boolean;
  /** Opens the video call; null: nobody has said it yet. */
  meetingLink: string | null;
  /** Whether one has told something before the visit; null: one may not any more. */
  told: boolean | null;
  done: 'booked' | 'moved' | 'told' | null;
  refused: string | null;
};

/** An agreed time. Neither whom it is with nor what it is about stands on it: somebody may look over one's shoulder. */
export function appointmentPage(view: View, one: AppointmentRow, own: Own): string {
  const b = wordsOf(view);
  const title = own.done === 'told' ? preVisitWords(view)('told') : b(own.done ? `own.${own.done}` : 'own.title');
  return drawPage(view, {
    title,
    private: true,
    main: html`<div class="stack narrow">${own.done && html`<p class="state good" role="status">${icon('check')} ${b('own.done')}</p>`}
${own.refused && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${own.refused}</h2></div>`}
<h1>${title}</h1>
<p class="lede"><b>${spanWords(view, one.startsAt, one.endsAt)}</b><br>${whereWords(view, b, own.point, one.way)}${one.people > 1 && html`<br>${peopleWords(view, one.people)}`}</p>${own.point && findingPart(view, own.point)}${own.point && html`<p class="off-paper"><a class="text-link" href="${own.point.stopId ? '/bus/stops' : '/places'}/${own.point.id}">${icon('pin')} ${b('own.directions')}</a></p>`}</div>
<div class="split"><div class="stack">${own.arrival && arrivalPart(view, one, own.token)}
${own.code && codeCard(b, own.code, own.drawing)}
${one.askedBy && html`<p class="note">${togetherWords(view)('own.told')}</p>`}${one.way === 'phone' && html`<p class="note">${b('own.phone')}</p>`}${one.way === 'remote' && (own.meetingLink ? meetingPart(b, own.meetingLink, own.arrival) : remotePart(b, own.byEmail))}
${!own.byEmail && html`<p class="note with-icon">${icon('clock')}<span>${b('own.notMailed')}</span></p>`}
<p class="buttons off-paper"><a class="button second wide-phone" href="/b/calendar.ics">${icon('calendar')} ${b('own.calendar')}</a></p>
<p class="hint small off-paper">${b('own.neutral')}</p>
<section class="stack" aria-labelledby="keep"><h2 id="keep">${b('own.keep')}</h2>${own.byEmail && html`<p>${b('own.mailed')}</p>`}<p>${b(one.sessionId ? 'own.linkOfMeeting' : 'own.link')}</p><p><a class="text-link secret-link" href="${own.address}">${own.address}</a></p></section></div>
<aside class="stack">${own.told !== null && preVisitPart(view, own.told)}${bringPart(view, b, [own.service])}
<section class="panel stack off-paper" aria-labelledby="change"><h2 id="change">${b('own.change')}</h2>
${!one.sessionId && html`<p><a class="text-link" href="/b/times">${b('own.move')}</a></p>`}<p><a class="text-link" href="/b/cancellation">${b('own.cancel')}</a></p></section></aside></div>`,
  });
}

/** How one finds the bus's stop. */
function findingPart({ locale }: View, { finding }: PointRow): Html | false {
  const words = finding[locale] ?? finding.fi;
  return words ? html`<p>${words}</p>` : false;
}

/** Where a queue takes arrivals, on its page; else said here, and seen by who serves. */
function arrivalPart(view: View, { expectedId, way }: AppointmentRow, token: string): Html {
  const words = way === 'remote' ? preVisitWords(view)('ready') : wordsOf(view)('own.here');
  if (expectedId)
    return html`<p class="buttons off-paper"><a class="button wide-phone" href="/b/arrival">${icon('check')} ${words}</a></p>`;
  return html`<form class="off-paper" method="post" action="/b/arrival">${hiddenFields(token)}<p class="buttons"><button class="button wide-phone" type="submit">${icon('check')} ${words}</button></p></form>`;
}

/** `isSecond`: one first says that one is ready. */
function meetingPart(b: Translate, link: string, isSecond: boolean): Html {
  const steps = [b('remote.open'), b('remote.ready'), b('remote.enter')];
  return html`<section class="panel stack" aria-labelledby="call"><h2 id="call">${b('remote.meeting')}</h2>${meetingButton(b, link, isSecond)}<ol class="stack">${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
}

/** Whoever runs the meeting is not told which page one comes from. */
const meetingButton = (b: Translate, link: string, isSecond: boolean): Html =>
  html`<p class="buttons off-paper"><a class="button${isSecond && ' second'} wide-phone" href="${link}" rel="noreferrer">${b('remote.join')}</a></p>`;

/** How the call begins where there is no address of it yet: whoever serves opens it. */
function remotePart(b: Translate, byEmail: boolean): Html {
  const steps = [b('remote.open'), b('remote.ready'), b(byEmail ? 'remote.byEmail' : 'remote.byPhone')];
  return html`<section class="panel stack" aria-labelledby="call"><h2 id="call">${b('remote.title')}</h2><ol class="stack">${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
}

function codeCard(b: Translate, code: string, drawing: string | null): Html {
  return html`<section class="next-step code-card" aria-labelledby="code"><div class="stack"><h2 class="eyebrow" id="code">${b('own.code')}</h2><p class="code">${codeWords(code)}</p><p>${b('own.codeHint')}</p></div>
${drawing && html`<div class="qr" role="img" aria-label="${b('own.qr', { code })}">${trusted(drawing)}</div>`}</section>`;
}

/** Of all the services of a visit, each thing once. */
export function bringPart({ locale }: View, b: Translate, services: readonly Pick<OfferedService, 'bring'>[]): Html | false {
  const all = services.flatMap(({ bring }) => (bring[locale] ?? bring.fi ?? '').split('\n').map((line) => line.trim()));
  const lines = [...new Set(all.filter((line) => line !== ''))];
  if (lines.length === 0) return false;
  return html`<section class="panel stack" aria-labelledby="bring"><h2 id="bring">${b('own.bring')}</h2><ul class="ticks">${lines.map((line) => html`<li>${icon('check')}<span>${line}</span></li>`)}</ul></section>`;
}

export function cancellationPage(view: View, one: AppointmentRow, point: PointRow | undefined, token: string): string {
  const b = wordsOf(view);
  return drawPage(view, {
    title: b('cancel.title'),
    private: true,
    main: html`<div class="stack narrow"><h1>${b('cancel.title')}</h1><p class="lede"><b>${spanWords(view, one.startsAt, one.endsAt)}</b><br>${whereWords(view, b, point, one.way)}</p><p>${b('cancel.what')}</p>
<form method="post" action="/b/cancellation">${hiddenFields(token)}<p class="buttons"><button class="button wide-phone" type="submit">${b('cancel.yes')}</button><a class="button second wide-phone" href="/b">${b('cancel.no')}</a></p></form></div>`,
  });
}

type Over = 'cancelled' | 'arrived' | 'missed' | 'past' | 'expired';

/**
 * `room`: of the meeting of many one has come to; null: no such meeting. `meetingLink`: opens the video call. `wait`: what became of
 * waiting for an earlier time.
 */
type Beside = { room?: string | null; meetingLink?: string | null; wait?: 'ended' | 'kept' | null };

/** Cancelled, come, missed, or held too long. Where not everybody may book the service, another time is agreed with us. */
export function overPage(
  view: View,
  one: AppointmentRow,
  { forAnybody }: Pick<ServiceOfTime, 'forAnybody'>,
  state: Over,
  { room = null, meetingLink = null, wait = null }: Beside = {},
): string {
  const b = wordsOf(view);
  const what =
    state === 'arrived' && one.way === 'remote'
      ? preVisitWords(view)('waiting')
      : b(forAnybody || state === 'arrived' ? `over.${state}What` : state === 'cancelled' ? 'over.cancelledOurs' : 'over.ours');
  const hasNumber = state === 'arrived' && one.expectedId !== null && room === null;
  return drawPage(view, {
    title: b(`over.${state}`),
    private: true,
    main: html`<div class="stack narrow"><h1>${b(`over.${state}`)}</h1><p class="lede">${spanWords(view, one.startsAt, one.endsAt)}</p>${room === null ? html`<p>${what}</p>` : roomPart(view, room)}${wait && html`<p>${b(wait === 'ended' ? 'over.waitEnded' : 'over.waitKept')}</p>`}${meetingLink !== null && meetingButton(b, meetingLink, false)}
${(hasNumber || forAnybody) && html`<p class="buttons">${hasNumber && html`<a class="button wide-phone" href="/b/arrival">${b('over.number')}</a>`}${forAnybody && html`<a class="button${(hasNumber || meetingLink !== null) && ' second'} wide-phone" href="${one.sessionId ? '/book/courses' : `/book/place?service=${one.bookableId}`}">${b('over.again')}</a>`}${forAnybody && wait === 'ended' && html`<a class="button second wide-phone" href="/book/waiting?service=${one.bookableId}&place=${one.pointId ?? one.way}">${b('over.waitAgain')}</a>`}</p>`}</div>`,
  });
}
