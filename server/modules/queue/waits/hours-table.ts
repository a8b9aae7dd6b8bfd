import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import type { View } from '../../site/service.ts';
import { levelOf } from './rules.ts';
import type { HourOfWeek, Level } from './schema.ts';

const levels: readonly Level[] = ['calm', 'some', 'busy'];

/** The middle wait by hour and weekday: minutes as text, and a shade that says the same. */
export function hoursTable({ locale }: View, w: Translate, hours: readonly HourOfWeek[]): Html | false {
  if (hours.length === 0) return false;
  const weekdays = [...new Set(hours.map(({ weekday }) => weekday))].toSorted((a, b) => a - b);
  const [first, last] = [Math.min(...hours.map(({ hour }) => hour)), Math.max(...hours.map(({ hour }) => hour))];
  const rows = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return html`<div class="stack narrow"><h2 id="week">${w('week')}</h2>
<p>${w('weekHint')}</p>
<div class="scrolled" role="region" tabindex="0" aria-labelledby="week"><table class="hours-of-week"><thead><tr><th scope="col">${w('hour')}</th>${weekdays.map(
    (weekday) => html`<th scope="col">${weekdayName(weekday, locale)}</th>`,
  )}</tr></thead>
<tbody>${rows.map(
    (hour) =>
      html`<tr><th scope="row">${hour}–${hour + 1}</th>${weekdays.map((weekday) =>
        cell(hours.find((one) => one.weekday === weekday && one.hour === hour)),
      )}</tr>`,
  )}</tbody></table></div>
<ul class="levels">${levels.map((level) => html`<li data-level="${level}">${w(`level.${level}`)}</li>`)}</ul>
<p class="quiet small">${w('fewHidden')}</p></div>`;
}

function cell(found: HourOfWeek | undefined): Html {
  if (!found) return html`<td class="quiet">–</td>`;
  return html`<td${attributes({ 'data-level': levelOf(found.minutes) })}>${found.minutes}</td>`;
}

/** 1 January 2024 was a Monday. */
const weekdayName = (weekday: number, locale: View['locale']): string =>
  Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday }).toLocaleString(locale === 'en' ? 'en-GB' : `${locale}-FI`, {
    weekday: 'short',
  });
