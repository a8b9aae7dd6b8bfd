import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Entry, EntrySource, EntryWords } from '../search/types.ts';
import { packagesInUse } from './queries.ts';
import type { PackageContent } from './schema.ts';

const languages = ['fi', 'sv', 'en'] as const;
type Classification = { code: string; names: { [L in (typeof languages)[number]]?: string } };

/** National life events by their name and by what their package says, and the region's own packages. An entry's id is the code or the package's id. */
export const lifeEventSource: EntrySource = {
  kind: 'life-event',
  async load(db, ids) {
    const packages = new Map((await packagesInUse(db)).map(({ id, lifeEvent, content }) => [lifeEvent ?? id, content]));
    const events = await nationalEvents(db);
    const names = new Map(events.map(({ code, names }) => [code, names]));
    const keys = [...new Set([...names.keys(), ...packages.keys()])];
    return keys.filter((key) => ids === undefined || ids.includes(key)).map((key) => entryOf(key, names.get(key) ?? {}, packages.get(key)));
  },
};

async function nationalEvents(db: Db): Promise<Classification[]> {
  const found = await sql<Classification>`select code, names from classification where scheme = 'life-event'`.execute(db);
  return found.rows;
}

function entryOf(id: string, names: Classification['names'], content: PackageContent | undefined): Entry {
  const words = languages.flatMap((language) => {
    const text = wordsIn(language, names[language], content);
    return text ? [[language, text]] : [];
  });
  return { kind: 'life-event', id, audience: 'everyone', words: Object.fromEntries(words) };
}

function wordsIn(language: (typeof languages)[number], name: string | undefined, content: PackageContent | undefined): EntryWords | null {
  const text = content?.texts[language];
  const title = text?.title ?? name;
  if (!title) return null;
  const steps = content?.steps.flatMap((step) => step.texts[language]?.title ?? []) ?? [];
  return { title, ...(name && name !== title ? { alsoCalled: [name] } : {}), summary: text?.intro ?? '', body: steps.join('\n') };
}
