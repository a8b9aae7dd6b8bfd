import type { FastifyInstance } from 'fastify';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import type { Booking } from '../types.ts';
import { busDay, customerOfCode } from './day-sheet.ts';
import * as shape from './schema.ts';
import { addStop, busesFor, changeStop, describeBus, writeBusDays, writeStopDays, writeStopHours } from './setting.ts';

/** How a bus is set up, for those who keep its point; its day, for those who travel in it. */
export function busRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access, db } = booking;

  route(app, {
    method: 'GET',
    url: '/api/booking/buses',
    summary: 'The buses that the caller keeps, with their stops and timetables',
    access,
    answers: { 200: shape.Buses },
    handle: async ({ caller }) => ({ status: 200, body: { buses: await busesFor(booking, caller) } }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/buses/:id',
    summary: 'Write what is on board and how long the bus packs before it leaves; the answer says who must be moved',
    access,
    params: byId,
    body: shape.BusInput,
    answers: { 200: shape.ChangedBus },
    handle: async (call) => ({ status: 200, body: await describeBus(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/buses/:id/days',
    summary: 'Write that the bus does not run on some days, or runs again; the answer says who must be moved',
    access,
    params: byId,
    body: shape.BusDays,
    answers: { 200: shape.ChangedBus },
    handle: async (call) => ({ status: 200, body: await writeBusDays(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/buses/:id/stops',
    summary: 'Add a stop of the bus',
    access,
    params: byId,
    body: shape.BusStopInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addStop(trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/booking/bus-stops/:id',
    summary: 'Change a stop, or take it out of use; the answer says who must be moved, and who is told of another address',
    access,
    params: byId,
    body: shape.BusStopChange,
    answers: { 200: shape.ChangedBusStop },
    handle: async (call) => ({ status: 200, body: await changeStop(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/bus-stops/:id/hours',
    summary: 'Write when the bus stands at the stop week by week; the answer says who must be moved',
    access,
    params: byId,
    body: shape.BusStopHoursInput,
    answers: { 200: shape.ChangedBus },
    handle: async (call) => ({ status: 200, body: await writeStopHours(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/bus-stops/:id/days',
    summary: 'Write that the bus does not come to the stop on some days, or comes at other hours; the answer says who must be moved',
    access,
    params: byId,
    body: shape.BusStopDays,
    answers: { 200: shape.ChangedBus },
    handle: async (call) => ({ status: 200, body: await writeStopDays(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/buses/:id/day',
    summary: 'The stops of a day with who comes to each, for those who travel in the bus',
    access,
    params: byId,
    query: shape.BusDayQuery,
    answers: { 200: shape.BusDay },
    handle: async (call) => ({ status: 200, body: await busDay(booking, byOf(call), call.params.id, call.query.day) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/buses/:id/codes',
    summary: 'Whose arrival code it is, of those who come to the bus today; they are greeted as at any point',
    access,
    params: byId,
    body: shape.ArrivalCode,
    answers: { 200: shape.BusCustomer },
    handle: async (call) => ({ status: 200, body: await customerOfCode(booking, byOf(call), call.params.id, call.body.code) }),
  });
}
