import { dayOf } from '../../../platform/clock/day.ts';
import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { hiddenFields, icon, tidied, type View } from '../../site/service.ts';
import { referralOutcomes } from './schema.ts';
import { type Detail, detailsOf, type GivenReferral } from './wording.ts';

/** Whom one was referred to, where one's matter is read; and, when it is time, how it went. `token` null: nothing is asked here. */
export function referralsSection(view: View, referrals: readonly GivenReferral[], token: string | null): Html | false {
  const w = tidied(translator(view.variant, 'referral'));
  if (referrals.length === 0) return false;
  return html`<section class="stack" aria-labelledby="referrals"><h2 id="referrals" tabindex="-1">${w('title')}</h2>
${referrals.map((each) => html`<div class="panel stack">${referralDetails(view, each, 3)}${token !== null && outcomeForm(view, each, token)}</div>`)}
<p class="note with-icon">${icon('lock')} <span>${w('never')}</span></p></section>`;
}

/** `level` of the heading: the second on paper, where the facts are ruled. */
export function referralDetails(view: View, referral: GivenReferral, level: 2 | 3): Html {
  const told = detailsOf(view.variant, view.locale, referral);
  if (!told) return html`<p>${translator(view.variant, 'referral')('withheld')}</p>`;
  const heading = level === 2 ? html`<h2>${told.name}</h2>` : html`<h3>${told.name}</h3>`;
  return html`${heading}<dl class="${level === 2 ? 'sheet-facts' : 'facts'}">${told.details.map((each) => detail(each, level === 3))}</dl>`;
}

function detail({ label, words, href }: Detail, linked: boolean): Html {
  return html`<div><dt>${label}</dt><dd>${linked && href ? html`<a class="text-link" href="${href}">${words}</a>` : words}</dd></div>`;
}

/** Asked when its day has come; they may say it before, and change their mind. */
function outcomeForm(view: View, { id, askOn, outcome }: GivenReferral, token: string): Html | false {
  const w = translator(view.variant, 'referral');
  const isTime = Temporal.PlainDate.compare(askOn, dayOf(view.now)) <= 0;
  const form = html`<form class="stack" method="post" action="/a/referral">${hiddenFields(token)}<input type="hidden" name="referral" value="${id}">
<fieldset class="stack"><legend>${isTime || outcome ? html`<b>${w('outcome.title')}</b>` : w('outcome.title')}</legend>
<div class="choices column">${referralOutcomes.map(
    (key) =>
      html`<label class="choice row"><input type="radio" name="outcome" value="${key}" required${attributes({ checked: key === outcome })}><span class="dot"></span><span>${w(`outcome.${key}`)}</span></label>`,
  )}</div></fieldset>
<p class="buttons"><button class="button second wide-phone" type="submit">${w('outcome.send')}</button></p></form>`;
  return isTime ? form : html`<details class="more"><summary>${icon('arrow')} ${w('outcome.title')}</summary>${form}</details>`;
}
