import { type Html, html } from '../../../platform/http/html.ts';
import { icon, type View } from '../../site/service.ts';

/** On the screen above the paper; never printed. Without JavaScript the browser's own command does the same. */
export function printBar({ t }: View): Html {
  return html`<p class="print-bar off-paper"><button class="button" type="button" data-print hidden>${icon('print')} ${t('sheet.print')}</button> <span class="small">${t('sheet.printHow')}</span></p>`;
}
