import { html } from '../../../../platform/http/html.ts';
import { nameIn } from '../../../directory/service.ts';
import { drawPage, type FieldFault, faultAt, faultSummary, hiddenFields, icon, type View } from '../../../site/service.ts';
import { hiddenInterpreter } from '../../pages/choice-part.ts';
import type { OfferedService } from '../../pages/queries.ts';
import { pointWords, wordsOf } from '../../pages/words.ts';
import { type BookingPlaceRow, placesInOrder } from '../../stops/places.ts';
import type { WhenText } from './form.ts';
import { lineField, tick, whenPart } from './when-part.ts';
import { toldOf, waitingWords } from './words.ts';

export type JoinText = WhenText & {
  places: string[];
  language: string;
  needs: string[];
  interpreterLanguage: string | null;
  name: string;
  email: string;
  phone: string;
};
type Shown = {
  service: OfferedService;
  points: readonly BookingPlaceRow[];
  form: JoinText;
  faults: FieldFault[];
  token: string;
  once: string;
  /** Nobody serves in theirs. */
  isOtherLanguage: boolean;
};

/** What would suit, and where to tell of it. */
export function joinPage(view: View, { service, points, form, faults, token, once, isOtherLanguage }: Shown): string {
  const w = waitingWords(view);
  const title = w('join.title');
  const remote = (['remote', 'phone'] as const).filter((way) => form.places.includes(way));
  return drawPage(view, {
    title: (faults.length > 0 ? `${view.t('form.errorTitle')} ` : '') + title,
    private: true,
    query: { service: service.id, place: form.places[0] ?? 'any' },
    main: html`<a class="text-link crumb" href="/book/place?service=${service.id}">${icon('back')} ${wordsOf(view)('place.title')}</a>
<form class="stack wide-gap narrow" method="post" action="/book/waiting/places" novalidate>${hiddenFields(token, once)}
<input type="hidden" name="service" value="${service.id}"><input type="hidden" name="language" value="${form.language}">${form.needs.map((need) => html`<input type="hidden" name="needs" value="${need}">`)}${hiddenInterpreter(form)}
${faultSummary(toldOf(view), faults)}
<div class="stack"><h1>${title}</h1><p class="lede">${nameIn(service.name, view.locale)}</p><p>${w('join.how')}</p>${isOtherLanguage && html`<p class="note">${w('join.otherLanguage')}</p>`}</div>
${
  remote.length > 0
    ? html`<input type="hidden" name="places" value="${remote[0]}"><p class="note">${wordsOf(view)(`place.${remote[0]}`)}</p>`
    : html`<fieldset class="stack"><legend class="question">${w('form.places')}</legend>${faultAt(view, faults, 'places').shown}<div class="choices">${placesInOrder(points, view.locale).map((point, at) => tick('places', point.id, pointWords(view, point), form.places.includes(point.id), at === 0))}</div></fieldset>`
}
${whenPart(view, form, faults)}
<fieldset class="stack"><legend class="question">${w('form.who')}</legend>${lineField(view, faults, 'name', 'text', form.name)}${lineField(view, faults, 'email', 'email', form.email)}${lineField(view, faults, 'phone', 'tel', form.phone)}</fieldset>
<div class="stack"><p class="buttons"><button class="button wide-phone" type="submit">${w('join.do')}</button></p><p class="hint small">${w('join.use')}</p></div></form>`,
  });
}

type Earlier = { when: string; form: WhenText & { email: string }; asksEmail: boolean; faults: FieldFault[]; token: string; once: string };

/** Whoever has a time and would rather have an earlier one. */
export function earlierPage(view: View, { when, form, asksEmail, faults, token, once }: Earlier): string {
  const w = waitingWords(view);
  return drawPage(view, {
    title: (faults.length > 0 ? `${view.t('form.errorTitle')} ` : '') + w('earlier.title'),
    private: true,
    main: html`<a class="text-link crumb" href="/b">${icon('back')} ${wordsOf(view)('times.backToMine')}</a>
<form class="stack wide-gap narrow" method="post" action="/b/earlier" novalidate>${hiddenFields(token, once)}${faultSummary(toldOf(view), faults)}
<div class="stack"><h1>${w('earlier.title')}</h1><p class="lede">${w('earlier.have')} <b>${when}</b></p><p>${w('earlier.how')}</p></div>
${whenPart(view, form, faults)}
${asksEmail && html`<fieldset class="stack"><legend class="question">${w('form.who')}</legend>${lineField(view, faults, 'email', 'email', form.email)}</fieldset>`}
<p class="buttons"><button class="button wide-phone" type="submit">${w('join.do')}</button></p></form>`,
  });
}

/** The same whether or not somebody with that address waits already. */
export function joinedPage(view: View): string {
  const w = waitingWords(view);
  return drawPage(view, {
    title: w('joined.title'),
    private: true,
    main: html`<div class="stack narrow"><p class="state good" role="status">${icon('check')} ${wordsOf(view)('own.done')}</p><h1>${w('joined.title')}</h1><p class="lede">${w('joined.mail')}</p><p>${w('joined.next')}</p>
<p class="buttons"><a class="button second wide-phone" href="/book">${w('joined.others')}</a></p></div>`,
  });
}
