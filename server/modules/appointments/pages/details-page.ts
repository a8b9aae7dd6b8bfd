import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import { clockTime, drawPage, type FieldFault, faultAt, faultSummary, hiddenFields, icon, type View } from '../../site/service.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { togetherWords } from '../joint/pages/words.ts';
import type { Choice } from './choice.ts';
import { backForm } from './choice-part.ts';
import { languageName } from './interpreter-part.ts';
import { peopleWords } from './people.ts';
import type { OfferedService, PointRow } from './queries.ts';
import { spanWords, whereWords, wordsOf } from './words.ts';

export type DetailsForm = { name: string; email: string; phone: string };
type Around = {
  service: OfferedService;
  point: PointRow | undefined;
  form: DetailsForm;
  faults: FieldFault[];
  token: string;
  once: string;
  /** What was chosen before it was held. */
  choice: Choice;
  /** What is got ready for them, in their words. */
  needs: readonly ListItem[];
  languages: readonly ListItem[];
};

/** Who comes, while the time is held: how long it still is stands on the page. */
export function detailsPage(
  view: View,
  held: AppointmentRow,
  { service, point, form, faults, token, once, choice, needs, languages }: Around,
): string {
  const b = wordsOf(view);
  const until = held.heldUntil as Temporal.Instant;
  const left = Math.max(1, Math.ceil(view.now.until(until).total('minutes')));
  const line = (name: keyof DetailsForm, type: string, autocomplete: string) => field(view, faults, { name, type, autocomplete, form });
  return drawPage(view, {
    title: (faults.length > 0 ? `${view.t('form.errorTitle')} ` : '') + b('details.title'),
    private: true,
    main: html`${held.sessionId ? html`<a class="text-link crumb" href="/book/courses">${icon('back')} ${b('details.other')}</a>` : backForm('/book/times', token, choice, b('details.other'))}
<form class="stack wide-gap narrow" method="post" action="/b/confirmation" novalidate>${hiddenFields(token, once)}
${faultSummary({ ...view, t: (key, values) => (key === 'form.kept' ? b('details.kept') : view.t(key, values)) }, faults)}
<div class="stack"><p class="eyebrow">${b('step', { step: '4' })}</p><h1>${b('details.title')}</h1>
<p class="lede"><b>${spanWords(view, held.startsAt, held.endsAt)}</b><br>${whereWords(view, b, point, held.way)}<br>${nameIn(service.name, view.locale)}${held.people > 1 && html`<br>${peopleWords(view, held.people)}`}</p>${needs.length > 0 && html`<div class="stack"><p>${b('details.needs')}</p><ul class="ticks">${needs.map(({ label }) => html`<li>${icon('check')}<span>${nameIn(label, view.locale)}</span></li>`)}${held.interpreterLanguage && html`<li>${icon('check')}<span>${b('details.interpreter', { language: languageName(view.locale, held.interpreterLanguage, languages) })}</span></li>`}</ul></div>`}
<p class="note with-icon">${icon('clock')}<span>${b('details.held', { time: clockTime(until, view.locale), count: left })}</span></p></div>
<div class="stack">${line('name', 'text', 'name')}<p class="hint">${b('details.how')}</p>${line('email', 'email', 'email')}${line('phone', 'tel', 'tel')}</div>
<div class="stack"><p class="buttons"><button class="button wide-phone" type="submit">${icon('check')} ${held.sessionId ? togetherWords(view)('courses.take') : b('details.confirm')}</button></p>
<p class="hint small">${b('details.use')}</p></div></form>
<form class="narrow" method="post" action="/b/release">${hiddenFields(token)}<button class="text-link" type="submit">${b('details.release')}</button></form>`,
  });
}

export type Field = { name: keyof DetailsForm; type: string; autocomplete: string; form: DetailsForm };

/** Shared with the pages of what is booked as one. */
export function field(view: View, faults: FieldFault[], { name, type, autocomplete, form }: Field): Html {
  const b = wordsOf(view);
  const fault = faultAt(view, faults, name);
  return html`<div class="field"><label for="${name}">${b(`details.${name}`)}</label>${fault.shown}
<input class="input" id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="200" value="${form[name]}"${attributes(fault.marks())}></div>`;
}
