import { html } from '../../../../platform/http/html.ts';
import { clockTime, drawPage, type FieldFault, faultSummary, hiddenFields, icon, type View } from '../../../site/service.ts';
import { type DetailsForm, field } from '../../pages/details-page.ts';
import { whereWords, wordsOf } from '../../pages/words.ts';
import { partsList } from './parts-list.ts';
import type { Whole } from './whole.ts';
import { togetherWords } from './words.ts';

type Around = { form: DetailsForm; faults: FieldFault[]; token: string; once: string };

/** Who comes, while all of it is held: how long it still is stands on the page. */
export function jointDetailsPage(view: View, whole: Whole, { form, faults, token, once }: Around): string {
  const [b, t] = [wordsOf(view), togetherWords(view)];
  const { first, joint, point } = whole;
  const until = first.heldUntil as Temporal.Instant;
  const left = Math.max(1, Math.ceil(view.now.until(until).total('minutes')));
  const line = (name: keyof DetailsForm, type: string, autocomplete: string) => field(view, faults, { name, type, autocomplete, form });
  const isVisit = joint.kind === 'visit';
  return drawPage(view, {
    title: (faults.length > 0 ? `${view.t('form.errorTitle')} ` : '') + t('details.title'),
    private: true,
    main: html`<a class="text-link crumb" href="${isVisit ? '/book/visit' : '/book/courses'}">${icon('back')} ${t(isVisit ? 'times.other' : 'courses.title')}</a>
<form class="stack wide-gap narrow" method="post" action="/b/together/confirmation" novalidate>${hiddenFields(token, once)}
${faultSummary({ ...view, t: (key, values) => (key === 'form.kept' ? b('details.kept') : view.t(key, values)) }, faults)}
<div class="stack"><h1>${t('details.title')}</h1><p class="lede">${whereWords(view, b, point, first.way)}</p>
<section class="stack" aria-labelledby="held"><h2 id="held">${t(isVisit ? 'details.heldVisit' : 'details.heldSeries')}</h2>${partsList(view, whole, { named: true })}</section>
${first.people > 1 && html`<p>${t('own.people', { count: first.people })}</p>`}
<p class="note with-icon">${icon('clock')}<span>${t('details.held', { time: clockTime(until, view.locale), count: left })}</span></p></div>
<div class="stack">${line('name', 'text', 'name')}<p class="hint">${b('details.how')}</p>${line('email', 'email', 'email')}${line('phone', 'tel', 'tel')}</div>
<div class="stack"><p class="buttons"><button class="button wide-phone" type="submit">${icon('check')} ${t(isVisit ? 'details.take' : 'courses.take')}</button></p>
<p class="hint small">${b('details.use')}</p></div></form>
<form class="narrow" method="post" action="/b/together/release">${hiddenFields(token)}<button class="text-link" type="submit">${b('details.release')}</button></form>`,
  });
}
