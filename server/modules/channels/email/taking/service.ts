import { inTransaction } from '../../../../platform/db/transaction.ts';
import { recordFile } from '../../../../platform/files/store.ts';
import type { Mailbox, MailDeps } from '../types.ts';
import { passes, quarantine } from './quarantine.ts';
import { insertMailIn, isKnown, writeOutcome } from './queries.ts';
import { readWhole, receiveRaw } from './reading.ts';
import { copyHash, sha256 } from './rules.ts';
import { isCut, settle } from './settling.ts';
import type { Arrival, Taken } from './types.ts';

/**
 * Takes one raw mail: it opens a matter, joins one, marks a message undelivered, or is ignored; a mail that cannot be read or written is
 * quarantined. All of it is one transaction with the row that makes it happen once, so taking the same mail again is always safe.
 * @throws what passes (the database is away, the disk is full): then nothing was taken, and the mail is to be taken again
 */
export async function takeMail(deps: MailDeps, box: Mailbox, raw: Buffer, arrival: Arrival): Promise<Taken> {
  const rawHash = sha256(raw);
  if (await isKnown(deps.desk.db, box.id, rawHash)) return 'known';
  try {
    return await takeReadable(deps, box, raw, rawHash, arrival);
  } catch (error) {
    if (passes(error)) throw error;
    return quarantine(deps, box, { raw, rawHash, arrival, error });
  }
}

async function takeReadable(deps: MailDeps, box: Mailbox, raw: Buffer, rawHash: string, arrival: Arrival): Promise<Taken> {
  const mail = await readWhole(deps.files, raw);
  const kept = isCut(mail) ? await receiveRaw(deps.files, raw) : null;
  return inTransaction(deps.desk.db, async (trx) => {
    const fileId = kept && (await recordFile(trx, kept, 'claimed')).id;
    const row = { mailboxId: box.id, rawHash, copyHash: copyHash(mail), ...arrival, receivedAt: arrival.at, size: raw.length, fileId };
    const id = await insertMailIn(trx, { ...row, state: 'taken', kind: mail.kind, reason: null });
    if (!id) return 'known';
    const outcome = await settle(deps, trx, box, mail, arrival.at);
    await writeOutcome(trx, id, outcome);
    await deps.breakpoint?.('written');
    return outcome.state;
  });
}
