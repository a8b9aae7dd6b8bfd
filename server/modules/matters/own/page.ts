import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { dayWords, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { drawOwnPage } from './frame.ts';
import type { OwnMatter } from './queries.ts';

/** Every matter that is the customer's own, open ones first. */
export function ownMattersPage(view: View, caller: CustomerCaller, matters: OwnMatter[], token: string): string {
  const t = translator(view.variant, 'identifying');
  return drawOwnPage(view, caller, token, {
    title: t('mine.title'),
    main: html`<div class="stack"><h1>${t('mine.title')}</h1>
${matters.length === 0 ? html`<p>${t('mine.none')}</p>` : html`<ul class="rows">${matters.map((matter) => row(view, matter))}</ul>`}</div>`,
  });
}

function row(view: View, { number, turn, openedAt }: OwnMatter): Html {
  const t = translator(view.variant, 'identifying');
  return html`<li><p><b class="nowrap">${sayMatterNumber(number)}</b></p>
<p>${t(`mine.turn.${turn}`)}</p><p class="quiet small">${t('mine.opened', { when: dayWords(view, openedAt) })}</p></li>`;
}
