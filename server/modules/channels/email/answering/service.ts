import { type FormatLocale, formatDateTime } from '../../../../platform/clock/format.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { sayMatterNumber, variantOf } from '../../../matters/service.ts';
import { renderTemplate, templateFor } from '../../../notifications/service.ts';
import { mailboxById } from '../mailboxes/queries.ts';
import { failureOf } from '../sending/failures.ts';
import { isAddress } from '../sending/sender.ts';
import type { Deliver, Letter } from '../sending/types.ts';
import { sha256 } from '../taking/rules.ts';
import { messageIdOf, replyAddress } from '../tokens.ts';
import type { MailDeps } from '../types.ts';
import { claimDueAnswers, type DueAnswer, forgetOldAnswers, keepAnswersId, markAnswered } from './queries.ts';

const BATCH = 10;
/** Milliseconds one attempt may take. */
const PATIENCE_MS = 120_000;
/** Days the keyed hash of a sender is kept. */
const KEPT_DAYS = 1;

/** Sends the automatic answers that are due, once each; @returns how many it took. */
export async function answerDue(deps: MailDeps, deliver: Deliver): Promise<number> {
  const { db, clock } = deps.desk;
  const due = await inTransaction(db, (trx) => claimDueAnswers(trx, clock.now(), BATCH));
  await Promise.all(due.map((answer) => answerOne(deps, deliver, answer)));
  return due.length;
}

/** Nightly. */
export async function forgetAnswered({ db, clock }: MailDeps['desk']): Promise<void> {
  await forgetOldAnswers(db, clock.now().subtract({ hours: 24 * KEPT_DAYS }));
}

async function answerOne(deps: MailDeps, deliver: Deliver, answer: DueAnswer): Promise<void> {
  const { db, clock } = deps.desk;
  try {
    const letter = await letterFor(deps, answer);
    if (letter) await deliver(letter, AbortSignal.timeout(PATIENCE_MS));
    await markAnswered(db, answer, clock.now());
  } catch (error) {
    deps.log.warn('an automatic answer did not leave', { mailboxId: answer.mailboxId, error });
    if (failureOf(error).final) await markAnswered(db, answer, clock.now());
  }
}

/** Undefined when there is no address or mailbox for it any more. */
async function letterFor({ desk, keys }: MailDeps, answer: DueAnswer): Promise<Letter | undefined> {
  const mailbox = await mailboxById(desk.db, answer.mailboxId);
  if (!mailbox?.active || !answer.recipient || !isAddress(answer.recipient)) return undefined;
  const matter = { id: answer.matterId, number: answer.number };
  const name = `auto-${sha256(`${answer.senderHash} ${answer.answeredAt}`).slice(0, 16)}`;
  const messageId = messageIdOf(keys, name, matter, mailbox);
  await keepAnswersId(desk.db, messageId, answer.matterId, desk.clock.now());
  const now = desk.clock.now();
  const deadline = answer.dueAt ? formatDateTime(answer.dueAt, variantOf(answer.language) as FormatLocale, now, answer.zone) : undefined;
  const template = await templateFor(desk.db, 'mail-auto-answer');
  const { subject, body } = renderTemplate(template, answer.language, { matterNumber: sayMatterNumber(answer.number), deadline });
  return {
    mailbox,
    recipient: answer.recipient,
    replyTo: replyAddress(keys, mailbox, matter),
    messageId,
    inReplyTo: answer.inReplyTo,
    references: answer.inReplyTo ? [answer.inReplyTo] : [],
    language: answer.language,
    subject,
    text: body,
    automatic: 'auto-replied',
    files: [],
  };
}
