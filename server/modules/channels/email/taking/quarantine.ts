import { inTransaction } from '../../../../platform/db/transaction.ts';
import { isConnectionError } from '../../../../platform/db/unavailable.ts';
import { Conflict, NotFound, Unavailable } from '../../../../platform/errors.ts';
import { readFile, recordFile, releaseFiles } from '../../../../platform/files/store.ts';
import { recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { mailboxById } from '../mailboxes/queries.ts';
import { limits } from '../parse/limits.ts';
import { MalformedMail } from '../parse/types.ts';
import type { Mailbox, MailDeps } from '../types.ts';
import { hasCopy, insertMailIn, leaveQuarantine, lockQuarantined, noteAnotherTry, type Quarantined, quarantinedById } from './queries.ts';
import { readWhole, receiveRaw } from './reading.ts';
import { copyHash, sha256 } from './rules.ts';
import { isCut, settle } from './settling.ts';
import { type Arrival, ignored, type Outcome, type ReadyMail, type Taken } from './types.ts';

/** What another attempt may well not meet again: the database or the disk is away, or two were in each other's way. */
export function passes(error: unknown): boolean {
  if (error instanceof Unavailable || isConnectionError(error)) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:08|40|53|55|57)[0-9A-Z]{3}$/.test(code);
}

/** Lays a mail aside, whole, where an administrator sees it, so that the others go on. */
export async function quarantine(
  { desk, files, log }: MailDeps,
  box: Mailbox,
  { raw, rawHash, arrival, error }: { raw: Buffer; rawHash: string; arrival: Arrival; error: unknown },
): Promise<Taken> {
  log.warn('a mail was quarantined', { mailboxId: box.id, error });
  const file = raw.length > 0 && raw.length <= limits.mail ? await receiveRaw(files, raw) : null;
  return inTransaction(desk.db, async (trx) => {
    const fileId = file && (await recordFile(trx, file, 'claimed')).id;
    const row = { mailboxId: box.id, rawHash, copyHash: null, ...arrival, receivedAt: arrival.at, size: raw.length, fileId };
    const id = await insertMailIn(trx, { ...row, state: 'quarantined', kind: null, reason: reasonOf(error, raw.length) });
    return id ? 'quarantined' : 'known';
  });
}

/** A mail too large to fetch: it stays in the mailbox only. */
export async function quarantineUnfetched({ desk, log }: MailDeps, box: Mailbox, size: number, arrival: Arrival): Promise<Taken> {
  log.warn('a mail was quarantined', { mailboxId: box.id, reason: 'too-large' });
  const rawHash = sha256(`${arrival.uidValidity}:${arrival.uid}`);
  const row = { mailboxId: box.id, rawHash, copyHash: null, ...arrival, receivedAt: arrival.at, size, fileId: null };
  return inTransaction(desk.db, async (trx) => {
    const id = await insertMailIn(trx, { ...row, state: 'quarantined', kind: null, reason: 'too-large' });
    return id ? 'quarantined' : 'known';
  });
}

/** @throws NotFound; Conflict `mail-not-kept` for one that was never fetched */
export async function retryQuarantined(
  deps: MailDeps,
  by: By,
  organisationIds: string[],
  id: string,
): Promise<'taken' | 'ignored' | 'quarantined'> {
  const laid = await quarantinedById(deps.desk.db, id, organisationIds);
  const box = laid && (await mailboxById(deps.desk.db, laid.mailboxId));
  if (!laid || !box) throw new NotFound();
  if (!laid.storedAs) throw new Conflict('mail-not-kept');
  const raw = await bytesOf(deps, laid.storedAs);
  try {
    return await takeAgain(deps, by, box, laid, await readWhole(deps.files, raw));
  } catch (error) {
    if (passes(error) || error instanceof NotFound) throw error;
    await inTransaction(deps.desk.db, async (trx) => {
      await noteAnotherTry(trx, id, reasonOf(error, raw.length));
      await recordChange(trx, by, 'mail.retry', id, laid.organisationId);
    });
    return 'quarantined';
  }
}

async function takeAgain(deps: MailDeps, by: By, box: Mailbox, laid: Quarantined, mail: ReadyMail): Promise<Outcome['state']> {
  return inTransaction(deps.desk.db, async (trx) => {
    if (!(await lockQuarantined(trx, laid.id))) throw new NotFound();
    const hash = copyHash(mail);
    const copied = await hasCopy(trx, box.id, hash);
    const outcome = copied ? ignored('copy') : await settle(deps, trx, box, mail, laid.receivedAt);
    const keeps = isCut(mail);
    await leaveQuarantine(trx, laid.id, {
      ...outcome,
      kind: mail.kind,
      copyHash: copied ? null : hash,
      fileId: keeps ? laid.fileId : null,
    });
    if (!keeps && laid.fileId) await releaseFiles(trx, [laid.fileId]);
    await recordChange(trx, by, 'mail.retry', laid.id, laid.organisationId);
    return outcome.state;
  });
}

async function bytesOf({ files }: MailDeps, storedAs: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await readFile(files, { stored_as: storedAs })) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown, size: number): 'malformed' | 'too-large' | 'failed' {
  if (size > limits.mail) return 'too-large';
  return error instanceof MalformedMail ? 'malformed' : 'failed';
}
