import { type RawBuilder, sql } from 'kysely';
import { endingsAlone, namePatterns, stemRules } from './naming-rules.ts';

/**
 * Whether words name one of these authorities, from which one could tell whose customer somebody is (M13): the name itself, inflected in
 * Finnish or Swedish, with a clitic, after a hyphen or as the first part of a word ("Kelan", "Ulosotossa", "Kela-kortti", "Kelapäätös",
 * "skattesedel"). A longer word that only begins alike is let through where it is known to be something else: a street or a place
 * ("Kelarinteentie"), a name ("Veronika"). Unsure it hides: whoever wrote the words can choose others.
 * `naming.test.ts` holds that the database decides alike.
 */
export function namesAuthority(words: string, names: readonly string[]): boolean {
  const { before, tails } = namePatterns({ letter: '\\p{L}', sign: '[\\p{L}\\d]' });
  return names
    .filter((name) => name.length > 1)
    .some((name) => new RegExp(`${before}(?:${stemsOf(name).map(quoted).join('|')})${tailFor(name, tails)}`, 'iu').test(words));
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name, and what it turns into before endings. */
function stemsOf(name: string): string[] {
  return [name, ...stemRules.filter(([end]) => new RegExp(`${end}$`, 'iu').test(name)).map(([end, turned]) => turn(name, end, turned))];
}

const turn = (name: string, end: string, turned: string): string => name.replace(new RegExp(`${end}$`, 'iu'), turned.replaceAll('\\', '$'));

function tailFor(name: string, { alone, inflected, first }: ReturnType<typeof namePatterns>['tails']): string {
  if (name.length <= endingsAlone) return name.length < endingsAlone ? alone : inflected;
  return first;
}

/** The same of every authority there has been, in the database; one pattern made once a statement. */
export function sqlNamesAuthority(words: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`coalesce(${words} ~* (${authorityNames}), false)`;
}

const { before, tails } = namePatterns({ letter: '[[:alpha:]]', sign: '[[:alnum:]]' });

const stemValues = sql.join(stemRules.map(([end, turned]) => sql`(${sql.lit(`${end}$`)}, ${sql.lit(turned)})`));

const authorityNames = sql`select ${sql.lit(before)} || '(?:' || string_agg(regexp_replace(s.stem, '[.*+?^$(){}|\\[\\]\\\\]', '\\\\\\&', 'g')
    || case when length(w.name) < ${sql.lit(endingsAlone)} then ${sql.lit(tails.alone)} when length(w.name) = ${sql.lit(endingsAlone)}
      then ${sql.lit(tails.inflected)} else ${sql.lit(tails.first)} end, '|') || ')'
  from organisation o cross join lateral (select value from jsonb_each_text(o.name) union select value from jsonb_each_text(o.short_name)) w (name)
    cross join lateral (select w.name union select regexp_replace(w.name, r.ending, r.turned, 'i') from (values ${stemValues}) r (ending, turned)
      where w.name ~* r.ending) s (stem)
  where o.kind <> 'municipality' and length(w.name) > 1`;
