import { type Html, html } from '../../../platform/http/html.ts';
import { dayWords, drawPage, icon } from '../../site/service.ts';
import { told, toldOfService } from '../services/languages.ts';
import type { Law, ServiceView, Told } from '../services/types.ts';
import { lifeEventName } from './life-events.ts';
import type { OtherProvider } from './queries.ts';
import { inWords, isWebAddress, languageOf, named, onlyIn, organisationName, paragraphs, type Reader } from './reader.ts';
import { serviceFacts } from './service-facts.ts';
import { type Channel, waysOfService, webPages } from './ways.ts';

/** `others`: who else gives the same service. */
export type ServicePage = { service: ServiceView; others: readonly OtherProvider[]; publicUrl: string };

/** In plain words first, then how it is done, then the details. */
export function servicePage(reader: Reader, { service, others, publicUrl }: ServicePage): string {
  const { t, view, wanted } = reader;
  const said = toldOfService(service.texts, wanted);
  return drawPage(view, {
    title: said.name?.text ?? '',
    main: html`${crumb(reader, service)}
<div class="stack narrow"><h1>${inWords(said.name)}</h1>
${said.summary && html`<p class="lede"${languageOf(said.summary)}>${said.summary.text}</p>`}
${onlyIn(reader, said.summary)}
${briefly(reader, service, said)}</div>
<div class="split service">
<div class="stack wide-gap">${waysOfService(reader, service.channels)}</div>
<div class="stack wide-gap aside">${who(reader, service, others)}
<div class="note off-paper"><h2>${t('service.needs')}</h2><p><a class="text-link" href="/contact">${t('service.needsLink')}</a></p><p class="quiet small">${t('service.needsHint')}</p></div></div>
</div>
${details(reader, service, said)}
${serviceFacts(reader, service, publicUrl)}`,
  });
}

type Said = ReturnType<typeof toldOfService>;

function crumb(reader: Reader, { lifeEvents }: ServiceView): Html {
  const [event] = lifeEvents;
  return event
    ? html`<a class="text-link crumb" href="/life-events/${event.code}">${icon('back')} ${inWords(lifeEventName(reader, event))}</a>`
    : html`<a class="text-link crumb" href="/">${icon('back')} ${reader.t('service.home')}</a>`;
}

/** What decides whether and when: a sentence each; what takes more is among the details. */
function briefly({ t }: Reader, { charge }: ServiceView, { deadline, processing }: Said): Html | false {
  const ticks = [
    charge === 'free' && html`${t('service.free')}`,
    charge === 'charged' && html`${t('service.chargeable')}`,
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
  return html`<section class="panel stack" aria-labelledby="who"><h2 id="who">${t('service.who')}</h2>
${name && html`<p>${t('service.responsible', { name: name.text })}</p>`}
${made.length > 0 && html`<p>${t('service.producers', { names: inList(reader, made) })}</p>`}
${others.length > 0 && html`<p>${t('service.alsoBy')}</p><ul>${others.map(other)}</ul>`}</section>`;
}

export function inList({ view }: Reader, names: string[]): string {
  return new Intl.ListFormat(view.locale === 'en' ? 'en-GB' : `${view.locale}-FI`).format(names);
}

function details(reader: Reader, service: ServiceView, said: Said): Html {
  const { t } = reader;
  const part = (title: string, text: Told | null) =>
    text && html`<h3>${t(`service.${title}`)}</h3>${onlyIn(reader, text)}${paragraphs(text)}`;
  const modified = service.modifiedAt;
  return html`<section class="stack narrow details" aria-labelledby="details"><h2 id="details">${t('service.details')}</h2>
${part('description', said.description)}
${part('eligibility', said.eligibility)}
${part('instruction', said.instruction)}
${part('chargeTitle', said.charge)}
${!isShort(said.deadline) && part('deadline', said.deadline)}
${!isShort(said.processing) && part('processing', said.processing)}
${part('validity', said.validity)}
${laws(reader, service.legislation)}
${spoken(reader, service.languages)}
${webPages(reader, service.channels as Channel[])}
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
