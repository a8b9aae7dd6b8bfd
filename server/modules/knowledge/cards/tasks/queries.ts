import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { TaskKind } from '../schema.ts';

export type Task = {
  id: string;
  kind: TaskKind;
  about: string;
  why: string;
  byName: string | null;
  openedAt: Temporal.Instant;
  handledAt: Temporal.Instant | null;
  handledByName: string | null;
  note: string;
};

/** Open ones first, then what was handled lately. */
export async function tasksOf(db: Db, cardId: string): Promise<Task[]> {
  const found =
    await sql<Task>`select k.id, k.kind, k.about, coalesce(v.why, '') as why, s.name as "byName", k.opened_at as "openedAt", k.handled_at as "handledAt",
      h.name as "handledByName", k.note
    from card_task k left join card_verdict v on v.id = k.verdict_id left join person s on s.id = v.person_id left join person h on h.id = k.handled_by
    where k.card_id = ${cardId}::uuid order by k.handled_at desc nulls first, k.opened_at desc limit 50`.execute(db);
  return found.rows;
}

/** The card of a task that is open, of the organisations one keeps. */
export async function cardOfTask(db: Db, taskId: string, ownerOrgs: readonly string[]): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select c.id from card_task k join service_card c on c.id = k.card_id
    where k.id = ${taskId}::uuid and c.owner_org = any(${ownerOrgs}::uuid[])`.execute(db);
  return found.rows[0]?.id;
}

/** False when it has been handled already. */
export async function handle(trx: Trx, taskId: string, by: { personId: string; note: string; now: Temporal.Instant }): Promise<boolean> {
  const changed = await sql`update card_task set handled_at = ${by.now}::timestamptz, handled_by = ${by.personId}::uuid, note = ${by.note}
    where id = ${taskId}::uuid and handled_at is null`.execute(trx);
  return changed.numAffectedRows === 1n;
}

/** Once for each verdict: said again, it is the same task. */
export async function openWrong(trx: Trx, cardId: string, verdictId: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into card_task (card_id, kind, verdict_id, opened_at) values (${cardId}::uuid, 'wrong', ${verdictId}::uuid, ${now}::timestamptz)
    on conflict (verdict_id) where handled_at is null do nothing`.execute(trx);
}

/** Who said "wrong" has said "helped" instead. */
export async function dropWrong(trx: Trx, verdictId: string): Promise<void> {
  await sql`delete from card_task where verdict_id = ${verdictId}::uuid and handled_at is null`.execute(trx);
}

/** @returns whether there was none of it yet */
export async function openOnce(
  trx: Trx,
  task: { cardId: string; kind: 'review' | 'link'; about: string; now: Temporal.Instant },
): Promise<boolean> {
  const made =
    await sql`insert into card_task (card_id, kind, about, opened_at) values (${task.cardId}::uuid, ${task.kind}, ${task.about}, ${task.now}::timestamptz)
    on conflict (card_id, kind, about) where handled_at is null and kind <> 'wrong' do nothing`.execute(trx);
  return made.numAffectedRows === 1n;
}

/** The card has been looked over. */
export async function settleReviews(trx: Trx, cardId: string, personId: string, now: Temporal.Instant): Promise<void> {
  await sql`update card_task set handled_at = ${now}::timestamptz, handled_by = ${personId}::uuid
    where card_id = ${cardId}::uuid and kind = 'review' and handled_at is null`.execute(trx);
}

/** Links that work again, or that the card has no more, put themselves right. @returns the cards */
export async function settleLinks(trx: Trx, now: Temporal.Instant): Promise<string[]> {
  const settled = await sql<{
    id: string;
  }>`update card_task k set handled_at = ${now}::timestamptz where k.kind = 'link' and k.handled_at is null
      and not exists (select 1 from card_link l join card_version p on p.card_id = k.card_id and p.state = 'published'
        where l.url = k.about and l.fault is not null and p.content -> 'links' @> jsonb_build_array(jsonb_build_object('url', l.url)))
    returning k.card_id as id`.execute(trx);
  return settled.rows.map((row) => row.id);
}
