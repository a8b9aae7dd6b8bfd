import { type Html, html } from '../../../../platform/http/html.ts';
import { nameIn } from '../../../directory/service.ts';
import { icon, type View } from '../../../site/service.ts';
import { pointWords, spanWords } from '../../pages/words.ts';
import { placeAmong } from '../../stops/places.ts';
import type { Whole } from './whole.ts';
import { togetherWords } from './words.ts';

type Part = Whole['parts'][number];
/** `named`: with what each is called, of a visit; otherwise nobody who looks over a shoulder reads it. `only`: those that are shown. */
type Options = { cancel?: boolean; named?: boolean; only?: (part: Part) => boolean };

/** In the order in which they are. */
export function partsList(view: View, whole: Whole, { cancel = false, named = false, only = () => true }: Options = {}): Html {
  const t = togetherWords(view);
  return html`<ol class="rows parts">${whole.parts.filter(only).map((part) => {
    const when = spanWords(view, part.startsAt, part.endsAt);
    const what = named && whole.joint.kind === 'visit' ? nameIn(part.service.name, view.locale) : numberWords(view, whole, part);
    const place = whole.points.length > 1 && placeAmong(whole.points, part);
    const over = overOf(part, view.now);
    return html`<li><p><b>${what}</b><br>${when}${place && html`<br>${pointWords(view, place)}`}${over && html`<br><span class="state">${icon(over === 'come' || over === 'here' ? 'check' : 'alert')} ${t(`own.${over}`)}</span>`}</p>
${cancel && mayCancelPart(part, view.now) && html`<p><a class="text-link" href="/b/together/cancellation?part=${part.id}">${t('own.cancelPart')}<span class="heard">: ${what}, ${when}</span></a></p>`}</li>`;
  })}</ol>`;
}

/** What has begun is not cancelled by itself any more. */
export const mayCancelPart = ({ state, startsAt }: Part, now: Temporal.Instant): boolean =>
  state === 'confirmed' && Temporal.Instant.compare(startsAt, now) > 0;

/** "Osa 2": its number among all, whatever has become of the others. */
function numberWords(view: View, { joint, parts }: Whole, part: Part): string {
  const number = String(parts.indexOf(part) + 1);
  return togetherWords(view)(joint.kind === 'series' ? 'own.meeting' : 'own.part', { number });
}

function overOf({ state, endsAt }: Part, now: Temporal.Instant): 'cancelled' | 'missed' | 'here' | 'come' | null {
  if (state === 'cancelled' || state === 'missed') return state;
  if (state !== 'arrived') return null;
  return Temporal.Instant.compare(now, endsAt) < 0 ? 'here' : 'come';
}
