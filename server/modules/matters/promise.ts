import { addOpenMinutes, type OpeningHours } from '../../platform/clock/opening.ts';

/** The part of a unit that promises depend on. */
export type PromisingUnit = {
  id: string;
  organisationId: string;
  opening: OpeningHours;
  answerMinutes: number;
};

/** When a unit has promised to answer something that came at `from`: in its own open minutes. Null: a unit with no hours promises nothing. */
export function promiseOf(unit: PromisingUnit, from: Temporal.Instant): Temporal.Instant | null {
  return addOpenMinutes(unit.opening, from, unit.answerMinutes);
}
