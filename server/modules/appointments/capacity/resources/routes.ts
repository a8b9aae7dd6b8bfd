import type { FastifyInstance } from 'fastify';
import { createdOnce } from '../../../../platform/http/idempotency.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { ChangedSetUp } from '../conflicts/schema.ts';
import { DaysInput, HoursInput, ResourceChange, ResourceInput, Resources } from './schema.ts';
import { addResource, changeResource, resourcesFor, writeDays, writeHours } from './service.ts';

/** Whom and what appointments take, and when they are there, for those who keep the organisation or the point. */
export function resourceRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access, db } = booking;

  route(app, {
    method: 'GET',
    url: '/api/booking/resources',
    summary: 'The people, rooms and equipment that the caller keeps, with their hours',
    access,
    answers: { 200: Resources },
    handle: async ({ caller }) => ({ status: 200, body: { resources: await resourcesFor(booking, caller) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/resources',
    summary: 'Add somebody or something that appointments take',
    access,
    body: ResourceInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addResource(trx, byOf(call), call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/booking/resources/:id',
    summary: 'Change somebody or something that appointments take, or take it out of use; the answer says who must be moved',
    access,
    params: byId,
    body: ResourceChange,
    answers: { 200: ChangedSetUp },
    handle: async (call) => ({ status: 200, body: await changeResource(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/resources/:id/hours',
    summary: 'Write when it is there week by week; the answer says who must be moved',
    access,
    params: byId,
    body: HoursInput,
    answers: { 200: ChangedSetUp },
    handle: async (call) => ({ status: 200, body: await writeHours(booking, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/booking/resources/:id/days',
    summary: 'Write that it is away on some days, or there at other hours; the answer says who must be moved',
    access,
    params: byId,
    body: DaysInput,
    answers: { 200: ChangedSetUp },
    handle: async (call) => ({ status: 200, body: await writeDays(booking, byOf(call), call.params.id, call.body) }),
  });
}
