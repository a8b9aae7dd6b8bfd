import { sql } from 'kysely';
import { dayOf } from '../../../../platform/clock/day.ts';
import { formatDate, formatDateTime } from '../../../../platform/clock/format.ts';
import type { Trx } from '../../../../platform/db/transaction.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { renderTemplate, templateFor } from '../../../notifications/service.ts';
import { sayMatterNumber } from '../../number.ts';
import { leaveTrace } from '../../trace.ts';
import type { Desk } from '../../types.ts';
import { insertMessage } from '../queries.ts';
import { lockSurviving } from '../receiving/queries.ts';
import { subjectOf, variantOf } from '../wording.ts';
import { LINK_MARK } from './link-mark.ts';

export type Receipt = {
  matterId: string;
  contactId: string;
  /** As the sender wrote it: nobody has shown that it is theirs. */
  email: string;
  language: string;
  publicUrl: string;
  linkValidUntil: Temporal.Instant;
};

/**
 * Sends a receipt to the address that was given in a web form: the number, by when we answer, and a link of its own, made only when the
 * mail leaves so that no row holds it. At most one an hour to an address: it may be somebody else's, and must not be a way to flood them.
 * @returns whether one goes out
 */
export async function sendReceipt(desk: Desk, trx: Trx, receipt: Receipt): Promise<boolean> {
  const now = desk.clock.now();
  const template = await templateFor(trx, 'web-receipt').catch(unlessMissing);
  if (!template || (await sentLately(trx, receipt.email, now))) return false;
  const matter = await lockSurviving(trx, receipt.matterId);
  if (!matter) throw new NotFound();
  const locale = variantOf(receipt.language);
  const { body } = renderTemplate(template, receipt.language, {
    matterNumber: sayMatterNumber(matter.number),
    deadline: matter.due_at ? formatDateTime(matter.due_at, locale, now) : undefined,
    link: `${receipt.publicUrl}/a/${LINK_MARK}`,
    linkValidUntil: formatDate(dayOf(receipt.linkValidUntil), locale, dayOf(now)),
  });
  const messageId = await insertMessage(trx, matter, {
    contactId: receipt.contactId,
    needId: null,
    kind: 'message',
    direction: 'out',
    channel: 'email',
    language: receipt.language,
    sensitivity: 'normal',
    subject: subjectOf({ kind: 'message', language: receipt.language, matter }),
    body,
    recipient: receipt.email,
    authorId: null,
    state: 'scheduled',
    sendAt: now,
    sentAt: null,
    readAt: null,
    createdAt: now,
  });
  await leaveTrace(trx, null, {
    matterId: matter.id,
    customerId: matter.customer_id,
    action: 'message.receipt-scheduled',
    subjects: [messageId],
    event: 'message.written',
    facts: { ownerOrg: matter.owner_org, messageId, contactId: receipt.contactId, channel: 'email' },
  });
  return true;
}

async function sentLately(trx: Trx, email: string, now: Temporal.Instant): Promise<boolean> {
  const since = now.subtract({ hours: 1 });
  const found = await sql`select 1 from customer c join matter m on m.customer_id = c.id join message r on r.matter_id = m.id
    where lower(c.email) = lower(${email}) and r.author_id is null and r.direction = 'out' and r.created_at > ${since}::timestamptz limit 1`.execute(
    trx,
  );
  return found.rows.length > 0;
}

/** An administrator may have taken the text out of use. */
function unlessMissing(error: unknown): undefined {
  if (error instanceof NotFound) return undefined;
  throw error;
}
