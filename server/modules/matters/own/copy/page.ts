import { html } from '../../../../platform/http/html.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../../identity/types.ts';
import { icon, type View } from '../../../site/service.ts';
import { drawMine } from '../nav.ts';

/** What the file holds, and the two ways to have it. */
export function copyPage(view: View, caller: CustomerCaller, token: string): string {
  const t = translator(view.variant, 'own');
  return drawMine(view, caller, token, 'copy', {
    title: t('copy.title'),
    main: html`<div class="stack narrow"><h1>${t('copy.title')}</h1><p>${t('copy.lede')}</p><p>${t('copy.without')}</p>
<p class="note with-icon">${icon('lock')}<span>${t('copy.care')}</span></p>
<p class="buttons"><a class="button wide-phone" href="/my/copy/readable" download>${icon('paper')} ${t('copy.html')}</a><a class="button second wide-phone" href="/my/copy/data" download>${t('copy.json')}</a></p></div>`,
  });
}
