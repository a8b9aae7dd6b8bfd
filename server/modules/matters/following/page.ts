import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { drawPage, icon, momentWords, signInOffer, type View } from '../../site/service.ts';
import { pictureSection, type ShownPicture } from '../mapping/own-picture.ts';
import { sayMatterNumber } from '../number.ts';
import { referralsSection } from '../referrals/section.ts';
import type { GivenReferral } from '../referrals/wording.ts';
import type { ComingTime, StepToBook } from '../types.ts';
import { comingSection, toBookSection } from './coming.ts';
import { forgetting, type OutcomeWords, outcomeForm, passing } from './page-ending.ts';
import { messageList, type Writing, writeForm } from './page-messages.ts';
import { drawPath, type Naming } from './path-drawing.ts';
import { ownStep } from './path-items.ts';
import type { Glance } from './queries.ts';
import type { FollowPage } from './schema.ts';

/** What was just done here, as the page tells it. */
export const followDone = ['message', 'outcome', 'referral', 'confirmed', 'commentTaken'] as const;
export type FollowDone = (typeof followDone)[number];

export type Showing = {
  naming: Naming;
  /** The situation picture that waits for the customer's yes, or has it. */
  picture: ShownPicture | null;
  /** Whom the customer has been referred to for digital support. */
  referrals: GivenReferral[];
  /** The agreed times one may open from here. */
  coming: readonly ComingTime[];
  toBook: readonly StepToBook[];
  writing: Writing;
  outcomes: OutcomeWords[];
  /** Opened with a slip, maybe on everybody's computer: the way out stands at the top too. */
  bySlip?: boolean;
  /** What was just done, told at the top. */
  done?: FollowDone | undefined;
};

/** The page behind a secret link: whose turn it is, the next step with its deadline, the path, messages, and how it ended. */
export function followPage(view: View, page: FollowPage, showing: Showing): string {
  const { t } = view;
  const number = sayMatterNumber(page.number);
  const faulty = showing.writing.errors.length > 0;
  return drawPage(view, {
    title: (faulty ? `${t('form.errorTitle')} ` : '') + t('follow.title', { number }),
    private: true,
    main: html`<div class="stack"><p class="quiet">${t('follow.yourMatter')} <b class="nowrap">${number}</b></p>
<h1>${t('follow.heading')}</h1>
${showing.bySlip && passing(view, showing.writing.token)}</div>
${showing.done && doneNote(view, showing.done)}
<div class="split">
<div class="stack">
${turnBox(view, page)}
${toBookSection(view, showing.toBook, '/a/steps')}
${comingSection(view, showing.coming, '/a/appointments')}
<section aria-labelledby="path"><h2 id="path">${t('follow.path')}</h2>
${drawPath(view, page, showing.naming)}</section>
${referralsSection(view, showing.referrals, showing.writing.token)}
${showing.picture && pictureSection(view, showing.picture, { place: '/a', token: showing.writing.token })}
<p class="note">${t('follow.onlyPart')}</p>
${signInOffer(view, '/a/identified', translator(view.variant, 'identifying')('offer.link'))}
</div>
<div class="stack">
<section class="stack" aria-labelledby="messages"><h2 id="messages" tabindex="-1">${t('follow.messages')}</h2>
${messageList(view, page.messages)}
${writeForm(view, showing.writing)}</section>
${outcomeForm(view, showing.outcomes, page.outcome, showing.writing.token)}
${!showing.bySlip && forgetting(view, showing.writing.token)}
</div>
</div>`,
  });
}

function doneNote({ t, variant }: View, done: FollowDone): Html {
  const words =
    done === 'message' || done === 'outcome' || done === 'referral'
      ? t(`follow.done.${done === 'referral' ? 'outcome' : done}`)
      : translator(variant, 'picture')(`follow.${done}`);
  return html`<p class="note with-icon good-note" role="status">${icon('check')}<span>${words}</span></p>`;
}

/** One per page, the biggest thing on it. `mayWrite`: the page has a form to write by. */
export function turnBox(view: View, page: Glance, onPaper = false, mayWrite = !onPaper): Html {
  const { t } = view;
  const own = ownStep(page);
  const box = (eyebrow: string, title: string, rest: Html) =>
    html`<section class="next-step" aria-labelledby="turn"><p class="eyebrow">${eyebrow}</p><h2 id="turn">${title}</h2>${rest}</section>`;
  if (page.state === 'closed') return box(t('turn.ended'), t('turn.endedTitle'), html`<p>${t('turn.endedHow')}</p>`);
  if (own)
    return box(
      t('turn.yours'),
      own.title ?? t('path.unnamedTask'),
      html`${ownDeadline(view, own, onPaper)}${alsoOurs(view, page)}${mayWrite && ways(view)}`,
    );
  if (page.turn === 'you')
    return box(t('turn.yours'), t('turn.answered'), html`<p>${t('turn.answeredHow')}</p>${!onPaper && answerWays(view, mayWrite)}`);
  return box(t('turn.ours'), t('turn.oursTitle'), ourPromise(view, page));
}

/** How many days are left is true today only: not for paper. */
function ownDeadline(view: View, { deadlineAt, at, place }: FollowPage['steps'][number], onPaper: boolean): Html {
  const { t } = view;
  const time = deadlineAt ? t('turn.latest', { when: momentWords(view, deadlineAt) }) : at && t('turn.at', { when: momentWords(view, at) });
  const left = !onPaper && deadlineAt && daysLeft(view, deadlineAt);
  return html`${time && html`<p class="deadline">${icon('clock')} <span>${time}${left && html` <small>${left}</small>`}</span></p>`}${
    place && html`<p>${t('turn.where', { place })}</p>`
  }`;
}

function daysLeft({ t, now }: View, deadline: string): string | false {
  const zone = 'Europe/Helsinki';
  const [from, to] = [now, Temporal.Instant.from(deadline)].map((at) => at.toZonedDateTimeISO(zone).toPlainDate()) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const days = from.until(to).days;
  if (days < 0) return t('turn.passed');
  return days === 0 ? t('turn.today') : t('turn.left', { count: days });
}

/** They may have asked something while the next step is theirs. */
function alsoOurs(view: View, { turn, dueAt }: Glance): Html | false {
  return turn === 'us' && dueAt !== null && html`<p class="quiet">${promise(view, dueAt)}</p>`;
}

function ourPromise(view: View, page: Glance): Html {
  const { t } = view;
  const authority = page.steps.find((step) => step.state === 'now' && step.who === 'authority' && !step.unseen);
  const due = authority?.deadlineAt ?? page.dueAt;
  const late = due !== null && Temporal.Instant.compare(Temporal.Instant.from(due), view.now) < 0;
  const time =
    due &&
    html`<p class="deadline">${icon('clock')} <span>${t(late ? 'turn.promised' : 'turn.oursLatest', { when: momentWords(view, due) })}</span></p>`;
  return html`${time}<p>${late ? t('turn.late') : t('turn.nothingToDo')}</p>`;
}

function promise(view: View, dueAt: string): string {
  const late = Temporal.Instant.compare(Temporal.Instant.from(dueAt), view.now) < 0;
  return late ? view.t('turn.late') : view.t('turn.alsoOurs', { when: momentWords(view, dueAt) });
}

function ways({ t }: View): Html {
  return html`<p class="buttons"><a class="button wide-phone" href="#files">${icon('clip')} ${t('turn.addFile')}</a><a class="button second wide-phone" href="#message">${t('turn.write')}</a></p>`;
}

/** What was answered is read first. */
function answerWays({ t }: View, mayWrite: boolean): Html {
  return html`<p class="buttons"><a class="button wide-phone" href="#messages">${t('turn.read')}</a>${mayWrite && html`<a class="button second wide-phone" href="#message">${t('turn.write')}</a>`}</p>`;
}
