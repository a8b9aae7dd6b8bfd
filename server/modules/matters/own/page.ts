import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { dayWords, fullStop, icon, tidied, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { drawMine } from './nav.ts';
import type { OwnMatter } from './queries.ts';

/** Every matter that is the customer's own, open ones first, and those they have said are theirs. */
export function ownMattersPage(
  view: View,
  caller: CustomerCaller,
  { matters, claims }: { matters: OwnMatter[]; claims: string[] },
  token: string,
): string {
  const t = translator(view.variant, 'identifying');
  const title = caller.actingFor ? t('mine.titleFor', { name: caller.actingFor.name }) : t('mine.title');
  return drawMine(view, caller, token, 'matters', {
    title,
    main: html`<div class="stack narrow"><h1>${title}</h1>
${matters.length === 0 ? nothing(view, caller) : html`<ul class="rows">${matters.map((matter) => row(view, matter))}</ul>`}
${claims.length > 0 && waitingSection(view, claims)}</div>`,
  });
}

/** What to do next: a link or a slip opens a matter that is not linked to anybody yet. */
function nothing({ variant, t: words }: View, caller: CustomerCaller): Html {
  const t = translator(variant, 'identifying');
  if (caller.actingFor) return html`<p>${t('mine.noneOfOther', { name: caller.actingFor.name })}</p>`;
  return html`<p>${t('mine.none')}</p><p>${t('mine.noneHow')}</p>
<p class="buttons"><a class="button second" href="/slip">${t('mine.slip')}</a><a class="button second" href="/contact">${words('frame.write')}</a></p>`;
}

function row(view: View, { id, number, turn, openedAt, waiting, about, deadlineAt }: OwnMatter): Html {
  const t = translator(view.variant, 'identifying');
  const own = tidied(translator(view.variant, 'own'));
  const said = sayMatterNumber(number).replaceAll(' ', '\u00a0');
  const opened = t('mine.opened', { when: dayWords(view, openedAt) });
  const news = waiting > 0 && html` <strong class="state">${icon('chat')} ${own('list.waiting', { count: waiting })}</strong>`;
  return html`<li><a class="go" href="/my/matters/${id}">${icon('route')}<span><b>${about || own('list.open', { number: said })}</b>
<small>${t(`mine.turn.${turn}`)}. ${deadlineAt && turn === 'you' && `${own('list.by', { day: dayWords(view, deadlineAt) })} `}${opened}${fullStop(opened)} ${about && own('list.number', { number: said })}</small>${news}</span>${icon('arrow')}</a></li>`;
}

function waitingSection(view: View, claims: string[]): Html {
  const own = translator(view.variant, 'own');
  return html`<section class="stack" aria-labelledby="claims"><h2 id="claims">${own('list.claims')}</h2>
${claims.map((number) => html`<p>${own('list.claim', { number: sayMatterNumber(number) })}</p>`)}</section>`;
}
