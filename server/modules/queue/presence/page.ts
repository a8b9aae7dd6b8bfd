import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { clockTime, closingTime, drawPage, icon, tidied, todayAt, type View, weekOf } from '../../site/service.ts';
import type { DayAtPoint } from './day.ts';
import type { HereThen, PointDay } from './schema.ts';

const DAYS_AHEAD = 7;

/** Who is at a point on a day, where and when; another day is a link away, and each authority's week opens by a press. */
export function todayPage(view: View, shown: DayAtPoint): string {
  const w = tidied(translator(view.variant, 'here'));
  const { point, day } = shown;
  const name = nameIn(point.name, view.locale);
  const today = todayAt(point.opening, view);
  return drawPage(view, {
    title: w('titleAt', { name }),
    main: html`<a class="text-link crumb" href="/places/${point.id}">${icon('back')} ${name}</a>
<div class="stack narrow"><h1>${w('titleAt', { name })}</h1>
<p class="state ${today.state === 'open' ? 'good' : 'quiet'}">${icon('clock')} ${today.words}</p></div>
${dayLinks(view, w, shown)}
<section class="stack" aria-labelledby="here"><h2 id="here">${w('hereOn', { day: dayWords(view, w, shown) })}</h2>
${day.here.length === 0 ? html`<p>${w('nobody')}</p>` : html`<ul class="rows three here">${day.here.map((one) => card(view, w, shown, one))}</ul>`}</section>
${day.others.length > 0 && html`<section class="stack" aria-labelledby="others"><h2 id="others">${w('others')}</h2><dl class="days">${day.others.map((one) => later(view, w, shown, one))}</dl></section>`}
<p class="quiet small">${w('readAt', { time: clockTime(Temporal.Instant.from(day.at), view.locale) })} <a class="text-link" href="/waits/${point.id}">${w('waits')}</a></p>`,
  });
}

function dayLinks(view: View, w: Translate, { point, day }: DayAtPoint): Html {
  const today = dayOf(view.now, point.opening.zone);
  const days = Array.from({ length: DAYS_AHEAD }, (_, n) => today.add({ days: n }));
  return html`<nav aria-label="${w('days')}"><ul class="day-links">${days.map((one) => {
    const isShown = one.toString() === day.day;
    const address = one.equals(today) ? `/waits/${point.id}/authorities` : `/waits/${point.id}/authorities?day=${one.toString()}`;
    return html`<li><a${attributes({ href: address, 'aria-current': isShown ? 'page' : null })}>${one.equals(today) ? w('today') : formatDate(one, view.locale, today)}</a></li>`;
  })}</ul></nav>`;
}

function card(view: View, w: Translate, { point, own }: DayAtPoint, one: HereThen): Html {
  const hours = own.get(one.organisationId) ?? [];
  const week = (hours.length > 0 ? hours : [point.opening]).map((opening) => weekOf(opening, view)).join('; ');
  const way = [one.direction && w(`directions.${one.direction}`), one.place && nameIn(one.place, view.locale)].filter(Boolean).join(' · ');
  return html`<li><h3>${nameIn(one.name, view.locale)}</h3>
<p class="state ${one.isHere ? 'good' : 'quiet'}">${icon('clock')} ${hoursWords(view, one, point.opening.zone)}${one.isHere && html` <strong>${w('now')}</strong>`}</p>
${way && html`<p>${icon('pin')} ${way}</p>`}
<details><summary>${w('week')}</summary><p>${week || w('noWeek')}</p></details></li>`;
}

function later(view: View, w: Translate, { point }: DayAtPoint, { name, next }: PointDay['others'][number]): Html {
  return html`<div><dt>${nameIn(name, view.locale)}</dt><dd>${next ? w('next', momentOf(view, point.opening.zone, next)) : w('notSoon')}</dd></div>`;
}

function momentOf(view: View, zone: string, at: string): Record<string, string> {
  const moment = Temporal.Instant.from(at);
  return { day: formatDate(dayOf(moment, zone), view.locale, dayOf(view.now, zone)), time: clockTime(moment, view.locale, zone) };
}

function hoursWords({ locale }: View, { hours }: HereThen, zone: string): string {
  const time = (at: string) => clockTime(Temporal.Instant.from(at), locale, zone);
  // "klo 9–16": the word stands once.
  const bare = (at: string) => closingTime(Temporal.Instant.from(at), locale, zone).replace(/^\D+/, '');
  return hours.map(({ opens, closes }) => `${time(opens)}–${bare(closes)}`).join(', ');
}

function dayWords(view: View, w: Translate, { day, point }: DayAtPoint): string {
  const today = dayOf(view.now, point.opening.zone);
  const shown = Temporal.PlainDate.from(day.day);
  return shown.equals(today) ? w('todayInline') : formatDate(shown, view.locale, today);
}
