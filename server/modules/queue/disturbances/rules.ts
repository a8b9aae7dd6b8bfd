const CODE = /(?<![\d\p{L}])(\d{6})[-+A-FU-Ya-fu-y](\d{3})([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![\d\p{L}])/gu;
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** A Finnish personal identity code with its check character right (asetus 128/2010, 2 §): the log is not about persons. */
export function namesSomebody(...texts: readonly string[]): boolean {
  return texts.some((text) =>
    [...text.matchAll(CODE)].some(([, born, serial, check]) => CHECKS[Number(`${born}${serial}`) % 31] === check?.toUpperCase()),
  );
}

/** Kept a year where the point has not said otherwise: long enough for a police matter to begin and for a pattern to be seen. */
export const USUAL_MONTHS = 12;

/** What happened before this is forgotten. */
export function keptFrom(now: Temporal.Instant, months: number, zone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).subtract({ months }).toInstant();
}
