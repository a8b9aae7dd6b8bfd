import type { FastifyInstance } from 'fastify';
import { NotFound } from '../../../platform/errors.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { keepingOf } from '../capacity/keeping.ts';
import type { Booking } from '../types.ts';
import { comingTo } from './relocating.ts';
import { Told } from './schema.ts';

export function relocatingRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  route(app, {
    method: 'GET',
    url: '/api/booking/points/:id/coming',
    summary: 'Who is to come to a point that one keeps: to how many a letter tells another address, and whom somebody must call',
    access: booking.staff,
    params: byId,
    answers: { 200: Told },
    handle: async ({ caller, params: { id } }) => {
      if (!(await keepingOf(booking.db, caller)).points.has(id)) throw new NotFound();
      return { status: 200, body: await comingTo(booking, { pointId: id }) };
    },
  });
}
