import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { mayAs } from '../../customers/service.ts';
import { handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { hiddenFields, icon, momentWords, type View } from '../../site/service.ts';
import type { NoticeWishes } from '../noticing/wishes.ts';
import { type ContactFault, contactSection } from './contact/page.ts';
import type { OpenChange } from './contact/queries.ts';
import type { OwnDetails } from './details-query.ts';
import { drawMine } from './nav.ts';
import { wishForm } from './wish-form.ts';

export const detailsDone = ['wishes', 'code-sent', 'email', 'phone', 'dropped'] as const;

export type DetailsShown = {
  details: OwnDetails;
  wishes: NoticeWishes;
  sessions: { id: string; identifiedAt: Temporal.Instant; seenAt: Temporal.Instant }[];
  /** Names of the lists' items in the reader's language. */
  languages: { key: string; name: string }[];
  arrangementName(kind: string): string;
  token: string;
  /** An e-mail address that waits for its code. */
  change: OpenChange | undefined;
  done?: (typeof detailsDone)[number] | undefined;
  fault?: 'times' | ContactFault | undefined;
};

/** What is recorded about the customer, their wishes, and where they are signed in. */
export function detailsPage(view: View, caller: CustomerCaller, shown: DetailsShown): string {
  const t = translator(view.variant, 'own');
  return drawMine(view, caller, shown.token, 'details', {
    title: (shown.fault ? `${view.t('form.errorTitle')} ` : '') + t('details.title'),
    main: html`<div class="stack narrow"><h1>${t('details.title')}</h1>
${shown.done && html`<p class="note with-icon good-note" role="status">${icon('check')}<span>${t(`done.${shown.done}`)}</span></p>`}
${caller.actingFor && html`<p>${t('details.for')}</p>`}
${mayAs(caller, 'data-rights') && html`${recorded(view, shown)}${ownContact(view, caller, shown)}`}
${wishForm(view, { ...shown, fault: shown.fault === 'times' ? 'times' : undefined }, handledCustomer(caller))}
${!caller.actingFor && sessionsSection(view, caller, shown)}</div>`,
  });
}

/** Under turvakielto we use no contact details, and so take none. */
function ownContact(view: View, caller: CustomerCaller, { details, change, token, fault }: DetailsShown): Html | false {
  if (details.masked || details.restricted) return false;
  const about = handledCustomer(caller);
  return contactSection(view, { ...details, change, about, token, fault: fault === 'times' ? undefined : fault });
}

function recorded(view: View, { details, arrangementName }: DetailsShown): Html {
  const t = translator(view.variant, 'own');
  const fact = (name: string, value: string | null) =>
    html`<div><dt>${t(`details.${name}`)}</dt><dd>${value ?? t('details.none')}</dd></div>`;
  const contact = (name: string, value: string | null) => fact(name, details.masked ? t('details.masked') : value);
  const identity = details.identities.map((kind) => t(`details.identity.${kind}`)).join(', ') || null;
  const arranged = details.arrangements.map(
    ({ kind, detail, expiresOn }) =>
      html`<li>${arrangementName(kind)}${detail && `, ${detail}`}${expiresOn && `, ${t('details.until', { day: dayIn(view, expiresOn) })}`}</li>`,
  );
  return html`<section class="stack" aria-labelledby="recorded"><h2 id="recorded">${t('details.recorded')}</h2>
<dl class="facts">${fact('name', details.name || null)}${contact('email', details.email)}${contact('phone', details.phone)}${contact('address', details.address)}${fact('identified', identity)}</dl>
${arranged.length > 0 && html`<h3>${t('details.arrangements')}</h3><ul>${arranged}</ul>`}
${details.restricted && html`<p class="note with-icon">${icon('lock')}<span><b>${t('details.restricted')}</b><br>${t('details.restrictedHow')}</span></p>`}
<p><a class="text-link" href="/my/data-requests">${t('details.wrong')}</a></p></section>`;
}

const dayIn = ({ locale, now }: View, day: string): string => formatDate(Temporal.PlainDate.from(day), locale, dayOf(now));

/** One's own sessions only: where somebody else is signed in is theirs, also when one acts for them. */
function sessionsSection(view: View, caller: CustomerCaller, { sessions, token }: DetailsShown): Html {
  const t = translator(view.variant, 'own');
  const line = ({ id, identifiedAt, seenAt }: DetailsShown['sessions'][number]) =>
    html`<li class="own-row"><p>${t('sessions.one', { when: momentWords(view, identifiedAt.toString()), seen: momentWords(view, seenAt.toString()) })}${
      id === caller.sessionId && html` <b>(${t('sessions.this')})</b>`
    }</p></li>`;
  return html`<section class="stack" aria-labelledby="sessions"><h2 id="sessions">${t('sessions.title')}</h2>
<ul class="rows">${sessions.map(line)}</ul><p class="quiet small">${t('sessions.how')}</p>
<form method="post" action="/my/sign-out-everywhere">${hiddenFields(token)}<p class="buttons"><button class="button second wide-phone" type="submit">${t('sessions.end')}</button></p></form></section>`;
}
