import type { z } from 'zod';
import type * as bookable from '../../../server/modules/appointments/capacity/bookables/schema.ts';
import type * as choice from '../../../server/modules/appointments/capacity/choices/schema.ts';
import type * as conflict from '../../../server/modules/appointments/capacity/conflicts/schema.ts';
import type * as resource from '../../../server/modules/appointments/capacity/resources/schema.ts';
import type * as trial from '../../../server/modules/appointments/capacity/trials/schema.ts';
import type * as relocating from '../../../server/modules/appointments/relocating/schema.ts';
import type * as visit from '../../../server/modules/appointments/visits/schema.ts';
import { newKey, request } from './request.ts';

/** As they go over the wire. */
export type Bookable = z.input<typeof bookable.Bookable>;
export type BookableInput = z.input<typeof bookable.BookableInput>;
export type BookableChange = z.input<typeof bookable.BookableChange>;
export type BookingPart = Bookable['parts'][number];
export type NeedRule = Bookable['rules'][number];
export type BookingResource = z.input<typeof resource.Resource>;
export type ResourceKind = BookingResource['kind'];
export type ResourceHours = Required<BookingResource['hours'][number]>;
export type ResourceInput = z.input<typeof resource.ResourceInput>;
export type ResourceChange = z.input<typeof resource.ResourceChange>;
export type ExceptionDay = BookingResource['exceptions'][number];
export type DaysInput = z.input<typeof resource.DaysInput>;
export type BookingChoices = z.input<typeof choice.BookingChoices>;
export type BookingConflict = z.input<typeof conflict.BookingConflict>;
export type BookingConflicts = z.input<typeof conflict.BookingConflicts>;
export type ChangedSetUp = z.input<typeof conflict.ChangedSetUp>;
export type ToldOfAddress = z.input<typeof relocating.Told>;
export type OtherTimes = z.input<typeof conflict.OtherTimes>;
export type BookableTrialInput = z.input<typeof trial.BookableTrialInput>;
export type ResourceTrialInput = z.input<typeof trial.ResourceTrialInput>;
export type BookingTrial = z.input<typeof trial.BookingTrial>;
export type ResourceTrial = z.input<typeof trial.ResourceTrial>;
export type VisitSetting = z.input<typeof visit.VisitSetting>;

const home = '/api/booking';
const add = <Input>(what: string, input: Input) => request<{ id: string }>('POST', `${home}/${what}`, input, { idempotencyKey: newKey() });

const visitSettingOf = (pointId: string) => `${home}/points/${pointId}/visit-setting`;
export const readVisitSetting = (pointId: string) => request<VisitSetting>('GET', visitSettingOf(pointId));
export const setVisitSetting = (pointId: string, mostBetween: number) =>
  request<VisitSetting>('PUT', visitSettingOf(pointId), { mostBetween });

export const listBookables = async () => (await request<{ bookables: Bookable[] }>('GET', `${home}/bookables`)).bookables;
export const addBookable = (input: BookableInput) => add('bookables', input);
export const changeBookable = (id: string, change: BookableChange) => request<ChangedSetUp>('PATCH', `${home}/bookables/${id}`, change);
export const tryBookable = (id: string, input: BookableTrialInput, signal: AbortSignal) =>
  request<BookingTrial>('POST', `${home}/bookables/${id}/trials`, input, { signal });

export const listResources = async () => (await request<{ resources: BookingResource[] }>('GET', `${home}/resources`)).resources;
export const addResource = (input: ResourceInput) => add('resources', input);
export const changeResource = (id: string, change: ResourceChange) => request<ChangedSetUp>('PATCH', `${home}/resources/${id}`, change);
export const writeDays = (id: string, days: DaysInput) => request<ChangedSetUp>('PUT', `${home}/resources/${id}/days`, days);
export const tryResource = (id: string, input: ResourceTrialInput, signal: AbortSignal) =>
  request<ResourceTrial>('POST', `${home}/resources/${id}/trials`, input, { signal });

export const readChoices = () => request<BookingChoices>('GET', `${home}/choices`);
export const listConflicts = () => request<BookingConflicts>('GET', `${home}/conflicts`);
export const listConflictsAt = (pointId: string) =>
  request<BookingConflicts>('GET', `${home}/conflicts?${new URLSearchParams({ point: pointId })}`);
/** Who is to come to the point, as they would be told of another address. */
export const listComing = (pointId: string) => request<ToldOfAddress>('GET', `${home}/points/${pointId}/coming`);
export const otherTimes = (appointmentId: string) => request<OtherTimes>('GET', `${home}/appointments/${appointmentId}/other-times`);
/** At the time it is already: others who are free then take it. `placeId`: another stop of the bus. */
export const moveTo = (appointmentId: string, startsAt: string, placeId: string | null = null) =>
  request<void>('PUT', `${home}/appointments/${appointmentId}/time`, { startsAt, placeId });
