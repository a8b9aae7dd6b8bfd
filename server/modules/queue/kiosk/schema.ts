import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';
import { Told } from '../board/schema.ts';
import { MeetingHere, needs, VisitLanguage } from '../visits/schema.ts';

const block = z.object({ day: z.iso.date(), prefix: z.string(), first: z.int(), last: z.int(), next: z.int() });

/** All a kiosk needs for its screens, and for ten minutes without network. */
export const KioskView = z
  .object({
    point: z.object({ id, name: Names, zone: z.string() }),
    now: z.iso.datetime(),
    queues: z.array(
      z.object({
        id,
        kind: z.enum(['authority', 'service', 'situation', 'reception']),
        organisationId: id,
        organisation: Names,
        situation: z.string().nullable(),
        name: Names,
        prefix: z.string(),
        isOpen: z.boolean(),
        waiting: z.int(),
        told: Told.nullable(),
      }),
    ),
    specialNeeds: z.array(z.object({ key: z.string(), label: Names })),
    situations: z.array(z.object({ key: z.string(), label: Names })),
    /** Numbers of its own, one block a letter and day. */
    blocks: z.array(block),
  })
  .meta({ id: 'KioskView' });

/**
 * A number taken at the kiosk. One given without network carries its code, and how long ago it was given by a clock that never jumps:
 * the arrival is our receipt less that.
 */
export const KioskVisit = z
  .strictObject({
    queueId: id,
    language: VisitLanguage,
    needs: needs.default([]),
    serviceId: id.nullish(),
    situation: z.string().max(60).nullish(),
    offline: z.strictObject({ code: z.string().regex(/^[A-Z]\d{1,5}$/), ageMs: z.int().min(0).max(86_400_000) }).nullish(),
  })
  .meta({ id: 'KioskVisit' });

export const KioskTicket = z
  .object({
    code: z.string(),
    page: z.string(),
    /** That of the agreed time, where one was arrived for. */
    language: VisitLanguage,
    place: z.int().nullable(),
    told: Told.nullable(),
    meeting: MeetingHere.nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'KioskTicket' });

export const ArrivalByCode = z.strictObject({ code: z.string().max(40), language: VisitLanguage }).meta({ id: 'ArrivalByCode' });
export const ArrivalByPhone = z.strictObject({ phone: z.string().max(30), language: VisitLanguage }).meta({ id: 'ArrivalByPhone' });

/** A distinct text's number, as the search tells it. */
export const TextHere = z.object({ id: z.string().regex(/^[1-9]\d{0,14}$/) });
export const TongueWish = z.object({ language: z.enum(['fi', 'sv', 'en']).default('fi') });

/** `by`: why that queue; `isServed` false: nobody at this point gives it, and reception tells the way. `places`: where else. */
export const ServiceHere = z
  .object({
    queueId: id.nullable(),
    by: z.enum(['service', 'authority', 'situation', 'reception']),
    isServed: z.boolean(),
    serviceId: id,
    places: z.array(z.object({ name: z.string(), address: z.string() })),
  })
  .meta({ id: 'ServiceHere' });

export type ServiceHere = z.infer<typeof ServiceHere>;
export type KioskView = z.infer<typeof KioskView>;
export type KioskVisit = z.infer<typeof KioskVisit>;
export type KioskTicket = z.infer<typeof KioskTicket>;
