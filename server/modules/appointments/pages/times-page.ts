import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { clockTime, drawPage, hiddenFields, icon, type View } from '../../site/service.ts';
import type { Nearby } from '../nearness/service.ts';
import { waitOffer } from '../waiting/pages/wait-offer.ts';
import { type Choice, pressed } from './choice.ts';
import { backForm, hiddenChoice, hiddenLooked } from './choice-part.ts';
import { wantedMinutes } from './length.ts';
import { nearbyPart } from './nearby-part.ts';
import type { Day, Firsts, Week } from './offers.ts';
import { peopleWords } from './people.ts';
import type { OfferedService, PointRow } from './queries.ts';
import { atMoment, dayName, pointWords, spanWords, startWords, whereWords, wordsOf } from './words.ts';

/** `stops`: of the bus, where else a time could be that is moved. */
export type Offer = { firsts: Firsts } | { nearby: Nearby } | { week: Week; stops: Firsts; point: PointRow | undefined };
/** `moving`: an agreed time is moved, so nothing is asked again. `nearest`: of a time that somebody else was quicker to take. */
export type Showing = {
  choice: Choice;
  offer: Offer;
  token: string;
  once: string;
  moving: boolean;
  /** When the time that is moved begins, in epoch milliseconds. */
  present?: number | undefined;
  /** Whether one may stand in line for an earlier time. */
  waits?: boolean | undefined;
  refused: { title: string; nearest: { from: number; until: number }[] } | null;
};

/** Free times to press: each is held at once for whoever presses it. */
export function timesPage(view: View, service: OfferedService, showing: Showing): string {
  const b = wordsOf(view);
  const { choice, token, once, moving, refused, offer } = showing;
  const title = b(moving ? 'times.moveTitle' : 'times.title');
  return drawPage(view, {
    title: refused ? `${refused.title} – ${title}` : title,
    private: true,
    query: moving ? {} : addressOf(choice),
    main: html`${moving ? html`<a class="text-link crumb" href="/b">${icon('back')} ${b('times.backToMine')}</a>` : backForm('/book/place', token, choice, b('place.title'))}
<form class="stack wide-gap" method="post" action="${moving ? '/b/times' : '/book/times'}">${hiddenFields(token, once)}${moving ? hiddenLooked(choice, isAtStop(offer)) : hiddenChoice(choice)}
<div class="stack narrow">${!moving && html`<p class="eyebrow">${b('step', { step: '3' })}</p>`}<h1>${title}</h1>
${showing.present !== undefined && html`<p class="lede">${b('times.present', { when: startWords(view, atMoment(showing.present)) })}</p>`}
${moving && isAtStop(offer) && html`<p class="lede">${b('times.atStop', { stop: whereWords(view, b, offer.point, 'bus') })}</p>`}
${!moving && html`<p class="lede">${nameIn(service.name, view.locale)}${'week' in offer && html`<br>${whereWords(view, b, offer.point, choice.place)}`}${choice.people > 1 && html`<br>${peopleWords(view, choice.people)}`}</p>`}
${refused && refusedPart(view, b, showing, refused)}
${lengthPart(b, service, choice)}</div>
${offerPart(view, b, showing)}
${
  hasTimes(choice, offer) &&
  html`${!isAtStop(offer) && choice.people === 1 && showing.waits !== false && waitOffer(view, moving)}
${!('week' in offer && offer.week.days.length === 0) && html`<p class="hint small narrow">${b(moving ? 'times.moveHint' : 'times.hold')}</p>`}`
}</form>`,
  });
}

function offerPart(view: View, b: Translate, { choice, offer, moving, present }: Showing): Html {
  if ('nearby' in offer)
    return nearbyPart(view, choice, offer.nearby, (value, words) => timeButton(actionOf(false), value, words, 'second'));
  if ('firsts' in offer) return firstsPart(view, b, offer.firsts);
  return html`${weekPart(view, choice, offer.week, actionOf(moving))}
${offer.stops.length > 0 && html`<section class="stack" aria-labelledby="stops"><h2 id="stops">${b('times.otherStops')}</h2>${firstRows(view, b, offer.stops, actionOf(moving), present)}</section>`}`;
}

/** What an address may say: not what somebody needs, nor where they start from. */
const addressOf = ({ service, place, people, from, day }: Choice): Record<string, string> => ({
  ...{ service, place: place === 'near' ? 'any' : place },
  ...(people > 1 ? { people: String(people) } : {}),
  ...(from ? { from } : {}),
  ...(day ? { day } : {}),
});

function refusedPart(view: View, b: Translate, { choice, moving }: Showing, { title, nearest }: NonNullable<Showing['refused']>): Html {
  return html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${title}</h2><p>${b(nearest.length > 0 ? 'times.nearest' : 'times.otherDays')}</p>
<p class="times">${nearest.map(({ from, until }) => timeButton(actionOf(moving), pressed(from, choice.place), spanWords(view, atMoment(from), atMoment(until)), 'second'))}</p></div>`;
}

function lengthPart(b: Translate, service: OfferedService, choice: Choice): Html | false {
  const minutes = wantedMinutes(service, choice);
  if (minutes === service.minutes) return false;
  return html`<p class="note with-icon">${icon('clock')}<span>${b('times.longer', { minutes: String(minutes), usual: String(service.minutes) })}</span></p>`;
}

function firstsPart(view: View, b: Translate, firsts: Firsts): Html {
  if (firsts.length === 0) return none(b);
  return html`<section class="stack" aria-labelledby="firsts"><h2 id="firsts">${b('times.firsts')}</h2>${firstRows(view, b, firsts, actionOf(false))}</section>`;
}

/** `present`: one's own time, which is not offered anew. */
function firstRows(view: View, b: Translate, firsts: Firsts, action: string, present?: number): Html {
  return html`<ul class="rows three points">${firsts.map(
    ({ point, time: { from, until } }) =>
      html`<li><h3>${pointWords(view, point)}</h3>${from !== present && html`<p>${timeButton(action, pressed(from, point.id), spanWords(view, atMoment(from), atMoment(until)), 'second')}</p>`}
<p><button class="text-link" type="submit" name="go" value="place ${point.id}">${b('times.moreHere')}<span class="heard">, ${nameIn(point.name, view.locale)}</span></button></p></li>`,
  )}</ul>`;
}

/** Near somewhere there is nothing to press until one has said where that is. */
const hasTimes = ({ start }: Choice, offer: Offer) => !('nearby' in offer) || start !== undefined;

/** A stop of a bus is come to a few times a month: nobody waits in line for it. */
const isAtStop = (offer: Offer): offer is Extract<Offer, { week: Week }> => 'week' in offer && Boolean(offer.point?.stopId);

/** Where a pressed time goes. */
const actionOf = (moving: boolean) => (moving ? '/b/times' : '/b/holds');

/** A week's days and the times of one of them. `action`: where a pressed time goes. */
export function weekPart(
  view: View,
  choice: Pick<Choice, 'from' | 'day' | 'place'>,
  { from, today, days, later }: Week,
  action: string,
): Html {
  const b = wordsOf(view);
  if (days.length === 0) return none(b, 'times.noneAtAll');
  const chosen =
    days.find(({ day, times }) => times.length > 0 && day.toString() === choice.day) ?? days.find(({ times }) => times.length > 0);
  const first = !choice.from && !choice.day ? chosen?.times[0] : undefined;
  const isFirstWeek = Temporal.PlainDate.compare(from, today) <= 0;
  return html`${first && html`<p>${timeButton(action, pressed(first.from, choice.place), b('times.first', { when: spanWords(view, atMoment(first.from), atMoment(first.until)) }))}</p>`}
<section class="stack" aria-labelledby="days"><h2 id="days">${b('times.day')}</h2><ul class="day-buttons">${days.map((day) => dayRow(view, b, day, day === chosen))}</ul>
<p class="buttons">${!isFirstWeek && html`<button class="button second wide-phone" type="submit" name="go" value="from ${from.subtract({ days: 7 }).toString()}">${icon('earlier')} ${b('times.earlier')}</button>`}
${later && html`<button class="button second wide-phone" type="submit" name="go" value="from ${from.add({ days: 7 }).toString()}">${b('times.later')} ${icon('arrow')}</button>`}</p></section>
${chosen ? timesOf(view, b, chosen, choice, action) : none(b)}`;
}

function dayRow(view: View, b: Translate, { day, times }: Day, chosen: boolean): Html {
  const count = html`<small>${times.length > 0 ? b('times.count', { count: times.length }) : b('times.noTimes')}</small>`;
  if (times.length === 0) return html`<li><span class="day-none">${dayName(view, day)}${count}</span></li>`;
  return html`<li><button type="submit" name="day" value="${day.toString()}"${attributes({ 'aria-current': chosen ? 'true' : null })}>${dayName(view, day)}${count}</button></li>`;
}

function timesOf(view: View, b: Translate, { day, times }: Day, choice: Pick<Choice, 'place'>, action: string): Html {
  return html`<section class="stack" aria-labelledby="times"><h2 id="times">${b('times.at', { day: dayName(view, day) })}</h2>
<p class="times">${times.map(({ from }) => timeButton(action, pressed(from, choice.place), clockTime(atMoment(from), view.locale), 'second'))}</p></section>`;
}

const timeButton = (action: string, value: string, words: string, kind: 'second' | null = null): Html =>
  html`<button class="button${kind && ` ${kind}`}" type="submit" name="at" value="${value}" formaction="${action}">${words}</button>`;

const none = (b: Translate, why = 'times.none'): Html =>
  html`<div class="note"><p>${b(why)}</p><p><a class="text-link" href="/contact">${b('write')}</a></p></div>`;
