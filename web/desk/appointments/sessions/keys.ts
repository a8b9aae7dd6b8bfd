import { keys } from '../../queries.ts';

export const meetingsKey = ['meetings'] as const;
export const attendanceKey = (id: string) => ['meetings', 'attendance', id] as const;
export const missedKey = keys.missedMeetings;
export const missedCountKey = [...keys.missedMeetings, 'count'] as const;
