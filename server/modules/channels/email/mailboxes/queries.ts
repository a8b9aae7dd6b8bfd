import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { Mailbox, Server } from '../types.ts';
import type { QuarantinedMail, ShownMailbox, Trouble } from './schema.ts';

/** A mailbox with its passwords as they are kept. Never leaves the module. */
export type KeptMailbox = Mailbox & { imapCipher: string | null; smtpCipher: string | null };

const columns = sql`b.id, b.address, b.display_name as "displayName", b.organisation_id as "organisationId", b.unit_id as "unitId", b.language, b.imap, b.smtp,
  b.plus_addresses as "plusAddresses", b.auto_answer as "autoAnswer", b.active, b.version`;
export const withCiphers = sql`${columns}, b.imap_password_cipher as "imapCipher", b.smtp_password_cipher as "smtpCipher"`;

export async function shownMailboxes(db: Db, organisationIds: string[], id: string | null = null): Promise<ShownMailbox[]> {
  const found = await sql<ShownMailbox>`
    select ${columns}, b.checked_at as "checkedAt", b.trouble, b.sending_trouble as "sendingTrouble",
      b.imap || jsonb_build_object('hasPassword', b.imap_password_cipher is not null) as imap,
      b.smtp || jsonb_build_object('hasPassword', b.smtp_password_cipher is not null) as smtp,
      (select count(*)::int from mail_in i where i.mailbox_id = b.id and i.state = 'quarantined') as quarantined
    from mailbox b where b.organisation_id = any(${organisationIds}::uuid[]) and (${id}::uuid is null or b.id = ${id}::uuid) order by b.address`.execute(
    db,
  );
  return found.rows;
}

export async function mailboxById(db: Db, id: string): Promise<KeptMailbox | undefined> {
  return (await keptWhere(db, sql`b.id = ${id}::uuid`))[0];
}

/** Those that mail is fetched from. */
export async function mailboxesToFetch(db: Db): Promise<KeptMailbox[]> {
  return keptWhere(db, sql`b.active and b.imap is not null`);
}

export async function mailboxByAddress(db: Db, address: string): Promise<KeptMailbox | undefined> {
  return (await keptWhere(db, sql`b.active and b.address = lower(${address})`))[0];
}

async function keptWhere(db: Db, condition: RawBuilder<unknown>): Promise<KeptMailbox[]> {
  return (await sql<KeptMailbox>`select ${withCiphers} from mailbox b where ${condition} order by b.address`.execute(db)).rows;
}

export async function lockMailbox(trx: Trx, id: string, organisationIds: string[]): Promise<KeptMailbox | undefined> {
  const found = await sql<KeptMailbox>`select ${withCiphers} from mailbox b where b.id = ${id}::uuid
    and b.organisation_id = any(${organisationIds}::uuid[]) for update`.execute(trx);
  return found.rows[0];
}

/** False when the address is a mailbox already. */
export async function insertMailbox(trx: Trx, box: KeptMailbox): Promise<boolean> {
  const written = await sql`
    insert into mailbox (id, address, display_name, organisation_id, unit_id, language, imap, imap_password_cipher, smtp, smtp_password_cipher, plus_addresses,
      auto_answer, active)
    values (${box.id}::uuid, ${box.address}, ${JSON.stringify(box.displayName)}::jsonb, ${box.organisationId}::uuid, ${box.unitId}::uuid, ${box.language},
      ${json(box.imap)}::jsonb, ${box.imapCipher}, ${json(box.smtp)}::jsonb, ${box.smtpCipher}, ${box.plusAddresses}, ${box.autoAnswer}, ${box.active})
    on conflict (address) do nothing returning id`.execute(trx);
  return written.rows.length > 0;
}

/** Another server or folder is another mailbox: its mails are counted from the beginning. */
export async function updateMailbox(trx: Trx, box: KeptMailbox, elsewhere: boolean): Promise<void> {
  await sql`update mailbox set display_name = ${JSON.stringify(box.displayName)}::jsonb, unit_id = ${box.unitId}::uuid, language = ${box.language},
    imap = ${json(box.imap)}::jsonb, imap_password_cipher = ${box.imapCipher}, smtp = ${json(box.smtp)}::jsonb, smtp_password_cipher = ${box.smtpCipher},
    plus_addresses = ${box.plusAddresses}, auto_answer = ${box.autoAnswer}, active = ${box.active}, version = version + 1,
    uid_validity = case when ${elsewhere} then null else uid_validity end, last_uid = case when ${elsewhere} then 0 else last_uid end,
    trouble = null, sending_trouble = null where id = ${box.id}::uuid`.execute(trx);
}

/** Written only when something is new: a look each minute need not be a write. */
export async function noteTrouble(
  db: Db,
  id: string,
  column: 'trouble' | 'sending_trouble',
  trouble: Trouble | null,
  now: Temporal.Instant,
): Promise<void> {
  const name = sql.ref(column);
  await sql`update mailbox set ${name} = ${trouble}, checked_at = ${now}::timestamptz where id = ${id}::uuid
    and (${name} is distinct from ${trouble} or checked_at is null or checked_at < ${now}::timestamptz - interval '1 minute')`.execute(db);
}

export async function quarantinedIn(db: Db, organisationIds: string[]): Promise<QuarantinedMail[]> {
  const found = await sql<QuarantinedMail>`
    select i.id, i.mailbox_id as "mailboxId", i.received_at as "receivedAt", i.size, i.reason, i.tries, i.file_id is not null as kept
    from mail_in i join mailbox b on b.id = i.mailbox_id
    where i.state = 'quarantined' and b.organisation_id = any(${organisationIds}::uuid[]) order by i.received_at desc limit 500`.execute(
    db,
  );
  return found.rows;
}

/** Ciphers of one column for the rotation of keys. */
export async function olderPasswords(db: Db, column: PasswordColumn, presentKey: string, limit: number) {
  const name = sql.ref(column);
  const found = await sql<{ row: string; value: string }>`select id as row, ${name} as value from mailbox
    where ${name} is not null and ${name} not like ${`${presentKey}.%`} order by id limit ${limit}`.execute(db);
  return found.rows;
}

export async function replacePassword(db: Db, column: PasswordColumn, row: string, was: string, value: string): Promise<void> {
  const name = sql.ref(column);
  await sql`update mailbox set ${name} = ${value} where id = ${row}::uuid and ${name} = ${was}`.execute(db);
}

export type PasswordColumn = 'imap_password_cipher' | 'smtp_password_cipher';

function json(server: Server | null): string | null {
  return server ? JSON.stringify(server) : null;
}
