import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { dayWords, drawPage, icon } from '../../site/service.ts';
import type { ResidentCard } from '../cards/residents.ts';
import { told, toldOfService } from '../services/languages.ts';
import type { Law, ServiceView, Told } from '../services/types.ts';
import { channelsOfCard } from './card-channels.ts';
import { nameOfEvent } from './packages.ts';
import type { OtherProvider } from './queries.ts';
import { inWords, isWebAddress, languageOf, named, onlyIn, organisationName, paragraphs, type Reader } from './reader.ts';
import { serviceFacts } from './service-facts.ts';
import { waysOfService, webPages } from './ways.ts';

/** `card`: what the service's own card tells residents; `others`: who else gives the same service. */
export type ServicePage = { service: ServiceView; card: ResidentCard | null; others: readonly OtherProvider[]; publicUrl: string };

/** In plain words first, then how it is done, then the details. */
export function servicePage(reader: Reader, { service, card, others, publicUrl }: ServicePage): string {
  const { t, view, wanted } = reader;
  const said = toldOfService(service.texts, wanted);
  const lede = plainest(reader, said, card);
  return drawPage(view, {
    title: said.name?.text ?? '',
    main: html`${crumb(reader, service)}
<div class="stack narrow"><h1>${inWords(said.name)}</h1>
${lede && html`<p class="lede words"${languageOf(lede)}>${lede.text}</p>`}
${onlyIn(reader, lede)}
${briefly(reader, service, said, card)}</div>
<div class="split"><div class="stack wide-gap first">${bring(reader, card)}
<div class="note off-paper"><h2>${t('service.needs')}</h2><p><a class="text-link" href="/contact">${t('service.needsLink')}</a></p><p class="quiet small">${t('service.needsHint')}</p></div></div>
<div class="stack wide-gap">${waysOfService(reader, [...service.channels, ...channelsOfCard(service, card)])}${who(reader, service, others)}</div></div>
${details(reader, service, said, card)}
${serviceFacts(reader, service, publicUrl)}`,
  });
}

type Said = ReturnType<typeof toldOfService>;

/** The card's own words for residents where they are in the reader's language, else the directory's summary. */
function plainest({ wanted, view }: Reader, { summary }: Said, card: ResidentCard | null): Told | null {
  const fits =
    card !== null &&
    card.summary !== '' &&
    card.language === view.locale &&
    (wanted !== 'plain' || card.isPlain || summary?.language !== 'plain');
  return fits ? { text: card.summary, language: wanted, borrowed: false } : summary;
}

function bring({ t, view }: Reader, card: ResidentCard | null): Html | false {
  if (!card || card.bring.length === 0) return false;
  const lang = attributes({ lang: card.language === view.locale ? null : card.language });
  return html`<section class="panel stack" aria-labelledby="bring"><h2 id="bring">${t('service.bring')}</h2>
<ul class="ticks"${lang}>${card.bring.map((each) => html`<li>${icon('check')}<span>${each}</span></li>`)}</ul></section>`;
}

function crumb(reader: Reader, { lifeEvents }: ServiceView): Html {
  const [event] = lifeEvents;
  return event
    ? html`<a class="text-link crumb" href="/life-events/${event.code}">${icon('back')} ${inWords(nameOfEvent(reader, event.code, event.names))}</a>`
    : html`<a class="text-link crumb" href="/">${icon('back')} ${reader.t('service.home')}</a>`;
}

/** What decides whether and when: a sentence each; what takes more is among the details. */
function briefly({ t, view }: Reader, { charge }: ServiceView, { deadline, processing }: Said, card: ResidentCard | null): Html | false {
  const price = card && card.price !== '' && card.language === view.locale ? card.price : null;
  const ticks = [
    price !== null && html`${price}`,
    price === null && charge === 'free' && html`${t('service.free')}`,
    price === null && charge === 'charged' && html`${t('service.chargeable')}`,
    isShort(deadline) && fact(t('service.deadline'), deadline),
    isShort(processing) && fact(t('service.processing'), processing),
  ].filter((tick) => tick !== false);
  return ticks.length > 0 && html`<ul class="ticks">${ticks.map((tick) => html`<li>${icon('check')}<span>${tick}</span></li>`)}</ul>`;
}

/** Plain Finnish asks what the others name. */
function fact(label: string, said: Told | null): Html {
  return html`<b>${label.endsWith('?') ? label : `${label}:`}</b> ${inWords(said)}`;
}

/** Characters: two lines on a phone. */
const SHORT = 120;
const isShort = (said: Told | null): boolean => said !== null && said.text.length <= SHORT && !said.text.includes('\n');

function who(reader: Reader, { responsible, producers }: ServiceView, others: readonly OtherProvider[]): Html | false {
  const { t } = reader;
  const name = organisationName(reader, responsible);
  const made = producers.filter(({ id }) => id !== responsible?.id).flatMap((each) => organisationName(reader, each)?.text ?? []);
  if (!name && made.length === 0) return false;
  const other = ({ id, names }: OtherProvider) =>
    html`<li><a class="text-link" href="/services/${id}">${inWords(named(reader, names))}</a></li>`;
  return html`<section class="note stack" aria-labelledby="who"><h2 id="who">${t('service.who')}</h2>
${name && html`<p>${t('service.responsible', { name: name.text })}</p>`}
${made.length > 0 && html`<p>${t('service.producers', { names: inList(reader, made) })}</p>`}
${others.length > 0 && html`<p>${t('service.alsoBy')}</p><ul>${others.map(other)}</ul>`}</section>`;
}

export function inList({ view }: Reader, names: string[]): string {
  return new Intl.ListFormat(view.locale === 'en' ? 'en-GB' : `${view.locale}-FI`).format(names);
}

function details(reader: Reader, service: ServiceView, said: Said, card: ResidentCard | null): Html {
  const { t } = reader;
  // Said once where the page began in that language already.
  const saidBefore = (text: Told) => said.summary?.borrowed === true && said.summary.language === text.language;
  const part = (title: string, text: Told | null) =>
    text && html`<h3>${t(`service.${title}`)}</h3>${!saidBefore(text) && onlyIn(reader, text)}${paragraphs(text)}`;
  const modified = service.modifiedAt;
  return html`<section class="stack narrow details" aria-labelledby="details"><h2 id="details">${t('service.details')}</h2>
${card !== null && said.summary !== null && said.summary.text !== card.summary && html`<p${languageOf(said.summary)}>${said.summary.text}</p>`}
${part('description', said.description)}
${part('eligibility', said.eligibility)}
${part('instruction', said.instruction)}
${part('chargeTitle', said.charge)}
${!isShort(said.deadline) && part('deadline', said.deadline)}
${!isShort(said.processing) && part('processing', said.processing)}
${part('validity', said.validity)}
${laws(reader, service.legislation)}
${spoken(reader, service.languages)}
${webPages(reader, [...service.channels, ...channelsOfCard(service, card)])}
${modified && html`<p class="quiet small">${t('service.updated', { day: dayWords(reader.view, modified.toString()) })}</p>`}</section>`;
}

function laws({ t, wanted }: Reader, legislation: readonly Law[]): Html | false {
  const law = ({ names, links }: Law) => {
    const [name, link] = [told(names, wanted), told(links, wanted)];
    return html`<li>${link && isWebAddress(link.text) ? html`<a href="${link.text}" rel="external">${inWords(name)}</a>` : inWords(name)}</li>`;
  };
  const known = legislation.filter(({ names }) => told(names, wanted));
  return known.length > 0 && html`<h3>${t('service.legislation')}</h3><ul class="bullets">${known.map(law)}</ul>`;
}

function spoken(reader: Reader, languages: readonly string[]): Html | false {
  if (languages.length === 0) return false;
  const names = new Intl.DisplayNames(reader.view.locale, { type: 'language' });
  const known = languages.flatMap((code) => (/^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? []) : []));
  return known.length > 0 && html`<h3>${reader.t('service.languages')}</h3><p>${inList(reader, known)}</p>`;
}
