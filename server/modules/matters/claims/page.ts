import { type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { hiddenFields, type View } from '../../site/service.ts';
import { drawOwnPage } from '../own/frame.ts';
import type { ClaimState } from './queries.ts';

/** Asks whether the matter is theirs, as one may hold the link of somebody one helps; then tells what the claim waits for. */
export function claimPage(view: View, caller: CustomerCaller, stands: ClaimState | undefined, token: string): string {
  const t = translator(view.variant, 'identifying');
  const title = t(`claim.${stands === undefined ? 'ask' : stands}.title`);
  return drawOwnPage(view, caller, token, {
    title,
    main: html`<div class="stack narrow"><h1>${title}</h1>
${stands === undefined ? question(t, token) : html`<p>${t(`claim.${stands}.what`)}</p><p>${t(`claim.${stands}.next`)}</p>`}
<p class="buttons"><a class="button second" href="/a">${t('claim.back')}</a><a class="button second" href="/my">${t('mine.title')}</a></p></div>`,
  });
}

function question(t: Translate, token: string): Html {
  return html`<p>${t('claim.ask.what')}</p><p>${t('claim.ask.next')}</p>
<form method="post" action="/a/claim">${hiddenFields(token)}<p class="buttons"><button class="button wide-phone" type="submit">${t('claim.ask.do')}</button></p></form>`;
}
