import type { Block, BlockInput, Settling, Touched } from '../../../server/modules/appointments/staff/calendar/blocks/schema.ts';
import type {
  CalendarChoices,
  Calendars,
  CustomerOfAppointment,
  OtherPlaces,
  PlaceInput,
} from '../../../server/modules/appointments/staff/calendar/schema.ts';
import type { OwnFeed } from '../../../server/modules/appointments/staff/feed/schema.ts';
import { newKey, request } from './request.ts';

/** Moments are text on the wire. */
type OnWire<T> = T extends Temporal.Instant
  ? string
  : T extends readonly (infer E)[]
    ? OnWire<E>[]
    : T extends object
      ? { [K in keyof T]: OnWire<T[K]> }
      : T;

export type { CalendarChoices, CustomerOfAppointment };
export type CalendarsView = OnWire<Calendars>;
export type ResourceView = CalendarsView['calendars'][number];
export type TakenView = ResourceView['taken'][number];
export type BlockedView = ResourceView['blocked'][number];
export type BlockView = OnWire<Block>;
export type TouchedView = OnWire<Touched>;
export type PlaceView = OnWire<OtherPlaces>['places'][number];
export type FeedView = OnWire<OwnFeed>;

export type CalendarAsked = { from: string; until: string } & ({ point: string } | { resource: string });

export const readChoices = () => request<CalendarChoices>('GET', '/api/booking/calendars');
export const readCalendar = (asked: CalendarAsked) => request<CalendarsView>('GET', `/api/booking/calendar?${new URLSearchParams(asked)}`);
export const readCustomer = (id: string) => request<CustomerOfAppointment>('GET', `/api/booking/appointments/${id}/customer`);
export const readPlaces = (id: string, from: string, until: string) =>
  request<OnWire<OtherPlaces>>('GET', `/api/booking/appointments/${id}/other-places?${new URLSearchParams({ from, until })}`);
export const placeAppointment = (id: string, input: OnWire<PlaceInput>) =>
  request<{ version: number }>('PUT', `/api/booking/appointments/${id}/place`, input);
export const addBlock = (resourceId: string, input: OnWire<BlockInput>) =>
  request<{ id: string }>('POST', `/api/booking/resources/${resourceId}/blocks`, input, { idempotencyKey: newKey() });
export const readBlock = (id: string) => request<BlockView>('GET', `/api/booking/blocks/${id}`);
export const removeBlock = (id: string) => request<void>('DELETE', `/api/booking/blocks/${id}`);
export const settleOne = (blockId: string, input: OnWire<Settling>) =>
  request<{ outcome: 'settled' | 'gone' }>('PUT', `/api/booking/blocks/${blockId}/settled`, input);
export const readFeed = () => request<FeedView>('GET', '/api/booking/feed');
export const renewFeed = () => request<FeedView>('PUT', '/api/booking/feed');
export const dropFeed = () => request<void>('DELETE', '/api/booking/feed');
