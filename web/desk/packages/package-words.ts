import type { Package } from '../../shared/api/packages.ts';
import { daysAfter } from '../../shared/ui/days.ts';

type Step = Package['content']['steps'][number];
export type PlannedStep = { title: string; deadline: string | null; organisationId: string | null };

/** Where a language is missing, Finnish speaks, then any. */
export function saidIn<T>(texts: { [language: string]: T | undefined }, language: string): T | undefined {
  const wanted = language === 'fi-x-plain' ? (texts.plain ?? texts.fi) : texts[language];
  return wanted ?? texts.fi ?? Object.values(texts).find((text) => text !== undefined);
}

/** As the path will have it: in the customer's language, deadlines from the day of the event. */
export function plannedOf(steps: readonly Step[], language: string, eventDay: string): PlannedStep[] {
  return steps.map(({ texts, deadlineDays, organisationId }) => ({
    title: saidIn(texts, language)?.title ?? '',
    deadline: deadlineDays === null ? null : daysAfter(eventDay, deadlineDays),
    organisationId,
  }));
}
