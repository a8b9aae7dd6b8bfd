import { sql } from 'kysely';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { wakeReadersAfterCommit } from '../../../platform/events/publish.ts';
import { sightOf, visibleMatter } from '../policy.ts';
import { eventRow } from '../trace.ts';
import type { Call, Desk } from '../types.ts';

export type Presence = { alsoHere: { personId: string; name: string }[] };

/**
 * Says that the caller has the matter open (the desk beats each 20 seconds) and tells who else of the keepers has. The first beat is an
 * event, so that the others see it at once.
 */
export async function beat(desk: Desk, call: Call, matterId: string): Promise<Presence> {
  return inTransaction(desk.db, async (trx) => {
    const found = await sql<{ owner_org: string; arrived: boolean; also: Presence['alsoHere'] | null }>`
      with m as (select m.id, m.owner_org from matter m where m.id = ${matterId}::uuid and ${visibleMatter(sightOf(call.actor))}),
      earlier as (select seen_at from matter_presence where matter_id = ${matterId}::uuid and person_id = ${call.actor.personId}::uuid),
      beaten as (insert into matter_presence (matter_id, person_id) select m.id, ${call.actor.personId}::uuid from m
        on conflict (matter_id, person_id) do update set seen_at = now())
      select m.owner_org, coalesce((select seen_at < now() - interval '45 seconds' from earlier), true) as arrived,
        (select jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name) order by p.name) from matter_presence here join person p on p.id = here.person_id
          where here.matter_id = m.id and here.person_id <> ${call.actor.personId}::uuid and here.seen_at > now() - interval '45 seconds'
            and m.owner_org = any(${sightOf(call.actor).own}::uuid[])) as also
      from m`.execute(trx);
    const row = found.rows[0];
    if (!row) throw new NotFound();
    if (row.arrived) {
      await eventRow({ matterId, event: 'presence.changed', facts: { ownerOrg: row.owner_org } }).execute(trx);
      wakeReadersAfterCommit(trx);
    }
    return { alsoHere: row.also ?? [] };
  });
}

/** Whoever has lost sight of the matter meanwhile may still leave it. @throws NotFound for those who neither see it nor had it open */
export async function leave(desk: Desk, call: Call, matterId: string): Promise<void> {
  await inTransaction(desk.db, async (trx) => {
    const found = await sql<{
      owner_org: string;
      left: boolean;
    }>`with left_now as (delete from matter_presence where matter_id = ${matterId}::uuid
        and person_id = ${call.actor.personId}::uuid returning matter_id)
      select m.owner_org, l.matter_id is not null as left from matter m left join left_now l on l.matter_id = m.id
      where m.id = ${matterId}::uuid and (l.matter_id is not null or ${visibleMatter(sightOf(call.actor))})`.execute(trx);
    const row = found.rows[0];
    if (!row) throw new NotFound();
    if (!row.left) return;
    await eventRow({ matterId, event: 'presence.changed', facts: { ownerOrg: row.owner_org } }).execute(trx);
    wakeReadersAfterCommit(trx);
  });
}
