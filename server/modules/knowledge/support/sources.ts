import type { Entry, EntrySource, EntryWords } from '../search/types.ts';
import { type ActorRow, actorsInUse } from './queries.ts';

const languages = ['fi', 'sv', 'en'] as const;
/** What everybody calls it, whatever the actor's own words are. */
const called = { fi: ['digituki', 'digiapu'], sv: ['digistöd', 'digihjälp'], en: ['digital support', 'help with devices'] };

/** Who gives digital support, for everyone. */
export const supportSource: EntrySource = {
  kind: 'support-actor',
  async load(db, ids) {
    const found = await actorsInUse(db);
    return found.filter(({ id }) => ids === undefined || ids.includes(id)).map(entryOf);
  },
};

function entryOf({ id, texts }: ActorRow): Entry {
  const words = languages.map((language): [string, EntryWords] => {
    const { name, helpsWith, where, how } = texts[language];
    return [language, { title: name, summary: helpsWith, body: `${where}\n${how}`, terms: called[language] }];
  });
  return { kind: 'support-actor', id, audience: 'everyone', words: Object.fromEntries(words) };
}
