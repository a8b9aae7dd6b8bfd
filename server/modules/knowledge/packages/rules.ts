import type { Language } from '../../directory/types.ts';
import type { PackageContent, PackageStep } from './schema.ts';

/** A step as a matter's path takes it: words in one language, its deadline as a day. */
export type StepOfPackage = Pick<PackageStep, 'who' | 'organisationId' | 'channel'> & {
  title: string;
  deadlineOn: Temporal.PlainDate | null;
};

/** Where a language is missing, the next of these speaks. */
const NEXT: Record<string, readonly ('fi' | 'sv' | 'en' | 'plain')[]> = {
  'fi-x-plain': ['plain', 'fi', 'sv', 'en'],
  fi: ['fi', 'plain', 'sv', 'en'],
  sv: ['sv', 'fi', 'en'],
};
const OTHERS = ['en', 'fi', 'sv'] as const;

/** In the customer's language; deadlines counted from the day of the event. A step that has no words at all is left out. */
export function stepsOf({ steps }: PackageContent, language: string, eventDay: Temporal.PlainDate): StepOfPackage[] {
  return steps.flatMap(({ texts, who, organisationId, channel, deadlineDays }) => {
    const said = (NEXT[language] ?? OTHERS).map((each) => texts[each]).find((text) => text !== undefined);
    if (!said) return [];
    const deadlineOn = deadlineDays === null ? null : eventDay.add({ days: deadlineDays });
    return [{ title: said.title, who, organisationId, channel, deadlineOn }];
  });
}

const REQUIRED: readonly Language[] = ['fi', 'sv', 'en'];

/** What must be said before residents read it: titles in each language that all must be served in (kielilaki 2 §, and English). */
export function missingOf({ texts, steps }: PackageContent): string[] {
  const missing = (said: Record<string, unknown>, at: string) =>
    REQUIRED.filter((language) => !said[language]).map((language) => `${at}.${language}`);
  return [
    ...missing(texts, 'content.texts'),
    ...(steps.length === 0 ? ['content.steps'] : []),
    ...steps.flatMap((step, index) => missing(step.texts, `content.steps.${index}.texts`)),
  ];
}
