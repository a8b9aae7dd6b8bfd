import type { OfferedService } from './queries.ts';

/** How long it takes in minutes, with what the needs add and each who comes along. */
export const wantedMinutes = (
  { minutes, minutesEach, rules }: Pick<OfferedService, 'minutes' | 'minutesEach' | 'rules'>,
  { needs, people }: { needs: readonly string[]; people: number },
): number =>
  minutes +
  minutesEach * (people - 1) +
  rules.filter(({ need }) => needs.includes(need)).reduce((sum, rule) => sum + (rule.minutes ?? 0), 0);
