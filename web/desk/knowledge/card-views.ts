import type { CardView } from '../../shared/api/cards.ts';

export const cardViews = ['all', 'mine', 'waiting', 'stale', 'reported', 'retired'] as const satisfies readonly CardView[];
