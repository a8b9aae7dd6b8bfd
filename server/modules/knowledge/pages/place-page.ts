import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { drawPage, icon, weekOf } from '../../site/service.ts';
import { told, toldList } from '../services/languages.ts';
import type { PlaceView } from '../services/types.ts';
import { comingDays, exceptionsAhead } from './days.ts';
import { placeFacts } from './place-facts.ts';
import { addressLine, hasHours, journeyAddress, openingState } from './place-parts.ts';
import type { Present } from './presence.ts';
import type { PlaceLine } from './queries.ts';
import { inWords, languageOf, named, nameOf, onlyIn, paragraphs, type Reader } from './reader.ts';
import { byName, rowOf, serviceLinks } from './rows.ts';
import { inList } from './service-page.ts';
import { callLink } from './ways.ts';
import { unbroken } from './ways-on.ts';

/** `present`: who serves here and when, where the point is ours; `advice`: whose matters its advisors help with; `stops`: of a bus; `waits`: the point of ours that tells its waits. */
export type PlacePage = {
  place: PlaceView;
  present: readonly Present[];
  advice: readonly string[];
  stops: readonly PlaceLine[];
  publicUrl: string;
  waits?: string | undefined;
};

/** Whether to come now, when else, how one gets there and in, and who is there. */
export function placePage(reader: Reader, page: PlacePage): string {
  const { t, view } = reader;
  const { place } = page;
  const name = nameOf(reader, place.texts);
  return drawPage(view, {
    title: name?.text ?? '',
    main: html`<a class="text-link crumb" href="/places">${icon('back')} ${t('service.allPlaces')}</a>
<div class="stack narrow"><h1>${inWords(name)}</h1>
${openingState(reader, place)}
${page.waits && html`<p><a class="text-link" href="/waits/${page.waits}">${icon('clock')} ${translator(view.variant, 'waits')('link')}</a></p>`}
${summary(reader, place)}</div>
<div class="split"><div class="first">${reaching(reader, place)}</div>
<div class="stack wide-gap">${hours(reader, place)}${stopList(reader, page)}${accessibility(reader, place)}${presence(reader, page)}${services(reader, place)}</div></div>
${placeFacts(reader, place, page.publicUrl)}`,
  });
}

function summary(reader: Reader, { texts }: PlaceView): Html | false {
  const words = (field: 'summary' | 'description') =>
    told(Object.fromEntries(Object.entries(texts).map(([l, each]) => [l, each?.[field] ?? ''])), reader.wanted);
  const [short, long] = [words('summary'), words('description')];
  return html`${short && html`<p class="lede"${languageOf(short)}>${short.text}</p>`}${onlyIn(reader, short ?? long)}${long && long.text !== short?.text && paragraphs(long)}`;
}

function hours(reader: Reader, { opening, phones }: PlaceView): Html {
  const { t, view, wanted } = reader;
  if (!opening || !hasHours(opening)) {
    const reached = (toldList(phones, wanted)?.items ?? []).length > 0;
    return html`<section class="stack" aria-labelledby="hours"><h2 id="hours">${t('place.days')}</h2><p>${t(reached ? 'place.noHours' : 'place.noHoursNoPhone')}</p></section>`;
  }
  const later = exceptionsAhead(reader, opening);
  return html`<section class="stack" aria-labelledby="hours"><h2 id="hours">${t('place.days')}</h2>
<dl class="days">${comingDays(reader, opening).map(({ day, times, why }) => html`<div><dt>${day}</dt><dd>${times}${why && html` <span class="quiet small">(${why})</span>`}</dd></div>`)}</dl>
${opening.weekly.length > 0 && html`<p class="quiet small">${t('place.usually', { week: weekOf(opening, view) })}</p>`}
${later.length > 0 && html`<h3>${t('place.exceptions')}</h3><ul class="bullets">${later.map(({ day, times }) => html`<li>${day}: ${times}</li>`)}</ul>`}</section>`;
}

function stopList(reader: Reader, { stops }: PlacePage): Html | false {
  const stop = ({ id, names, address }: PlaceLine) =>
    html`<li><a href="/places/${id}">${inWords(named(reader, names))}</a><br><span class="quiet">${inWords(addressLine(reader, address))}</span></li>`;
  return (
    stops.length > 0 &&
    html`<section class="stack" aria-labelledby="stops"><h2 id="stops">${reader.t('place.stops')}</h2><ul class="bullets">${stops.map(stop)}</ul></section>`
  );
}

function presence(reader: Reader, { present, advice }: PlacePage): Html | false {
  const { t } = reader;
  if (present.length === 0 && advice.length === 0) return false;
  return html`<section class="stack" aria-labelledby="who"><h2 id="who">${t('place.who')}</h2>
${present.length > 0 && html`<dl class="days who-when">${present.map(({ name, week }) => html`<div><dt>${name}</dt><dd>${week}</dd></div>`)}</dl>`}
${advice.length > 0 && html`<p>${t('place.advice', { names: inList(reader, [...advice]) })}</p>`}</section>`;
}

function services(reader: Reader, place: PlaceView): Html | false {
  const { t } = reader;
  const rows = place.services.map((line) => rowOf(reader, line)).toSorted(byName(reader));
  const [first, rest] = [rows.slice(0, SHOWN), rows.slice(SHOWN)];
  return (
    rows.length > 0 &&
    html`<section class="stack" aria-labelledby="services"><h2 id="services">${t('place.services')}</h2>${serviceLinks(first)}
${rest.length > 0 && html`<details class="more"><summary>${icon('arrow')} ${t('place.moreServices', { count: rest.length })}</summary>${serviceLinks(rest)}</details>`}</section>`
  );
}

const SHOWN = 12;

function reaching(reader: Reader, place: PlaceView): Html | false {
  const { t, wanted, view } = reader;
  const address = addressLine(reader, place.address);
  const note = place.address && named(reader, place.address.note);
  const numbers = toldList(place.phones, wanted)?.items ?? [];
  const emails = toldList(place.emails, wanted)?.items ?? [];
  const route = place.place && journeyAddress(address?.text ?? nameOf(reader, place.texts)?.text ?? '', place.place, view.locale);
  if (!address && !route && numbers.length === 0 && emails.length === 0) return false;
  return html`<section class="panel stack" aria-labelledby="reaching"><h2 id="reaching">${t('place.contact')}</h2>
${address && html`<p>${icon('pin')} ${inWords(address)}</p>`}
${note && html`<p class="quiet small">${inWords(note)}</p>`}
${route && html`<p class="off-paper"><a class="text-link" href="${route}" rel="external">${icon('route')} ${t('place.route')}</a></p>`}
${numbers.map((phone) => callLink(reader, phone))}
${emails.map((email) => html`<p><a class="text-link" href="mailto:${email}">${unbroken(email)}</a></p>`)}</section>`;
}

function accessibility(reader: Reader, place: PlaceView): Html {
  const { t, wanted } = reader;
  const group = ({ group: title, sentences }: PlaceView['accessibility'][number]) => {
    const [name, said] = [named(reader, title), toldList(sentences, wanted)];
    return (
      said &&
      html`<h3>${inWords(name)}</h3><ul class="bullets"${languageOf(said)}>${said.items.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
    );
  };
  const body =
    place.accessibility.length > 0
      ? place.accessibility.map(group)
      : html`<p>${t('place.noAccessibility')}</p><p><a class="text-link" href="/contact">${t('service.askLink')}</a></p>`;
  return html`<section class="stack" aria-labelledby="accessibility"><h2 id="accessibility">${t('place.accessibility')}</h2>${body}</section>`;
}
