import { type Html, html } from '../../platform/http/html.ts';
import { translator } from '../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../identity/types.ts';
import { hiddenFields } from './form-parts.ts';
import { drawPage, type Page } from './frame.ts';
import { icon } from './icons.ts';
import type { View } from './view.ts';

/** A page of a signed-in customer: who is signed in, for whom they act, and the way out, above everything else. */
export function drawOwnPage(view: View, caller: CustomerCaller, token: string, page: Page): string {
  const main = html`${whoIsIn(view, caller, token)}
${page.main}`;
  return drawPage(view, { ...page, private: true, main });
}

function whoIsIn(view: View, { name, actingFor }: CustomerCaller, token: string): Html {
  const t = translator(view.variant, 'identifying');
  const change = html`<a class="text-link" href="/my/acting-for">${t(actingFor ? 'who.change' : 'who.forOther')}</a>`;
  return html`<div class="signed-in"><p>${icon('lock')} <span>${t('who.signedIn')} <b>${name}</b><br>${
    actingFor && html`<strong>${t('who.actingFor', { name: actingFor.name })}</strong><br>`
  }${view.mandates && change}</span></p>
<form method="post" action="/my/sign-out">${hiddenFields(token)}<button class="button second" type="submit">${t('who.signOut')}</button></form></div>`;
}
