import type { Language } from '../../directory/types.ts';
import type { Entry, EntrySource, EntryWords } from '../search/types.ts';
import { type Findable, findableSpecialists } from './queries.ts';

const languages: readonly Language[] = ['fi', 'sv', 'en'];

/** Whom one may ask, by what they know: for staff. */
export const specialistSource: EntrySource = {
  kind: 'specialist',
  load: async (db, ids) => (await findableSpecialists(db, ids)).map(entryOf),
};

function entryOf(one: Findable): Entry {
  return {
    kind: 'specialist',
    id: one.id,
    audience: 'staff',
    words: Object.fromEntries(languages.map((language) => [language, wordsIn(language, one)])),
  };
}

function wordsIn(language: Language, { name, skills, unit, organisation, services }: Findable): EntryWords {
  const known = skills.map((skill) => skill[language]);
  return {
    title: name,
    alsoCalled: known,
    summary: `${known.join(', ')} · ${unit[language]}`,
    body: organisation[language],
    terms: services.flatMap((service) => service[language] ?? []),
  };
}
