import { type Html, html } from '../../../../platform/http/html.ts';
import { nameIn } from '../../../directory/service.ts';
import { icon, type View } from '../../../site/service.ts';
import { pointWords, spanWords, wordsOf } from '../../pages/words.ts';
import { placeAmong } from '../../stops/places.ts';
import type { Whole } from './whole.ts';
import { togetherWords } from './words.ts';

type Part = Whole['parts'][number];
/** `named`: with what each is called, of a visit; otherwise nobody who looks over a shoulder reads it. `only`: those that are shown. `links`: open video calls. */
type Options = { cancel?: boolean; named?: boolean; only?: (part: Part) => boolean; links?: ReadonlyMap<string, string> };

/** In the order in which they are. */
export function partsList(
  view: View,
  whole: Whole,
  { cancel = false, named = false, only = () => true, links = new Map() }: Options = {},
): Html {
  const t = togetherWords(view);
  const next = whole.parts.find((part) => opens(part));
  return html`<ol class="rows parts">${whole.parts.filter(only).map((part) => {
    const when = spanWords(view, part.startsAt, part.endsAt);
    const what = named && whole.joint.kind === 'visit' ? nameIn(part.service.name, view.locale) : numberWords(view, whole, part);
    const place = whole.points.length > 1 && placeAmong(whole.points, part);
    const over = overOf(part, view.now);
    return html`<li><p><b>${what}</b><br>${when}${place && html`<br>${pointWords(view, place)}`}${over && html`<br><span class="state">${icon(over === 'come' || over === 'here' ? 'check' : 'alert')} ${t(`own.${over}`)}</span>`}</p>
${opens(part) && callLink(view, links.get(part.id) as string, `${what}, ${when}`, part === next)}${cancel && mayCancelPart(part, view.now) && html`<p><a class="text-link" href="/b/together/cancellation?part=${part.id}">${t('own.cancelPart')}<span class="heard">: ${what}, ${when}</span></a></p>`}</li>`;
  })}</ol>`;

  function opens({ id, endsAt }: Part): boolean {
    return links.has(id) && Temporal.Instant.compare(view.now, endsAt) < 0;
  }
}

/** Whoever runs the call is not told which page one comes from. */
const callLink = (view: View, link: string, what: string, isNext: boolean): Html =>
  html`<p class="${isNext && 'buttons '}off-paper"><a class="${isNext ? 'button wide-phone' : 'text-link'}" href="${link}" rel="noreferrer">${wordsOf(view)('remote.join')}<span class="heard">: ${what}</span></a></p>`;

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
