import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { drawOwnPage, type Page, type View } from '../../site/service.ts';

const places = { matters: '/my', details: '/my/details', looks: '/my/looks', copy: '/my/copy', requests: '/my/data-requests' } as const;
export type OwnPlace = keyof typeof places;

/** A page of a signed-in customer with the ways to the others. `at`: where the reader is. */
export function drawMine(view: View, caller: CustomerCaller, token: string, at: OwnPlace, page: Page): string {
  return drawOwnPage(view, caller, token, { ...page, main: html`${ways(view, at)}${page.main}` });
}

function ways({ variant }: View, at: OwnPlace): Html {
  const t = translator(variant, 'own');
  const link = ([place, href]: [string, string]) =>
    html`<li><a href="${href}"${attributes({ 'aria-current': place === at ? 'page' : null })}>${t(`nav.${place}`)}</a></li>`;
  return html`<nav class="own-nav" aria-label="${t('nav.label')}"><ul>${Object.entries(places).map(link)}</ul></nav>`;
}
