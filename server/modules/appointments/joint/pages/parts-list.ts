import { type Html, html } from '../../../../platform/http/html.ts';
import { nameIn } from '../../../directory/service.ts';
import { icon, type View } from '../../../site/service.ts';
import { spanWords } from '../../pages/words.ts';
import type { Whole } from './whole.ts';
import { togetherWords } from './words.ts';

/** `named`: with what each is called, of a visit; otherwise nobody who looks over a shoulder reads it. */
type Options = { cancel?: boolean; named?: boolean };

/** In the order in which they are. */
export function partsList(view: View, { parts, joint }: Whole, { cancel = false, named = false }: Options = {}): Html {
  const t = togetherWords(view);
  return html`<ol class="rows parts">${parts.map((part, at) => {
    const when = spanWords(view, part.startsAt, part.endsAt);
    const what =
      joint.kind === 'series'
        ? t('own.meeting', { number: String(at + 1) })
        : named
          ? nameIn(part.service.name, view.locale)
          : t('own.part', { number: String(at + 1) });
    const over = part.state === 'cancelled' ? 'cancelled' : part.state === 'missed' ? 'missed' : part.state === 'arrived' ? 'come' : null;
    const toCome = part.state === 'confirmed' && Temporal.Instant.compare(part.startsAt, view.now) > 0;
    return html`<li><p><b>${what}</b><br>${when}${over && html`<br><span class="state">${icon(over === 'come' ? 'check' : 'alert')} ${t(`own.${over}`)}</span>`}</p>
${cancel && toCome && html`<p><a class="text-link" href="/b/together/cancellation?part=${part.id}">${t('own.cancelPart')}<span class="heard">: ${what}, ${when}</span></a></p>`}</li>`;
  })}</ol>`;
}
