import type { FastifyInstance } from 'fastify';
import { createdOnce } from '../../../../platform/http/idempotency.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { ChangedSetUp } from '../conflicts/schema.ts';
import { BookableChange, BookableInput, Bookables } from './schema.ts';
import { addBookable, bookablesFor, changeBookable } from './service.ts';

/** What can be booked, for those who keep the organisation or the point. */
export function bookableRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access, db } = booking;

  route(app, {
    method: 'GET',
    url: '/api/booking/bookables',
    summary: 'The services that can be booked of what the caller keeps, those no longer used too',
    access,
    answers: { 200: Bookables },
    handle: async ({ caller }) => ({ status: 200, body: { bookables: await bookablesFor(booking, caller) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/bookables',
    summary: 'Add a service that can be booked',
    access,
    body: BookableInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addBookable(trx, byOf(call), call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/booking/bookables/:id',
    summary: 'Change a service that can be booked, or take it out of use; the answer says who must be moved',
    access,
    params: byId,
    body: BookableChange,
    answers: { 200: ChangedSetUp },
    handle: async (call) => ({ status: 200, body: await changeBookable(booking, byOf(call), call.params.id, call.body) }),
  });
}
