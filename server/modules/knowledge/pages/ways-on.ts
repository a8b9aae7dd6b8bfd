import { type Html, html } from '../../../platform/http/html.ts';
import { type IconName, icon } from '../../site/service.ts';
import type { Reader } from './reader.ts';

/** Three ways to a person, for whoever did not find what they looked for: nobody is left with a list alone. */
export function waysOn(reader: Reader, { toPlaces = true } = {}): Html {
  const { t, view } = reader;
  return html`<ul class="rows three">
${way('/contact', 'chat', t('results.write'), t('results.writeHint'))}
${view.help && way(telephoneAddress(view.help.number), 'phone', t('results.call', { number: unbroken(view.help.number) }), view.help.today.words)}
${toPlaces && way('/places', 'pin', t('results.come'), t('results.comeHint'))}
</ul>`;
}

function way(href: string, sign: IconName, words: string, hint: string): Html {
  return html`<li><a class="go" href="${href}">${icon(sign)}<span><b>${words}</b><small>${hint}</small></span>${icon('arrow')}</a></li>`;
}

export const telephoneAddress = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`;
export const unbroken = (number: string): string => number.replaceAll(' ', '\u00a0');
