import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { createSecretLink } from '../../../identity/service.ts';
import { lockSurviving } from '../../messages/receiving/queries.ts';
import { Undeliverable } from '../../messages/sending/types.ts';
import { MAX_ATTEMPTS, nextAttempt, tidy, withPatience } from '../../sending/attempts.ts';
import { startLoop } from '../../sending/loop.ts';
import { type Recipient, recipientOf } from '../queries.ts';
import { afterQuiet } from '../quiet.ts';
import { channelFor, reaches } from '../rules.ts';
import { leavesAt, quietHoursOf } from '../service.ts';
import { traceNotice } from '../trace.ts';
import type { NoticeOutbox, NoticeSender, NoticeSent, OutgoingNotice } from '../types.ts';
import { sayNotice } from '../wording.ts';
import { type Claimed, claimDue, conclude, type End, postpone, readToSend, sendOtherwise, type ToSend } from './queries.ts';

const BATCH = 10;
/** Days a link in a notice opens the matter's page. */
const LINK_DAYS = 30;

export function startNotices(outbox: NoticeOutbox): { stop(): Promise<void> } {
  return startLoop(() => sendDueNotices(outbox), { log: outbox.log, failure: 'notices could not be read' });
}

/** Sends what is due, once; @returns how many it took. Several nodes may do this at the same time. */
export async function sendDueNotices(outbox: NoticeOutbox): Promise<number> {
  const channels = outbox.senders.map(({ channel }) => channel);
  const claimed = await inTransaction(outbox.db, (trx) => claimDue(trx, channels, outbox.clock.now(), BATCH));
  await Promise.all(claimed.map((notice) => sendOne(outbox, notice)));
  return claimed.length;
}

/** A result that cannot be written leaves the notice in `sending`: later it goes again, under the same id. */
async function sendOne(outbox: NoticeOutbox, claimed: Claimed): Promise<void> {
  try {
    const toSend = await readToSend(outbox.db, claimed.id);
    const recipient = await recipientOf(outbox.db, toSend.matterId);
    const now = outbox.clock.now();
    const hour = afterQuiet(now, quietHoursOf(outbox, recipient));
    if (Temporal.Instant.compare(hour, now) > 0) return await inTransaction(outbox.db, (trx) => postpone(trx, claimed, hour));
    const result = await attempt(outbox, claimed, toSend, recipient);
    await inTransaction(outbox.db, (trx) => write(outbox, trx, claimed, toSend, result));
  } catch (error) {
    outbox.log.error('a notice’s result was not written', { kind: claimed.channel, error });
  }
}

type Result = NoticeSent | { failure: unknown };

async function attempt(outbox: NoticeOutbox, claimed: Claimed, toSend: ToSend, recipient: Recipient): Promise<Result> {
  try {
    if (!reaches(claimed.channel, recipient)) throw new Undeliverable('no-address');
    if (claimed.attempts > MAX_ATTEMPTS) throw new Error('too many attempts');
    const outgoing = await wordIt(outbox, claimed, toSend, recipient);
    const sender = outbox.senders.find(({ channel }) => channel === claimed.channel) as NoticeSender;
    return await withPatience((signal) => sender.send(outgoing, signal));
  } catch (failure) {
    return { failure };
  }
}

async function wordIt(outbox: NoticeOutbox, claimed: Claimed, toSend: ToSend, recipient: Recipient): Promise<OutgoingNotice> {
  const { things, tried: _tried, linked: _linked, ...outgoing } = toSend;
  const link = await linkFor(outbox, claimed, toSend, recipient);
  const said = await sayNotice(outbox.db, { ...outgoing, things, link, now: outbox.clock.now() });
  return { noticeId: claimed.id, ...outgoing, ...said };
}

/**
 * Who has been identified signs in. Anybody else gets a link of their own to the page that shows nothing secret, made now so that no row
 * holds it: by e-mail, where ordinary messages go too, and by text message only when they hold such a link already.
 */
async function linkFor(outbox: NoticeOutbox, { channel }: Claimed, toSend: ToSend, { identity }: Recipient): Promise<string | null> {
  const { publicUrl } = outbox.notices;
  const signIn = outbox.ownPages ?? null;
  if (signIn && identity) return signIn;
  if (channel !== 'email' && !toSend.linked) return signIn;
  const token = await inTransaction(outbox.db, (trx) => createSecretLink(trx, toSend.matterId, LINK_DAYS, outbox.clock.now()));
  return `${publicUrl}/a/${token}`;
}

async function write(outbox: NoticeOutbox, trx: Trx, claimed: Claimed, { matterId, tried }: ToSend, result: Result): Promise<void> {
  const matter = await lockSurviving(trx, matterId);
  const now = outbox.clock.now();
  const written =
    'failure' in result && result.failure instanceof Undeliverable
      ? await sendByNext(outbox, trx, claimed, { matterId, tried }, result.failure)
      : await conclude(trx, claimed, endOf(outbox, claimed, result, now));
  if (matter && written) await traceNotice(trx, matter, claimed.id, null, 'failure' in result ? 'notice.not-left' : 'notice.left');
}

function endOf(outbox: NoticeOutbox, claimed: Claimed, result: Result, at: Temporal.Instant): End {
  if (!('failure' in result)) return { state: 'sent', at, note: tidy(result.response), externalId: result.externalId, again: null };
  const again = nextAttempt(claimed.attempts, at);
  outbox.log.warn('a notice did not leave', { kind: claimed.channel, attempt: claimed.attempts, error: result.failure });
  return { state: again ? 'failed' : 'given-up', at, note: 'not-sent', externalId: null, again };
}

/** Never silence: what one channel refuses for good goes by the next, at last to be collected. */
async function sendByNext(
  outbox: NoticeOutbox,
  trx: Trx,
  claimed: Claimed,
  { matterId, tried }: Pick<ToSend, 'matterId' | 'tried'>,
  { note }: Undeliverable,
): Promise<boolean> {
  const recipient = await recipientOf(trx, matterId);
  const now = outbox.clock.now();
  const channel = channelFor(recipient, outbox.channels, [...tried, claimed.channel]);
  return sendOtherwise(trx, claimed, { channel, notBefore: leavesAt(outbox, recipient, channel, now, now), note: tidy(note) });
}
