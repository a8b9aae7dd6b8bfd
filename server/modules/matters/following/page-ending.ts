import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { hiddenFields, icon, type View } from '../../site/service.ts';
import type { Outcome } from '../needs/schema.ts';

/** The three outcomes in the customer's words: a list the municipality keeps. */
export type OutcomeWords = { key: Outcome; words: string };

/** What the customer says is kept beside what the staff recorded; they may change their mind (M8). */
export function outcomeForm({ t }: View, outcomes: OutcomeWords[], said: Outcome | null, token: string): Html {
  return html`<form class="stack" id="outcome" method="post" action="/a/outcome">${hiddenFields(token)}
<fieldset class="stack"><legend><h2>${t('outcome.title')}</h2></legend>
<p class="hint">${said ? t('outcome.said') : t('outcome.hint')}</p>
<div class="choices column">${outcomes.map(
    ({ key, words }) =>
      html`<label class="choice row"><input type="radio" name="outcome" value="${key}" required${attributes({ checked: key === said })}><span class="dot"></span><span>${words}</span></label>`,
  )}</div></fieldset>
<p class="buttons"><button class="button second wide-phone" type="submit">${t('outcome.send')}</button></p></form>`;
}

export function forgetting({ t }: View, token: string): Html {
  return html`<form class="stack" method="post" action="/a/forgetting">${hiddenFields(token)}
<h2>${t('forget.title')}</h2><p>${t('forget.why')}</p>
<p class="buttons"><button class="button second wide-phone" type="submit">${icon('lock')} ${t('forget.do')}</button></p></form>`;
}
