import type { Outgoing } from '../../../matters/messages/sending/types.ts';
import type { LetterPicture } from '../../../matters/own/contact/types.ts';
import type { KeptMailbox } from '../mailboxes/queries.ts';

export type SendingMailbox = KeptMailbox;

export type MailFile = Pick<Outgoing['files'][number], 'name' | 'type' | 'stored_as'>;

/** A mail ready to leave; Message-IDs stand without angle brackets. */
export type Letter = {
  mailbox: SendingMailbox;
  recipient: string;
  replyTo: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  language: string;
  subject: string;
  text: string;
  /** RFC 3834: made by a machine, and whether it answers somebody. Null: a person wrote it. */
  automatic: 'auto-replied' | 'auto-generated' | null;
  files: MailFile[];
  /** An entry for the reader's calendar (RFC 5545), which many programmes show with the mail. */
  calendar?: { method: 'PUBLISH' | 'CANCEL'; content: string };
  picture?: LetterPicture;
};

/**
 * Hands a letter to a server. Rejects with whatever the transport says; `failureOf` reads it. @returns the server's answer, and its own
 * id of the mail when it told one
 */
export type Deliver = (letter: Letter, signal: AbortSignal) => Promise<{ response: string; externalId: string | null }>;
