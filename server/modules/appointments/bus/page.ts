import { dayOf } from '../../../platform/clock/day.ts';
import { type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { inOrderOfNames, nameIn } from '../../directory/service.ts';
import { clockTime, drawPage, icon, type View } from '../../site/service.ts';
import { atMoment, dayName } from '../pages/words.ts';
import type { StopRow } from '../stops/queries.ts';
import type { Stand } from '../stops/standing.ts';
import { type BusShown, nextStands } from './timetables.ts';
import { busWords, linesIn, standWords, ticks } from './words.ts';

export const WEEKS_SHOWN = 2;
const NEXT = 3;

/** Where the bus stands: next, by week, by stop; and what one gets there. */
export function busPage(view: View, shown: readonly BusShown[], from: Temporal.PlainDate): string {
  const b = busWords(view);
  return drawPage(view, {
    title: b('title'),
    query: { from: from.toString() },
    main: html`<div class="stack narrow"><h1>${b('title')}</h1><p class="lede">${b('lede')}</p></div>
${shown.length === 0 && html`<p>${b('none')}</p>`}
${shown.map((one) => busPart(view, b, one, from, shown.length > 1))}`,
  });
}

function busPart(view: View, b: Translate, one: BusShown, from: Temporal.PlainDate, named: boolean): Html {
  const { bus } = one;
  return html`${named && html`<h2>${nameIn(bus.name, view.locale)}</h2>`}
${nextPart(view, b, one)}
${weekPart(view, b, one, from)}
${stopsPart(view, b, one)}
${aboardPart(view, b, bus, bookPart(view, b, one))}`;
}

function nextPart(view: View, b: Translate, one: BusShown): Html {
  const next = nextStands(one, view.now, NEXT);
  const id = `next-${one.bus.id}`;
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${b('next')}</h2>
${next.length === 0 ? html`<p>${b('noNext')}</p>` : html`<ul class="rows three points">${next.map((stand) => nextRow(view, b, one, stand))}</ul>`}</section>`;
}

function nextRow(view: View, b: Translate, { stops }: BusShown, stand: Stand): Html | false {
  const stop = stopOf(stops, stand);
  const isHere = stand.from <= view.now.epochMilliseconds;
  return html`<li><h3><a href="/bus/stops/${stop.id}">${nameIn(stop.name, view.locale)}</a></h3><p class="state ${isHere ? 'good' : 'quiet'}">${icon('bus')} ${isHere ? b('here', { time: clockTime(atMoment(stand.until), view.locale) }) : standWords(view, stand)}</p><p>${stop.street}, ${stop.city}</p></li>`;
}

/** A line for each day on which it stands somewhere, or does not although it usually does. */
function weekPart(view: View, b: Translate, one: BusShown, from: Temporal.PlainDate): Html {
  const id = `weeks-${one.bus.id}`;
  const days = Array.from({ length: 7 * WEEKS_SHOWN }, (_, n) => from.add({ days: n }));
  const rows = days.flatMap((day) => dayRow(view, b, one, day) || []);
  const until = from.add({ days: 7 * WEEKS_SHOWN - 1 });
  const go = (weeks: number) => `/bus?from=${from.add({ weeks }).toString()}#${id}`;
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${b('weeks', { from: dayName(view, from), until: dayName(view, until) })}</h2>
${rows.length === 0 ? html`<p>${b('noDays')}</p>` : html`<dl class="days bus-days">${rows}</dl>`}
<p class="buttons off-paper">${Temporal.PlainDate.compare(from, dayOf(view.now)) > 0 && html`<a class="button second" href="${go(-WEEKS_SHOWN)}">${icon('back')} ${b('earlier')}</a>`}<a class="button second" href="${go(WEEKS_SHOWN)}">${b('later')} ${icon('arrow')}</a></p></section>`;
}

function dayRow(view: View, b: Translate, { bus, stops, stands, missing }: BusShown, day: Temporal.PlainDate): Html | false {
  const there = stands.filter(({ from }) => dayOf(atMoment(from), bus.zone).equals(day));
  const gone = missing.filter((one) => one.day.equals(day));
  if (there.length + gone.length === 0) return false;
  const lines = [
    ...there.map(
      (stand) =>
        html`<span class="bus-line">${hoursWords(view, stand)} <a href="/bus/stops/${stand.stopId}">${nameIn(stopOf(stops, stand).name, view.locale)}</a></span>`,
    ),
    ...gone.map(
      (one) => html`<span class="bus-line whole">${b('notComing', { stop: nameIn(stopOf(stops, one).name, view.locale) })}</span>`,
    ),
  ];
  return html`<div><dt>${dayName(view, day)}</dt><dd>${lines}</dd></div>`;
}

/** "klo 9.30–11.30" */
const hoursWords = (view: View, { from, until }: Stand): string =>
  `${clockTime(atMoment(from), view.locale)}\u2060–\u2060${clockTime(atMoment(until), view.locale).replace(/^(klo|kl\.?)\s/u, '')}`;

function stopsPart(view: View, b: Translate, one: BusShown): Html {
  const id = `stops-${one.bus.id}`;
  const next = (stop: StopRow) => nextStands({ ...one, stops: [stop] }, view.now, 1)[0];
  const row = (stop: StopRow) => {
    const stand = next(stop);
    return html`<li><h3><a href="/bus/stops/${stop.id}">${nameIn(stop.name, view.locale)}</a></h3><p>${stop.street}, ${stop.city}</p><p class="quiet small">${stand ? standWords(view, stand) : b('noNext')}</p></li>`;
  };
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${b('stops')}</h2><ul class="rows three points">${one.stops.map(row)}</ul></section>`;
}

/** What is on board, how one gets in, and that one may come as one is. */
export function aboardPart(view: View, b: Translate, bus: BusShown['bus'], book: Html | false): Html {
  const [things, access] = [linesIn(bus.onBoard, view), linesIn(bus.accessibility, view)];
  const id = `aboard-${bus.id}`;
  return html`<section class="stack narrow" aria-labelledby="${id}"><h2 id="${id}">${b('aboard')}</h2>
<p>${b(bus.walkIn ? 'walkIn' : 'onlyBooked')}</p>
${book}
${things.length > 0 && html`<h3>${b('things')}</h3>${ticks(things)}`}
${access.length > 0 && html`<h3>${b('gettingIn')}</h3>${ticks(access)}`}</section>`;
}

function bookPart(view: View, b: Translate, { services }: BusShown): Html | false {
  const row = ({ id, name }: BusShown['services'][number]) =>
    html`<li><a class="text-link" href="/book/place?service=${id}">${nameIn(name, view.locale)}</a></li>`;
  return services.length > 0 && html`<h3>${b('services')}</h3><ul class="bullets">${inOrderOfNames(services, view.locale).map(row)}</ul>`;
}

const stopOf = (stops: readonly StopRow[], { stopId }: { stopId: string }): StopRow => stops.find(({ id }) => id === stopId) as StopRow;
