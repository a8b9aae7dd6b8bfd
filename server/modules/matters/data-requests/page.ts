import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { dayWords, fullStop, hiddenFields, icon, tidied, type View } from '../../site/service.ts';
import type { Naming } from '../following/path-drawing.ts';
import { sayMatterNumber } from '../number.ts';
import { drawMine } from '../own/nav.ts';
import type { OwnMatter } from '../own/queries.ts';
import type { OwnRequest } from './queries.ts';

const kinds = ['correct', 'erase', 'restrict'] as const;

export type RequestsShown = {
  requests: OwnRequest[];
  matters: OwnMatter[];
  naming: Naming;
  token: string;
  done?: boolean;
  fault?: 'words' | undefined;
  /** What was asked when it could not be taken. */
  asked?: { kind: string; matter: string };
};

/** What one has asked of one's data with the answers, and a form to ask. */
export function dataRequestsPage(view: View, caller: CustomerCaller, shown: RequestsShown): string {
  const t = tidied(translator(view.variant, 'own'));
  return drawMine(view, caller, shown.token, 'requests', {
    title: (shown.fault ? `${view.t('form.errorTitle')} ` : '') + t('requests.title'),
    main: html`<div class="stack narrow"><h1>${t('requests.title')}</h1>
${shown.done && html`<p class="note with-icon good-note" role="status">${icon('check')}<span>${t('done.request')}</span></p>`}
<p>${t('requests.lede')}</p>
${form(t, shown, handledCustomer(caller))}
${shown.requests.length > 0 && html`<section class="stack" aria-labelledby="earlier"><h2 id="earlier">${t('requests.earlier')}</h2><ul class="rows">${shown.requests.map((request) => row(view, t, request, shown.naming))}</ul></section>`}</div>`,
  });
}

function form(t: Translate, { matters, token, fault, asked }: RequestsShown, about: string): Html {
  return html`<form class="stack" method="post" action="/my/data-requests">${hiddenFields(token)}<input type="hidden" name="about" value="${about}">
<fieldset class="stack"><legend class="question">${t('requests.kind')}</legend><div class="choices">${kinds.map(
    (kind) =>
      html`<label class="choice row"><input type="radio" name="kind" value="${kind}" required${attributes({ checked: asked?.kind === kind })}><span class="dot"></span><span>${t(`requests.kinds.${kind}`)}${kind !== 'correct' && html`<small>${t(`requests.${kind}Hint`)}</small>`}</span></label>`,
  )}</div></fieldset>
<div class="field"><label for="matter">${t('requests.which')}</label><select class="input" id="matter" name="matter"><option value="">${t('requests.all')}</option>${matters.map(({ id, number }) => html`<option value="${id}"${attributes({ selected: asked?.matter === id })}>${t('looks.about', { number: sayMatterNumber(number) })}</option>`)}</select></div>
<div class="field"><label for="words">${t('requests.words')}</label><p class="hint small" id="words-hint">${t('requests.wordsHint')}</p>
${fault && html`<p class="fault" id="words-fault" role="alert">${icon('alert')} <span>${t('requests.faults.words')}</span></p>`}
<textarea class="input" id="words" name="words" rows="4" required maxlength="4000"${attributes({ 'aria-describedby': fault ? 'words-fault words-hint' : 'words-hint', 'aria-invalid': fault ? 'true' : null })}></textarea></div>
<p class="buttons"><button class="button wide-phone" type="submit">${t('requests.send')}</button></p></form>`;
}

function row(view: View, t: Translate, request: OwnRequest, naming: Naming): Html {
  const { kind, words, askedAt, matterNumber, ownerOrganisationId } = request;
  const asked = t('requests.asked', { day: dayWords(view, askedAt) });
  const organisation = naming.organisation(ownerOrganisationId) ?? t('sees.unknown');
  return html`<li class="own-row"><h3>${t(`requests.kinds.${kind}`)}</h3>
<p class="quiet small">${asked}${fullStop(asked)} ${matterNumber ? t('looks.about', { number: sayMatterNumber(matterNumber) }) : t('requests.all')}. ${t('requests.to', { organisation })}.</p>
<p class="words">${words}</p>
${answered(view, t, request)}</li>`;
}

function answered(view: View, t: Translate, request: OwnRequest): Html {
  const { outcome, answeredAt, reason, erased, dueOn, isLate } = request;
  const due = formatDate(Temporal.PlainDate.from(dueOn), view.locale, dayOf(view.now));
  if (!outcome || !answeredAt)
    return html`<p class="state wait">${icon('clock')} ${isLate ? t('requests.late') : t('requests.due', { day: due })}</p>`;
  return html`<p><b>${t(`requests.outcome.${outcome}`, { day: dayWords(view, answeredAt) })}</b></p><p class="words">${reason}</p>
${restriction(view, t, request)}
${erased.map((one) => html`<p>${t(`requests.erased.${one}`)}</p>`)}${outcome !== 'done' && html`<p class="quiet small">${t('requests.complain')}</p>`}`;
}

/** That a restriction holds, and beforehand that it ends and why (GDPR art. 18(3)). */
function restriction(view: View, t: Translate, { kind, outcome, answeredAt, liftsAt, liftReason }: OwnRequest): Html | false {
  if (kind !== 'restrict' || outcome === 'refused' || !answeredAt) return false;
  if (!liftsAt) return html`<p>${t('requests.restricted', { day: dayWords(view, answeredAt) })}</p>`;
  return html`<p class="words">${t('requests.lifting', { day: dayWords(view, liftsAt), reason: liftReason })}</p><p class="quiet small">${t('requests.liftingHow')}</p>`;
}
