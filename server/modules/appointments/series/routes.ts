import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { startOfDay } from '../../../platform/clock/day.ts';
import { Invalid } from '../../../platform/errors.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { day } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { MeetingPlace, StaffMeetings } from '../sessions/schema.ts';
import type { Booking } from '../types.ts';
import { attendanceOf, countMissedFor, markAttendance, markMissedSeen, meetingChoices, meetingsFor, missedFor } from './attendance.ts';
import { Attendance, MarkInput, MarkPlace, MeetingChoices, MissedCount, MissedMeetings, MissedPlace } from './schema.ts';

const MOST_DAYS = 190;

/** Courses and meetings for those who lead them: who came, and who is told when somebody did not. */
export function seriesRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access } = booking;

  route(app, {
    method: 'GET',
    url: '/api/booking/meetings',
    summary: 'The meetings of many that the caller may lead, on these days',
    access,
    query: z.object({ from: day, until: day }),
    answers: { 200: StaffMeetings },
    handle: async (call) => {
      const { from, until } = call.query;
      const days = from.until(until).days;
      if (days < 0 || days > MOST_DAYS) throw new Invalid('too-many-days');
      const range = { from: startOfDay(from), until: startOfDay(until.add({ days: 1 })) };
      return { status: 200, body: { meetings: await meetingsFor(booking, byOf(call), range) } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/meetings/choices',
    summary: 'The services for which the caller may set meetings of many, with where',
    access,
    answers: { 200: MeetingChoices },
    handle: async (call) => ({ status: 200, body: { services: await meetingChoices(booking, byOf(call)) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/meetings/:id/attendance',
    summary: 'Who has a place at the meeting, and who came',
    access,
    params: MeetingPlace,
    answers: { 200: Attendance },
    handle: async (call) => ({ status: 200, body: await attendanceOf(booking, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/meetings/:id/attendance/:appointmentId',
    summary: 'Mark whether somebody came; null takes the mark back',
    access,
    params: MarkPlace,
    body: MarkInput,
    answers: { 204: empty },
    handle: async (call) => markAttendance(booking, byOf(call), call.params.id, call.params.appointmentId, call.body.mark),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/missed-meetings',
    summary: 'Meetings missed by those whom the caller’s organisation asked to come, that nobody has seen to yet',
    access,
    answers: { 200: MissedMeetings },
    handle: async (call) => ({ status: 200, body: { missed: await missedFor(booking, byOf(call)) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/missed-meetings/count',
    summary: 'How many missed meetings wait to be seen to by the caller’s organisations; neither whose nor which',
    access,
    answers: { 200: MissedCount },
    handle: async (call) => ({ status: 200, body: { count: await countMissedFor(booking, byOf(call)) } }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/missed-meetings/:id/seen',
    summary: 'The missed meeting is seen to',
    access,
    params: MissedPlace,
    answers: { 204: empty },
    handle: async (call) => markMissedSeen(booking, byOf(call), call.params.id),
  });
}
