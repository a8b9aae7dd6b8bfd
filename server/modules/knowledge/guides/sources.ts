import type { EntrySource, EntryWords } from '../search/types.ts';
import { readerOf } from './policy.ts';
import { findableBy, findableGuides } from './queries.ts';
import { languages } from './rules.ts';
import type { GuideContent, GuideText } from './schema.ts';

/** Published guides, for staff; each search asks which of the found ones are in force and concern who asks. */
export const guideSource: EntrySource = {
  kind: 'guide',
  async load(db, ids) {
    const found = await findableGuides(db, ids);
    return found.map(({ id, content }) => ({ kind: 'guide', id, audience: 'staff', words: wordsOf(content) }));
  },
  readableOf: (db, { actor, today }, ids) => findableBy(db, readerOf(actor), today, ids),
};

function wordsOf({ texts }: GuideContent): { [language: string]: EntryWords } {
  const told = languages.flatMap((language) => {
    const text = texts[language];
    return text?.title ? [[language, said(text)] as const] : [];
  });
  return Object.fromEntries(told);
}

const said = ({ title, alsoCalled, body }: GuideText): EntryWords => ({ title, alsoCalled, body });
