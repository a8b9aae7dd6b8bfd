import { sql } from 'kysely';
import type { Db, Trx } from '../../../../platform/db/transaction.ts';
import type { VersionState } from '../../cards/schema.ts';
import { keeps, type Reader, reaches, readable } from '../policy.ts';
import type { GuideContent } from '../schema.ts';

export type Version = {
  guideId: string;
  number: number;
  state: VersionState;
  content: GuideContent;
  changeNote: string;
  writerIds: string[];
  writers: string[];
  revision: number;
  savedAt: Temporal.Instant;
  offeredByName: string | null;
  approvedByName: string | null;
  publishedAt: Temporal.Instant | null;
  returnedNote: string;
};

type Named = Pick<Version, 'guideId' | 'number'>;

const columns = sql`v.guide_id as "guideId", v.number, v.state, v.content, v.change_note as "changeNote", v.writer_ids as "writerIds", v.revision,
  v.saved_at as "savedAt", v.published_at as "publishedAt", v.returned_note as "returnedNote",
  array(select o.name from unnest(v.writer_ids) with ordinality as w (id, at) join person o on o.id = w.id order by w.at) as writers,
  (select o.name from person o where o.id = v.offered_by) as "offeredByName", (select o.name from person o where o.id = v.approved_by) as "approvedByName"`;

/** Of a guide the reader may read: all of its versions to its keepers, to others those that were published and reached them. The newest first. */
export async function versionsFor(db: Db, guideId: string, reader: Reader): Promise<Version[]> {
  const found = await sql<Version>`select ${columns} from guide_version v join guide g on g.id = v.guide_id
      left join guide_version p on p.guide_id = g.id and p.state = 'published'
    where g.id = ${guideId}::uuid and ${readable(reader)}
      and (${keeps(reader)} or (v.state in ('published', 'past') and ${reaches(sql`v.content`, reader)})) order by v.number desc`.execute(
    db,
  );
  return found.rows;
}

/** The one being written, offered or waiting for its day. */
export async function openVersion(db: Db, guideId: string): Promise<Version | undefined> {
  const found = await sql<Version>`select ${columns} from guide_version v
    where v.guide_id = ${guideId}::uuid and v.state in ('draft', 'offered', 'approved')`.execute(db);
  return found.rows[0];
}

/** Who wrote what is in force or waits for its day; undefined when nothing has been approved. */
export async function writersOfApproved(db: Db, guideId: string): Promise<string[] | undefined> {
  const found = await sql<{ writerIds: string[] }>`select v.writer_ids as "writerIds" from guide_version v
    where v.guide_id = ${guideId}::uuid and v.state in ('published', 'approved')`.execute(db);
  return found.rows.length === 0 ? undefined : found.rows.flatMap((row) => row.writerIds);
}

type Saved = { content: GuideContent; changeNote: string; personId: string; now: Temporal.Instant };

export async function insertVersion(trx: Trx, guideId: string, saved: Saved): Promise<number> {
  const written = await sql<{ number: number }>`insert into guide_version (guide_id, number, content, change_note, writer_ids, saved_at)
    select ${guideId}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(saved.content)}::jsonb, ${saved.changeNote}, array[${saved.personId}::uuid],
      ${saved.now}::timestamptz from guide_version where guide_id = ${guideId}::uuid returning number`.execute(trx);
  return (written.rows[0] as { number: number }).number;
}

/** What was offered or approved is a draft again: what was read is not what stands there now. */
export async function updateVersion(trx: Trx, { guideId, number }: Named, saved: Saved): Promise<void> {
  await sql`update guide_version set content = ${JSON.stringify(saved.content)}::jsonb, change_note = ${saved.changeNote}, saved_at = ${saved.now}::timestamptz,
    writer_ids = case when ${saved.personId}::uuid = any(writer_ids) then writer_ids else writer_ids || ${saved.personId}::uuid end,
    state = 'draft', offered_by = null, approved_by = null, revision = revision + 1
    where guide_id = ${guideId}::uuid and number = ${number}`.execute(trx);
}

export async function markOffered(trx: Trx, { guideId, number }: Named, personId: string): Promise<void> {
  await sql`update guide_version set state = 'offered', offered_by = ${personId}::uuid, returned_note = '', revision = revision + 1
    where guide_id = ${guideId}::uuid and number = ${number}`.execute(trx);
}

export async function markReturned(trx: Trx, { guideId, number }: Named, note: string): Promise<void> {
  await sql`update guide_version set state = 'draft', offered_by = null, returned_note = ${note}, revision = revision + 1
    where guide_id = ${guideId}::uuid and number = ${number}`.execute(trx);
}

export async function markApproved(trx: Trx, { guideId, number }: Named, personId: string): Promise<void> {
  await sql`update guide_version set state = 'approved', approved_by = ${personId}::uuid, revision = revision + 1
    where guide_id = ${guideId}::uuid and number = ${number}`.execute(trx);
}

/** What stood before is the past from this on. */
export async function markPublished(
  trx: Trx,
  { guideId, number }: Named,
  { now, reviewOn }: { now: Temporal.Instant; reviewOn: Temporal.PlainDate },
): Promise<void> {
  await sql`update guide_version set state = 'past' where guide_id = ${guideId}::uuid and state = 'published'`.execute(trx);
  await sql`update guide_version set state = 'published', published_at = ${now}::timestamptz, revision = revision + 1
    where guide_id = ${guideId}::uuid and number = ${number}`.execute(trx);
  await sql`update guide set published_at = ${now}::timestamptz, review_on = ${reviewOn}::date, version = version + 1
    where id = ${guideId}::uuid`.execute(trx);
}

export async function deleteVersion(trx: Trx, { guideId, number }: Named): Promise<void> {
  await sql`delete from guide_version where guide_id = ${guideId}::uuid and number = ${number}`.execute(trx);
}

/** Guides with an approved version whose first day has come. */
export async function dueGuides(db: Db, today: Temporal.PlainDate, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select g.id from guide_version v join guide g on g.id = v.guide_id and g.retired_at is null
    where v.state = 'approved' and (v.content ->> 'validFrom')::date <= ${today}::date order by g.id limit ${limit}`.execute(db);
  return found.rows.map((row) => row.id);
}
