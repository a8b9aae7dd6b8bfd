import { type RawBuilder, sql } from 'kysely';
import { endingsAlone, namingPatterns, stemRules } from './naming-rules.ts';

/**
 * Whether words name one of these authorities, from which one could tell whose customer somebody is (M13): the name itself, inflected in
 * Finnish or Swedish, with a clitic, after a hyphen or as the first part of a word ("Kelan", "Ulosotossa", "Kela-kortti", "Kelapäätös",
 * "skattesedel"). A longer word that only begins alike is let through where it is known to be something else: a street or a place
 * ("Kelarinteentie"), a name ("Veronika"). Unsure it hides: whoever wrote the words can choose others.
 * `naming.test.ts` holds that the database decides alike.
 */
export function namesAuthority(words: string, names: readonly string[]): boolean {
  return names.filter((name) => name.length > 1).some((name) => stemsOf(name).some((stem) => isNamed(words, stem, rankOf(name, stem))));
}

const js = namingPatterns({ letter: '\\p{L}' });
const matches = (pattern: string, words: string): boolean => new RegExp(pattern, 'iu').test(words);

/** By how many letters a stem is known: one that has turned before endings has an ending, and is the first part of no other word. */
const rankOf = (name: string, stem: string): number => (stem === name ? name.length : Math.min(name.length, endingsAlone));

/** In a word that begins with the stem, what follows decides. */
function isNamed(words: string, stem: string, rank: number): boolean {
  const found = words.matchAll(new RegExp(`(?<![\\p{L}\\d])(${quoted(stem)})([\\p{L}\\d]*)`, 'giu'));
  return [...found].some(([word, , tail = '']) => {
    if (matches(js.other, word)) return false;
    if (rank < endingsAlone) return tail === '';
    return rank === endingsAlone ? matches(js.ending, tail) : matches(js.compound, tail) || !matches(js.place, tail);
  });
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name, and what it turns into before endings. */
function stemsOf(name: string): string[] {
  const turn = ([end, turned]: (typeof stemRules)[number]) => name.replace(new RegExp(end, 'iu'), turned.replaceAll('\\', '$'));
  return [name, ...stemRules.filter(([end]) => matches(end, name)).map(turn)];
}

/**
 * The same of every authority there has been, in the database. What holds none of their stems is done with by one pattern, made once a
 * statement; only what does is looked at stem by stem. `leftOut`: kinds of organisations whose names tell nothing that is to be kept.
 */
export function sqlNamesAuthority(words: RawBuilder<unknown>, leftOut: readonly string[] = ['municipality']): RawBuilder<boolean> {
  const { anyStem, stems } = stemsBut(leftOut);
  // Long aliases: `words` may speak of any short one.
  return sql<boolean>`coalesce(${words} ~* (${anyStem}) and exists (select 1
    from (select stem, long from jsonb_to_recordset((${stems})) every_stem (stem text, long int) where strpos(lower(${words}), lower(stem)) > 0) held_stem
    cross join lateral regexp_matches(${words}, ${sql.lit(before)} || '(' || ${escaped(sql`held_stem.stem`)} || ')([[:alnum:]]*)', 'gi') in_word (part)
    where in_word.part[1] || in_word.part[2] !~* ${sql.lit(pg.other)} and case when held_stem.long < ${sql.lit(endingsAlone)} then in_word.part[2] = ''
      when held_stem.long = ${sql.lit(endingsAlone)} then in_word.part[2] ~* ${sql.lit(pg.ending)}
      else in_word.part[2] ~* ${sql.lit(pg.compound)} or in_word.part[2] !~* ${sql.lit(pg.place)} end), false)`;
}

const pg = namingPatterns({ letter: '[[:alpha:]]' });
const before = '(?<![[:alnum:]])';

function escaped(text: RawBuilder<unknown>) {
  return sql`regexp_replace(${text}, '[.*+?^$(){}|\\[\\]\\\\]', '\\\\\\&', 'g')`;
}

const rules = sql.join(stemRules.map(([end, turned]) => sql`(${sql.lit(end)}, ${sql.lit(turned)})`));

/** Each stem, and by how many letters it is known (as `rankOf`). */
const allStems = (leftOut: readonly string[]) => sql`organisation o
  cross join lateral (select value from jsonb_each_text(o.name) union select value from jsonb_each_text(o.short_name)) w (name)
  cross join lateral (select w.name union select regexp_replace(w.name, r.ending, r.turned, 'i') from (values ${rules}) r (ending, turned)) s (stem)
  where o.kind not in (${sql.join(leftOut.map((kind) => sql.lit(kind)))}) and length(w.name) > 1`;

const stemsBut = (leftOut: readonly string[]) => ({
  anyStem: sql`select ${sql.lit(before)} || '(?:' || string_agg(distinct ${escaped(sql`s.stem`)}, '|') || ')' from ${allStems(leftOut)}`,
  stems: sql`select jsonb_agg(distinct jsonb_build_object('stem', s.stem, 'long',
  case when s.stem = w.name then length(w.name) else least(length(w.name), ${sql.lit(endingsAlone)}) end)) from ${allStems(leftOut)}`,
});
