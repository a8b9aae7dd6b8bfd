import { type Html, html } from '../../../platform/http/html.ts';
import { type Translate, translator } from '../../../platform/i18n/translator.ts';
import { mayAs } from '../../customers/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { dayWords, hiddenFields, icon, tidied, type View } from '../../site/service.ts';
import type { ShownDocument } from '../documents/shown.ts';
import { comingSection, toBookSection } from '../following/coming.ts';
import { turnBox } from '../following/page.ts';
import { type OutcomeWords, outcomeForm } from '../following/page-ending.ts';
import { messageList, type Writing, writeForm } from '../following/page-messages.ts';
import { drawPath, type Naming } from '../following/path-drawing.ts';
import { pictureSection, type ShownPicture } from '../mapping/own-picture.ts';
import { sayMatterNumber } from '../number.ts';
import { referralsSection } from '../referrals/section.ts';
import type { GivenReferral } from '../referrals/wording.ts';
import type { ComingTime, StepToBook } from '../types.ts';
import { drawMine } from './nav.ts';
import { documentsSection } from './papers.ts';
import type { OwnMatterPage, OwnMessage, OwnNeed } from './schema.ts';
import { sightSection } from './who-sees.ts';

export const doneWords = ['message', 'outcome', 'naming', 'withdrawn', 'confirmed', 'commented'] as const;

export type OwnShowing = {
  naming: Naming;
  documents: ShownDocument[];
  picture: ShownPicture | null;
  referrals: GivenReferral[];
  coming: readonly ComingTime[];
  toBook: readonly StepToBook[];
  outcomes: OutcomeWords[];
  writing: Writing;
  done?: (typeof doneWords)[number] | undefined;
};

/** One matter for whoever has been identified: the page behind a link and what a link may not show. */
export function ownMatterPage(view: View, caller: CustomerCaller, page: OwnMatterPage, showing: OwnShowing): string {
  const { t } = view;
  const own = tidied(translator(view.variant, 'own'));
  const { token, errors } = showing.writing;
  const place = `/my/matters/${page.id}`;
  const writes = mayAs(caller, 'write');
  const number = sayMatterNumber(page.number);
  const messages = page.messages.map((message) => ({ ...message, writer: writerOf(own, message) }));
  return drawMine(view, caller, token, 'matters', {
    title: (errors.length > 0 ? `${t('form.errorTitle')} ` : '') + t('follow.title', { number }),
    main: html`<div class="stack"><p class="quiet">${t('follow.yourMatter')} <b class="nowrap">${number}</b></p>
<h1>${t('follow.heading')}</h1></div>
${showing.done && html`<p class="note with-icon good-note" role="status">${icon('check')}<span>${own(`done.${showing.done}`)}</span></p>`}
<div class="split"><div class="stack">
${turnBox(view, page, false, writes)}
${toBookSection(view, showing.toBook, '/my/steps')}
${comingSection(view, showing.coming, '/my/appointments')}
<section aria-labelledby="path"><h2 id="path">${t('follow.path')}</h2>
${drawPath(view, page, showing.naming)}</section>
${referralsSection(view, showing.referrals, null)}
${showing.picture && pictureSection(view, showing.picture, writes && page.state === 'open' ? { place, token } : null)}
${needsSection(own, page.needs, showing.naming)}
${sightSection(view, page, showing.naming, writes ? token : null)}
${documentsSection(view, showing.documents, showing.naming)}
</div><div class="stack">
<section class="stack" aria-labelledby="messages"><h2 id="messages" tabindex="-1">${t('follow.messages')}</h2>
${messageList(view, messages, place)}
${writes && writeForm(view, showing.writing, place)}</section>
${writes && outcomeForm(view, showing.outcomes, page.outcome, token, place)}
${writes && namingForm(own, page, token, place)}
<p class="quiet small">${own('since', { day: dayWords(view, page.openedAt) })}</p>
</div></div>`,
  });
}

/** "You, for Aino Korpela", "Ritva Koskela, for Aino Korpela"; null where the reader wrote for themselves. */
function writerOf(own: Translate, { byName, forName, byReader }: OwnMessage): string | null {
  if (forName === null) return byName && !byReader ? byName : null;
  return byReader ? own('messages.youFor', { principal: forName }) : own('messages.for', { name: byName ?? '', principal: forName });
}

function needsSection(own: Translate, needs: OwnNeed[], naming: Naming): Html | false {
  if (needs.length === 0) return false;
  return html`<section class="stack" aria-labelledby="needs"><h2 id="needs">${own('needs.title')}</h2>
<ul class="rows">${needs.map((need) => needRow(own, need, naming))}</ul></section>`;
}

function needRow(own: Translate, { name, organisationId, state, outcome, receipt }: OwnNeed, naming: Naming): Html {
  const whose = organisationId && naming.organisation(organisationId);
  return html`<li class="own-row"><p><b>${name}</b>${whose && html`<br><span class="quiet">${whose}</span>`}</p>
<p>${outcome ? own(`needs.outcome.${outcome}`) : own(`needs.state.${state}`)}</p>
${receipt && html`<p class="quiet small">${own('needs.receipt', { receipt })}</p>`}</li>`;
}

/** Being a customer of an authority may itself be secret: papers and links name none unless the customer says so (M13). */
function namingForm(own: Translate, { namesAgreed }: OwnMatterPage, token: string, place: string): Html {
  return html`<form class="stack" method="post" action="${place}/naming">${hiddenFields(token)}
<h2>${own('naming.title')}</h2><p>${own(namesAgreed ? 'naming.agreed' : 'naming.not')}</p><p class="quiet small">${own('naming.why')}</p>
<input type="hidden" name="agreed" value="${namesAgreed ? 'no' : 'yes'}">
<p class="buttons"><button class="button second wide-phone" type="submit">${own(namesAgreed ? 'naming.stop' : 'naming.agree')}</button></p></form>`;
}
