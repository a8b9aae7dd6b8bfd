import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { Linked, MeetingLink, MeetingLinkInput } from './schema.ts';
import { readMeetingLink, removeMeetingLink, setMeetingLink } from './service.ts';

/** Where a video call is opened: for those who may change the appointment. */
export function meetingLinkRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access } = booking;
  const url = '/api/booking/appointments/:id/meeting-link';

  route(app, {
    method: 'GET',
    url,
    summary: 'Where the video call of an appointment is opened, and whether that is missing within a day of it',
    access,
    params: byId,
    answers: { 200: MeetingLink },
    handle: async ({ caller, params }) => ({ status: 200, body: await readMeetingLink(booking, caller, params.id) }),
  });

  route(app, {
    method: 'PUT',
    url,
    summary: 'Say where the video call is opened (https): the customer’s page has it at once, and a minute later they are written to',
    access,
    params: byId,
    body: MeetingLinkInput,
    answers: { 200: Linked },
    handle: async (call) => ({ status: 200, body: await setMeetingLink(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'DELETE',
    url,
    summary: 'Take the link of the video call away',
    access,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => removeMeetingLink(booking, byOf(call), call.params.id),
  });
}
