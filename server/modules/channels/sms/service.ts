import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { Undeliverable } from '../../matters/messages/sending/types.ts';
import type { NoticeSender } from '../../matters/noticing/types.ts';
import type { Desk } from '../../matters/types.ts';
import { internationalNumber } from './rules.ts';

const KEPT_DAYS = 30;

/** Hands notices over by writing them down; the row's id is the notice's, so a repeated attempt writes nothing. */
export function smsSender({ db, clock }: Pick<Desk, 'db' | 'clock'>): NoticeSender {
  return {
    channel: 'sms',
    async send({ noticeId, phone, short }) {
      const number = internationalNumber(phone);
      if (!number) throw new Undeliverable('invalid-number');
      await sql`insert into sms_out (id, phone, text, created_at) values (${noticeId}::uuid, ${number}, ${short}, ${clock.now()}::timestamptz)
        on conflict (id) do nothing`.execute(db);
      return { externalId: noticeId, response: 'handed over' };
    },
  };
}

export type TextMessage = { id: string; phone: string; text: string; at: Temporal.Instant };

/** The newest first: for the demo's page. */
export async function newestTextMessages(db: Db, count: number): Promise<TextMessage[]> {
  const found =
    await sql<TextMessage>`select id, phone, text, created_at as at from sms_out order by created_at desc limit ${count}`.execute(db);
  return found.rows;
}

/** Nightly. */
export async function forgetTextMessages({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<void> {
  await sql`delete from sms_out where created_at < ${clock.now().subtract({ hours: 24 * KEPT_DAYS })}::timestamptz`.execute(db);
}
