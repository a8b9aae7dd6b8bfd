import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { inOrderOfNames, nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import { drawPage, hiddenFields, type IconName, icon, type View } from '../../site/service.ts';
import { togetherWords } from '../joint/pages/words.ts';
import type { FoundService } from './finding.ts';
import type { OfferedService } from './queries.ts';
import { wordsOf } from './words.ts';

/** `found`: by the words, the best first; null where nothing was asked. */
type Asked = { token: string; words: string; found: readonly FoundService[] | null; situations: readonly ListItem[] };

/** The services that can be booked, and under each of the life situations they are for; or those found by words. */
export function servicesPage(view: View, services: readonly OfferedService[], { token, words, found, situations }: Asked): string {
  const b = wordsOf(view);
  return drawPage(view, {
    title: b('service.title'),
    private: words !== '',
    main: html`<div class="stack narrow"><p class="eyebrow">${b('step', { step: '1' })}</p><h1>${b('service.title')}</h1>
<form class="ask" role="search" method="post" action="/book">${hiddenFields(token)}<label for="words">${b('service.search')}</label>
<div class="ask-line"><input class="input" id="words" name="words" type="search" value="${words}" maxlength="100" autocomplete="off">
<button class="button" type="submit">${icon('search')} ${b('service.find')}</button></div></form>
${found && html`<p role="status">${b(found.length > 0 ? 'service.found' : 'service.foundNone', { count: found.length })}</p><p><a class="text-link" href="/book">${b('service.all')}</a></p>`}
${services.length === 0 && html`<p>${b('service.none')}</p>`}</div>
${found ? found.length > 0 && group(view, 'found', found) : services.length > 0 && allPart(view, inOrderOfNames(services, view.locale), situations)}
${services.some(({ ways }) => ways.includes('bus')) && html`<p><a class="text-link" href="/bus">${icon('bus')} ${translator(view.variant, 'timetable')('link')}</a></p>`}
${words === '' && otherWays(view)}`,
  });
}

function allPart(view: View, services: readonly OfferedService[], situations: readonly ListItem[]): Html {
  return html`${group(view, 'all', services)}${situationsPart(view, services, situations)}`;
}

/** Not a time of one's own for one service: several on one visit, or a place among many. */
function otherWays(view: View): Html {
  const t = togetherWords(view);
  const row = (href: string, words: string, hint: string, name: IconName) =>
    html`<li><a class="go" href="${href}">${icon(name)}<span><b>${words}</b><small>${hint}</small></span>${icon('arrow')}</a></li>`;
  return html`<ul class="rows three">${row('/book/visit', t('visit.link'), t('visit.linkHint'), 'route')}${row('/book/courses', t('courses.link'), t('courses.linkHint'), 'people')}</ul>`;
}

/** Each of them once above; here by what has happened in somebody's life, opened one at a time: a phone is not scrolled through them all. */
function situationsPart(view: View, services: readonly OfferedService[], situations: readonly ListItem[]): Html | false {
  const rows = situations.flatMap(({ key, label }) => {
    const those = services.filter((one) => one.situations.includes(key));
    return those.length > 0
      ? [html`<details class="more"><summary>${icon('arrow')} ${nameIn(label, view.locale)}</summary>${list(view, those)}</details>`]
      : [];
  });
  return (
    rows.length > 0 &&
    html`<section class="stack" aria-labelledby="situations"><h2 id="situations">${wordsOf(view)('service.situations')}</h2><div class="three">${rows}</div></section>`
  );
}

function group(view: View, id: string, services: readonly (OfferedService | FoundService)[]): Html {
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${wordsOf(view)('service.these')}</h2>${list(view, services)}</section>`;
}

function list(view: View, services: readonly (OfferedService | FoundService)[]): Html {
  const b = wordsOf(view);
  const row = ({ id: service, name, minutes, ...found }: OfferedService | FoundService) =>
    html`<li><a class="go plain" href="/book/place?service=${service}"><span><b>${nameIn(name, view.locale)}</b>${'helped' in found && found.helped && html`<small>${b('service.helps')}</small>`}<small>${b('minutes', { minutes: String(minutes) })}</small></span>${icon('arrow')}</a></li>`;
  return html`<ul class="rows three">${services.map(row)}</ul>`;
}
