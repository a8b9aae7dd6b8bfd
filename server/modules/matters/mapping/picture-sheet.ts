import { type Html, html, trusted } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { drawSheet, logo, paperDay, tidied, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { printBar } from '../printing/print-bar.ts';
import { type Block, blocksOf } from './wording.ts';

export type PictureSheet = {
  number: string;
  text: string;
  /** Point and street, where the paper is given. */
  place: string;
  named: boolean;
  confirmed: { how: string; at: string } | null;
  /** Decided, so that the customer may sign it. */
  signable: boolean;
  link: { address: string; drawing: string; until: string } | null;
};

/** The situation picture and the agreed path on one paper, with a line to sign until it has been confirmed. */
export function pictureSheet(view: View, sheet: PictureSheet): string {
  const p = tidied(translator(view.variant, 'print'));
  const w = tidied(translator(view.variant, 'picture'));
  const number = sayMatterNumber(sheet.number);
  const { link } = sheet;
  return drawSheet(view, {
    title: w('sheet.title', { number }),
    bar: printBar(view),
    main: html`<header class="sheet-head">${logo('Polku')}<p class="small">${p('sheet.matter')} <b class="nowrap">${number}</b><br>${p('sheet.printed', { day: paperDay(view, view.now.toString()) })}${sheet.place && html`<br>${sheet.place}`}</p></header>
<main class="stack">
<h1>${w('sheet.heading')}</h1>
${stateLine(view, sheet)}
${pictureBlocks(sheet.text)}
${!sheet.confirmed && sheet.signable && html`<section class="signing"><p>${w('sheet.sign')}</p><p class="signature">${w('sheet.signature')}</p></section>`}
</main>
<footer class="sheet-foot${link === null && ' without-code'}">${link && html`<div class="qr">${trusted(link.drawing)}</div>`}<div>
<p>${w('sheet.change', { number: number.replaceAll(' ', '\u00a0') })}</p>
${link && html`<p><b>${p('sheet.follow')}</b> ${p('sheet.followHow', { until: link.until })}</p><p class="small secret-link">${link.address}</p>`}
${!sheet.named && html`<p class="small">${w('sheet.namesLeftOut')}</p>`}</div></footer>`,
  });
}

/** Written text as headings and lists, wherever the customer reads it. */
export function pictureBlocks(text: string, level: 2 | 3 = 2): Html {
  return html`${blocksOf(text).map((block) => drawBlock(block, level))}`;
}

function drawBlock({ heading, lines, listed }: Block, level: 2 | 3): Html {
  const title = heading && (level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`);
  if (listed) return html`<section>${title}<ul class="picture-list">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
  return html`<section>${title}${lines.map((line) => html`<p>${line}</p>`)}</section>`;
}

function stateLine(view: View, { confirmed, signable }: PictureSheet): Html | false {
  const w = tidied(translator(view.variant, 'picture'));
  if (confirmed) return html`<p><b>${w(`sheet.confirmed.${confirmed.how}`, { day: paperDay(view, confirmed.at) })}</b></p>`;
  return !signable && html`<p><b>${w('sheet.draft')}</b></p>`;
}
