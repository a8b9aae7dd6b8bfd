import { html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { dayWords, drawSheet, logo, telephone, tidied, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { sayPin } from './rules.ts';

export type SlipSheet = { number: string; pin: string; until: Temporal.Instant; address: string };

/**
 * A small paper (A6) for a purse: the number, the PIN and what to do with them. It names no authority and not what the matter is, so that
 * whoever finds it learns nothing.
 */
export function slipSheet(view: View, { number, pin, until, address }: SlipSheet): string {
  const s = tidied(translator(view.variant, 'slip'));
  const said = sayMatterNumber(number);
  return drawSheet(view, {
    title: s('paper.title'),
    // The desk prints it: no commands of its own.
    bar: html``,
    main: html`<main class="slip"><header>${logo('Polku')}<p class="small">${s('paper.until', { day: dayWords(view, until.toString()) })}</p></header>
<h1>${s('paper.heading')}</h1>
<dl class="slip-codes"><div><dt>${s('paper.number')}</dt><dd>${said}</dd></div><div><dt>${s('paper.pin')}</dt><dd>${sayPin(pin)}</dd></div></dl>
<ol><li>${s('paper.web')} <b class="secret-link">${address}</b></li><li>${s('paper.point')}</li></ol>
<p>${s('paper.secret')}</p>
<p class="small">${s('paper.keep')} ${view.help ? html`${s('paper.lost')} ${telephone(view.help.number)}.` : s('paper.lostCome')}</p></main>`,
  });
}
