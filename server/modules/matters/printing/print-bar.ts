import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { icon, tidied, type View } from '../../site/service.ts';

/** On the screen above the paper; never printed. Without JavaScript the browser's own command does the same. */
export function printBar({ variant }: View): Html {
  const p = tidied(translator(variant, 'print'));
  return html`<aside class="print-bar off-paper" aria-label="${p('sheet.print')}"><button class="button" type="button" data-print hidden>${icon('print')} ${p('sheet.print')}</button> <span class="small">${p('sheet.printHow')}</span></aside>`;
}
