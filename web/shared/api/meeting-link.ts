import type { MeetingLink, MeetingLinkInput } from '../../../server/modules/appointments/staff/meeting-link/schema.ts';
import { request } from './request.ts';

export type { MeetingLink };

const at = (id: string) => `/api/booking/appointments/${id}/meeting-link`;
export const readMeetingLink = (id: string) => request<MeetingLink>('GET', at(id));
export const setMeetingLink = (id: string, input: MeetingLinkInput) => request<{ version: number }>('PUT', at(id), input);
export const removeMeetingLink = (id: string) => request<void>('DELETE', at(id));
