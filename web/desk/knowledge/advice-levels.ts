import type { AdviceLevel } from '../../shared/api/cards.ts';

export const adviceLevels = ['inform', 'guide', 'help-fill', 'receive', 'authority-only'] as const satisfies readonly AdviceLevel[];
