import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { html, trusted } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { dayWords, drawSheet, logo, telephone, tidied, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { printBar } from '../printing/print-bar.ts';
import { referralDetails } from './section.ts';
import type { GivenReferral } from './wording.ts';

export type ReferralSheet = {
  number: string;
  referral: GivenReferral;
  /** Point and street, where the paper is given. */
  place: string;
  link: { address: string; drawing: string; until: string } | null;
};

/** One page to take along: whom one is referred to, when and how they help, and whom to call if it did not. Black on white, no authority unless agreed. */
export function referralSheet(view: View, { number: bare, referral, place, link }: ReferralSheet): string {
  const p = tidied(translator(view.variant, 'print'));
  const w = tidied(translator(view.variant, 'referral'));
  const number = sayMatterNumber(bare);
  const unbroken = number.replaceAll(' ', '\u00a0');
  const { help } = view;
  return drawSheet(view, {
    title: w('sheet.title', { number }),
    bar: printBar(view),
    main: html`<header class="sheet-head">${logo('Polku')}<p class="small">${p('sheet.matter')} <b class="nowrap">${number}</b><br>${p('sheet.printed', { day: dayWords(view, view.now.toString()) })}${place && html`<br>${place}`}</p></header>
<main class="stack referral">
<h1>${w('sheet.heading')}</h1>
${referralDetails(view, referral, 2)}
<section><h2>${w('sheet.remember')}</h2><p>${w('never')}</p></section>
<section><h2>${w('sheet.after')}</h2><p>${w('sheet.asked', { day: formatDate(referral.askOn, view.locale, dayOf(view.now)) })}</p></section>
</main>
<footer class="sheet-foot${link === null && ' without-code'}">${link && html`<div class="qr">${trusted(link.drawing)}</div>`}<div>
<p>${help ? html`${p('sheet.call')} ${telephone(help.number)}, ${help.week}. ${p('sheet.sayNumber', { number: unbroken })}` : p('sheet.come', { number: unbroken })}</p>
${link && html`<p><b>${p('sheet.follow')}</b> ${p('sheet.followHow', { until: link.until })}</p><p class="small secret-link">${link.address}</p>`}</div></footer>`,
  });
}
