export type Address = { address: string; name: string };

export type MailKind = 'message' | 'auto-reply' | 'list' | 'bounce';

/** What a delivery report says of the message it is about; each field is null where the report is silent. */
export type Bounce = {
  failedAddress: string | null;
  /** RFC 3463 enhanced status code, such as 5.1.1 */
  status: string | null;
  diagnostic: string | null;
  /** Message-ID of the message that was not delivered, without angle brackets */
  originalMessageId: string | null;
};

export type MailAttachment = {
  /** Safe to show and to store: no path, no control or direction characters. */
  name: string;
  /** As the sender declared it; the receiver must sniff the content before trusting it. */
  type: string;
  /** Bytes of `content`. */
  size: number;
  sha256: string;
  content: Buffer;
  /** Shown inside the message (an image of the HTML), not added as a file. */
  inline: boolean;
  contentId: string | null;
};

export type ReadMail = {
  /** Message-IDs are kept without angle brackets. */
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  from: Address;
  replyTo: Address | null;
  to: Address[];
  cc: Address[];
  subject: string;
  date: Temporal.Instant | null;
  /** The whole body as plain text. */
  text: string;
  /** What the writer wrote now: lines of `text` without history, reply headers and signature. */
  newText: string;
  quotedText: string;
  /** Sanitised: no scripts, no remote loads. Null when the mail had plain text only. */
  html: string | null;
  attachments: MailAttachment[];
  kind: MailKind;
  bounce?: Bounce;
  /** True when a limit cut something off; the raw mail still has it. */
  cut: boolean;
};

/** The bytes are no mail at all. The caller quarantines them. */
export class MalformedMail extends Error {
  readonly code = 'malformed-mail';

  constructor(reason: string) {
    super(reason);
    this.name = 'MalformedMail';
  }
}
