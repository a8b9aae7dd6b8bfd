export const busDayKey = (busId: string) => ['bus', 'day', busId] as const;
