import { keys } from '../queries.ts';

export const busesKey = [...keys.all, 'buses'] as const;
