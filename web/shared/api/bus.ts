import type { z } from 'zod';
import type * as shape from '../../../server/modules/appointments/bus/schema.ts';
import type { ChangedSetUp } from './booking-setup.ts';
import { newKey, request } from './request.ts';

/** As they go over the wire. */
export type BusDay = z.input<typeof shape.BusDay>;
export type BusStand = BusDay['stands'][number];
export type BusCustomer = BusStand['customers'][number];
export type Bus = z.input<typeof shape.Bus>;
export type BusStop = Bus['stops'][number];
export type BusStopHours = Required<BusStop['hours'][number]>;
export type BusStopDays = z.input<typeof shape.BusStopDays>;
export type ChangedBusStop = z.input<typeof shape.ChangedBusStop>;
type PublicBuses = z.input<typeof shape.PublicBuses>;
export type PublicStop = PublicBuses['buses'][number]['stops'][number];
export type BusInput = z.input<typeof shape.BusInput>;
export type BusStopInput = Required<z.input<typeof shape.BusStopInput>>;

const home = '/api/booking';

/** With when it was read: the bus goes where there is no network. */
export async function readBusDay(busId: string, day: string | undefined): Promise<BusDay & { readAt: string }> {
  const read = await request<BusDay>('GET', `${home}/buses/${busId}/day${day ? `?day=${day}` : ''}`);
  return { ...read, readAt: new Date().toISOString() };
}
export const findByCode = (busId: string, code: string) =>
  request<z.input<typeof shape.BusCustomer>>('POST', `${home}/buses/${busId}/codes`, { code });

/** The stops in use, as anybody sees them. */
export async function stopsOfBus(busId: string): Promise<PublicStop[]> {
  const { buses } = await request<PublicBuses>('GET', '/api/v1/booking/buses');
  return buses.find(({ id }) => id === busId)?.stops ?? [];
}

export const listBuses = async () => (await request<{ buses: Bus[] }>('GET', `${home}/buses`)).buses;
export const writeBus = (id: string, input: BusInput) => request<ChangedSetUp>('PUT', `${home}/buses/${id}`, input);
export const writeBusDays = (id: string, days: z.input<typeof shape.BusDays>) =>
  request<ChangedSetUp>('PUT', `${home}/buses/${id}/days`, days);
export const addStop = (busId: string, stop: BusStopInput) =>
  request<{ id: string }>('POST', `${home}/buses/${busId}/stops`, stop, { idempotencyKey: newKey() });
export const changeStop = (id: string, change: z.input<typeof shape.BusStopChange>) =>
  request<ChangedBusStop>('PATCH', `${home}/bus-stops/${id}`, change);
export const writeStopHours = (id: string, version: number, hours: readonly BusStopHours[]) =>
  request<ChangedSetUp>('PUT', `${home}/bus-stops/${id}/hours`, { version, hours });
export const writeStopDays = (id: string, days: BusStopDays) => request<ChangedSetUp>('PUT', `${home}/bus-stops/${id}/days`, days);
