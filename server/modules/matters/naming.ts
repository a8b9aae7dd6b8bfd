import { type RawBuilder, sql } from 'kysely';

/** A shorter name begins too many words that have nothing to do with it. */
const LONG_ENOUGH = 4;

/**
 * Whether words name one of these authorities, from which one could tell whose customer somebody is (M13): the name with any ending or as
 * the first part of a word ("Kelan", "Kelapäätös", "verokortti"). A name of three letters at most has to stand alone, or before a colon
 * or a hyphen ("DVV:n", "TE-palvelut"). Rather too often than too seldom: whoever wrote them can choose other words.
 * `naming.test.ts` holds that the database decides alike.
 */
export function namesAuthority(words: string, names: readonly string[]): boolean {
  return names.some((name) => {
    if (name.length < 2) return false;
    const end = name.length < LONG_ENOUGH ? '(?![\\p{L}\\d])' : '';
    return new RegExp(`(?<![\\p{L}\\d])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`, 'iu').test(words);
  });
}

/** The same of every authority there has been, in the database; one pattern made once a statement. */
export function sqlNamesAuthority(words: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${words} ~* (${authorityNames}), false)`;
}

const authorityNames = sql`select '(^|[^[:alnum:]])(' || string_agg(regexp_replace(w.name, '[.*+?^$(){}|\\[\\]\\\\]', '\\\\\\&', 'g')
    || case when length(w.name) < ${sql.lit(LONG_ENOUGH)} then '($|[^[:alnum:]])' else '' end, '|') || ')'
  from organisation o cross join lateral (select value from jsonb_each_text(o.name) union select value from jsonb_each_text(o.short_name)) w (name)
  where o.kind <> 'municipality' and length(w.name) > 1`;
