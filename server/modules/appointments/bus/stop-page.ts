import { type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { inOrderOfNames, nameIn } from '../../directory/service.ts';
import { drawPage, icon, type View } from '../../site/service.ts';
import { dayName } from '../pages/words.ts';
import type { StopRow } from '../stops/queries.ts';
import { aboardPart } from './page.ts';
import type { BusShown } from './timetables.ts';
import { busWords, lineIn, linesIn, standWords, ticks } from './words.ts';

/** Days ahead of which a stop tells. */
export const STOP_DAYS = 84;
const MOST_DAYS = 12;

/** One stop: when the bus is there, how one finds it and gets in, and what can be booked there. */
export function stopPage(view: View, shown: BusShown, stopId: string): string {
  const b = busWords(view);
  const stop = shown.stops.find(({ id }) => id === stopId) as StopRow;
  const name = nameIn(stop.name, view.locale);
  const access = linesIn(stop.accessibility, view);
  return drawPage(view, {
    title: b('stopTitle', { stop: name }),
    main: html`<a class="text-link crumb off-paper" href="/bus">${icon('back')} ${b('title')}</a>
<div class="stack narrow"><h1>${b('stopTitle', { stop: name })}</h1><p class="lede">${[stop.street, [stop.postalCode, stop.city].filter(Boolean).join(' ')].join(', ')}</p>
${lineIn(stop.finding, view) && html`<p>${lineIn(stop.finding, view)}</p>`}</div>
<div class="split"><div class="stack wide-gap">${daysPart(view, b, shown, stopId)}
<section class="stack" aria-labelledby="access"><h2 id="access">${b('access')}</h2>${access.length > 0 ? ticks(access) : html`<p>${b('noAccess')}</p>`}</section></div>
<div class="stack">${bookPart(view, b, shown, stopId)}</div></div>
${aboardPart(view, b, shown.bus, false)}`,
  });
}

function daysPart(view: View, b: Translate, { stands, missing }: BusShown, stopId: string): Html {
  const those = stands.filter((one) => one.stopId === stopId && one.until > view.now.epochMilliseconds).slice(0, MOST_DAYS);
  const gone = missing.filter((one) => one.stopId === stopId);
  return html`<section class="stack" aria-labelledby="days"><h2 id="days">${b('days')}</h2>
${those.length === 0 ? html`<p>${b('noNext')}</p>` : html`<ul class="bullets">${those.map((stand) => html`<li>${standWords(view, stand)}</li>`)}</ul>`}
${gone.length > 0 && html`<p class="note">${b('gone', { days: gone.map(({ day }) => dayName(view, day)).join(', ') })}</p>`}
<p class="off-paper"><a class="text-link" href="/bus/stops/${stopId}/calendar.ics">${icon('calendar')} ${b('calendar')}</a></p></section>`;
}

function bookPart(view: View, b: Translate, { bus, services }: BusShown, stopId: string): Html {
  const row = ({ id, name }: BusShown['services'][number]) =>
    html`<li><a class="go plain" href="/book/place?service=${id}&amp;place=${stopId}"><span><b>${nameIn(name, view.locale)}</b></span>${icon('arrow')}</a></li>`;
  return html`<section class="panel stack" aria-labelledby="book"><h2 id="book">${b('book')}</h2>${bus.walkIn && html`<p>${b('walkIn')}</p>`}
${services.length > 0 ? html`<ul class="rows plain">${inOrderOfNames(services, view.locale).map(row)}</ul>` : html`<p>${b('noBooking')}</p>`}</section>`;
}
