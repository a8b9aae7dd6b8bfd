import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { drawOwnPage, drawPage, hiddenFields, icon, type View } from '../../site/service.ts';

/** Whence one came to choose, and where one goes on: one's own matters, or the question whose the matter of the link is. */
export const places = { my: '/my', link: '/a/identified' } as const;
export type From = keyof typeof places;

/** For whom one acts now, and choosing another. `failed`: one came back with nobody. `from`: where one goes back to. */
export function actingForPage(
  view: View,
  caller: CustomerCaller,
  token: string,
  { failed, from }: { failed: boolean; from: From },
): string {
  const t = translator(view.variant, 'identifying');
  const choose = (kind: 'person' | 'company') => html`<form method="post" action="/my/acting-for/choosing">${hiddenFields(token)}
<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="from" value="${from}"><button class="button second wide-phone" type="submit">${t(`mandate.${kind}`)}</button></form>`;
  return drawOwnPage(view, caller, token, {
    title: t('mandate.title'),
    main: html`<div class="stack narrow"><h1>${t('mandate.title')}</h1>
${failed && html`<p class="note with-icon" role="alert">${icon('alert')} <span>${t('mandate.failed')}</span></p>`}
<p>${caller.actingFor ? t('mandate.now', { name: caller.actingFor.name }) : t('mandate.what')}</p>
<div class="buttons">${choose('person')}${choose('company')}</div>
${caller.actingFor && leave(t('mandate.self'), token)}
<p><a class="text-link" href="${places[from]}">${t(from === 'link' ? 'claim.back' : 'mine.title')}</a></p></div>`,
  });
}

function leave(words: string, token: string): Html {
  return html`<form method="post" action="/my/acting-for/ending">${hiddenFields(token)}<p class="buttons"><button class="button wide-phone" type="submit">${words}</button></p></form>`;
}

/** Between our form and the register's own pages. */
export function onTheWayPage(view: View, location: string): string {
  const t = translator(view.variant, 'identifying');
  return drawPage(view, {
    title: t('mandate.away'),
    private: true,
    main: html`<div class="stack narrow"><h1>${t('mandate.away')}</h1><p class="buttons"><a class="button" href="${location}">${t('farewell.go')}</a></p></div>`,
  });
}
