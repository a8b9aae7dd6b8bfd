import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import { type Directory, drawPage, icon, telephone, todayAt, weekOf } from '../../site/service.ts';
import { addressLine } from './place-parts.ts';
import type { CityCount, PlaceLine } from './queries.ts';
import { inWords, named, type Reader } from './reader.ts';
import { waysOn } from './ways-on.ts';

type Point = Directory['points'][number];

/** `stops`: places in the directory that are points of ours; `others`: places of others, all of them or those of one municipality. */
export type Places = {
  points: readonly Point[];
  stops: readonly PlaceLine[];
  cities: readonly CityCount[];
  others: readonly PlaceLine[];
  city: string | null;
};

/** Every point and bus stop of the region, ours first, then the places of others. */
export function placesPage(reader: Reader, { points, stops, cities, others, city }: Places): string {
  const { t, view } = reader;
  const title = city === null ? t('places.title') : t('places.othersIn', { city });
  const [still, mobile] = [points.filter((point) => !point.mobile), points.filter((point) => point.mobile)];
  return drawPage(view, {
    title,
    ...(city === null ? {} : { query: { city } }),
    main: html`${city !== null && html`<a class="text-link crumb" href="/places">${icon('back')} ${t('places.all')}</a>`}
<div class="stack narrow"><h1>${t(city === null ? 'places.title' : 'places.others')}</h1>${city === null && html`<p class="lede">${t('places.lede')}</p><p><a class="text-link" href="/digital-support">${t('support.title')}</a></p>`}</div>
${city === null && still.length + mobile.length === 0 && html`<p>${t('places.none')}</p>`}
${
  city === null &&
  section(
    'points',
    t('places.points'),
    still.map((point) => pointRow(reader, point, [])),
  )
}
${
  city === null &&
  section(
    'bus',
    t('places.bus'),
    mobile.map((point) =>
      pointRow(
        reader,
        point,
        stops.filter(({ pointId }) => pointId === point.id),
      ),
    ),
  )
}
${city === null && mobile.length > 0 && html`<p><a class="text-link" href="/bus">${icon('bus')} ${translator(view.variant, 'timetable')('link')}</a></p>`}
${section(
  'others',
  city ?? t('places.others'),
  others.map((place) => placeRow(reader, place)),
)}
${cities.length > 0 && html`<section class="stack" aria-labelledby="cities"><h2 id="cities">${t('places.cities')}</h2><ul class="rows four">${cities.map((each) => cityRow(reader, each))}</ul></section>`}
<div class="off-paper">${waysOn(reader, { toPlaces: false })}</div>`,
  });
}

function section(id: string, title: string, rows: readonly Html[]): Html | false {
  return (
    rows.length > 0 &&
    html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul class="rows three points">${rows}</ul></section>`
  );
}

function pointRow(reader: Reader, point: Point, stops: readonly PlaceLine[]): Html {
  const { t, view } = reader;
  const today = todayAt(point.opening, view);
  const week = weekOf(point.opening, view);
  return html`<li><h3><a href="/places/${point.id}">${nameIn(point.name, view.locale)}</a></h3>
<p>${point.mobile ? t('place.mobile', { city: point.city }) : [point.street, point.city].filter(Boolean).join(', ')}</p>
<p class="state ${today.state === 'open' ? 'good' : 'quiet'}">${icon(point.mobile ? 'bus' : 'clock')} ${today.words}</p>
${week && html`<p class="quiet small">${week}</p>`}
${point.phone && html`<p class="quiet small">${t('place.phone')} ${telephone(point.phone)}</p>`}
${stops.length > 0 && html`<p>${t('place.stops')}</p><ul class="bullets">${stops.map((stop) => html`<li><a href="/places/${stop.id}">${inWords(named(reader, stop.names))}</a></li>`)}</ul>`}</li>`;
}

function placeRow(reader: Reader, { id, names, address }: PlaceLine): Html {
  return html`<li><h3><a href="/places/${id}">${inWords(named(reader, names))}</a></h3><p>${inWords(addressLine(reader, address))}</p></li>`;
}

function cityRow({ t }: Reader, { city, places }: CityCount): Html {
  return html`<li><a class="go plain" href="/places?${String(new URLSearchParams({ city }))}"><b>${t('places.inCity', { city, count: places })}</b>${icon('arrow')}</a></li>`;
}
