import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll } from 'vitest';
import { sealPassword } from '../modules/channels/email/mailboxes/passwords.ts';
import { type KeptMailbox, mailboxById } from '../modules/channels/email/mailboxes/queries.ts';
import { mailReach } from '../modules/channels/email/mailboxes/reach.ts';
import { takeMail } from '../modules/channels/email/taking/service.ts';
import type { ImapServer, MailDeps, Server } from '../modules/channels/email/types.ts';
import { seedTemplates } from '../modules/notifications/service.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Tables } from '../platform/db/tables.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { openDisk } from '../platform/files/disk.ts';
import { generateKeyring, readKeyring } from '../platform/keys/keyring.ts';
import { createLog } from '../platform/log/log.ts';
import { aTown, type Town } from './town.ts';

/** `folder` and `keyring`: what another process needs to work in the same place. */
export type MailTown = { town: Town; deps: MailDeps; box: KeptMailbox; folder: string; keyring: string };

const opened: (() => Promise<void>)[] = [];
// Once a test file, as towns are made inside tests too.
afterAll(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A town whose city has a mailbox, and what the e-mail channel works with. Files are in a folder of the test's own. */
export async function aMailTown(db: Kysely<Tables>, clock: Clock, parts: MailboxParts = {}): Promise<MailTown> {
  await inTransaction(db, seedTemplates);
  const town = await aTown(db, clock);
  const folder = await mkdtemp(join(tmpdir(), 'polku-mail-files-'));
  const files = await openDisk(folder);
  opened.push(async () => {
    await files.close();
    await rm(folder, { recursive: true, force: true });
  });
  const keyring = generateKeyring();
  const deps: MailDeps = {
    desk: town.desk,
    files,
    keys: readKeyring(keyring),
    log: createLog('silent'),
    reach: mailReach(['127.0.0.0/8']),
  };
  return { town, deps, box: await aMailbox(deps, town, parts), folder, keyring };
}

export type MailboxParts = Partial<{
  address: string;
  organisationId: string;
  unitId: string;
  imap: ImapServer | null;
  smtp: Server | null;
  password: string;
  plusAddresses: boolean;
  autoAnswer: boolean;
}>;

export async function aMailbox({ desk, keys }: MailDeps, town: Town, parts: MailboxParts = {}): Promise<KeptMailbox> {
  const id = randomUUID();
  const { password, imap = null, smtp = null } = parts;
  const names = { fi: 'Mallilan asiointipiste', sv: 'Mallila servicepunkt', en: 'Mallila service point' };
  await sql`insert into mailbox (id, address, display_name, organisation_id, unit_id, imap, imap_password_cipher, smtp, smtp_password_cipher, plus_addresses, auto_answer)
    values (${id}::uuid, ${parts.address ?? `asiointi-${id.slice(0, 8)}@mallila.example`}, ${JSON.stringify(names)}::jsonb,
      ${parts.organisationId ?? town.organisations.city}::uuid, ${parts.unitId ?? town.units.front}::uuid, ${imap && JSON.stringify(imap)}::jsonb,
      ${imap && password ? sealPassword(keys, id, 'imap_password_cipher', password) : null}, ${smtp && JSON.stringify(smtp)}::jsonb,
      ${smtp?.user && password ? sealPassword(keys, id, 'smtp_password_cipher', password) : null}, ${parts.plusAddresses ?? true},
      ${parts.autoAnswer ?? false})`.execute(desk.db);
  return (await mailboxById(desk.db, id)) as KeptMailbox;
}

/** A raw mail as a resident's programme writes it. */
export async function rawMail(mail: SendMailOptions): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return (await transport.sendMail({ from: 'Oona Metsä <oona@posti.example>', text: 'Hei, tarvitsen apua.', ...mail })).message as Buffer;
}

/** Takes a mail into the town's mailbox, as fetched at this moment. */
export async function take({ deps, box }: Pick<MailTown, 'deps' | 'box'>, mail: SendMailOptions | Buffer) {
  const raw = Buffer.isBuffer(mail) ? mail : await rawMail({ to: box.address, ...mail });
  return takeMail(deps, box, raw, { at: deps.desk.clock.now(), uid: null, uidValidity: null });
}

export type TakenMatter = {
  id: string;
  number: string;
  title: string;
  language: string;
  state: string;
  customerId: string;
  email: string | null;
  name: string;
  messages: {
    id: string;
    kind: string;
    direction: string;
    subject: string;
    body: string;
    quoted: string | null;
    state: string;
    files: string[];
  }[];
  identifications: string[];
  linked: string[];
};

/** All matters of an organisation with what the mail made of them, the oldest first. */
export async function mattersOf(db: Kysely<Tables>, organisationId: string): Promise<TakenMatter[]> {
  const found = await sql<TakenMatter>`
    select m.id, m.number, m.title, m.language, m.state, m.customer_id as "customerId", c.email, trim(c.given_name || ' ' || c.family_name) as name,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'direction', r.direction, 'subject', r.subject, 'body', r.body, 'quoted', r.quoted,
        'state', r.state, 'files', coalesce((select jsonb_agg(f.name order by f.position) from message_file f where f.message_id = r.id), '[]'))
        order by r.created_at, r.id) from message r where r.matter_id = m.id), '[]') as messages,
      coalesce((select jsonb_agg(k.identification order by k.started_at) from contact k where k.matter_id = m.id), '[]') as identifications,
      coalesce((select jsonb_agg(case when l.matter_id = m.id then l.other_id else l.matter_id end) from matter_link l where m.id in (l.matter_id, l.other_id)), '[]') as linked
    from matter m join customer c on c.id = m.customer_id where m.owner_org = ${organisationId}::uuid order by m.opened_at, m.number`.execute(
    db,
  );
  return found.rows;
}

export async function mailsIn(db: Kysely<Tables>, mailboxId: string) {
  return db.selectFrom('mail_in').selectAll().where('mailbox_id', '=', mailboxId).orderBy('received_at').execute();
}
