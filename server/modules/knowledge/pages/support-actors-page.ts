import { type Html, html } from '../../../platform/http/html.ts';
import { drawPage, icon, telephone, todayAt } from '../../site/service.ts';
import type { ActorRow } from '../support/queries.ts';
import { hasHours } from './place-parts.ts';
import type { Reader } from './reader.ts';
import { toldOfActor } from './support-parts.ts';
import { waysOn } from './ways-on.ts';

/** Everybody in the region who helps with devices and online services. */
export function supportActorsPage(reader: Reader, actors: readonly ActorRow[]): string {
  const { t, view } = reader;
  return drawPage(view, {
    title: t('support.title'),
    main: html`<div class="stack narrow"><h1>${t('support.title')}</h1><p class="lede">${t('support.lede')}</p>
<p class="note with-icon">${icon('lock')} <span>${t('support.never')}</span></p></div>
${actors.length > 0 ? html`<ul class="rows three points">${actors.map((actor) => row(reader, actor))}</ul>` : html`<p>${t('support.none')}</p>`}
<section class="stack" aria-labelledby="ways-on"><h2 id="ways-on">${t('support.unsure')}</h2>${waysOn(reader)}</section>`,
  });
}

function row(reader: Reader, actor: ActorRow): Html {
  const told = toldOfActor(reader, actor);
  const today = actor.opening && hasHours(actor.opening) && todayAt(actor.opening, reader.view);
  return html`<li><h2 class="row-title"><a href="/digital-support/${actor.id}">${told.name}</a></h2>
<p>${told.helpsWith}</p>
<p class="quiet">${icon('pin')} ${told.where}</p>
${today && html`<p class="state ${today.state === 'open' ? 'good' : 'quiet'}">${icon('clock')} ${today.words}</p>`}
${actor.phone && html`<p class="quiet small">${reader.t('place.phone')} ${telephone(actor.phone)}</p>`}</li>`;
}
