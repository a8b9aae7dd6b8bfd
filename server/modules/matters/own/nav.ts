import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { type MandateRight, mayAs } from '../../customers/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { drawOwnPage, type Page, type View } from '../../site/service.ts';

const places = { matters: '/my', details: '/my/details', looks: '/my/looks', copy: '/my/copy', requests: '/my/data-requests' } as const;
export type OwnPlace = keyof typeof places;

/** What of a mandate opens each of them to whoever acts for another. */
const rights: Record<OwnPlace, MandateRight> = {
  matters: 'read',
  details: 'write',
  looks: 'data-rights',
  copy: 'data-rights',
  requests: 'data-rights',
};

/** A page of a signed-in customer with the ways to the others. `at`: where the reader is. */
export function drawMine(view: View, caller: CustomerCaller, token: string, at: OwnPlace, page: Page): string {
  return drawOwnPage(view, caller, token, { ...page, main: html`${ways(view, caller, at)}${limits(view, caller)}${page.main}` });
}

function ways({ variant }: View, caller: CustomerCaller, at: OwnPlace): Html {
  const t = translator(variant, 'own');
  const open = Object.entries(places).filter(([place]) => mayAs(caller, rights[place as OwnPlace]));
  const link = ([place, href]: [string, string]) =>
    html`<li><a href="${href}"${attributes({ 'aria-current': place === at ? 'page' : null })}>${t(`nav.${place}`)}</a></li>`;
  return html`<nav class="own-nav" aria-label="${t('nav.label')}"><ul>${open.map(link)}</ul></nav>`;
}

/** Said on each page, so that nobody looks for what the mandate does not open. */
function limits({ variant }: View, caller: CustomerCaller): Html | false {
  if (mayAs(caller, 'data-rights')) return false;
  const t = translator(variant, 'own');
  return html`<p class="quiet small">${t(mayAs(caller, 'write') ? 'acting.manage' : 'acting.read')}</p>`;
}
