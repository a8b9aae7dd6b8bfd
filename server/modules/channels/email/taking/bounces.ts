import type { Trx } from '../../../../platform/db/transaction.ts';
import { markBounced } from '../../../matters/messages/sending/service.ts';
import { noticeBounced } from '../../../matters/noticing/service.ts';
import { withoutAddresses } from '../sending/failures.ts';
import type { MailDeps } from '../types.ts';
import { sentWith } from './queries.ts';
import { became, ignored, type Outcome, type ReadyMail } from './types.ts';

/**
 * A report that a mail of ours did not arrive marks the message it names by our Message-ID, which only those know who had the mail in their
 * hands. It never opens a matter, whoever it comes from.
 */
export async function takeBounce({ desk }: MailDeps, trx: Trx, mail: ReadyMail): Promise<Outcome> {
  const { originalMessageId, status, diagnostic } = mail.bounce ?? {};
  const ids = [originalMessageId, mail.inReplyTo, ...mail.references.toReversed()].filter((id) => id !== null && id !== undefined);
  const sent = await sentWith(trx, ids);
  if (!sent) return ignored('bounce-unknown');
  const note = withoutAddresses([status, diagnostic].filter(Boolean).join(' ')) || 'returned';
  const noticeId = sent.messageId ? undefined : noticeOf(sent.rfcMessageId);
  if (noticeId) return ignored((await noticeBounced(desk, trx, noticeId, note)) ? 'bounce-of-notice' : 'bounce-repeated');
  if (!sent.messageId) return ignored('bounce-of-auto-answer');
  return (await markBounced(desk, trx, sent.messageId, note)) ? became(sent.messageId) : ignored('bounce-repeated');
}

/** A notice's Message-ID begins with its id; an automatic answer's does not. */
function noticeOf(rfcMessageId: string): string | undefined {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\./.exec(rfcMessageId)?.[1];
}
