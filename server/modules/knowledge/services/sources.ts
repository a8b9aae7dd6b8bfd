import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Entry, EntrySource } from '../search/types.ts';
import { entryOfChannel, entryOfText, type FindableText } from './entries.ts';
import { classNames } from './service.ts';
import type { Address, ChannelKind, ChannelTexts, Language, Local, LocalText } from './types.ts';

/** Rows read at a time, so that 100,000 of them never stand in memory at once. */
const PIECE = 500;

/** What search finds of the directory. A service's id is its distinct text's, as long as one service in use says it. */
export const directorySources: readonly EntrySource[] = [
  { kind: 'service', load: services },
  { kind: 'place', load: (db, ids) => channels(db, 'place', ['place'], ids) },
  { kind: 'e-service', load: (db, ids) => channels(db, 'e-service', ['e-service', 'web-page'], ids) },
  { kind: 'form', load: (db, ids) => channels(db, 'form', ['form'], ids) },
];

async function* services(db: Db, ids?: readonly string[]): AsyncIterable<Entry> {
  const names = await classNames(db);
  for (let after = '0'; ; ) {
    const { rows } = await sql<FindableText>`select t.id::text as id, t.texts, t.terms, t.life_events as "lifeEvents",
        t.service_classes as "serviceClasses", t.target_groups as "targetGroups"
      from service_text t where t.id > ${after}::bigint ${only(sql`t.id`, 'bigint', ids)}
        and exists (select from service s where s.text_id = t.id and s.retired_at is null)
      order by t.id limit ${PIECE}`.execute(db);
    for (const row of rows) yield entryOfText(row, names);
    if (rows.length < PIECE) return;
    after = rows.at(-1)!.id;
  }
}

type ChannelRow = { id: string; texts: ChannelTexts; address: Address | null; formCode: string | null };

async function* channels(
  db: Db,
  entry: 'place' | 'e-service' | 'form',
  kinds: readonly ChannelKind[],
  ids?: readonly string[],
): AsyncIterable<Entry> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<ChannelRow>`select c.id, c.texts, c.address, c.form_code as "formCode"
      from service_channel c where c.id > ${after}::uuid and c.kind = any(${kinds}::text[]) and c.retired_at is null
        ${only(sql`c.id`, 'uuid', ids)}
      order by c.id limit ${PIECE}`.execute(db);
    for (const { id, texts, address, formCode } of rows) yield entryOfChannel(entry, { id, texts, also: alsoOf(texts, address, formCode) });
    if (rows.length < PIECE) return;
    after = rows.at(-1)!.id;
  }
}

const only = (column: RawBuilder<unknown>, type: 'uuid' | 'bigint', ids?: readonly string[]): RawBuilder<unknown> =>
  ids ? sql`and ${column} = any(${ids}::${sql.raw(type)}[])` : sql``;

/** A street is known by its Finnish name to those who read Swedish or English too. */
function alsoOf(texts: ChannelTexts, address: Address | null, formCode: string | null): Local<string[]> {
  const languages = Object.keys(texts) as Language[];
  const inIt = (text: LocalText | undefined, language: Language) => text?.[language] ?? text?.fi ?? '';
  const of = (language: Language) =>
    [inIt(address?.street, language), inIt(address?.city, language), formCode ?? ''].filter((word) => word !== '');
  return Object.fromEntries(languages.map((language) => [language, of(language)]));
}
