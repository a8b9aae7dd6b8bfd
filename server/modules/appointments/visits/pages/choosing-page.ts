import { attributes, type Html, html } from '../../../../platform/http/html.ts';
import { inOrderOfNames, nameIn } from '../../../directory/service.ts';
import type { ListItem } from '../../../directory/types.ts';
import { drawPage, hiddenFields, icon, type View } from '../../../site/service.ts';
import { togetherWords } from '../../joint/pages/words.ts';
import { interpreterPart } from '../../pages/interpreter-part.ts';
import { peoplePart } from '../../pages/people.ts';
import type { PointRow } from '../../pages/queries.ts';
import { addressWords, pointWords, wordsOf } from '../../pages/words.ts';
import type { VisitService } from './queries.ts';

type Around = {
  point: PointRow;
  services: readonly VisitService[];
  needs: readonly ListItem[];
  /** What interpreters interpret here, and the list that names languages. */
  interpreted: readonly string[];
  languages: readonly ListItem[];
  token: string;
  chosen: readonly string[];
  fault: boolean;
};

/** Which services, in which language and how many come: asked before the times, since they change which times there are. */
export function visitChoicePage(view: View, { point, services, needs, interpreted, languages, token, chosen, fault }: Around): string {
  const [b, t] = [wordsOf(view), togetherWords(view)];

  const most = Math.max(...services.map(({ mostPeople }) => mostPeople));
  const row = ({ id, name, minutes }: VisitService) =>
    html`<label class="choice row"><input type="checkbox" name="services" value="${id}"${attributes({ checked: chosen.includes(id) })}><span class="box">${icon('check')}</span><span>${nameIn(name, view.locale)}<small>${b('minutes', { minutes: String(minutes) })}</small></span></label>`;
  return drawPage(view, {
    title: (fault ? `${view.t('form.errorTitle')} ` : '') + t('visit.title'),
    private: fault,
    query: { place: point.id },
    main: html`<a class="text-link crumb" href="/book">${icon('back')} ${b('service.title')}</a>
<form class="stack wide-gap narrow" method="post" action="/book/visit/times">${hiddenFields(token)}<input type="hidden" name="place" value="${point.id}">
${fault && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${t('visit.fault')}</h2></div>`}
<div class="stack"><h1>${t('visit.title')}</h1><p class="lede">${pointWords(view, point)}</p><p>${t('visit.lede')}</p></div>
<fieldset class="stack" id="services"><legend class="question">${t('visit.services')}</legend><p class="hint">${t('visit.servicesHint')}</p><div class="choices">${inOrderOfNames(services, view.locale).map(row)}</div></fieldset>
${most > 1 && peoplePart(view, most)}
${languagePart(view)}${needsPart(view, needs)}${interpreterPart(view, interpreted, languages, null)}
<p class="buttons"><button class="button wide-phone" type="submit">${t('visit.next')}</button></p></form>`,
  });
}

function languagePart(view: View): Html {
  const b = wordsOf(view);
  const ticked = (['fi', 'sv', 'en'] as const).map(
    (each) =>
      html`<label class="choice row"><input type="radio" name="language" value="${each}" required${attributes({ checked: each === view.locale })}><span class="dot"></span><span>${b(`languages.${each}`)}</span></label>`,
  );
  return html`<fieldset class="stack"><legend class="question">${b('place.language')}</legend><div class="ticks-grid">${ticked}</div></fieldset>`;
}

function needsPart({ locale, ...view }: View, needs: readonly ListItem[]): Html | false {
  if (needs.length === 0) return false;
  const b = wordsOf(view);
  return html`<fieldset class="stack"><legend class="question">${b('place.needs')}</legend><p class="hint">${b('place.needsHint')}</p><div class="ticks-grid">${needs.map(
    ({ key, label }) =>
      html`<label class="choice row"><input type="checkbox" name="needs" value="${key}"><span class="box">${icon('check')}</span><span>${nameIn(label, locale)}</span></label>`,
  )}</div></fieldset>`;
}

export function visitPointsPage(view: View, points: readonly PointRow[]): string {
  const [b, t] = [wordsOf(view), togetherWords(view)];
  return drawPage(view, {
    title: t('visit.place'),
    main: html`<a class="text-link crumb" href="/book">${icon('back')} ${b('service.title')}</a><div class="stack narrow"><h1>${t('visit.place')}</h1><p class="lede">${t('visit.lede')}</p>
${points.length === 0 && html`<p class="note">${t('visit.none')}</p>`}</div>
<ul class="rows three">${inOrderOfNames(points, view.locale).map((point) => html`<li><a class="go" href="/book/visit?place=${point.id}">${icon('pin')}<span><b>${nameIn(point.name, view.locale)}</b><small>${addressWords(point)}</small></span>${icon('arrow')}</a></li>`)}</ul>`,
  });
}
