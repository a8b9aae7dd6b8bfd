import { sql } from 'kysely';
import type { Db, Trx } from '../../../platform/db/transaction.ts';
import type { Names } from '../../directory/types.ts';
import type { Direction } from '../schema.ts';
import type { Language } from './schema.ts';

export type Recording = { language: Language; piece: string; fileId: string; storedAs: string; sha256: string; size: number; type: string };

const columns = sql`r.language, r.piece, f.id as "fileId", f.stored_as as "storedAs", f.sha256, f.size::int as size, f.type`;

export async function recordingsOf(db: Db, pointId: string): Promise<Recording[]> {
  const { rows } = await sql<Recording>`select ${columns} from call_recording r join file f on f.id = r.file_id
    where r.point_id = ${pointId}::uuid`.execute(db);
  return rows;
}

export async function recordingOfSum(db: Db, pointId: string, sha256: string): Promise<Recording | undefined> {
  const { rows } = await sql<Recording>`select ${columns} from call_recording r join file f on f.id = r.file_id
    where r.point_id = ${pointId}::uuid and f.sha256 = ${sha256} limit 1`.execute(db);
  return rows[0];
}

/** @returns the file that was played until now */
export async function putRecording(
  trx: Trx,
  pointId: string,
  language: Language,
  piece: string,
  fileId: string,
): Promise<string | undefined> {
  const was = await takeRecording(trx, pointId, language, piece);
  await sql`insert into call_recording (point_id, language, piece, file_id) values (${pointId}::uuid, ${language}, ${piece}, ${fileId}::uuid)`.execute(
    trx,
  );
  return was;
}

/** @returns the file that was played until now */
export async function takeRecording(trx: Trx, pointId: string, language: Language, piece: string): Promise<string | undefined> {
  const { rows } = await sql<{ fileId: string }>`delete from call_recording
    where point_id = ${pointId}::uuid and language = ${language} and piece = ${piece} returning file_id as "fileId"`.execute(trx);
  return rows[0]?.fileId;
}

/** The way to a counter as one display shows it. */
export type Way = { direction: Direction | null; words: Names | null };
export type SpokenCounter = { id: string; name: Names; direction: Direction | null };

export async function countersAt(db: Db, pointId: string): Promise<SpokenCounter[]> {
  const { rows } = await sql<SpokenCounter>`select id, name, direction from counter
    where point_id = ${pointId}::uuid and active order by position, id`.execute(db);
  return rows;
}

/** The way to counters as displays of the point show it, where that is not the counter's own. */
export async function waysAt(db: Db, pointId: string): Promise<(Way & { counterId: string })[]> {
  const { rows } = await sql<Way & { counterId: string }>`select way ->> 'counterId' as "counterId", way ->> 'direction' as direction,
      way -> 'words' as words
    from queue_device, jsonb_array_elements(settings -> 'ways') way
    where point_id = ${pointId}::uuid and kind = 'display' and revoked_at is null`.execute(db);
  return rows;
}

export async function counterAt(db: Db, pointId: string, id: string): Promise<SpokenCounter | undefined> {
  const { rows } = await sql<SpokenCounter>`select id, name, direction from counter
    where id = ${id}::uuid and point_id = ${pointId}::uuid`.execute(db);
  return rows[0];
}

export async function lettersAt(db: Db, pointId: string): Promise<string[]> {
  const { rows } = await sql<{
    prefix: string;
  }>`select distinct prefix from queue where point_id = ${pointId}::uuid and active order by prefix`.execute(db);
  return rows.map(({ prefix }) => prefix);
}

/** Points where a display speaks. */
export async function speakingPoints(db: Db): Promise<string[]> {
  const { rows } = await sql<{ pointId: string }>`select distinct d.point_id as "pointId" from queue_device d
    where d.kind = 'display' and d.revoked_at is null and coalesce((d.settings ->> 'speaks')::boolean, true) order by 1`.execute(db);
  return rows.map(({ pointId }) => pointId);
}

/** Changes of one point's voice wait for each other: two at once would leave a file behind. */
export async function lockVoice(trx: Trx, pointId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('call_recording' || ${pointId}, 0))`.execute(trx);
}
