import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { readFile } from '../../../platform/files/store.ts';
import { markTold, writeTold } from '../messages/queries.ts';
import { collectedFor } from '../noticing/service.ts';
import type { Noticing } from '../noticing/types.ts';
import type { Letter } from '../printing/queries.ts';
import { leaveTrace } from '../trace.ts';
import { giveTurn } from '../turn.ts';
import type { Call, Desk } from '../types.ts';
import {
  fileOf,
  findWaiting,
  isNoted,
  markBehindLinkRead,
  type OpenCollecting,
  settleContact,
  type WaitingFile,
  type WaitingMessage,
} from './queries.ts';
import { becomes } from './rules.ts';
import { noteAtPlace, PURPOSE, recordLook, requireOpen } from './service.ts';

type At = { id: string; messageId: string };

/**
 * Read out or given on paper: the keeper's timeline shows it as told, and where. Told again, it stays told.
 * @throws NotFound for what does not wait here; Conflict `identification-needed` for secret content without a document seen
 */
export async function tellCollected(desk: Desk, call: Call, at: At): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const open = await requireOpen(desk, trx, call, at.id);
    const message = await requireTellable(desk, trx, call, at);
    const now = desk.clock.now();
    await writeWhatItBecomes(trx, open, message, now);
    if (!(await isNoted(trx, open))) await noteAtPlace(trx, call, open, 'collected');
    await settleContact(trx, open.contactId, now);
    await leaveTrace(trx, call, {
      matterId: open.matterId,
      customerId: open.customerId,
      action: 'message.collected',
      purpose: PURPOSE,
      subjects: [message.id],
      event: 'message.changed',
      facts: { ownerOrg: open.ownerOrg, messageId: message.id, needId: message.needId, channel: message.channel },
    });
  });
}

async function writeWhatItBecomes(trx: Trx, open: OpenCollecting, message: WaitingMessage, now: Temporal.Instant): Promise<void> {
  switch (becomes(message.state)) {
    case 'told':
      await writeTold(trx, message.id, now);
      if (message.requestId) await markTold(trx, message.requestId, now);
      await giveTurn(trx, open.matterId, message.createdAt, now);
      break;
    case 'read':
      await markBehindLinkRead(trx, message.id, now);
  }
}

/** What has happened, said to the customer: notices that waited to be collected have been. */
export async function tellNews(noticing: Noticing, call: Call, id: string): Promise<void> {
  await inTransaction(noticing.db, async (trx) => {
    const open = await requireOpen(noticing, trx, call, id);
    if ((await collectedFor(noticing, trx, call, open.matterId)) === 0) return;
    if (!(await isNoted(trx, open))) await noteAtPlace(trx, call, open, 'collected');
    await settleContact(trx, open.contactId, noticing.clock.now());
  });
}

/** A message for paper, given by hand: no address stands on it. @throws as `tellCollected` */
export async function collectedOnPaper(desk: Desk, call: Call, at: At): Promise<Letter> {
  return inTransaction(desk.db, async (trx) => {
    const open = await requireOpen(desk, trx, call, at.id);
    const message = await requireTellable(desk, trx, call, at);
    await recordLook(trx, call, open, 'message.printed', [message.id]);
    const { kind, language, body, subject, number } = message;
    const { matterId, ownerOrg, pointId } = open;
    return { matterId, number, kind, language, body, subject, at: message.sentAt, ownerOrg, pointId, authorName: null, recipient: null };
  });
}

/** A file that came with a message that waits here. @throws as `tellCollected` */
export async function openCollectedFile(
  desk: Desk,
  driver: FileDriver,
  call: Call,
  { fileId, ...at }: At & { fileId: string },
): Promise<{ file: WaitingFile; body: Awaited<ReturnType<typeof readFile>> }> {
  const file = await inTransaction(desk.db, async (trx) => {
    const open = await requireOpen(desk, trx, call, at.id);
    const message = await requireTellable(desk, trx, call, at);
    const found = await fileOf(trx, message.id, fileId);
    if (!found) throw new NotFound();
    await recordLook(trx, call, open, 'file.read', [message.id, fileId]);
    return found;
  });
  return { file, body: await readFile(driver, file) };
}

async function requireTellable(desk: Desk, trx: Trx, call: Call, at: At): Promise<WaitingMessage> {
  const message = await findWaiting(trx, call, at, desk.clock.now());
  if (!message) throw new NotFound();
  if (!message.mayBeTold) throw new Conflict('identification-needed');
  return message;
}
