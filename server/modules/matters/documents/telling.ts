import { sql } from 'kysely';
import { formatDateTime } from '../../../platform/clock/format.ts';
import type { Trx } from '../../../platform/db/transaction.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { insertMessage, reachOf } from '../messages/queries.ts';
import { UNDO_SECONDS } from '../messages/rules.ts';
import { subjectOf, variantOf } from '../messages/wording.ts';
import { sayMatterNumber } from '../number.ts';
import { leaveTrace } from '../trace.ts';
import type { Call, Desk, LockedMatter } from '../types.ts';

/**
 * Tells the customer that their paper went to the right authority (hallintolaki 21 §): by e-mail where there is one, else it waits to be
 * told at a desk and stands behind the link. It names neither authority, and is no answer: whose turn the matter is stays.
 */
export async function tellOfTransfer(desk: Desk, trx: Trx, call: Call, matter: LockedMatter, documentId: string): Promise<void> {
  const now = desk.clock.now();
  const { email } = await reachOf(trx, matter);
  const channel = email ? 'email' : 'counter';
  const id = await insertMessage(trx, matter, {
    contactId: null,
    needId: null,
    kind: 'message',
    direction: 'out',
    channel,
    language: matter.language,
    sensitivity: 'normal',
    subject: subjectOf({ kind: 'message', language: matter.language, matter }),
    body: await wordsOf(trx, matter, documentId, now),
    recipient: email,
    // A mail of the system's own does not give the turn to the customer.
    authorId: email ? null : call.actor.personId,
    state: email ? 'scheduled' : 'waiting',
    sendAt: email ? now.add({ seconds: UNDO_SECONDS }) : null,
    sentAt: null,
    readAt: null,
    createdAt: now,
  });
  await leaveTrace(trx, call, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'message.written',
    subjects: [id],
    event: 'message.written',
    facts: { ownerOrg: matter.owner_org, messageId: id, channel },
  });
}

async function wordsOf(trx: Trx, matter: LockedMatter, documentId: string, now: Temporal.Instant): Promise<string> {
  const found = await sql<{
    title: string;
    arrived_at: Temporal.Instant;
  }>`select title, arrived_at from document where id = ${documentId}::uuid`.execute(trx);
  const { title, arrived_at } = found.rows[0] as { title: string; arrived_at: Temporal.Instant };
  const variant = variantOf(matter.language);
  return translator(variant, 'receipt')('told.transferred', {
    title,
    at: formatDateTime(arrived_at, variant, now),
    number: sayMatterNumber(matter.number),
  });
}
