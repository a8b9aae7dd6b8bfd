import type { z } from 'zod';
import type * as figures from '../../../server/modules/appointments/metrics/figures/schema.ts';
import { request } from './request.ts';

/** As they go over the wire. */
export type BookingFigures = z.input<typeof figures.BookingFigures>;
export type BookingFigure = BookingFigures['whole'];
export type MeasuredServices = z.input<typeof figures.MeasuredServices>;
/** Days as `2026-11-22`, both included; a service and a place, or all. */
export type BookingChoice = { from: string; until: string; service: string | undefined; place: string | undefined };

const address = ({ from, until, service, place }: BookingChoice, as: 'figures' | 'figures.csv') => {
  const chosen = { from, until, ...(service ? { service } : {}), ...(place ? { place } : {}) };
  return `/api/booking/metrics/${as}?${new URLSearchParams(chosen)}`;
};

export const readBookingFigures = (choice: BookingChoice) => request<BookingFigures>('GET', address(choice, 'figures'));
export const bookingFiguresTable = (choice: BookingChoice) => address(choice, 'figures.csv');
export const readMeasuredServices = () => request<MeasuredServices>('GET', '/api/booking/metrics/services');
