import { type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { turnBox } from '../../matters/following/service.ts';
import { signInLink, type View } from '../../site/service.ts';
import type { Followed } from './service.ts';

/** When the visit is over: what comes next of its matter, and where to go on. The page is opened by a number, so no authority is named. */
export function afterPart(view: View, n: Translate, followed: Followed): Html {
  const { endedHow, pointId } = followed;
  if (endedHow === 'no-show') return html`<h2>${n('missedTitle')}</h2><p>${n('missed')}</p>${again(n, pointId)}`;
  if (endedHow === 'left') return html`<h2>${n('leftTitle')}</h2><p>${n('left')}</p>${again(n, pointId)}`;
  if (endedHow === 'closed') return html`<h2>${n('overTitle')}</h2><p>${n('closedDay')}</p>${again(n, pointId)}`;
  return html`<h2>${n('overTitle')}</h2><p>${n('thanks')}</p>${followed.next ? nextOf(view, n, followed.next) : askAgain(n)}`;
}

function nextOf(view: View, n: Translate, next: NonNullable<Followed['next']>): Html {
  return html`${turnBox(view, next, true)}
<p>${n(view.signIn ? 'instructions' : 'instructionsSlip')}</p>
<p class="buttons">${view.signIn && signInLink(view, '/my', 'button second')}<a class="button second wide-phone" href="/slip">${n('slip')}</a></p>`;
}

const askAgain = (n: Translate): Html =>
  html`<p>${n('askAgain')}</p><p class="buttons"><a class="button second wide-phone" href="/contact">${n('write')}</a></p>`;

const again = (n: Translate, pointId: string): Html =>
  html`<p class="buttons"><a class="button second wide-phone" href="/waits/${pointId}">${n('seeWaits')}</a><a class="button second wide-phone" href="/contact">${n('write')}</a></p>`;
