import { sql } from 'kysely';
import { type Db, inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import type { FileDriver } from '../../../platform/files/driver.ts';
import { readFile } from '../../../platform/files/store.ts';
import { record } from '../../audit/service.ts';
import { requireRight } from '../../customers/service.ts';
import { customerEntry } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { noteOutcome } from '../following/service.ts';
import type { TakenWords } from '../following/taking.ts';
import { keepFiles } from '../following/writing.ts';
import { lockOwnMatter } from '../locking.ts';
import { receiveMessage } from '../messages/receiving/service.ts';
import type { Outcome } from '../needs/schema.ts';
import { visibleToCustomer } from '../policy.ts';
import { eventRow } from '../trace.ts';
import type { Desk, LockedMatter } from '../types.ts';
import { type OwnFile, readOwnFile, readOwnMatter } from './matter-query.ts';
import type { OwnMatterPage } from './schema.ts';
import { tellWhatWaits } from './telling.ts';

export { refuseOther } from './wishing.ts';

/** One matter as its customer sees it, secret messages too: they have been told with this. @throws NotFound for another's */
export async function openOwnMatter(desk: Desk, caller: CustomerCaller, matterId: string, requestId: string): Promise<OwnMatterPage> {
  return inTransaction(desk.db, async (trx) => {
    // Locked like every change of the matter: a page is then drawn of one moment, and two openings tell once.
    await lockOwnMatter(trx, caller, matterId);
    await tellWhatWaits(trx, caller, matterId, requestId, desk.clock.now());
    const page = await readOwnMatter(trx, caller, matterId, requestId);
    if (!page) throw new NotFound();
    return page;
  });
}

/** @throws NotFound for another's; Forbidden `mandate-too-narrow` for who may only read it */
export async function requireOwnMatter(db: Db, caller: CustomerCaller, matterId: string): Promise<void> {
  const { rows } = await sql`select from matter m where m.id = ${matterId}::uuid and ${visibleToCustomer(caller)}`.execute(db);
  if (rows.length === 0) throw new NotFound();
  requireRight(caller, 'write');
}

/** @throws NotFound; Forbidden `mandate-too-narrow`; Conflict `matter-closed` when it ended over 30 days ago */
export async function writeSignedIn(
  desk: Desk,
  trx: Trx,
  caller: CustomerCaller,
  at: { matterId: string; requestId: string },
  { body, received }: TakenWords,
): Promise<string> {
  const matter = await lockOwnMatter(trx, caller, at.matterId);
  requireRight(caller, 'write');
  const { actingFor, customerId } = caller;
  const { messageId } = await receiveMessage(desk, trx, {
    matterId: matter.id,
    channel: 'web',
    identification: actingFor ? 'mandate' : 'strong',
    by: { customerId, onBehalfOf: actingFor?.customerId ?? null },
    at: desk.clock.now(),
    subject: '',
    body,
    files: await keepFiles(trx, received),
  });
  await recordOwn(trx, caller, at.requestId, matter, 'message.written', [messageId]);
  return messageId;
}

/** Kept beside what the staff recorded, never over it (M8). @throws NotFound; Forbidden `mandate-too-narrow` */
export async function sayOwnOutcome(
  desk: Desk,
  caller: CustomerCaller,
  at: { matterId: string; requestId: string },
  outcome: Outcome,
): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockOwnMatter(trx, caller, at.matterId);
    requireRight(caller, 'write');
    await noteOutcome(trx, matter, outcome, desk.clock.now());
    await recordOwn(trx, caller, at.requestId, matter, 'matter.outcome-said');
  });
}

/** Whether papers and the page behind a link may name authorities (M13). @throws NotFound; Forbidden `mandate-too-narrow` */
export async function chooseNaming(
  desk: Desk,
  caller: CustomerCaller,
  at: { matterId: string; requestId: string },
  agreed: boolean,
): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const matter = await lockOwnMatter(trx, caller, at.matterId);
    requireRight(caller, 'write');
    await sql`update matter set names_agreed = ${agreed}, version = version + 1 where id = ${matter.id}::uuid`.execute(trx);
    await recordOwn(trx, caller, at.requestId, matter, agreed ? 'matter.names-agreed' : 'matter.names-refused');
    await eventRow({ matterId: matter.id, event: 'matter.changed', facts: { ownerOrg: matter.owner_org } }).execute(trx);
    wakeReadersAfterCommit(trx);
  });
}

/** @throws NotFound for a file of anything but a message of the customer's own matter */
export async function openOwnFile(
  { db }: Desk,
  driver: FileDriver,
  caller: CustomerCaller,
  at: { matterId: string; messageId: string; fileId: string },
  requestId: string,
): Promise<{ file: OwnFile; body: Awaited<ReturnType<typeof readFile>> }> {
  const file = await readOwnFile(db, caller, at, requestId);
  if (!file) throw new NotFound();
  return { file, body: await readFile(driver, file) };
}

/** The audit line of what a customer has done, signed in, in a matter of theirs. */
export async function recordOwn(
  trx: Trx,
  caller: CustomerCaller,
  requestId: string,
  { id: matterId, owner_org: ownerOrg }: Pick<LockedMatter, 'id' | 'owner_org'>,
  action: string,
  subjects: string[] = [],
): Promise<void> {
  await record(trx, { ...customerEntry(caller, requestId), action, purpose: 'own-matter', matterId, ownerOrg, subjects });
}
