import type { z } from 'zod';
import type * as seats from '../../../server/modules/appointments/staff/seats/schema.ts';
import type { Booked } from './booked.ts';
import { request } from './request.ts';

/** As they go over the wire. */
export type SeatsLeft = z.input<typeof seats.SeatsLeft>;
export type SeatBooking = z.output<typeof seats.SeatBooking>;
export type SeatBooked = { id: string; first: Booked };
/** A place at one meeting, or in a whole course. */
export type Seat = { kind: 'meeting' | 'course'; id: string };

export const readSeats = (serviceId: string) => request<SeatsLeft>('GET', `/api/booking/seats?service=${serviceId}`);
export const bookSeat = ({ kind, id }: Seat, input: SeatBooking, key: string) =>
  request<SeatBooked>('POST', `/api/booking/${kind}s/${id}/bookings`, input, { idempotencyKey: key });
