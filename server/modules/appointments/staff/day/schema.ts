import { z } from 'zod';
import { day, id, instant } from '../../../../platform/http/shapes.ts';
import { dayStates } from '../booking/schema.ts';
import { VideoCall } from '../meeting-link/schema.ts';

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

/** Somebody who is expected, as the reader may know it. */
export const DayAppointment = z
  .object({
    id,
    startsAt: instant,
    endsAt: instant,
    state: z.enum(dayStates),
    lateUntil: instant.nullable(),
    way: z.enum(['point', 'remote', 'phone', 'bus']),
    serviceName: names,
    organisationId: id,
    customerName: z.string(),
    language: z.string(),
    needs: z.array(z.string()),
    interpreterLanguage: z.string().nullable(),
    /** Whether the customer has told something before they come. */
    preVisit: z.boolean(),
    /** Their needs take more than was booked. */
    unmet: z.boolean(),
    /** Met by video, where: null: in another way, or by a place at a meeting of many, whose own row says it. */
    videoCall: VideoCall.nullable(),
    /** A meeting of many itself, which nobody is named by: for how many it is agreed, and the room and whoever it takes. */
    meeting: z.object({ id, capacity: z.int(), booked: z.int(), taken: z.array(z.string()) }).nullable(),
    matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
    /** Greeted by it; null: here the day list itself says that they have come. */
    expectedId: id.nullable(),
    visitId: id.nullable(),
    /** The number they have got; who came to a meeting of many has none. */
    code: z.string().nullable(),
    /** What they say on arrival where the day list itself says that they have come. */
    bookingCode: z.string().nullable(),
  })
  .meta({ id: 'DayAppointment' });

/** Who has come without a time. */
export const WalkIn = z
  .object({ visitId: id, code: z.string(), arrivedAt: instant, queueName: names, state: z.enum(['arrived', 'serving', 'done', 'left']) })
  .meta({ id: 'WalkIn' });

export const DayList = z
  .object({ pointId: id, day, appointments: z.array(DayAppointment), walkIns: z.array(WalkIn) })
  .meta({ id: 'DayList' });

export const DayPlace = z.object({ id, day });

export const PresenceInput = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('late'), minutes: z.int().min(5).max(240) }),
    z.strictObject({ state: z.enum(['coming', 'arrived', 'serving', 'done', 'missed']) }),
  ])
  .meta({ id: 'AppointmentPresence' });

/** Whom no queue expects, and what they have come to. `room`: of a meeting of many, '' where it has none. `isNew`: they had not come before. */
export const CameByList = z
  .object({
    customerName: z.string(),
    times: z.array(z.object({ appointmentId: id, startsAt: instant, serviceName: names, room: z.string().nullable(), isNew: z.boolean() })),
  })
  .meta({ id: 'CameByDayList' });

export type CameByList = z.output<typeof CameByList>;
export type DayList = z.output<typeof DayList>;
export type PresenceInput = z.output<typeof PresenceInput>;
