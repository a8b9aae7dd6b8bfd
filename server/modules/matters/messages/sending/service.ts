import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { MAX_ATTEMPTS, nextAttempt, tidy, withPatience } from '../../sending/attempts.ts';
import { leaveTrace } from '../../trace.ts';
import { giveTurn, takeTurn } from '../../turn.ts';
import type { Desk } from '../../types.ts';
import { filesOfMessage } from '../files/queries.ts';
import { unmarkTold } from '../queries.ts';
import { withFreshLink } from '../receipts/link-mark.ts';
import { leavesByEmail } from '../rules.ts';
import { word } from '../wording.ts';
import {
  type Claimed,
  type Concluded,
  claimDue,
  lockMatterOf,
  readToSend,
  type SystemMatter,
  writeBounced,
  writeFailed,
  writeLeft,
} from './queries.ts';
import { type Outbox, type Outgoing, type Sender, Undeliverable } from './types.ts';

const BATCH = 10;

/** Sends what is due, once; @returns how many it took. Several nodes may do this at the same time. */
export async function sendDue(outbox: Outbox): Promise<number> {
  const channels = outbox.senders.map((sender) => sender.channel);
  const claimed = await inTransaction(outbox.db, (trx) => claimDue(trx, channels, outbox.clock.now(), BATCH));
  await Promise.all(claimed.map((message) => sendOne(outbox, message)));
  return claimed.length;
}

type Result = { left: Outgoing; response: string } | { failure: unknown };

/** A result that cannot be written leaves the message in `sending`: later it goes again, recognisably the same. */
async function sendOne(outbox: Outbox, claimed: Claimed): Promise<void> {
  const result = await attempt(outbox, claimed);
  const written =
    'left' in result ? concludeLeft(outbox, claimed, result.left, result.response) : concludeFailed(outbox, claimed, result.failure);
  await written.catch((error: unknown) => outbox.log.error('a sending result was not written', { messageId: claimed.id, error }));
}

async function attempt(outbox: Outbox, claimed: Claimed): Promise<Result> {
  try {
    if (claimed.attempts > MAX_ATTEMPTS) throw new Undeliverable('too-many-attempts');
    const { outgoing, sender } = await prepare(outbox, claimed.id);
    const { response } = await withPatience((signal) => sender.send(outgoing, signal));
    return { left: outgoing, response };
  } catch (failure) {
    return { failure };
  }
}

/** What the preview showed, unless a restriction has come since: then a notice after all. */
async function prepare(outbox: Outbox, messageId: string): Promise<{ outgoing: Outgoing; sender: Sender }> {
  const message = await readToSend(outbox.db, messageId);
  const leaves = message.channel === 'link' ? 'notice' : leavesByEmail(message.sensitivity, message.restricted);
  const matter = { id: message.matter_id, number: message.number };
  const body = message.automatic ? await withFreshLink(outbox, matter.id, message.body) : message.body;
  const outgoing = {
    messageId,
    matterId: matter.id,
    matterNumber: matter.number,
    ownerOrg: message.owner_org,
    unitId: message.unit_id,
    recipient: message.recipient,
    language: message.language,
    leaves,
    ...(await word(outbox.db, { leaves, kind: message.kind, language: message.language, body, matter, ownPages: outbox.ownPages })),
    automatic: message.automatic,
    files: leaves === 'message' ? await filesOfMessage(outbox.db, messageId) : [],
  } satisfies Outgoing;
  return { outgoing, sender: outbox.senders.find((sender) => sender.channel === 'email') as Sender };
}

async function concludeLeft(outbox: Outbox, claimed: Claimed, { leaves }: Outgoing, response: string): Promise<void> {
  await inTransaction(outbox.db, async (trx) => {
    const matter = await lockMatterOf(trx, claimed.id);
    const now = outbox.clock.now();
    const left = await writeLeft(trx, claimed, { state: leaves === 'message' ? 'sent' : 'waiting', at: now, note: tidy(response) });
    if (!matter || !left) return;
    // A receipt is no answer.
    if (!left.automatic) await giveTurn(trx, matter.id, left.createdAt, now);
    await traceMessage(trx, matter, claimed.id, left, 'message.left');
  });
}

async function concludeFailed(outbox: Outbox, claimed: Claimed, failure: unknown): Promise<void> {
  const final = failure instanceof Undeliverable;
  outbox.log.warn('a message did not leave', { messageId: claimed.id, attempt: claimed.attempts, final, error: failure });
  await inTransaction(outbox.db, async (trx) => {
    const matter = await lockMatterOf(trx, claimed.id);
    const now = outbox.clock.now();
    const again = final ? null : nextAttempt(claimed.attempts, now);
    const state = again ? 'failed' : final ? 'bounced' : 'given-up';
    const failed = await writeFailed(trx, claimed, { state, again, note: final ? tidy(failure.note) : 'not-sent' });
    if (!matter || !failed) return;
    if (!again) await bringBack(trx, matter, claimed.id, now);
    await traceMessage(trx, matter, claimed.id, failed, 'message.not-left');
  });
}

/**
 * A delivery report says that a message did not arrive: the turn is ours again. The reporter is believed only as far as the channel has
 * tied the report to what it sent. @returns false when the message is not one that could bounce
 */
export async function markBounced(desk: Desk, trx: Trx, messageId: string, note: string): Promise<boolean> {
  const matter = await lockMatterOf(trx, messageId);
  const bounced = matter && (await writeBounced(trx, messageId, tidy(note)));
  if (!matter || !bounced) return false;
  await bringBack(trx, matter, messageId, desk.clock.now());
  await traceMessage(trx, matter, messageId, bounced, 'message.bounced');
  return true;
}

async function bringBack(trx: Trx, matter: SystemMatter, messageId: string, now: Temporal.Instant): Promise<void> {
  await unmarkTold(trx, messageId);
  await takeTurn(trx, matter, now);
}

async function traceMessage(
  trx: Trx,
  matter: SystemMatter,
  messageId: string,
  { needId, ownerOrg }: Concluded,
  action: string,
): Promise<void> {
  await leaveTrace(trx, null, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action,
    subjects: [messageId],
    event: 'message.changed',
    facts: { ownerOrg, needId, messageId },
  });
}
