import type { z } from 'zod';
import type { FreeTimes } from '../../../server/modules/appointments/booking/schema.ts';
import type { BookableOffer, StaffAppointment, StaffBookingInput } from '../../../server/modules/appointments/staff/booking/schema.ts';
import type { CameByList, DayList, PresenceInput } from '../../../server/modules/appointments/staff/day/schema.ts';
import type { StaffVisit, StaffVisitInput } from '../../../server/modules/appointments/staff/visits/schema.ts';
import type * as visits from '../../../server/modules/appointments/visits/schema.ts';
import { request } from './request.ts';

/** As JSON brings it: moments and days are texts. */
type Wire<T> = T extends Temporal.Instant | Temporal.PlainDate
  ? string
  : T extends (infer One)[]
    ? Wire<One>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T;

export type { BookableOffer, PresenceInput };
export type Booked = Wire<StaffAppointment>;
export type DayOfPoint = Wire<DayList>;
export type DayAppointment = DayOfPoint['appointments'][number];
export type CameByCode = Wire<CameByList>;
export type BookingInput = Wire<StaffBookingInput>;
export type FreeWish = {
  service: string;
  place: string | null;
  from: string;
  until: string;
  needs: readonly string[];
  interpreterLanguage?: string | null;
  language: string;
  people?: number;
  /** Being moved. */
  appointment?: string;
};

const at = (id: string) => `/api/booking/appointments/${id}`;
export const readOffers = () => request<{ services: BookableOffer[] }>('GET', '/api/booking/offers');
export const readFreeTimes = (wish: FreeWish) =>
  request<Wire<{ times: FreeTimes['times'] }>>('GET', `/api/booking/free-times?${askedOf(wish)}`);
export const bookFor = (input: BookingInput, key: string) =>
  request<Booked>('POST', '/api/booking/appointments', input, { idempotencyKey: key });
export const readBooked = (id: string) => request<Booked>('GET', at(id));
/** `placeId`: another stop of its bus. `undoes`: the version that is taken back. */
export type BookedMove = { startsAt: string; placeId: string | null; undoes?: number };
export const moveBooked = (id: string, to: BookedMove) => request<{ version: number }>('PATCH', at(id), to);
export type VisitWish = Omit<FreeWish, 'service' | 'place' | 'appointment'> & { services: readonly string[]; place: string };
export const readVisitTimes = ({ services, ...wish }: VisitWish) =>
  request<VisitTimes>('GET', `/api/booking/visit-times?${askedOf({ ...wish, services: services.join(',') })}`);
export type BookedVisit = Wire<StaffVisit>;
export const bookVisit = (input: Wire<StaffVisitInput>, key: string) =>
  request<BookedVisit>('POST', '/api/booking/visits', input, { idempotencyKey: key });
export type VisitTimes = Wire<z.output<typeof visits.VisitTimes>>;
export type WholeVisit = NonNullable<Booked['visit']>;
const whole = (id: string) => `/api/booking/joint-bookings/${id}/times`;
export const readWholeTimes = (id: string, from: string, until: string) =>
  request<VisitTimes>('GET', `${whole(id)}?from=${from}&until=${until}`);
type Parts = { parts: readonly { serviceId: string; startsAt: string }[] };
/** `undoes`: what made that version is taken back. */
export const moveWhole = ({ id, version }: Pick<WholeVisit, 'id' | 'version'>, { parts }: Parts, key: string, undoes = false) => {
  const to = parts.map(({ serviceId, startsAt }) => ({ serviceId, startsAt }));
  return request<{ version: number }>('PUT', whole(id), { version, parts: to, undoes }, { idempotencyKey: key });
};
export const cancelBooked = (id: string) => request<void>('DELETE', at(id));
export const readBookedOfMatter = (matterId: string) =>
  request<{ appointments: Booked[] }>('GET', `/api/booking/matters/${matterId}/appointments`);
export const readBookedOfVisit = (visitId: string) => request<Booked>('GET', `/api/booking/visits/${visitId}/appointment`);
export const readBookedOfExpected = (expectedId: string) => request<Booked>('GET', `/api/booking/expected/${expectedId}/appointment`);
export const readDay = (pointId: string, day: string) => request<DayOfPoint>('GET', `/api/booking/points/${pointId}/days/${day}`);
/** Of those whom no queue expects. */
export const arriveByCode = (pointId: string, code: string) =>
  request<CameByCode>('POST', `/api/booking/points/${pointId}/arrivals`, { code });
export const setPresence = (id: string, presence: PresenceInput) => request<void>('PUT', `${at(id)}/presence`, presence);

type Asked = Omit<FreeWish, 'service'> & { service?: string; services?: string };

function askedOf({ needs, place, interpreterLanguage, people, ...wish }: Asked): URLSearchParams {
  const asked = new URLSearchParams({ ...wish, people: String(people ?? 1), ...(place ? { place } : {}) });
  if (needs.length > 0) asked.set('needs', needs.join(','));
  if (interpreterLanguage) asked.set('interpreterLanguage', interpreterLanguage);
  return asked;
}
