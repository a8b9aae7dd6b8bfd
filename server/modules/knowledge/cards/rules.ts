import type { ApprovalRefusal } from './drafts/schema.ts';
import type { CardContent, Titles, VersionState } from './schema.ts';

/** A card is looked over within half a year unless its owner says otherwise. */
export const REVIEW_WITHIN = { months: 6 };
/** The owner is reminded so long before the day. */
export const REMIND_BEFORE = { days: 14 };

export const languages = ['fi', 'sv', 'en'] as const;

export const isStale = (reviewOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(reviewOn, today) < 0;

export type WrittenVersion = { state: VersionState; writerIds: string[] };

/** Two pairs of eyes: whoever wrote any of it does not approve it. */
export function refusalOf(version: WrittenVersion, personId: string, isApprover: boolean): ApprovalRefusal | null {
  if (version.state !== 'offered') return 'not-offered';
  if (!isApprover) return 'not-approver';
  return version.writerIds.includes(personId) ? 'own-draft' : null;
}

/** Fields without which a card tells nothing; it is not offered for approval before it has them. */
export function missingOf({ texts }: CardContent): string[] {
  return (['title', 'summary'] as const).filter((field) => !texts.fi?.[field]).map((field) => `content.texts.fi.${field}`);
}

export function titlesOf({ texts }: CardContent): Titles {
  const titles = languages.flatMap((language) => (texts[language]?.title ? [[language, texts[language].title]] : []));
  return Object.fromEntries(titles) as Titles;
}

/** Comes into force today or earlier: published at once. */
export const isDue = (publishOn: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean =>
  publishOn === null || Temporal.PlainDate.compare(publishOn, today) <= 0;
