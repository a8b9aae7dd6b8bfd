import { formatDate } from '../../../platform/clock/format.ts';
import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { clockTime, drawPage, icon, tidied, todayAt, type View } from '../../site/service.ts';
import { hoursTable } from './hours-table.ts';
import type { BestTime, PublicWaits } from './schema.ts';
import type { Shown } from './service.ts';

const wordsOf = (view: View): Translate => tidied(translator(view.variant, 'waits'));

/** All points with how busy they are now. */
export function waitsPage(view: View, shown: readonly Shown[]): string {
  const w = wordsOf(view);
  return drawPage(view, {
    title: w('title'),
    main: html`<a class="text-link crumb" href="/places">${icon('back')} ${w('allPlaces')}</a>
<h1>${w('title')}</h1>
${shown.length === 0 ? html`<p>${w('none')}</p>` : html`<ul class="rows three points">${shown.map((one) => pointRow(view, w, one))}</ul>`}`,
  });
}

function pointRow(view: View, w: Translate, { point, waits }: Shown): Html {
  return html`<li><h2><a href="/waits/${point.id}">${nameIn(point.name, view.locale)}</a></h2>${opened(view, point)}${waits.isOpen && busyNow(w, waits)}</li>`;
}

/** One point: now, by kind of help, and the hours in which waits have been short. */
export function pointWaitsPage(view: View, { point, waits }: Shown): string {
  const w = wordsOf(view);
  const name = nameIn(point.name, view.locale);
  return drawPage(view, {
    title: w('titleAt', { name }),
    main: html`<a class="text-link crumb" href="/places/${point.id}">${icon('back')} ${name}</a>
<div class="stack narrow"><h1>${w('titleAt', { name })}</h1>${opened(view, point)}
<section class="stack" aria-labelledby="now"><h2 id="now">${w('now')}</h2>${waits.isOpen ? nowPart(view, w, waits) : html`<p>${w('closedNow')}</p>`}
<p class="quiet small">${w('readAt', { time: clockTime(Temporal.Instant.from(waits.at), view.locale) })} <a class="text-link" href="/waits/${point.id}">${w('readAgain')}</a></p></section>
<section class="stack" aria-labelledby="best"><h2 id="best">${w('best')}</h2>${bestPart(view, w, waits)}</section></div>
${hoursTable(view, w, waits.hours)}
<p><a class="text-link" href="/waits/${point.id}/authorities">${icon('office')} ${translator(view.variant, 'here')('link')}</a></p>`,
  });
}

function opened(view: View, { opening }: Shown['point']): Html {
  const today = todayAt(opening, view);
  return html`<p class="state ${today.state === 'open' ? 'good' : 'quiet'}">${icon('clock')} ${today.words}</p>`;
}

const busyNow = (w: Translate, { busy }: PublicWaits): Html =>
  html`<p class="busy"${attributes({ 'data-level': busy })}>${busy ? w(`busy.${busy}`) : w('notKnownYet')}</p>`;

function nowPart(view: View, w: Translate, waits: PublicWaits): Html {
  return html`${busyNow(w, waits)}
<dl class="days waits">${waits.helps.map(
    (help) => html`<div><dt>${help.name ? nameIn(help.name, view.locale) : w('otherHelp')}</dt><dd>${waitWords(w, help)}</dd></div>`,
  )}</dl>
<p class="quiet small">${w('howTold')}</p>`;
}

function waitWords(w: Translate, { isOpen, wait }: PublicWaits['helps'][number]): string {
  if (!isOpen) return w('helpClosed');
  if (!wait) return w('unknown');
  return wait.low === 0 && wait.high <= 2 ? w('soon') : w('range', { low: String(wait.low), high: String(wait.high) });
}

function bestPart(view: View, w: Translate, { bestToday, bestThisWeek }: PublicWaits): Html {
  if (!bestThisWeek) return html`<p>${w('bestUnknown')}</p>`;
  const isOther = bestThisWeek.date !== bestToday?.date || bestThisWeek.hour !== bestToday.hour;
  return html`${bestToday && html`<p>${w('bestToday', timeOf(view, bestToday))}</p>`}
${isOther && html`<p>${w('bestWeek', timeOf(view, bestThisWeek))}</p>`}`;
}

function timeOf({ locale, now }: View, { date, hour, minutes }: BestTime): Record<string, string> {
  const day = formatDate(Temporal.PlainDate.from(date), locale, now.toZonedDateTimeISO('Europe/Helsinki').toPlainDate());
  return { day, from: hourWords(hour, locale), until: hourWords(hour + 1, locale), minutes: String(minutes) };
}

const hourWords = (hour: number, locale: View['locale']): string => (locale === 'en' ? `${hour}:00` : String(hour));
