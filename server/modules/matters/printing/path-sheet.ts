import { type Html, html, trusted } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { drawSheet, icon, logo, paperDay, telephone, tidied, type View } from '../../site/service.ts';
import { turnBox } from '../following/page.ts';
import { drawPath, type Naming } from '../following/path-drawing.ts';
import { sayMatterNumber } from '../number.ts';
import { printBar } from './print-bar.ts';
import type { PaperMatter } from './queries.ts';

export type PathSheet = {
  matter: PaperMatter;
  naming: Naming;
  /** Point and street, where the paper is given. */
  place: string;
  named: boolean;
  /** A fresh link as a drawing, with its address for those who type it. */
  link: { address: string; drawing: string; until: string } | null;
};

/** One page that says everything in black and white: the number, whose turn it is, the path, what to bring, where to call. */
export function pathSheet(view: View, { matter, naming, place, named, link }: PathSheet): string {
  const p = tidied(translator(view.variant, 'print'));
  const number = sayMatterNumber(matter.number);
  const page = { ...matter, messages: [] };
  return drawSheet(view, {
    title: p('sheet.title', { number }),
    bar: printBar(view),
    main: html`<header class="sheet-head">${logo('Polku')}<p class="small">${p('sheet.matter')} <b class="nowrap">${number}</b><br>${p('sheet.printed', { day: paperDay(view, view.now.toString()) })}${place && html`<br>${place}`}</p></header>
<main class="stack">
<h1>${p('sheet.heading')}</h1>
${turnBox(view, page, true)}
<section aria-labelledby="path"><h2 id="path">${view.t('follow.path')}</h2>${drawPath(view, page, naming)}</section>
<div class="two">
<section><h2>${p('sheet.bring')}</h2><ul class="ticks">${['paper', 'papers', 'identity'].map((each) => html`<li>${icon('check')}<span>${p(`sheet.bringList.${each}`)}</span></li>`)}</ul></section>
<section><h2>${p('sheet.changes')}</h2><p>${callWords(view, number.replaceAll(' ', '\u00a0'))}</p></section>
</div>
</main>
<footer class="sheet-foot${link === null && ' without-code'}">${link && html`<div class="qr">${trusted(link.drawing)}</div>`}<div>
${link ? html`<p><b>${p('sheet.follow')}</b> ${p('sheet.followHow', { until: link.until })}</p><p class="small secret-link">${link.address}</p>` : html`<p><b>${p('sheet.follow')}</b> ${p('sheet.followAsk')}</p>`}
<p class="small">${named ? p('sheet.namesAsked') : p('sheet.namesLeftOut')}</p></div></footer>`,
  });
}

function callWords({ variant, help }: View, number: string): Html {
  const p = tidied(translator(variant, 'print'));
  if (!help) return html`${p('sheet.come', { number })}`;
  return html`${p('sheet.call')} ${telephone(help.number)}, ${help.week}. ${p('sheet.sayNumber', { number })}`;
}
