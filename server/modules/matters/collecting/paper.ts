import { sql } from 'kysely';
import { inTransaction, type Trx } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { PaperMatter } from '../printing/queries.ts';
import type { Call, Desk } from '../types.ts';
import { openOf, stepsToTell } from './queries.ts';
import { recordLook, requireOpen } from './service.ts';

export type CollectedPath = { matter: PaperMatter; named: boolean };

/** The path for paper, with authorities named only where the customer has said yes in the matter. @throws NotFound when it has ended */
export async function pathToCollect(desk: Desk, call: Call, id: string): Promise<CollectedPath> {
  return inTransaction(desk.db, async (trx) => {
    const open = await requireOpen(desk, trx, call, id);
    const path = await readPath(trx, call, id, desk.clock.now());
    if (!path) throw new NotFound();
    await recordLook(trx, call, open, path.named ? 'matter.printed-with-names' : 'matter.printed', []);
    return path;
  });
}

async function readPath(trx: Trx, call: Call, id: string, now: Temporal.Instant): Promise<CollectedPath | undefined> {
  const found =
    await sql<CollectedPath>`select m.names_agreed as named, jsonb_build_object('number', m.number, 'language', m.language, 'state', m.state,
      'openedAt', iso(m.opened_at), 'openedChannel', m.opened_channel, 'unitId', m.unit_id, 'pointId', c.point_id, 'ownerOrg', m.owner_org,
      'turn', case when m.state <> 'open' then 'done' when m.awaits = 'customer' then 'you' else 'us' end,
      'dueAt', case when m.awaits = 'us' then iso(m.due_at) end, 'steps', coalesce((${stepsToTell}), '[]'), 'outcome', null) as matter
    from ${openOf(call, id, now)}`.execute(trx);
  return found.rows[0];
}
