import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Entry, EntrySource, EntryWords } from '../search/types.ts';
import { languages } from './rules.ts';
import type { CardContent, CardText } from './schema.ts';

/** Cards in use, as the desk's search finds them. Residents find the service, whose entry the card's own words also name. */
export const cardSource: EntrySource = {
  kind: 'card',
  async load(db, ids) {
    const found = await sql<{ id: string; content: CardContent }>`select c.id, p.content from service_card c
        join card_version p on p.card_id = c.id and p.state = 'published'
      where c.retired_at is null and (${ids === undefined} or c.id = any(${ids ?? []}::uuid[]))`.execute(db);
    return found.rows.map(({ id, content }) => entryOf(id, content));
  },
};

/** What people say when they mean a service, by its text's id and language. */
async function wordsOfServiceTexts(db: Db, textIds?: readonly string[]): Promise<Map<string, Entry['words']>> {
  const found = await sql<{ textId: string; content: CardContent }>`select s.text_id::text as "textId", p.content from service_card c
      join card_version p on p.card_id = c.id and p.state = 'published' join service s on s.id = c.service_id and s.retired_at is null
    where c.retired_at is null and (${textIds === undefined} or s.text_id = any(${textIds ?? []}::bigint[]))`.execute(db);
  const words = new Map<string, Entry['words']>();
  for (const { textId, content } of found.rows) {
    const before = words.get(textId) ?? {};
    words.set(
      textId,
      Object.fromEntries(
        languages.flatMap((language) => {
          const said = [...(before[language]?.alsoCalled ?? []), ...(content.texts[language]?.alsoCalled ?? [])];
          return said.length > 0 ? [[language, { title: '', alsoCalled: said }]] : [];
        }),
      ),
    );
  }
  return words;
}

/** The services as their own source gives them, found also by what their cards say that people call them. */
export const withCardWords = (services: EntrySource): EntrySource => ({
  kind: services.kind,
  async *load(db, ids) {
    const said = await wordsOfServiceTexts(db, ids);
    for await (const entry of await services.load(db, ids)) yield calledAlso(entry, said.get(entry.id));
  },
});

/** Only in languages the service itself is told in. */
function calledAlso(entry: Entry, said: Entry['words'] | undefined): Entry {
  if (!said) return entry;
  const words = languages.flatMap((language) => {
    const own = entry.words[language];
    return own ? [[language, { ...own, alsoCalled: [...(own.alsoCalled ?? []), ...(said[language]?.alsoCalled ?? [])] }]] : [];
  });
  return { ...entry, words: Object.fromEntries(words) };
}

function entryOf(id: string, { texts }: CardContent): Entry {
  const words = languages.flatMap((language) => {
    const text = texts[language];
    return text?.title ? [[language, wordsOf(text)]] : [];
  });
  return { kind: 'card', id, audience: 'staff', words: Object.fromEntries(words) };
}

function wordsOf({ title, alsoCalled, summary, bring, price, mayAnswer, answers, letters, digital }: CardText): EntryWords {
  const said = [
    ...bring,
    price,
    mayAnswer,
    ...answers.flatMap((answer) => [answer.title, answer.body]),
    ...letters.flatMap((letter) => [letter.name, letter.meaning]),
    digital,
  ];
  return { title, alsoCalled, summary, body: said.filter(Boolean).join('\n'), terms: letters.map((letter) => letter.name) };
}
