import type { z } from 'zod';
import type * as series from '../../../server/modules/appointments/series/schema.ts';
import type * as sessions from '../../../server/modules/appointments/sessions/schema.ts';
import { newKey, request } from './request.ts';

/** As they go over the wire. */
export type Meeting = z.input<typeof sessions.StaffMeeting>;
export type Attendance = z.input<typeof series.Attendance>;
export type Attender = Attendance['attenders'][number];
export type Mark = NonNullable<Attender['mark']>;
export type MeetingService = z.input<typeof series.MeetingChoices>['services'][number];
export type MissedMeeting = z.input<typeof series.MissedMeeting>;

const home = '/api/booking';

export const listMeetings = async (from: string, until: string) =>
  (await request<{ meetings: Meeting[] }>('GET', `${home}/meetings?from=${from}&until=${until}`)).meetings;
export const listMeetingChoices = async () => (await request<{ services: MeetingService[] }>('GET', `${home}/meetings/choices`)).services;
export const addMeetings = (input: z.input<typeof sessions.MeetingsInput>) =>
  request<{ sessionIds: string[] }>('POST', `${home}/meetings`, input, { idempotencyKey: newKey() });
export const cancelMeeting = (id: string) => request<void>('DELETE', `${home}/meetings/${id}`);
export const readAttendance = (id: string) => request<Attendance>('GET', `${home}/meetings/${id}/attendance`);
export const markAttendance = (id: string, appointmentId: string, mark: Mark | null) =>
  request<void>('PUT', `${home}/meetings/${id}/attendance/${appointmentId}`, { mark });
export const listMissed = async () => (await request<{ missed: MissedMeeting[] }>('GET', `${home}/missed-meetings`)).missed;
export const countMissed = async () => (await request<{ count: number }>('GET', `${home}/missed-meetings/count`)).count;
export const seeMissed = (id: string) => request<void>('PUT', `${home}/missed-meetings/${id}/seen`);
