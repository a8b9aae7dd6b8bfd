import type { Trx } from '../../../../platform/db/transaction.ts';
import { noteAutoReply } from '../../../matters/messages/receiving/service.ts';
import { readTokens } from '../tokens.ts';
import type { Mailbox, MailDeps } from '../types.ts';
import { takeBounce } from './bounces.ts';
import { whereItJoins } from './joining.ts';
import { autoRepliesSince, isOurAddress, isSentByUs } from './queries.ts';
import { LONGEST_TEXT } from './rules.ts';
import { became, ignored, type Outcome, type ReadyMail } from './types.ts';
import { writeIn } from './writing-in.ts';

/** What a mail leads to, inside the transaction that says it was taken. */
export async function settle(deps: MailDeps, trx: Trx, box: Mailbox, mail: ReadyMail, at: Temporal.Instant): Promise<Outcome> {
  if (mail.kind === 'bounce') return takeBounce(deps, trx, mail);
  if (await isOurOwn(trx, mail)) return ignored('own-mail');
  if (mail.kind === 'list') return ignored('list');
  return mail.kind === 'auto-reply' ? takeAutoReply(deps, trx, mail, at) : writeIn(deps, trx, box, mail, at);
}

export function isCut(mail: ReadyMail): boolean {
  return mail.cut || mail.newText.length > LONGEST_TEXT || mail.quotedText.length > LONGEST_TEXT;
}

/** Our mail come back by somebody's forwarding, or sent to ourselves: taken, it would go round for ever. */
async function isOurOwn(trx: Trx, { messageId, from }: ReadyMail): Promise<boolean> {
  if (await isOurAddress(trx, from.address)) return true;
  return messageId !== null && (readTokens([messageId]).length > 0 || (await isSentByUs(trx, messageId)));
}

/** Hours in which a matter keeps this many automatic replies: the rest of a loop says nothing new. */
const QUIET_HOURS = 24;
const MOST_AUTO_REPLIES = 3;

async function takeAutoReply({ keys }: MailDeps, trx: Trx, mail: ReadyMail, at: Temporal.Instant): Promise<Outcome> {
  const { joins } = await whereItJoins(trx, keys, mail);
  if (!joins) return ignored('auto-reply');
  const since = at.subtract({ hours: QUIET_HOURS });
  if ((await autoRepliesSince(trx, joins.matterId, since)) >= MOST_AUTO_REPLIES) return ignored('auto-reply-repeated');
  const words = { subject: mail.subject.slice(0, 500), body: mail.newText.slice(0, 10_000) };
  return became((await noteAutoReply(trx, { matterId: joins.matterId, at, channel: 'email', ...words })).messageId);
}
