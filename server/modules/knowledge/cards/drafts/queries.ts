import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { CardContent, VersionState } from '../schema.ts';

export type Version = {
  cardId: string;
  number: number;
  state: VersionState;
  content: CardContent;
  changeNote: string;
  writerIds: string[];
  writers: string[];
  revision: number;
  savedAt: Temporal.Instant;
  offeredByName: string | null;
  approvedByName: string | null;
  publishOn: Temporal.PlainDate | null;
  publishedAt: Temporal.Instant | null;
  returnedNote: string;
};

const columns = sql`v.card_id as "cardId", v.number, v.state, v.content, v.change_note as "changeNote", v.writer_ids as "writerIds", v.revision,
  v.saved_at as "savedAt", v.publish_on as "publishOn", v.published_at as "publishedAt", v.returned_note as "returnedNote",
  array(select p.name from unnest(v.writer_ids) with ordinality as w (id, at) join person p on p.id = w.id order by w.at) as writers,
  (select p.name from person p where p.id = v.offered_by) as "offeredByName", (select p.name from person p where p.id = v.approved_by) as "approvedByName"`;

/** All that a card has said and is about to say, the newest first. */
export async function versionsOf(db: Db, cardId: string): Promise<Version[]> {
  const found = await sql<Version>`select ${columns} from card_version v where v.card_id = ${cardId}::uuid order by v.number desc`.execute(
    db,
  );
  return found.rows;
}

/** The one being written, offered or waiting for its day. The card's row is locked already. */
export async function openVersion(db: Db, cardId: string): Promise<Version | undefined> {
  const found = await sql<Version>`select ${columns} from card_version v
    where v.card_id = ${cardId}::uuid and v.state in ('draft', 'offered', 'approved')`.execute(db);
  return found.rows[0];
}

/** Who wrote what is in force or waits for its day; undefined when nothing has been approved. */
export async function writersOfApproved(db: Db, cardId: string): Promise<string[] | undefined> {
  const found = await sql<{ writerIds: string[] }>`select v.writer_ids as "writerIds" from card_version v
    where v.card_id = ${cardId}::uuid and v.state in ('published', 'approved')`.execute(db);
  return found.rows.length === 0 ? undefined : found.rows.flatMap((row) => row.writerIds);
}

type Saved = { content: CardContent; changeNote: string; personId: string; now: Temporal.Instant };

export async function insertVersion(trx: Trx, cardId: string, saved: Saved): Promise<number> {
  const written = await sql<{ number: number }>`insert into card_version (card_id, number, content, change_note, writer_ids, saved_at)
    select ${cardId}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(saved.content)}::jsonb, ${saved.changeNote}, array[${saved.personId}::uuid],
      ${saved.now}::timestamptz from card_version where card_id = ${cardId}::uuid returning number`.execute(trx);
  return (written.rows[0] as { number: number }).number;
}

/** What was offered or approved is a draft again: what was read is not what stands there now. */
export async function updateVersion(trx: Trx, { cardId, number }: Pick<Version, 'cardId' | 'number'>, saved: Saved): Promise<void> {
  await sql`update card_version set content = ${JSON.stringify(saved.content)}::jsonb, change_note = ${saved.changeNote}, saved_at = ${saved.now}::timestamptz,
    writer_ids = case when ${saved.personId}::uuid = any(writer_ids) then writer_ids else writer_ids || ${saved.personId}::uuid end,
    state = 'draft', offered_by = null, approved_by = null, publish_on = null, revision = revision + 1
    where card_id = ${cardId}::uuid and number = ${number}`.execute(trx);
}

export async function markOffered(trx: Trx, { cardId, number }: Version, personId: string): Promise<void> {
  await sql`update card_version set state = 'offered', offered_by = ${personId}::uuid, returned_note = '', revision = revision + 1
    where card_id = ${cardId}::uuid and number = ${number}`.execute(trx);
}

export async function markReturned(trx: Trx, { cardId, number }: Version, note: string): Promise<void> {
  await sql`update card_version set state = 'draft', offered_by = null, returned_note = ${note}, revision = revision + 1
    where card_id = ${cardId}::uuid and number = ${number}`.execute(trx);
}

export async function markApproved(
  trx: Trx,
  { cardId, number }: Version,
  personId: string,
  publishOn: Temporal.PlainDate | null,
): Promise<void> {
  await sql`update card_version set state = 'approved', approved_by = ${personId}::uuid, publish_on = ${publishOn}::date, revision = revision + 1
    where card_id = ${cardId}::uuid and number = ${number}`.execute(trx);
}

/** What stood before is the past from this on. */
export async function markPublished(
  trx: Trx,
  { cardId, number }: Pick<Version, 'cardId' | 'number'>,
  now: Temporal.Instant,
): Promise<void> {
  await sql`update card_version set state = 'past' where card_id = ${cardId}::uuid and state = 'published'`.execute(trx);
  await sql`update card_version set state = 'published', published_at = ${now}::timestamptz, revision = revision + 1
    where card_id = ${cardId}::uuid and number = ${number}`.execute(trx);
}

export async function markCardPublished(
  trx: Trx,
  cardId: string,
  { now, reviewOn }: { now: Temporal.Instant; reviewOn: Temporal.PlainDate },
): Promise<void> {
  await sql`update service_card set published_at = ${now}::timestamptz, review_on = ${reviewOn}::date, version = version + 1
    where id = ${cardId}::uuid`.execute(trx);
}

export async function deleteVersion(trx: Trx, { cardId, number }: Version): Promise<void> {
  await sql`delete from card_version where card_id = ${cardId}::uuid and number = ${number}`.execute(trx);
}

/** Cards with an approved version whose day has come. */
export async function dueCards(db: Db, today: Temporal.PlainDate, limit: number): Promise<string[]> {
  const found = await sql<{
    id: string;
  }>`select v.card_id as id from card_version v join service_card c on c.id = v.card_id and c.retired_at is null
    where v.state = 'approved' and v.publish_on <= ${today}::date order by v.publish_on limit ${limit}`.execute(db);
  return found.rows.map((row) => row.id);
}
