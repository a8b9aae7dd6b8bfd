import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Slide, SlideInput } from './schema.ts';

export type SlideRow = Slide & { pictureId: string | null };

const columns = sql`s.id, s.point_id as "pointId", s.kind, s.title, s.body, s.alt, s.picture_id as "pictureId", s.picture_id is not null as "hasPicture",
  s.shown_from::text as "shownFrom", s.shown_until::text as "shownUntil", s.seconds, s.position, s.active, s.version`;

export async function slidesOf(db: Db, pointId: string): Promise<SlideRow[]> {
  const { rows } =
    await sql<SlideRow>`select ${columns} from info_slide s where s.point_id = ${pointId}::uuid order by s.position, s.id`.execute(db);
  return rows;
}

/** In use on that day of the point. */
export async function slidesOn(db: Db, pointId: string, day: string): Promise<SlideRow[]> {
  const { rows } = await sql<SlideRow>`select ${columns} from info_slide s
    where s.point_id = ${pointId}::uuid and s.active and ${day}::date >= coalesce(s.shown_from, '-infinity') and ${day}::date <= coalesce(s.shown_until, 'infinity')
    order by s.position, s.id`.execute(db);
  return rows;
}

export async function lockSlide(trx: Trx, id: string): Promise<SlideRow | undefined> {
  return (await sql<SlideRow>`select ${columns} from info_slide s where s.id = ${id}::uuid for update`.execute(trx)).rows[0];
}

export async function insertSlide(trx: Trx, pointId: string, it: SlideInput): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`insert into info_slide (point_id, kind, title, body, alt, shown_from, shown_until, seconds, position, active)
    values (${pointId}::uuid, ${it.kind}, ${json(it.title)}, ${json(it.body)}, ${json(it.alt)}, ${it.shownFrom}::date, ${it.shownUntil}::date,
      ${it.seconds}, ${it.position}, ${it.active}) returning id`.execute(trx);
  return (rows[0] as { id: string }).id;
}

export async function updateSlide(trx: Trx, id: string, it: SlideInput): Promise<void> {
  await sql`update info_slide set title = ${json(it.title)}, body = ${json(it.body)}, alt = ${json(it.alt)}, shown_from = ${it.shownFrom}::date,
    shown_until = ${it.shownUntil}::date, seconds = ${it.seconds}, position = ${it.position}, active = ${it.active}, version = version + 1
    where id = ${id}::uuid`.execute(trx);
}

export async function setPicture(trx: Trx, id: string, fileId: string | null, alt: SlideInput['alt']): Promise<void> {
  await sql`update info_slide set picture_id = ${fileId}::uuid, alt = ${json(alt)}, version = version + 1 where id = ${id}::uuid`.execute(
    trx,
  );
}

export async function deleteSlide(trx: Trx, id: string): Promise<void> {
  await sql`delete from info_slide where id = ${id}::uuid`.execute(trx);
}

/** The picture of a slide of this point; another point's is not there. */
export async function pictureFile(db: Db, pointId: string, fileId: string): Promise<{ stored_as: string; size: number } | undefined> {
  const { rows } = await sql<{
    stored_as: string;
    size: number;
  }>`select f.stored_as, f.size::int as size from info_slide s join file f on f.id = s.picture_id
    where s.point_id = ${pointId}::uuid and s.picture_id = ${fileId}::uuid`.execute(db);
  return rows[0];
}

const json = (value: unknown): RawBuilder<unknown> => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
