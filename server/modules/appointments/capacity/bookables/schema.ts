import { z } from 'zod';
import { id } from '../../../../platform/http/shapes.ts';
import { Names } from '../../../directory/schema.ts';

const key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const minutes = (least: number, most: number) => z.int().min(least).max(most);
const words = z.string().trim().max(1000);

const Part = z
  .strictObject({
    kind: z.enum(['person', 'room', 'interpreter', 'equipment', 'remote-desk']),
    count: z.int().min(1).max(20).optional(),
    features: z.array(key).max(10).optional(),
  })
  .meta({ id: 'BookingPart' });

/** What a special need (list specialNeeds) adds: minutes, somebody or something more, or what the room must have. */
const NeedRule = z
  .strictObject({
    need: z.string().min(1).max(60),
    minutes: minutes(5, 240).optional(),
    part: Part.optional(),
    room: z.array(key).min(1).max(10).optional(),
  })
  .meta({ id: 'BookingNeedRule' });

/** Which queue of the point an arrival joins; null: none. */
const Place = z.strictObject({ pointId: id, queueId: id.nullable() }).meta({ id: 'BookablePlace' });

const fields = {
  organisationId: id,
  serviceId: id.nullable(),
  /** Keys of the list lifeSituations: it stands under each. */
  situations: z
    .array(z.string().max(60))
    .max(10)
    .refine((all) => new Set(all).size === all.length),
  name: Names,
  /** What to bring along; lines of text. */
  bring: z.strictObject({ fi: words.optional(), sv: words.optional(), en: words.optional() }),
  minutes: minutes(5, 720),
  bufferBefore: minutes(0, 240),
  bufferAfter: minutes(0, 240),
  step: minutes(5, 720),
  /** Minutes from booking to the start, at least. */
  notice: z.int().min(0).max(86_400),
  horizonDays: z.int().min(1).max(400),
  mostPerPerson: z.int().min(1).max(50),
  /** For one appointment, and the minutes that each further one adds. */
  mostPeople: z.int().min(1).max(20),
  minutesEach: minutes(0, 120),
  /** To answer a time that became free, from when it is told. */
  answerMinutes: minutes(60, 20_160),
  /** So many offers without an answer, one after another, and the place in line is lost. */
  mostUnanswered: z.int().min(1).max(10),
  /** Given only at set times for many. */
  fixed: z.boolean(),
  /** Minutes from the start, or from when they said they come, until whoever has not come is marked as missed. */
  missedAfter: minutes(5, 720),
  who: z.enum(['public', 'staff', 'invited']),
  ways: z
    .array(z.enum(['point', 'remote', 'phone', 'bus']))
    .min(1)
    .max(4),
  /** What each appointment takes; the first serves. */
  parts: z.array(Part).min(1).max(5),
  rules: z.array(NeedRule).max(27),
  places: z
    .array(Place)
    .max(300)
    .refine((all) => new Set(all.map(({ pointId }) => pointId)).size === all.length),
  active: z.boolean(),
};

/** `kept`: the caller may change it. */
export const Bookable = z.object({ id, version: z.int(), kept: z.boolean(), ...fields }).meta({ id: 'Bookable' });
export const Bookables = z.object({ bookables: z.array(Bookable) }).meta({ id: 'Bookables' });
export const BookableInput = z
  .strictObject({
    ...fields,
    serviceId: fields.serviceId.default(null),
    situations: fields.situations.default([]),
    bring: fields.bring.default({}),
    bufferBefore: fields.bufferBefore.default(0),
    bufferAfter: fields.bufferAfter.default(0),
    notice: fields.notice.default(60),
    horizonDays: fields.horizonDays.default(60),
    mostPerPerson: fields.mostPerPerson.default(2),
    mostPeople: fields.mostPeople.default(1),
    minutesEach: fields.minutesEach.default(0),
    answerMinutes: fields.answerMinutes.default(1440),
    mostUnanswered: fields.mostUnanswered.default(2),
    fixed: fields.fixed.default(false),
    missedAfter: fields.missedAfter.default(30),
    who: fields.who.default('public'),
    ways: fields.ways.default(['point']),
    parts: fields.parts.default([{ kind: 'person' }]),
    rules: fields.rules.default([]),
    active: fields.active.default(true),
  })
  .meta({ id: 'BookableInput' });
export const BookableChange = z.strictObject(fields).partial().extend({ version: z.int() }).meta({ id: 'BookableChange' });

export type Bookable = z.infer<typeof Bookable>;
export type BookableInput = z.infer<typeof BookableInput>;
export type BookableChange = z.infer<typeof BookableChange>;
