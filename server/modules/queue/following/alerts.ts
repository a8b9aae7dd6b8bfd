import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { icon } from '../../site/service.ts';

/** How the phone may call: only its script can, so without it nothing is offered. */
export function alertsPart(n: Translate, pushKey: string): Html {
  const offered = (name: string, words: string, hint: string) =>
    html`<div hidden class="stack tight"${attributes({ [`data-${name}`]: '' })}><p><button class="button second wide-phone" type="button">${words}</button></p><p class="hint small">${hint}</p></div>`;
  return html`<section class="stack" data-alerts="${pushKey}" hidden aria-label="${n('alerts')}">
${offered('push-offer', n('push.offer'), n('push.hint'))}
<div hidden class="stack tight" data-push-on><p class="note with-icon good-note" role="status">${icon('check')}<span>${n('push.on')}</span></p><p><button class="button second wide-phone" type="button">${n('push.stop')}</button></p></div>
<p hidden class="hint small" role="status" data-push-none>${n('push.none')}</p>
<p hidden class="hint small" role="status" data-push-denied>${n('push.denied')}</p>
${offered('sound', n('soundOn'), n('soundHint'))}
</section>`;
}
