import type { FastifyInstance } from 'fastify';
import { raw } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { bookingCsv } from './csv.ts';
import { BookingFigures, BookingPeriod, MeasuredServices } from './schema.ts';
import { bookingFigures, pairsFor } from './service.ts';

/** How soon an appointment can be had and how it is kept, for those who keep the service or the point. */
export function bookingFiguresRoutes(app: FastifyInstance, booking: Booking & StaffAccess): void {
  const { staff: access, db } = booking;

  route(app, {
    method: 'GET',
    url: '/api/booking/metrics/services',
    summary: 'The services and places of which the caller may read figures',
    access,
    answers: { 200: MeasuredServices },
    handle: async ({ caller }) => {
      const pairs = await pairsFor(db, caller);
      const services = new Map(pairs.map(({ bookableId: id, name }) => [id, { id, name }]));
      const places = new Map(pairs.map(({ pointId: id, placeName: name }) => [id, { id, name }]));
      return { status: 200, body: { services: [...services.values()], places: [...places.values()] } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/metrics/figures',
    summary: 'Days to the first and the third free time, what is taken, and how appointments are kept; small groups untold',
    access,
    query: BookingPeriod,
    answers: { 200: BookingFigures },
    handle: async ({ caller, query }) => ({ status: 200, body: await bookingFigures(booking, caller, query) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/metrics/figures.csv',
    summary: 'The same as a table',
    access,
    query: BookingPeriod,
    answers: { 200: raw('text/csv; charset=utf-8') },
    handle: async ({ caller, query }) => {
      const figures = await bookingFigures(booking, caller, query);
      const name = `booking-${figures.from}-${figures.until}.csv`;
      return {
        status: 200,
        body: bookingCsv(figures, caller.language),
        headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' },
      };
    },
  });
}
