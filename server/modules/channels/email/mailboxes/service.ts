import { randomUUID } from 'node:crypto';
import { inTransaction, type Trx } from '../../../../platform/db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.ts';
import { record } from '../../../audit/service.ts';
import { findUnit } from '../../../directory/service.ts';
import { administering, recordChange } from '../../../identity/service.ts';
import type { By } from '../../../identity/types.ts';
import { mailboxChanged } from '../events.ts';
import type { ImapServer, MailDeps, Server } from '../types.ts';
import { tryImap, trySmtp } from './checking.ts';
import { sealPassword } from './passwords.ts';
import {
  insertMailbox,
  type KeptMailbox,
  lockMailbox,
  mailboxById,
  type PasswordColumn,
  quarantinedIn,
  shownMailboxes,
  updateMailbox,
} from './queries.ts';
import { isPlainlyOut } from './reach.ts';
import { isElsewhere, mayKeepPassword, sendsPasswordInClear } from './rules.ts';
import type { MailboxChange, MailboxCheck, MailboxInput, QuarantinedMail, ShownMailbox } from './schema.ts';

/** The mailboxes of the organisations whose administrator the caller is; to them no other exists. */
export async function keptMailboxes({ desk }: MailDeps, { actor }: By): Promise<ShownMailbox[]> {
  return shownMailboxes(desk.db, administeredBy(actor));
}

/** @throws NotFound for another's organisation; Conflict `address-taken`; Invalid `unknown-reference`, `mail-server-inside`, `password-needed`, `password-in-clear` */
export async function addMailbox(deps: MailDeps, by: By, input: MailboxInput): Promise<ShownMailbox> {
  return inTransaction(deps.desk.db, async (trx) => {
    if (!administeredBy(by.actor).includes(input.organisationId)) throw new NotFound();
    await checkUnit(trx, input);
    const id = randomUUID();
    const box: KeptMailbox = { ...input, id, version: 1, ...withServers(deps, id, undefined, input) };
    if (!(await insertMailbox(trx, box))) throw new Conflict('address-taken', { fields: ['address'] });
    return settled(trx, by, box, 'mailbox.create');
  });
}

/** @throws NotFound; Conflict `conflict` when somebody else changed it meanwhile; Invalid as in `addMailbox` */
export async function changeMailbox(deps: MailDeps, by: By, id: string, change: MailboxChange): Promise<ShownMailbox> {
  return inTransaction(deps.desk.db, async (trx) => {
    const before = await lockMailbox(trx, id, administeredBy(by.actor));
    if (!before) throw new NotFound();
    if (before.version !== change.version) throw new Conflict('conflict');
    const box: KeptMailbox = { ...before, ...change, ...withServers(deps, id, before, change) };
    await checkUnit(trx, box);
    await updateMailbox(trx, box, isElsewhere(before.imap, box.imap));
    return settled(trx, by, box, 'mailbox.change');
  });
}

/** Tries both connections as they are saved; sends nothing and changes nothing on the servers. @throws NotFound */
export async function checkMailbox(deps: MailDeps, by: By, id: string): Promise<MailboxCheck> {
  const { desk } = deps;
  const box = await mailboxById(desk.db, id);
  if (!box || !administeredBy(by.actor).includes(box.organisationId)) throw new NotFound();
  await inTransaction(desk.db, (trx) => recordChange(trx, by, 'mailbox.check', id, box.organisationId));
  const [imap, smtp] = await Promise.all([tryImap(deps, box), trySmtp(deps, box)]);
  return { imap, smtp };
}

export async function quarantinedMails({ desk }: MailDeps, by: By): Promise<QuarantinedMail[]> {
  const mails = await quarantinedIn(desk.db, administeredBy(by.actor));
  await inTransaction(desk.db, (trx) => record(trx, administering(by, 'mail.quarantine-read')));
  return mails;
}

export function administeredBy({ grants }: By['actor']): string[] {
  return grants.filter(({ role }) => role === 'administrator').map(({ organisationId }) => organisationId);
}

async function checkUnit(trx: Trx, { unitId, organisationId }: { unitId: string; organisationId: string }): Promise<void> {
  const unit = await findUnit(trx, unitId);
  if (unit?.organisationId !== organisationId) throw new Invalid('unknown-reference', { fields: ['unitId'] });
}

async function settled(trx: Trx, by: By, box: KeptMailbox, action: string): Promise<ShownMailbox> {
  await recordChange(trx, by, action, box.id, box.organisationId);
  await mailboxChanged(trx, box.id);
  const [shown] = await shownMailboxes(trx, [box.organisationId], box.id);
  return shown as ShownMailbox;
}

type ServerInput = (Server & { password?: string | undefined }) | null | undefined;
type SealDeps = Pick<MailDeps, 'keys' | 'reach'>;
type Kept = Pick<KeptMailbox, 'imap' | 'imapCipher' | 'smtp' | 'smtpCipher'>;

function withServers(deps: SealDeps, id: string, before: Kept | undefined, input: { imap?: ServerInput; smtp?: ServerInput }): Kept {
  const imap = withServer(deps, id, 'imap_password_cipher', input.imap, before && [before.imap, before.imapCipher]);
  const smtp = withServer(deps, id, 'smtp_password_cipher', input.smtp, before && [before.smtp, before.smtpCipher]);
  return { imap: imap.server as ImapServer | null, imapCipher: imap.cipher, smtp: smtp.server, smtpCipher: smtp.cipher };
}

/** A saved password goes to no other server: whoever may change the address must not come to learn it. */
function withServer(
  { keys, reach }: SealDeps,
  id: string,
  column: PasswordColumn,
  given: ServerInput,
  before: [Server | null, string | null] | undefined,
): { server: Server | null; cipher: string | null } {
  const [was, cipher] = before ?? [null, null];
  if (given === undefined) return { server: was, cipher };
  if (given === null) return { server: null, cipher: null };
  const { password, ...server } = given;
  const field = column === 'imap_password_cipher' ? 'imap' : 'smtp';
  if (isPlainlyOut(reach, server.host)) throw new Invalid('mail-server-inside', { fields: [field] });
  if (password === undefined && cipher && !mayKeepPassword(was, server)) throw new Invalid('password-needed', { fields: [field] });
  if (sendsPasswordInClear(server, password !== undefined || cipher !== null)) throw new Invalid('password-in-clear', { fields: [field] });
  return { server, cipher: password === undefined ? cipher : sealPassword(keys, id, column, password) };
}
