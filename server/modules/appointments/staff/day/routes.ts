import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import { CodeAtReception } from '../../../queue/visits/schema.ts';
import type { Booking } from '../../types.ts';
import { arriveByCode } from './by-code.ts';
import { CameByList, DayList, DayPlace, PresenceInput } from './schema.ts';
import { readDay, setPresence } from './service.ts';

/** The point's day by agreed time. */
export function dayListRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'GET',
    url: '/api/booking/points/:id/days/:day',
    summary: 'Everyone who is expected at a point on a day, with how it stands, and who has come without a time',
    access: booking.staff,
    params: DayPlace,
    answers: { 200: DayList },
    handle: async (call) => ({ status: 200, body: await readDay(booking, byOf(call), call.params.id, call.params.day) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/points/:id/arrivals',
    summary: 'Say that somebody has come whom no queue expects, by the code they say or show; again, nothing more',
    access: booking.staff,
    params: byId,
    body: CodeAtReception,
    answers: { 200: CameByList },
    handle: async (call) => ({ status: 200, body: await arriveByCode(booking, byOf(call), call.params.id, call.body.code) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/appointments/:id/presence',
    summary: 'Say that a customer is late or was missed, or take it back; without a queue also that they came, are served or done',
    access: booking.staff,
    params: byId,
    body: PresenceInput,
    answers: { 204: empty },
    handle: async (call) => setPresence(booking, byOf(call), call.params.id, call.body),
  });
}
