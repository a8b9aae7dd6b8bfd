export const actorViews = ['all', 'check', 'retired'] as const;
