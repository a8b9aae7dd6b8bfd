import { formatDate } from '../../../platform/clock/format.ts';
import { dataBlock, type Html, html } from '../../../platform/http/html.ts';
import { nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import { drawPage, icon, weekOf } from '../../site/service.ts';
import type { ActorRow } from '../support/queries.ts';
import { openingFacts, withoutNothing } from './place-facts.ts';
import { hasHours, openingState } from './place-parts.ts';
import { isWebAddress, type Reader } from './reader.ts';
import { toldOfActor } from './support-parts.ts';
import { telephoneAddress, unbroken, waysOn } from './ways-on.ts';

/** `isOld`: nobody has looked it over in half a year. */
export type SupportActorPage = { actor: ActorRow; lists: Record<string, ListItem[]>; isOld: boolean };

/** What they help with and how one gets to them, how fresh that is, and what no helper ever asks for. */
export function supportActorPage(reader: Reader, { actor, lists, isOld }: SupportActorPage): string {
  const { t, view } = reader;
  const told = toldOfActor(reader, actor);
  const checked = formatDate(actor.checkedOn, view.locale, actor.checkedOn.subtract({ years: 1 }));
  return drawPage(view, {
    title: told.name,
    main: html`<a class="text-link crumb" href="/digital-support">${icon('back')} ${t('support.all')}</a>
<div class="stack narrow"><h1>${told.name}</h1><p class="lede">${told.helpsWith}</p>
${openingState(reader, { opening: actor.opening, openingNotes: {} })}
${isOld && html`<p class="note with-icon">${icon('clock')} <span>${t('support.old', { day: checked })}</span></p>`}</div>
<div class="split"><div class="first">${reaching(reader, actor)}</div>
<div class="stack wide-gap">${part('how', t('support.how'), html`<p>${told.how}</p>`)}
${reader.wanted !== 'plain' && kinds(reader, actor, lists)}
${part('languages', t('support.languages'), html`<p>${actor.languages.map((code) => languageName(reader, code)).join(', ')}</p>`)}
${told.price && part('price', t('support.price'), html`<p>${told.price}</p>`)}
${told.accessibility && part('accessibility', t('place.accessibility'), html`<p>${told.accessibility}</p>`)}
<p class="note with-icon">${icon('lock')} <span>${t('support.never')}</span></p>
${!isOld && html`<p class="quiet small">${t('support.checked', { day: checked })}</p>`}</div></div>
<section class="stack off-paper" aria-labelledby="ways-on"><h2 id="ways-on">${t('support.unsure')}</h2>${waysOn(reader)}</section>
${facts(actor, told)}`,
  });
}

function part(id: string, title: string, body: Html): Html {
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}

function reaching(reader: Reader, actor: ActorRow): Html {
  const { t, view } = reader;
  const told = toldOfActor(reader, actor);
  const week = actor.opening && hasHours(actor.opening) ? weekOf(actor.opening, view) : '';
  const ways = actor.ways.filter((way) => way !== 'at-place');
  const page = (address: string, words: string) =>
    isWebAddress(address) && html`<p><a class="text-link" href="${address}" rel="external">${words}</a></p>`;
  return html`<section class="panel stack" aria-labelledby="reaching"><h2 id="reaching">${t('place.contact')}</h2>
<p>${icon('pin')} ${told.where}</p>
${actor.placeId && actor.placeNames && html`<p><a class="text-link" href="/places/${actor.placeId}">${t('support.place')}</a></p>`}
${ways.map((way) => html`<p>${icon('check')} ${t(`support.ways.${way}`)}</p>`)}
${week && html`<p>${icon('clock')} ${week}</p>`}
${actor.phone && html`<p><a class="button second" href="${telephoneAddress(actor.phone)}">${icon('phone')} ${t('service.call', { number: unbroken(actor.phone) })}</a></p>`}
${actor.email && html`<p><a class="text-link" href="mailto:${actor.email}">${unbroken(actor.email)}</a></p>`}
${page(actor.website, t('support.website'))}${page(actor.brochure, t('support.brochure'))}</section>`;
}

/** In the words of a list, which nobody has written in plain Finnish. */
function kinds({ t, view }: Reader, { supportKinds }: ActorRow, lists: Record<string, ListItem[]>): Html | false {
  const names = (lists.digitalSupportKinds ?? [])
    .filter(({ key }) => supportKinds.includes(key))
    .map(({ label }) => nameIn(label, view.locale));
  return (
    names.length > 0 && part('kinds', t('support.kinds'), html`<ul class="bullets">${names.map((name) => html`<li>${name}</li>`)}</ul>`)
  );
}

/** "suomi", in the reader's own language. */
function languageName({ view }: Reader, code: string): string {
  return new Intl.DisplayNames([view.locale], { type: 'language' }).of(code) ?? code;
}

function facts({ phone, email, opening }: ActorRow, { name, helpsWith }: { name: string; helpsWith: string }): Html {
  const said = { name, description: helpsWith, telephone: phone || null, email: email || null };
  return dataBlock({
    '@context': 'https://schema.org',
    '@type': 'Organization',
    ...withoutNothing({ ...said, openingHoursSpecification: openingFacts(opening) }),
  });
}
