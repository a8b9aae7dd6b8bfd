import { html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { drawSheet, logo, paperDay, telephone, tidied, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { printBar } from './print-bar.ts';
import type { Letter } from './queries.ts';

/**
 * A letter for an envelope with a window: only the address stands where the window is, and neither it nor the heading names an authority
 * or what the matter is. Without an address the field stays empty, for giving the paper by hand.
 */
export function letterSheet(view: View, letter: Letter, { sender }: { sender: string[] }): string {
  const p = tidied(translator(view.variant, 'print'));
  const { help } = view;
  const number = sayMatterNumber(letter.number);
  const { recipient } = letter;
  const address = recipient ? [recipient.name, recipient.street, `${recipient.postalCode} ${recipient.city}`.trim()].filter(Boolean) : [];
  return drawSheet(view, {
    title: p(`letter.title.${letter.kind}`, { number }),
    bar: printBar(view),
    main: html`<header class="letter-head"><div>${logo('Polku')}<p class="small">${sender.map((line) => html`${line}<br>`)}</p></div>
<p class="small">${paperDay(view, letter.at)}<br>${p('sheet.matter')} <b class="nowrap">${number}</b></p>
<address class="window">${address.map((line) => html`${line}<br>`)}</address></header>
<main class="letter stack"><h1>${p(`letter.heading.${letter.kind}`)}</h1>
<div class="words">${letter.body}</div>
${letter.authorName && html`<p>${letter.authorName}</p>`}</main>
<footer class="sheet-foot without-code"><p class="small">${help ? html`${p('sheet.call')} ${telephone(help.number)}, ${help.week}. ${p('sheet.sayNumber', { number: number.replaceAll(' ', '\u00a0') })}` : p('sheet.come', { number })}</p></footer>`,
  });
}
