import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { icon, momentWords, tidied, type View } from '../../site/service.ts';
import type { ComingTime, StepToBook } from '../types.ts';

/** The agreed times still to come, each with a way to its own page. Neither whom they are with nor what they are about is said. */
export function comingSection(view: View, times: readonly ComingTime[], place: string): Html | false {
  if (times.length === 0) return false;
  const t = tidied(translator(view.variant, 'coming'));
  return html`<section class="stack" aria-labelledby="coming"><h2 id="coming">${t('title', { count: times.length })}</h2>
<ul class="rows">${times.map(({ id, startsAt }) => html`<li><a class="go" href="${place}/${id}">${icon('clock')}<span><b>${momentWords(view, startsAt.toString())}</b><small>${t('what')}</small></span>${icon('arrow')}</a></li>`)}</ul></section>`;
}

/** What can be booked for the next step, each with a way to its free times. */
export function toBookSection(view: View, steps: readonly StepToBook[], place: string): Html | false {
  if (steps.length === 0) return false;
  const t = tidied(translator(view.variant, 'coming'));
  return html`<section class="stack" aria-labelledby="to-book"><h2 id="to-book">${t('toBook')}</h2>
<ul class="rows">${steps.map(({ stepId, serviceId, name }) => html`<li><a class="go" href="${place}/${stepId}/booking/${serviceId}">${icon('calendar')}<span><b>${nameIn(name, view.locale)}</b><small>${t('toBookWhat')}</small></span>${icon('arrow')}</a></li>`)}</ul></section>`;
}
