import { type RawBuilder, sql } from 'kysely';

/** The beginning of a text, cut where a word ends and marked as cut; a single longer word is cut where it must be. Null stays null. */
export function excerpt(text: RawBuilder<unknown>, letters: number): RawBuilder<string | null> {
  const most = sql.lit(letters);
  return sql`case when length(${text}) > ${most} then regexp_replace(left(${text}, ${most}), '\\s+\\S*$', '') || '…' else ${text} end`;
}
