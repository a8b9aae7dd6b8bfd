import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { icon, type View } from '../../site/service.ts';

/** On the screen above the paper; never printed. Without JavaScript the browser's own command does the same. */
export function printBar({ variant }: View): Html {
  const p = translator(variant, 'print');
  return html`<p class="print-bar off-paper"><button class="button" type="button" data-print hidden>${icon('print')} ${p('sheet.print')}</button> <span class="small">${p('sheet.printHow')}</span></p>`;
}
