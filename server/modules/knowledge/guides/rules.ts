import type { GuideContent } from './schema.ts';

/** The owner is told so long before a review date or a last day. */
export const REMIND_BEFORE = { days: 14 };

export const languages = ['fi', 'sv', 'en'] as const;

/** Without these a guide tells nothing, or nobody knows whose word it is; it is not offered for approval before it has them. */
export function missingOf({ kind, texts, issuerId }: GuideContent): string[] {
  const texted = (['title', 'body'] as const).filter((field) => !texts.fi?.[field]).map((field) => `content.texts.fi.${field}`);
  return [...texted, ...(kind === 'case' && !issuerId ? ['content.issuerId'] : [])];
}

/** A validity that time cannot have. */
export const isOrdered = ({ validFrom, validUntil }: GuideContent): boolean =>
  validFrom === null || validUntil === null || compare(validFrom, validUntil) <= 0;

export const isEnded = ({ validUntil }: Pick<GuideContent, 'validUntil'>, today: Temporal.PlainDate): boolean =>
  validUntil !== null && compare(validUntil, today) < 0;

/** In force today: it is published as soon as it is approved. */
export const isDue = ({ validFrom }: Pick<GuideContent, 'validFrom'>, today: Temporal.PlainDate): boolean =>
  validFrom === null || compare(validFrom, today) <= 0;

const compare = (one: string, other: string | Temporal.PlainDate) => Temporal.PlainDate.compare(one, other);
