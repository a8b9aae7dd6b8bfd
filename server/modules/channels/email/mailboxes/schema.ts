import { z } from 'zod';
import { id, instant } from '../../../../platform/http/shapes.ts';
import { Names } from '../../../directory/schema.ts';

/** A header's value, so one line without the characters that end or begin another. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}+$/u);
const host = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9.:_-]+$/);
const address = z.email().max(200).toLowerCase();
const DisplayName = z.strictObject({ fi: line(100), sv: line(100), en: line(100) });

const server = {
  host,
  port: z.int().min(1).max(65_535),
  /** tls: from the start · starttls: before signing in · none: only on this machine, or without a user. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(200).default(''),
};
const password = z.string().min(1).max(500).optional();
const folder = line(200).default('INBOX');

const MailServerInput = z.strictObject({ ...server, password }).meta({ id: 'MailServerInput' });
const MailFolderInput = z.strictObject({ ...server, folder, password }).meta({ id: 'MailFolderInput' });
const MailServer = z.object({ ...server, hasPassword: z.boolean() }).meta({ id: 'MailServer' });
const MailFolder = z.object({ ...server, folder, hasPassword: z.boolean() }).meta({ id: 'MailFolder' });

/** connection · timeout · tls · login · folder · protocol · refused; null when all is well. */
export const Trouble = z.enum(['connection', 'timeout', 'tls', 'login', 'folder', 'protocol', 'refused']);

export const Mailbox = z
  .object({
    id,
    address: z.string(),
    displayName: Names,
    organisationId: id,
    unitId: id,
    language: z.string(),
    imap: MailFolder.nullable(),
    smtp: MailServer.nullable(),
    plusAddresses: z.boolean(),
    autoAnswer: z.boolean(),
    active: z.boolean(),
    checkedAt: instant.nullable(),
    trouble: Trouble.nullable(),
    sendingTrouble: Trouble.nullable(),
    quarantined: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Mailbox' });

const fields = {
  displayName: DisplayName,
  unitId: id,
  language: z.enum(['fi', 'sv', 'en']),
  /** Left out on a change: as it was. A password left out stays too, unless the server or the user is another. */
  imap: MailFolderInput.nullable(),
  smtp: MailServerInput.nullable(),
  plusAddresses: z.boolean(),
  autoAnswer: z.boolean(),
  active: z.boolean(),
};

export const MailboxInput = z
  .strictObject({
    address,
    organisationId: id,
    ...fields,
    language: fields.language.default('fi'),
    imap: fields.imap.default(null),
    smtp: fields.smtp.default(null),
    plusAddresses: fields.plusAddresses.default(true),
    autoAnswer: fields.autoAnswer.default(true),
    active: fields.active.default(true),
  })
  .meta({ id: 'MailboxInput' });

export const MailboxChange = z.strictObject(fields).partial().extend({ version: z.int() }).meta({ id: 'MailboxChange' });

export const MailboxList = z.object({ mailboxes: z.array(Mailbox) }).meta({ id: 'MailboxList' });

/** What came of trying the connections; `unset` where there is no such server. */
export const MailboxCheck = z
  .object({ imap: z.union([z.literal('ok'), z.literal('unset'), Trouble]), smtp: z.union([z.literal('ok'), z.literal('unset'), Trouble]) })
  .meta({ id: 'MailboxCheck' });

/** A mail that could not be taken; it may hold anything, so nothing of its content is shown here. */
export const QuarantinedMail = z
  .object({
    id,
    mailboxId: id,
    receivedAt: instant,
    size: z.int(),
    /** malformed: no mail at all · too-large · failed: a fault of ours. */
    reason: z.enum(['malformed', 'too-large', 'failed']),
    tries: z.int(),
    /** Without it (too large) the mail is in the mailbox only. */
    kept: z.boolean(),
  })
  .meta({ id: 'QuarantinedMail' });
export const QuarantinedMailList = z.object({ mails: z.array(QuarantinedMail) }).meta({ id: 'QuarantinedMailList' });
export const RetriedMail = z.object({ state: z.enum(['taken', 'ignored', 'quarantined']) }).meta({ id: 'RetriedMail' });

export type Trouble = z.infer<typeof Trouble>;
export type ShownMailbox = z.output<typeof Mailbox>;
export type MailboxInput = z.output<typeof MailboxInput>;
export type MailboxChange = z.output<typeof MailboxChange>;
export type MailboxCheck = z.infer<typeof MailboxCheck>;
export type QuarantinedMail = z.output<typeof QuarantinedMail>;
