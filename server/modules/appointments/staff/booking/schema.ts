import { z } from 'zod';
import { day, id, instant } from '../../../../platform/http/shapes.ts';
import {
  interpreterLanguage,
  interpreterText,
  needKeys,
  needsText,
  otherStop,
  people,
  peopleText,
  reached,
  Stop,
} from '../../booking/schema.ts';
import { VisitMove } from '../../joint/schema.ts';

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const way = z.enum(['point', 'remote', 'phone', 'bus']);
const language = z.enum(['fi', 'sv', 'en']);

/** A service that the caller may book a time of for somebody. */
export const BookableOffer = z
  .object({
    id,
    organisationId: id,
    name: names,
    who: z.enum(['public', 'staff', 'invited']),
    minutes: z.int(),
    ways: z.array(way),
    placeIds: z.array(id),
    /** Special needs that make it longer or take something more. */
    needs: z.array(z.string()),
    /** Of them, those that bring an interpreter, and what interpreters of the service interpret. */
    interpreterNeeds: z.array(z.string()),
    interpreterLanguages: z.array(z.string()),
    mostPeople: z.int(),
    /** Given to many at set times: a place is booked. */
    fixed: z.boolean(),
  })
  .meta({ id: 'BookableOffer' });
export const BookableOffers = z.object({ services: z.array(BookableOffer) }).meta({ id: 'BookableOffers' });

export const StaffFreeTimesQuery = z.object({
  service: id,
  place: id.optional(),
  from: day,
  until: day,
  needs: needsText,
  interpreterLanguage: interpreterText,
  language: language.optional(),
  people: peopleText,
  /** Being moved: its own time is free to it. */
  appointment: id.optional(),
});

export const BookedCustomer = z
  .strictObject({
    name: z.string().normalize().trim().min(1).max(200),
    ...reached,
  })
  .meta({ id: 'BookedCustomer' });

export const StaffBookingInput = z
  .strictObject({
    serviceId: id,
    placeId: id.nullable().default(null),
    way,
    startsAt: instant,
    language: language.default('fi'),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    people: people.default(1),
    customer: BookedCustomer,
    /** The matter whose path says the time, and which of its steps; none: a new one. */
    matterId: id.nullable().default(null),
    stepId: id.nullable().default(null),
  })
  .meta({ id: 'StaffBookingInput' });

/** `undoes`: the version that the caller made and takes back. */
export const StaffMove = z
  .strictObject({ startsAt: instant, placeId: otherStop, undoes: z.int().min(1).optional() })
  .meta({ id: 'StaffAppointmentMove' });

export const dayStates = ['coming', 'late', 'due', 'arrived', 'serving', 'done', 'left', 'missed', 'cancelled'] as const;

/** What a customer has told before they come. */
export const PreVisit = z
  .object({
    need: z.string(),
    needs: z.array(z.string()),
    language: z.string(),
    company: z.string(),
    papers: z.string(),
    writtenAt: instant,
  })
  .meta({ id: 'PreVisit' });

/** Two weeks from today when nothing is said. */
export const WholeTimesQuery = z.object({ from: day.optional(), until: day.optional() });

/** `page`: the customer's own, of all of it. */
const WholeVisit = z
  .object({
    id,
    version: z.int(),
    page: z.string(),
    parts: z.array(z.object({ serviceId: id, serviceName: names, startsAt: instant, endsAt: instant })),
  })
  .meta({ id: 'StaffWholeVisit' });

/** An agreed time as those who may see whose it is read it. */
export const StaffAppointment = z
  .object({
    id,
    serviceId: id,
    serviceName: names,
    organisationId: id,
    /** The meeting of many at which it is a place: it is not moved by itself. */
    sessionId: id.nullable(),
    placeId: id.nullable(),
    /** Of a bus, which is its place. */
    stop: Stop.nullable(),
    way,
    startsAt: instant,
    endsAt: instant,
    state: z.enum(dayStates),
    lateUntil: instant.nullable(),
    language: z.string(),
    needs: z.array(z.string()),
    interpreterLanguage: z.string().nullable(),
    people,
    customer: BookedCustomer.nullable(),
    /** Said or typed on arrival; the page of the appointment is the customer's own. */
    code: z.string().nullable(),
    page: z.string().nullable(),
    matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
    stepId: id.nullable(),
    bring: z.record(z.string(), z.string()),
    preVisit: PreVisit.nullable(),
    /** All that is left of the visit it is a part of, for whoever sees each part; moved as one. */
    visit: WholeVisit.nullable(),
    /** What their needs take and the booked time has not: so many minutes in all, somebody or something more. Somebody moves it. */
    unmet: z
      .object({ minutes: z.int().nullable(), kinds: z.array(z.enum(['person', 'room', 'interpreter', 'equipment', 'remote-desk'])) })
      .nullable(),
  })
  .meta({ id: 'StaffAppointment' });
export const MatterAppointments = z.object({ appointments: z.array(StaffAppointment) }).meta({ id: 'MatterAppointments' });

/** `undoes`: the caller takes back what made this version. */
export const StaffVisitMove = z.strictObject({ ...VisitMove.shape, undoes: z.boolean().default(false) }).meta({ id: 'StaffVisitMove' });
export const Moved = z.object({ version: z.int() });

export type StaffVisitMove = z.output<typeof StaffVisitMove>;
export type StaffMove = z.output<typeof StaffMove>;
export type BookableOffer = z.output<typeof BookableOffer>;
export type StaffBookingInput = z.output<typeof StaffBookingInput>;
export type StaffAppointment = z.output<typeof StaffAppointment>;
export type PreVisit = z.output<typeof PreVisit>;
