import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { mayAs } from '../../customers/service.ts';
import { handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { hiddenFields, type View } from '../../site/service.ts';
import { drawOwnPage } from '../own/frame.ts';
import type { ClaimState } from './queries.ts';

/**
 * Asks whether the matter is theirs, or that of whom they act for, as one may hold the link of somebody one helps; then tells what the
 * claim waits for. A mandate to see alone is told what may be done instead.
 */
export function claimPage(view: View, caller: CustomerCaller, stands: ClaimState | undefined, token: string): string {
  const t = translator(view.variant, 'identifying');
  const shown = stands ?? unsaid(caller);
  const name = caller.actingFor?.name ?? '';
  // To whoever acts for another, a way to "my matters" would lead to that one's.
  const mistakable = caller.actingFor !== null && !stands;
  const title = t(`claim.${shown}.title`);
  return drawOwnPage(view, caller, token, {
    title,
    main: html`<div class="stack narrow"><h1>${title}</h1>
<p>${t(`claim.${shown}.what`, { name })}</p><p>${t(`claim.${shown}.next`)}</p>
${(shown === 'ask' || shown === 'forOther') && saying(t(`claim.${shown}.do`), caller, token)}
${shown === 'ask' && view.mandates && html`<p class="buttons"><a class="button second" href="/my/acting-for?from=link">${t('claim.act')}</a></p>`}
<p class="buttons"><a class="button second" href="/a">${t('claim.back')}</a>${!mistakable && html`<a class="button second" href="/my">${t('mine.title')}</a>`}</p>
${mistakable && ending(t('mandate.self'), token)}</div>`,
  });
}

function unsaid(caller: CustomerCaller): 'ask' | 'forOther' | 'narrow' {
  if (!caller.actingFor) return 'ask';
  return mayAs(caller, 'write') ? 'forOther' : 'narrow';
}

function saying(words: string, caller: CustomerCaller, token: string): Html {
  return html`<form method="post" action="/a/claim">${hiddenFields(token)}<input type="hidden" name="about" value="${handledCustomer(caller)}">
<p class="buttons"><button class="button wide-phone" type="submit">${words}</button></p></form>`;
}

function ending(words: string, token: string): Html {
  return html`<form method="post" action="/my/acting-for/ending">${hiddenFields(token)}<p class="buttons"><button class="button second wide-phone" type="submit">${words}</button></p></form>`;
}
