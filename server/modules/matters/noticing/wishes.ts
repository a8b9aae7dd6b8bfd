import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';

/** What a customer has asked of notices: the installation's quiet hours, none, or local times of their own as `HH:MM`. */
export type NoticeWishes = { quiet: 'usual' | 'none' | { from: string; until: string; zone: string }; deadlines: boolean };

export async function noticeWishesOf(db: Db, customerId: string): Promise<NoticeWishes> {
  const found = await sql<{ quiet: 'usual' | 'none' | 'own'; from: string; until: string; zone: string; deadlines: boolean }>`
    select quiet, to_char(quiet_from, 'HH24:MI') as from, to_char(quiet_until, 'HH24:MI') as until, zone, deadlines from notice_wish
    where customer_id = ${customerId}::uuid`.execute(db);
  const wish = found.rows[0];
  if (!wish) return { quiet: 'usual', deadlines: true };
  const { quiet, from, until, zone, deadlines } = wish;
  return { quiet: quiet === 'own' ? { from, until, zone } : quiet, deadlines };
}

/** Holds for what has not been planned yet. Whoever calls says who may, and audits it. */
export async function changeNoticeWishes(trx: Trx, customerId: string, { quiet, deadlines }: NoticeWishes): Promise<void> {
  const own = typeof quiet === 'object' ? quiet : null;
  await sql`insert into notice_wish (customer_id, quiet, quiet_from, quiet_until, zone, deadlines)
    values (${customerId}::uuid, ${own ? 'own' : (quiet as string)}, ${own?.from ?? null}::time, ${own?.until ?? null}::time,
      coalesce(${own?.zone ?? null}, 'Europe/Helsinki'), ${deadlines})
    on conflict (customer_id) do update set quiet = excluded.quiet, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
      zone = excluded.zone, deadlines = excluded.deadlines`.execute(trx);
}
