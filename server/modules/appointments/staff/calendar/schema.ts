import { z } from 'zod';
import { day, id, instant } from '../../../../platform/http/shapes.ts';

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() });
const kind = z.enum(['person', 'room', 'interpreter', 'equipment', 'remote-desk']);
export const BlockReason = z.enum(['lunch', 'meeting', 'training', 'away', 'upkeep', 'other']);

const Stretch = z.object({ startsAt: instant, endsAt: instant });

/** What those who serve or receive the customer see of it. Who it is, is asked apart. */
const Booked = z.object({
  version: z.int(),
  service: names,
  pointId: id.nullable(),
  way: z.enum(['point', 'remote', 'phone', 'bus']),
  language: z.string(),
  needs: z.array(z.string()),
  /** That is interpreted for them, where an interpreter is needed. */
  interpreterLanguage: z.string().nullable(),
  code: z.string().nullable(),
  /** A part of a visit of several services, which may be moved whole. */
  isOfVisit: z.boolean(),
  /** The meeting of many whose leader and room it takes: who comes is read there. */
  meetingId: id.nullable(),
  /** Where the bus stands then. */
  stop: names.nullable(),
  /** Whether a change reaches the customer by e-mail; else they have to be called. */
  byEmail: z.boolean(),
  resourceIds: z.array(id),
});

/** `during`: with what is kept free around it. `booked` null: taken, and no more is told. */
const Taken = z.object({
  id,
  startsAt: instant,
  endsAt: instant,
  during: Stretch,
  state: z.enum(['held', 'confirmed', 'arrived', 'missed']),
  booked: Booked.nullable(),
});

const Blocked = z.object({ id, startsAt: instant, endsAt: instant, reason: BlockReason.nullable() });

export const ResourceCalendar = z
  .object({
    id,
    kind,
    name: z.string(),
    organisationId: id,
    pointId: id.nullable(),
    isMine: z.boolean(),
    /** Whether the caller may block its time and move who is booked. */
    arranged: z.boolean(),
    open: z.array(Stretch),
    /** Open, and neither booked nor blocked. */
    free: z.array(Stretch),
    taken: z.array(Taken),
    blocked: z.array(Blocked),
  })
  .meta({ id: 'ResourceCalendar' });
export const Calendars = z.object({ zone: z.string(), calendars: z.array(ResourceCalendar) }).meta({ id: 'ResourceCalendars' });

/** Days inclusive; of a point or of one resource. */
export const CalendarQuery = z.object({ from: day, until: day, point: id.optional(), resource: id.optional() });

export const CalendarChoices = z
  .object({
    pointIds: z.array(id),
    calendars: z.array(z.object({ id, kind, name: z.string(), pointId: id.nullable(), isMine: z.boolean() })),
  })
  .meta({ id: 'CalendarChoices' });

export const CustomerOfAppointment = z
  .object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() })
  .meta({ id: 'CustomerOfAppointment' });

/** Its own day when nothing is said. */
export const PlacesQuery = z.object({ from: day.optional(), until: day.optional() });
/** When and with whom it could be instead. */
export const OtherPlaces = z
  .object({ places: z.array(z.object({ startsAt: instant, endsAt: instant, resourceIds: z.array(id) })) })
  .meta({ id: 'OtherPlacesOfAppointment' });

/** `to`: who is to have it; `instead`: whom of those it takes they take the place of. `undoes`: the caller takes back what made this version. */
export const PlaceInput = z
  .strictObject({
    version: z.int(),
    startsAt: instant,
    to: id.nullable().default(null),
    instead: id.nullable().default(null),
    undoes: z.boolean().default(false),
  })
  .meta({ id: 'PlaceOfAppointment' });
export const Placed = z.object({ version: z.int() });

export type BlockReason = z.infer<typeof BlockReason>;
export type ResourceCalendar = z.output<typeof ResourceCalendar>;
export type Calendars = z.output<typeof Calendars>;
export type CalendarChoices = z.output<typeof CalendarChoices>;
export type CustomerOfAppointment = z.output<typeof CustomerOfAppointment>;
export type OtherPlaces = z.output<typeof OtherPlaces>;
export type PlaceInput = z.output<typeof PlaceInput>;
