import type { CardView } from '../../shared/api/cards.ts';

export const cardViews = ['all', 'mine', 'waiting', 'stale', 'reported'] as const satisfies readonly CardView[];
