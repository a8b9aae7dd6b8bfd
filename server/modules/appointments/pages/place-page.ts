import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Translate } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import { drawPage, hiddenFields, icon, type View } from '../../site/service.ts';
import { type BookingPlaceRow, placesInOrder } from '../stops/places.ts';
import type { Choice } from './choice.ts';
import { hiddenBesides } from './choice-part.ts';
import { interpreterPart } from './interpreter-part.ts';
import { nearnessWords } from './nearby-part.ts';
import { needsToTick } from './needs-part.ts';
import { peoplePart } from './people.ts';
import type { OfferedService } from './queries.ts';
import { addressWords, wordsOf } from './words.ts';

/** `chosen`: beforehand, by where one comes from, or before one came back. */
type Around = {
  points: readonly BookingPlaceRow[];
  needs: readonly ListItem[];
  /** What interpreters of the service interpret, and the list that names languages. */
  interpreted: readonly string[];
  languages: readonly ListItem[];
  token: string;
  chosen: { place?: string | undefined } & Partial<Omit<Choice, 'service' | 'place'>>;
};

/** Where, in which language and with what: asked before the times, since they change which times there are. */
export function placePage(view: View, service: OfferedService, { points, needs, interpreted, languages, token, chosen }: Around): string {
  const b = wordsOf(view);
  return drawPage(view, {
    title: b('place.title'),
    query: { service: service.id },
    main: html`<a class="text-link crumb" href="/book">${icon('back')} ${b('service.title')}</a>
<form class="stack wide-gap narrow" method="post" action="/book/times">${hiddenFields(token)}<input type="hidden" name="service" value="${service.id}">${hiddenBesides({ minutes: '60', ...chosen })}
<div class="stack"><p class="eyebrow">${b('step', { step: '2' })}</p><h1>${b('place.title')}</h1><p class="lede">${nameIn(service.name, view.locale)}</p></div>
${placePart(view, b, service, points, chosen.place)}
${service.mostPeople > 1 && peoplePart(view, service.mostPeople, chosen.people)}
${languagePart(b, chosen.language ?? view.locale)}
${needsPart(view, b, service, { needs, ticked: chosen.needs ?? [] })}
${interpreterPart(view, interpreted, languages, chosen.interpreterLanguage)}
<p class="buttons"><button class="button wide-phone" type="submit">${b('place.next')}</button></p></form>`,
  });
}

function placePart(
  view: View,
  b: Translate,
  { ways }: OfferedService,
  points: readonly BookingPlaceRow[],
  place: string | undefined,
): Html {
  const n = nearnessWords(view);
  const others = (['remote', 'phone'] as const).filter((way) => ways.includes(way));
  const rows = [
    ...(points.length > 1 ? [{ value: 'any', words: b('place.any'), hint: b('place.anyHint') }] : []),
    ...(points.length > 1 ? [{ value: 'near', words: n('choice'), hint: n('choiceHint') }] : []),
    ...placesInOrder(points, view.locale).map((point) => ({
      value: point.id,
      words: nameIn(point.name, view.locale),
      hint: addressWords(point),
    })),
    ...others.map((way) => ({ value: way, words: b(`place.${way}`), hint: b(`place.${way}Hint`) })),
  ];
  const wanted = rows.some(({ value }) => value === place);
  if (rows.length === 0) return html`<p class="note">${b('place.none')}</p>`;
  return html`<fieldset class="stack"><legend class="question">${b('place.where')}</legend><div class="choices">${rows.map(({ value, words, hint }, at) => radio('place', value, words, hint, wanted ? value === place : at === 0))}</div></fieldset>`;
}

function languagePart(b: Translate, wanted: string): Html {
  const ticked = (['fi', 'sv', 'en'] as const).map((each) => radio('language', each, b(`languages.${each}`), '', each === wanted));
  return html`<fieldset class="stack"><legend class="question">${b('place.language')}</legend><div class="ticks-grid">${ticked}</div></fieldset>`;
}

/** First those that make the time longer or take a room of their own; the others we can be ready for. */
type Needs = { needs: readonly ListItem[]; ticked: readonly string[] };

function needsPart(view: View, b: Translate, { rules }: OfferedService, { needs, ticked }: Needs): Html | false {
  if (needs.length === 0) return false;
  const { shown, folded } = needsToTick(view, needs, { ticked, inSight: (key) => rules.some(({ need }) => need === key) });
  return html`<fieldset class="stack"><legend class="question">${b('place.needs')}</legend><p class="hint">${b('place.needsHint')}</p>
${shown}${shown && folded ? html`<details><summary class="text-link">${b('place.moreNeeds')}</summary>${folded}</details>` : folded}</fieldset>`;
}

function radio(name: string, value: string, words: string, hint: string, checked: boolean): Html {
  return html`<label class="choice row"><input type="radio" name="${name}" value="${value}" required${attributes({ checked })}><span class="dot"></span><span>${words}${hint && html`<small>${hint}</small>`}</span></label>`;
}
