import { attributes, type Html, html } from '../../../../platform/http/html.ts';
import { type Translate, translator } from '../../../../platform/i18n/translator.ts';
import { nameIn } from '../../../directory/service.ts';
import { drawPage, hiddenFields, icon, tidied, type View } from '../../../site/service.ts';
import { wantedMinutes } from '../../pages/length.ts';
import type { Week } from '../../pages/offers.ts';
import type { OfferedService, PointRow } from '../../pages/queries.ts';
import { weekPart } from '../../pages/times-page.ts';
import { pointWords, wordsOf } from '../../pages/words.ts';
import type { InvitationRow } from '../queries.ts';

export const invitationWords = ({ variant }: Pick<View, 'variant'>): Translate => tidied(translator(variant, 'invitation'));

export type Shown = {
  service: OfferedService;
  message: string;
  points: readonly PointRow[];
  /** The point whose times are shown, or how else. */
  place: string;
  from?: string | undefined;
  day?: string | undefined;
  week: Week;
  /** The last day to book, in words. */
  until: string;
  refused: string | null;
  token: string;
  once: string;
};

/** The times at once: who comes, to what and with what needs is known already. */
export function invitationPage(view: View, one: InvitationRow, shown: Shown): string {
  const [i, b] = [invitationWords(view), wordsOf(view)];
  const { service, message, place, from, day, week, refused, token, once } = shown;
  return drawPage(view, {
    title: refused ? `${refused} – ${i('page.title')}` : i('page.title'),
    private: true,
    main: html`<form class="stack wide-gap" method="post" action="/b/invitation">${hiddenFields(token, once)}<input type="hidden" name="place" value="${place}">${from && html`<input type="hidden" name="from" value="${from}">`}
<div class="stack narrow"><h1>${i('page.title')}</h1>${refused && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${refused}</h2><p>${b('times.otherDays')}</p></div>`}
<p class="lede">${nameIn(service.name, view.locale)}</p><p>${i('page.what')} <b>${i('page.until', { day: shown.until })}</b> ${i('page.minutes', { minutes: String(wantedMinutes(service, { needs: one.needs, people: 1 })) })}</p>
${message && html`<section class="panel stack" aria-labelledby="message"><h2 id="message">${i('page.message')}</h2><p class="words">${message}</p></section>`}
<p class="note with-icon">${icon('check')}<span>${i('page.filled')} ${i('page.press')}</span></p></div>
${placePart(view, i, b, one, shown)}
${weekPart(view, { place, from, day }, week, '/b/invitation')}</form>`,
  });
}

function placePart(view: View, i: Translate, b: Translate, { way }: InvitationRow, { points, place }: Shown): Html {
  if (points.length === 0) return html`<p class="narrow">${b(way === 'phone' ? 'place.phone' : 'place.remote')}</p>`;
  if (points.length === 1) return html`<p class="narrow">${pointWords(view, points[0] as PointRow)}</p>`;
  const rows = points.map(
    (point) =>
      html`<li><button type="submit" name="go" value="place ${point.id}"${attributes({ 'aria-current': point.id === place ? 'true' : null })}>${nameIn(point.name, view.locale)}<small>${point.street}</small></button></li>`,
  );
  return html`<section class="stack" aria-labelledby="place"><h2 id="place">${i('page.where')}</h2><ul class="day-buttons">${rows}</ul></section>`;
}

type Over = 'booked' | 'expired' | 'withdrawn' | 'cancelled' | 'unbookable';

/** Booked, withdrawn, cancelled, out of time or no more to be booked: its link opens this and nothing more. */
export function overInvitationPage(view: View, state: Over, own: boolean): string {
  const i = invitationWords(view);
  return drawPage(view, {
    title: i(`over.${state}`),
    private: true,
    main: html`<div class="stack narrow"><h1>${i(`over.${state}`)}</h1><p>${i(`over.${state}What`)}</p>
<p class="buttons">${own ? html`<a class="button wide-phone" href="/b">${i('over.own')}</a>` : html`<a class="button second wide-phone" href="/contact">${wordsOf(view)('write')}</a>`}</p></div>`,
  });
}

/** For whoever was given it on paper. */
export function codePage(view: View, { code, wrong, token }: { code: string; wrong: boolean; token: string }): string {
  const i = invitationWords(view);
  const marks = attributes({ 'aria-invalid': wrong ? 'true' : null, 'aria-describedby': wrong ? 'code-fault code-hint' : 'code-hint' });
  return drawPage(view, {
    title: (wrong ? `${view.t('form.errorTitle')} ` : '') + i('code.title'),
    main: html`<form class="stack wide-gap narrow" method="post" action="/book/invitation" novalidate>${hiddenFields(token)}<h1>${i('code.title')}</h1>
<div class="field"><label for="code">${i('code.label')}</label><p class="hint" id="code-hint">${i('code.hint')}</p>${wrong && html`<p class="fault" id="code-fault" role="alert">${icon('alert')} <span>${i('code.wrong')}</span></p>`}
<input class="input" id="code" name="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" value="${code}"${marks}></div>
<p class="buttons"><button class="button wide-phone" type="submit">${i('code.open')}</button></p></form>`,
  });
}
