import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '../../server/modules/knowledge/search/types.ts';
import { type ClassNames, entryOfText } from '../../server/modules/knowledge/services/entries.ts';
import type { LocalText, ServiceTexts, ServiceWords } from '../../server/modules/knowledge/services/types.ts';

type Local = { language: string; value: string | null; type?: string };
type Class = { name: Local[]; code: string | null };
type GeneralDescription = {
  id: string;
  names: Local[];
  descriptions: Local[];
  serviceClasses: Class[];
  targetGroups: Class[];
  lifeEvents: Class[];
  ontologyTerms: Class[];
};

const fields: Record<string, keyof Omit<ServiceWords, 'alsoCalled'>> = {
  Summary: 'summary',
  BackgroundDescription: 'description',
  UserInstruction: 'instruction',
  ChargeTypeAdditionalInfo: 'charge',
  DeadLine: 'deadline',
  ProcessingTime: 'processing',
  ValidityTime: 'validity',
};

/** The national general descriptions as the search finds them: through the product's own mapping of a service's text. */
export async function generalDescriptions(folder: string): Promise<Entry[]> {
  const all = JSON.parse(await readFile(join(folder, 'v11', 'general-descriptions.json'), 'utf8')) as GeneralDescription[];
  const names = classNames(all);
  return all.map((one) =>
    entryOfText(
      {
        id: one.id,
        texts: textsOf(one),
        lifeEvents: codes(one.lifeEvents),
        serviceClasses: codes(one.serviceClasses),
        targetGroups: codes(one.targetGroups),
        terms: { fi: one.ontologyTerms.flatMap((term) => local(term.name).fi ?? []) },
      },
      names,
    ),
  );
}

function textsOf({ names, descriptions }: GeneralDescription): ServiceTexts {
  const texts: ServiceTexts = {};
  for (const [language, name] of Object.entries(local(names))) {
    const words: ServiceWords = { name };
    for (const part of descriptions.filter((one) => one.language === language && one.value)) {
      const field = fields[part.type ?? ''];
      if (field) words[field] = part.value!;
    }
    texts[language as 'fi' | 'sv' | 'en'] = words;
  }
  return texts;
}

function classNames(all: readonly GeneralDescription[]): ClassNames {
  const classes = all.flatMap((one) => [...one.serviceClasses, ...one.targetGroups, ...one.lifeEvents]);
  return new Map(classes.flatMap(({ code, name }) => (code ? [[code, local(name)] as const] : [])));
}

function codes(classes: readonly Class[]): string[] {
  return classes.flatMap(({ code }) => code ?? []);
}

function local(values: readonly Local[]): LocalText {
  return Object.fromEntries(values.filter(({ value }) => value).map(({ language, value }) => [language, value!]));
}
