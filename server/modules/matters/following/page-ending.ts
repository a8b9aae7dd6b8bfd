import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { hiddenFields, icon, type View } from '../../site/service.ts';
import type { Outcome } from '../needs/schema.ts';

/** The three outcomes in the customer's words: a list the municipality keeps. */
export type OutcomeWords = { key: Outcome; words: string };

/** What the customer says is kept beside what the staff recorded; they may change their mind (M8). */
export function outcomeForm({ t }: View, outcomes: OutcomeWords[], said: Outcome | null, token: string, place = '/a'): Html {
  return html`<form class="stack" id="outcome" method="post" action="${place}/outcome">${hiddenFields(token)}
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

/** For a page opened with a slip: it closes within the hour, and at once by one button that is seen without looking for it. */
export function passing({ variant }: View, token: string): Html {
  const s = translator(variant, 'slip');
  return html`<form class="passing" method="post" action="/a/forgetting">${hiddenFields(token)}
<p>${icon('lock')} <span>${s('open.closes')}</span></p><button class="button second" type="submit">${s('open.forget')}</button></form>`;
}
