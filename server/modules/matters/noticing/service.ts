import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { lockSurviving } from '../messages/receiving/queries.ts';
import type { LockedMatter } from '../types.ts';
import { insertNotice, insertThing, isTold, joinable, type Recipient, recipientOf, withdrawThings } from './queries.ts';
import { afterQuiet, type QuietHours } from './quiet.ts';
import { channelFor, endings } from './rules.ts';
import { traceNotice } from './trace.ts';
import type { NoticeChannel, Noticing, Thing } from './types.ts';

export { noticeBounced } from './bouncing.ts';
export { collectedFor, markNotice, noticeForPaper, waitingToCollect } from './marking.ts';
export { afterQuiet, type QuietHours } from './quiet.ts';
export { changeNoticeWishes, noticeWishesOf } from './wishes.ts';

/**
 * Tells the matter's customer one thing, in the caller's transaction: it joins a notice of the matter that has not left yet, or begins one.
 * Things are kept apart by name for good, so a second call with the same `thing` does nothing. Words are made when the notice leaves.
 * @returns whether it was new
 */
export async function tell(noticing: Noticing, trx: Trx, matterId: string, thing: Thing): Promise<boolean> {
  // The lock makes things of one matter come one at a time, whatever tells them.
  const matter = await lockSurviving(trx, matterId);
  if (!matter || (await isTold(trx, thing.thing))) return false;
  const recipient = await recipientOf(trx, matter.id);
  if (thing.kind === 'deadline' && !recipient.deadlines) return false;
  if (thing.needId && endings.includes(thing.kind)) await withdrawThings(trx, [thing.needId], endings);
  const now = noticing.clock.now();
  const noticeId = await noticeToJoin(noticing, trx, matter, recipient, now);
  if (!(await insertThing(trx, noticeId, thing, now))) return false;
  await traceNotice(trx, matter, noticeId, thing.needId ?? null, 'notice.planned');
  return true;
}

async function noticeToJoin(
  noticing: Noticing,
  trx: Trx,
  matter: LockedMatter,
  recipient: Recipient,
  now: Temporal.Instant,
): Promise<string> {
  const { joinMinutes } = noticing.notices;
  const waiting = await joinable(trx, matter.id, now.subtract({ minutes: joinMinutes }));
  if (waiting) return waiting;
  const channel = channelFor(recipient, noticing.channels, []);
  return insertNotice(trx, {
    matterId: matter.id,
    customerId: recipient.customerId,
    ownerOrg: matter.owner_org,
    channel,
    language: recipient.language,
    notBefore: leavesAt(noticing, recipient, channel, now.add({ minutes: joinMinutes }), now),
    at: now,
  });
}

/** Paper and what is collected disturb nobody. */
export function leavesAt(
  noticing: Noticing,
  recipient: Recipient,
  channel: NoticeChannel,
  earliest: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  return channel === 'paper' || channel === 'collect' ? now : afterQuiet(earliest, quietHoursOf(noticing, recipient));
}

/** The customer's own, else the installation's. */
export function quietHoursOf({ notices }: Noticing, { quiet, quietFrom, quietUntil, zone }: Recipient): QuietHours | null {
  if (quiet === 'none') return null;
  if (quiet === 'usual' || !quietFrom || !quietUntil || !zone) return notices.quietHours;
  return { from: Temporal.PlainTime.from(quietFrom), until: Temporal.PlainTime.from(quietUntil), zone };
}

/** In a transaction of its own, for what no use case happens in. */
export async function tellByItself(noticing: Noticing, matterId: string, thing: Thing): Promise<boolean> {
  return inTransaction(noticing.db, (trx) => tell(noticing, trx, matterId, thing));
}
