import { html, trusted } from '../../../../platform/http/html.ts';
import { drawPage, hiddenFields, icon, type View } from '../../../site/service.ts';
import { codeWords } from '../../booking/code-words.ts';
import type { AppointmentRow } from '../../booking/queries.ts';
import { bringPart } from '../../pages/appointment-page.ts';
import { whereWords, wordsOf } from '../../pages/words.ts';
import { preVisitOfVisit, preVisitWords, type TellingPart } from '../../previsit/part.ts';
import { roomPart } from '../../sessions/room-part.ts';
import { jointArrivalPart } from './arrival-part.ts';
import { mayCancelPart, partsList } from './parts-list.ts';
import type { Whole } from './whole.ts';
import { togetherWords } from './words.ts';

/** `telling`: the parts of which something may be told beforehand. */
export type OwnJoint = {
  code: string | null;
  drawing: string | null;
  address: string;
  mailed: boolean;
  telling: readonly TellingPart[];
  /** What one may say now that one has come to. */
  coming: AppointmentRow | undefined;
  /** Whether one has come to the visit and has a number in the queue. */
  number: boolean;
  /** Of the meeting one has come to; null: to none. */
  room: string | null;
  /** By part: what opens the video call of that meeting of a course. */
  links: ReadonlyMap<string, string>;
  token: string;
  done: JointDone | null;
};
export type JointDone = 'booked' | 'changed' | 'told' | 'come';

/** All that is agreed as one: with one code, shown once on arrival. */
export function jointPage(
  view: View,
  whole: Whole,
  { code, drawing, address, mailed, telling, coming, number, room, links, token, done }: OwnJoint,
): string {
  const [b, t] = [wordsOf(view), togetherWords(view)];
  const { joint, first, point, parts } = whole;
  const kind = joint.kind === 'visit' ? 'Visit' : 'Series';
  const titles = { booked: t(`own.booked${kind}`), changed: t('own.changed'), told: preVisitWords(view)('told'), come: b('over.arrived') };
  const title = done ? titles[done] : t(number ? 'own.here' : `own.title${kind}`);
  const services = parts.flatMap(({ state, service }) => (state === 'confirmed' ? [service] : []));
  const isToCome = parts.every(({ state }) => state === 'confirmed' || state === 'cancelled');
  const movable = kind === 'Visit' && isToCome;
  const live = parts.filter(({ state }) => state === 'confirmed').length;
  const cancellable = live > 1 && parts.some((part) => mayCancelPart(part, view.now));
  return drawPage(view, {
    title,
    private: true,
    main: html`<div class="stack narrow">${done && html`<p class="state good" role="status">${icon('check')} ${b('own.done')}</p>`}
<h1>${title}</h1><p class="lede">${whereWords(view, b, point, first.way)}${first.people > 1 && html`<br>${t('own.people', { count: first.people })}`}</p>${point && html`<p class="off-paper"><a class="text-link" href="${point.stopId ? '/bus/stops' : '/places'}/${point.id}">${icon('pin')} ${b('own.directions')}</a></p>`}</div>
<div class="split"><div class="stack">${room !== null && roomPart(view, room)}${jointArrivalPart(view, coming, token)}${number && html`<p class="buttons off-paper"><a class="button wide-phone" href="/b/together/arrival">${b('over.number')}</a></p>`}${
      live > 0 &&
      code &&
      html`<section class="next-step code-card" aria-labelledby="code"><div class="stack"><h2 class="eyebrow" id="code">${b('own.code')}</h2><p class="code">${codeWords(code)}</p><p>${t('own.once')}</p></div>
${drawing && html`<div class="qr" role="img" aria-label="${b('own.qr', { code })}">${trusted(drawing)}</div>`}</section>`
    }
<section class="stack" aria-labelledby="parts"><h2 id="parts">${t('own.parts')}</h2>${partsList(view, whole, { cancel: kind === 'Series' && live > 1, links })}
${kind === 'Visit' && html`<details class="named-parts off-paper"><summary class="text-link">${t(cancellable ? 'own.showOrCancel' : 'own.show')}</summary>${partsList(view, whole, { cancel: live > 1, named: true })}</details>`}</section>
${joint.askedBy && html`<p class="note">${t('own.told')}</p>`}
${
  live > 0 &&
  html`${!mailed && html`<p class="note with-icon">${icon('clock')}<span>${b('own.notMailed')}</span></p>`}<p class="buttons off-paper"><a class="button second wide-phone" href="/b/together/calendar.ics">${icon('calendar')} ${b('own.calendar')}</a></p>
<p class="hint small off-paper">${b('own.neutral')}</p>`
}
<section class="stack" aria-labelledby="keep"><h2 id="keep">${b('own.keep')}</h2>${mailed && html`<p>${b('own.mailed')}</p>`}<p>${t('own.link')}</p><p><a class="text-link secret-link" href="${address}">${address}</a></p></section></div>
<aside class="stack">${preVisitOfVisit(view, telling)}${bringPart(view, b, services)}
${
  live > 0 &&
  html`<section class="panel stack off-paper" aria-labelledby="change"><h2 id="change">${b('own.change')}</h2>
${movable && html`<p><a class="text-link" href="/b/together/times">${t('own.move')}</a></p>`}<p><a class="text-link" href="/b/together/cancellation">${t(kind === 'Visit' ? 'own.cancelAll' : 'own.cancelCourse')}</a></p></section>`
}</aside></div>`,
  });
}

/** Asks first; of one part, or of all that is to come. */
export function jointCancellationPage(view: View, whole: Whole, partId: string | undefined, token: string): string {
  const [b, t] = [wordsOf(view), togetherWords(view)];
  const { joint, first, point } = whole;
  const part = whole.parts.find(({ id }) => id === partId);
  const what = (part ? 'Of' : '') + (joint.kind === 'visit' ? 'Visit' : 'Series');
  const title = t(`cancel.title${what}`);
  const only = ({ id, state }: Whole['parts'][number]) => (part ? id === part.id : state === 'confirmed');
  return drawPage(view, {
    title,
    private: true,
    query: part ? { part: part.id } : {},
    main: html`<div class="stack narrow"><h1>${title}</h1><p class="lede">${whereWords(view, b, point, first.way)}</p>${partsList(view, whole, { only })}<p>${t(part ? `cancel.what${what}` : 'cancel.whatAll')}</p>
<form method="post" action="/b/together/cancellation">${hiddenFields(token)}${part && html`<input type="hidden" name="part" value="${part.id}">`}<p class="buttons"><button class="button wide-phone" type="submit">${t(`cancel.yes${what}`)}</button><a class="button second wide-phone" href="/b/together">${t('cancel.no')}</a></p></form></div>`,
  });
}

/** Cancelled, past, or held too long. */
export function jointOverPage(view: View, { joint, parts }: Whole, state: 'cancelled' | 'expired' | 'past'): string {
  const t = togetherWords(view);
  const shown = { joint, parts } as Whole;
  return drawPage(view, {
    title: t(`over.${state}`),
    private: true,
    main: html`<div class="stack narrow"><h1>${t(`over.${state}`)}</h1>${state === 'past' && partsList(view, shown)}<p>${t('over.what')}</p>
<p class="buttons"><a class="button wide-phone" href="${joint.kind === 'visit' ? '/book/visit' : '/book/courses'}">${t('over.again')}</a></p></div>`,
  });
}
