import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { icon, telephone, todayAt } from '../../site/service.ts';
import { told, toldList } from '../services/languages.ts';
import type { ChannelKind, ChannelView, LocalText, Phone } from '../services/types.ts';
import { addressLine, openingState, usualWeek } from './place-parts.ts';
import { inWords, isWebAddress, languageOf, nameOf, type Reader } from './reader.ts';
import { unbroken } from './ways-on.ts';

export type Channel = ChannelView & { note: LocalText };

/**
 * How a service can be used, best first: on the web (suits most), by telephone and at a place (those that are open now before the others),
 * on paper, and always by asking us: what is digital never stands alone.
 */
export function waysOfService(reader: Reader, channels: readonly Channel[]): Html {
  const { t } = reader;
  const of = (kind: ChannelKind) =>
    openFirst(
      reader,
      channels.filter((channel) => channel.kind === kind && !channel.retiredAt),
    );
  const web = of('e-service').filter((channel) => linkOf(reader, channel));
  const ways = [
    web.length > 0 && webWay(reader, web),
    phoneWay(reader, of('phone')),
    placeWay(reader, of('place')),
    formWay(
      reader,
      of('form').filter((channel) => linkOf(reader, channel)),
    ),
    askWay(reader),
  ];
  return html`<section class="stack" aria-labelledby="how"><h2 id="how">${t('service.how')}</h2>
<p class="hint">${t(web.length > 0 ? 'service.howHint' : 'service.howOther')}</p>
<ol class="rows channels">${ways}</ol></section>`;
}

function openFirst({ view }: Reader, channels: readonly Channel[]): Channel[] {
  const closed = ({ opening }: Channel) => (opening && todayAt(opening, view).state === 'open' ? 0 : 1);
  return channels.toSorted((a, b) => closed(a) - closed(b));
}

function webWay(reader: Reader, channels: readonly Channel[]): Html {
  const { t } = reader;
  const one = (channel: Channel, index: number) => html`${aboutChannel(reader, channel)}
${channel.needsSignIn && !told(summaries(channel), reader.wanted) && html`<p>${t('service.signIn')}</p>`}
${linkTo(reader, channel, index === 0 ? 'button' : 'button second')}`;
  return way(
    'web',
    html`${t('service.web')} <span class="tag">${t('service.most')}</span>`,
    html`${channels.map(one)}<p class="quiet small">${t('service.webHelp')}</p>`,
  );
}

function phoneWay(reader: Reader, channels: readonly Channel[]): Html | false {
  const { t, wanted } = reader;
  const numbers = (channel: Channel) => toldList(channel.phones, wanted)?.items ?? [];
  const one = (channel: Channel) => html`${channels.length > 1 && html`<p><b>${inWords(nameOf(reader, channel.texts))}</b></p>`}
${openingState(reader, channel)}${usualWeek(reader, channel)}${aboutChannel(reader, channel)}
${numbers(channel).map((phone) => callLink(reader, phone))}`;
  const called = channels.filter((channel) => numbers(channel).length > 0);
  return called.length > 0 && way('phone', html`${t('service.phone')}`, html`${called.map(one)}`);
}

export function callLink({ t }: Reader, { number, charge, note }: Phone): Html {
  const price = note || (charge === 'other' ? '' : t(`service.charge.${charge}`));
  return html`<p><a class="text-link" href="tel:${number.replace(/[^+\d]/g, '')}">${t('service.call', { number: unbroken(number) })}</a>${price && html`<br><span class="quiet small">${price}</span>`}</p>`;
}

/** Three places, the rest behind a tap; without any, our own points: an advisor helps with every service. */
function placeWay(reader: Reader, channels: readonly Channel[]): Html {
  const { t } = reader;
  const one = (
    channel: Channel,
  ) => html`<div class="place"><h4><a href="/places/${channel.id}">${inWords(nameOf(reader, channel.texts))}</a></h4>
${openingState(reader, channel)}${usualWeek(reader, channel)}<p>${inWords(addressLine(reader, channel.address))}</p>${noteOf(reader, channel)}</div>`;
  const [first, rest] = [channels.slice(0, SHOWN), channels.slice(SHOWN, MOST)];
  const more =
    rest.length > 0 &&
    html`<details class="more"><summary>${icon('arrow')} ${t('service.morePlaces', { count: rest.length })}</summary><div class="stack">${rest.map(one)}</div></details>`;
  const help = html`<p>${t('service.placeHelp')}</p>`;
  return way(
    'pin',
    html`${t('service.place')}`,
    html`${channels.length === 0 && help}${first.map(one)}${more}<p><a class="text-link" href="/places">${t('service.allPlaces')}</a></p>`,
  );
}

const SHOWN = 3;
const MOST = 60;

function formWay(reader: Reader, channels: readonly Channel[]): Html | false {
  const { t } = reader;
  const one = (channel: Channel) => html`${aboutChannel(reader, channel)}<p>${linkTo(reader, channel, 'text-link')}</p>`;
  return (
    channels.length > 0 &&
    way('paper', html`${t('service.form')}`, html`${channels.map(one)}<p class="quiet small">${t('service.formHelp')}</p>`)
  );
}

function askWay({ t, view }: Reader): Html {
  const call = view.help && html`<p>${t('service.orCall')} ${telephone(view.help.number)}, ${view.help.week}</p>`;
  return way(
    'chat',
    html`${t('service.ask')}`,
    html`<p>${t('service.askHelp')}</p><p><a class="text-link" href="/contact">${t('service.askLink')}</a></p>${call}`,
  );
}

function way(sign: Parameters<typeof icon>[0], title: Html, body: Html): Html {
  return html`<li>${icon(sign)}<div><h3>${title}</h3>
${body}</div></li>`;
}

function aboutChannel(reader: Reader, channel: Channel): Html | false {
  const summary = told(summaries(channel), reader.wanted);
  return html`${summary && html`<p${languageOf(summary)}>${summary.text}</p>`}${noteOf(reader, channel)}`;
}

const summaries = ({ texts }: Channel): LocalText =>
  Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, words?.summary ?? '']));

/** What the service says of this channel in particular. */
function noteOf({ wanted }: Reader, { note }: Channel): Html | false {
  const said = told(note, wanted);
  return said !== null && html`<p class="quiet small"${languageOf(said)}>${said.text}</p>`;
}

function linkOf({ wanted }: Reader, { links }: Pick<ChannelView, 'links'>): { url: string } | undefined {
  return toldList(links, wanted)?.items.find(({ url }) => isWebAddress(url));
}

/** Called by the channel's name, which is what the page behind it is called. */
function linkTo(reader: Reader, channel: Channel, kind: 'button' | 'button second' | 'text-link'): Html {
  const found = toldList(channel.links, reader.wanted);
  const mark = attributes({ hreflang: found && found.language !== 'plain' ? found.language : null });
  return html`<a class="${kind}" href="${linkOf(reader, channel)?.url}" rel="external"${mark}>${inWords(nameOf(reader, channel.texts))} ${icon('arrow')}</a>`;
}

/** Pages that tell more, for the end of the page. */
export function webPages(reader: Reader, channels: readonly Channel[]): Html | false {
  const pages = channels.filter((channel) => channel.kind === 'web-page' && !channel.retiredAt && linkOf(reader, channel));
  return (
    pages.length > 0 &&
    html`<h3>${reader.t('service.webPages')}</h3><ul>${pages.map((channel) => html`<li>${linkTo(reader, channel, 'text-link')}</li>`)}</ul>`
  );
}
