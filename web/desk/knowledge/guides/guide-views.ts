import type { GuideKind, GuideView } from '../../../shared/api/guides.ts';

export const guideViews = ['all', 'mine', 'waiting', 'stale', 'ended', 'retired'] as const satisfies readonly GuideView[];
export const guideKinds = ['threat', 'shift', 'roles', 'case', 'authority'] as const satisfies readonly GuideKind[];
