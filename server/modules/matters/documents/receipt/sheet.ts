import { dayOf } from '../../../../platform/clock/day.ts';
import { formatDate, formatDateTime } from '../../../../platform/clock/format.ts';
import { type Html, html } from '../../../../platform/http/html.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { drawSheet, logo, tidied, type View } from '../../../site/service.ts';
import { sayMatterNumber } from '../../number.ts';
import { printBar } from '../../printing/print-bar.ts';
import type { ShownDocument } from '../shown.ts';

export type ReceiptKind = 'arrival' | 'return';
export type Receipt = {
  kind: ReceiptKind;
  number: string;
  document: ShownDocument;
  /** Where the customer turns to: point and street. */
  place: string;
  receivedBy: string;
  /** Null unless the customer agreed to names. */
  authority: string | null;
};

/** What the customer keeps: what they left, when and where, with whom; or that they have it back. It names no authority unasked (M13). */
export function receiptSheet(view: View, receipt: Receipt): string {
  const r = tidied(translator(view.variant, 'receipt'));
  const number = sayMatterNumber(receipt.number);
  return drawSheet(view, {
    title: r(`title.${receipt.kind}`, { number }),
    bar: printBar(view),
    main: html`<header class="sheet-head">${logo('Polku')}<p class="small">${r('matter')} <b class="nowrap">${number}</b>${receipt.place && html`<br>${receipt.place}`}</p></header>
<main class="stack"><h1>${r(`heading.${receipt.kind}`)}</h1>
<p>${r(`lead.${receipt.kind}`)}</p>
<dl class="sheet-facts">${factsOf(view, receipt).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${receipt.kind === 'return' ? signatures(view) : html`<p>${r('keep', { number: number.replaceAll(' ', '\u00a0') })}</p>`}
</main>
<footer class="sheet-foot without-code"><p class="small">${receipt.authority ? r('namesAsked') : r('namesLeftOut')}</p></footer>`,
  });
}

function factsOf(view: View, { kind, document, receivedBy, authority }: Receipt): [string, string][] {
  const r = tidied(translator(view.variant, 'receipt'));
  const facts: [string, string | null][] = [
    [r('what'), document.title],
    [r('kind'), r(`kinds.${document.kind}`)],
    [r('pages'), String(document.pages)],
    [r('arrived'), moment(view, document.arrivedAt)],
    [r('where'), document.arrivedPlace || null],
    [r('receivedBy'), receivedBy],
    [r('for'), authority],
    [r('returnBy'), kind === 'arrival' && document.returnBy ? day(view, document.returnBy) : null],
    [r('returned'), kind === 'return' ? moment(view, document.stateAt) : null],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

function signatures({ variant }: View): Html {
  const r = tidied(translator(variant, 'receipt'));
  return html`<div class="two signatures"><p>${r('signedByCustomer')}</p><p>${r('signedByDesk')}</p></div>`;
}

/** With the year: a receipt is found again years later. */
function moment({ locale }: View, at: string): string {
  const instant = Temporal.Instant.from(at);
  return formatDateTime(instant, locale, instant.subtract({ hours: 24 * 400 }));
}

function day({ locale, now }: View, text: string): string {
  return formatDate(Temporal.PlainDate.from(text), locale, dayOf(now).subtract({ years: 1 }));
}
