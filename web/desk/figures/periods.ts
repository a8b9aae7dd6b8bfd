import type { FigurePeriod, FigureTarget } from '../../shared/api/figures.ts';
import { daysAfter } from '../../shared/ui/days.ts';

export const periods = ['today', 'week', 'month', 'twoMonths'] as const;
export type PeriodId = (typeof periods)[number];

const lengths: Record<PeriodId, number> = { today: 1, week: 7, month: 30, twoMonths: 60 };

/** The last days of the place's own calendar, today included. */
export function periodOf(id: PeriodId, today: string): FigurePeriod {
  return { from: daysAfter(today, 1 - lengths[id]), until: today };
}

/** Minutes; the first is what nobody need choose. */
export const targets: readonly FigureTarget[] = [15, 10, 20, 30];
