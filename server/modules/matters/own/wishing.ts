import { z } from 'zod';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { Conflict } from '../../../platform/errors.ts';
import { formText } from '../../../platform/http/shapes.ts';
import { record } from '../../audit/service.ts';
import { ContactWish, Language } from '../../customers/schema.ts';
import { changeCustomer, requireRight } from '../../customers/service.ts';
import { customerEntry, handledCustomer } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { changeNoticeWishes, type NoticeWishes } from '../noticing/wishes.ts';
import type { Desk } from '../types.ts';

/** Whom the form was about: the customer may have begun to act for another in a second tab meanwhile. */
export const about = { about: z.uuid() };

export const WishForm = z.strictObject({
  ...about,
  version: z.coerce.number().int(),
  language: Language,
  channel: z.union([ContactWish, z.literal('')]).default(''),
  quiet: z.enum(['usual', 'none', 'own']),
  from: formText(10),
  until: formText(10),
  deadlines: z.literal('yes').optional(),
});

type Wishes = z.infer<typeof WishForm>;

/** @throws Conflict `acting-changed`, `customer-changed` when staff changed the details meanwhile; Forbidden `mandate-too-narrow` */
export async function changeWishes(desk: Desk, caller: CustomerCaller, requestId: string, form: Wishes): Promise<'times' | undefined> {
  refuseOther(caller, form.about);
  requireRight(caller, 'write');
  const wishes = noticeWishesIn(form);
  if (!wishes) return 'times';
  await inTransaction(desk.db, async (trx) => {
    const customerId = handledCustomer(caller);
    const { version, language, channel } = form;
    await changeCustomer(trx, customerId, { version, language, contactWish: channel === '' ? null : channel });
    await changeNoticeWishes(trx, customerId, wishes);
    await record(trx, { ...customerEntry(caller, requestId), action: 'customer.wishes-changed', purpose: 'own-matter' });
  });
  return undefined;
}

/** @throws Conflict `acting-changed` */
export function refuseOther(caller: CustomerCaller, customerId: string): void {
  if (customerId !== handledCustomer(caller)) throw new Conflict('acting-changed');
}

function noticeWishesIn({ quiet, from, until, deadlines }: Wishes): NoticeWishes | undefined {
  const wanted = deadlines === 'yes';
  if (quiet !== 'own') return { quiet, deadlines: wanted };
  const [start, end] = [clockIn(from), clockIn(until)];
  return start && end && start !== end ? { quiet: { from: start, until: end, zone: 'Europe/Helsinki' }, deadlines: wanted } : undefined;
}

/** "21", "21.30", "8:00" as `HH:MM`. */
export function clockIn(text: string): string | undefined {
  const [, hour, minute = '00'] = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
