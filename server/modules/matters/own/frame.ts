import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { drawPage, hiddenFields, icon, type Page, type View } from '../../site/service.ts';

/** A page of a signed-in customer: who is signed in, for whom they act, and the way out, above everything else. */
export function drawOwnPage(view: View, caller: CustomerCaller, token: string, page: Page): string {
  return drawPage(view, {
    ...page,
    private: true,
    main: html`${whoIsIn(view, caller, token)}
${page.main}`,
  });
}

function whoIsIn(view: View, { name, actingFor }: CustomerCaller, token: string): Html {
  const t = translator(view.variant, 'identifying');
  return html`<div class="signed-in"><p>${icon('lock')} <span>${t('who.signedIn')} <b>${name}</b>${
    actingFor && html`<br><strong class="for-other">${t('who.actingFor', { name: actingFor.name })}</strong>`
  }</span></p>
<form method="post" action="/my/sign-out">${hiddenFields(token)}<button class="button second" type="submit">${t('who.signOut')}</button></form></div>`;
}
