import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { MOST_NEEDS, Names } from '../../directory/schema.ts';
import { Identification } from '../../matters/contacts/schema.ts';
import { Told } from '../board/schema.ts';

export const VisitLanguage = z.enum(['fi', 'sv', 'en', 'fi-x-plain']);
/** What was told before the visit is read and changed here too. */
export const needs = z.array(z.string().max(60)).max(MOST_NEEDS);

/** A visitor greeted at reception. */
export const VisitInput = z
  .strictObject({
    pointId: id,
    queueId: id,
    language: VisitLanguage.default('fi'),
    needs: needs.default([]),
    serviceId: id.nullish(),
    situation: z.string().max(60).nullish(),
    matterId: id.nullish(),
    /** How sure one is of who asks about the matter. */
    identification: Identification.default('none'),
  })
  .meta({ id: 'VisitInput' });

/** A meeting of many: they go straight to its room and are in no line. `room` null: it has none. */
export const MeetingHere = z.object({ room: z.string().nullable(), startsAt: z.iso.datetime() }).meta({ id: 'MeetingHere' });

/** As it is typed, scanned or said: spaces and small letters do no harm. */
export const CodeAtReception = z
  .strictObject({ code: z.string().trim().min(1).max(40) })
  .meta({ id: 'CodeAtReception', example: { code: 'K7M 4PX' } });

/** What is printed or shown; `page`: the address for the visitor's own phone. */
export const Arrived = z
  .object({
    visitId: id,
    code: z.string(),
    page: z.string(),
    place: z.int().nullable(),
    told: Told.nullable(),
    meeting: MeetingHere.nullable(),
  })
  .meta({ id: 'VisitArrived' });

export const NeedsInput = z.strictObject({ needs }).meta({ id: 'VisitNeedsInput' });
/** `contactId`: the contact that was noted when the matter was opened for this visitor; without it one is noted now. */
export const MatterOfVisit = z.strictObject({ matterId: id, contactId: id.optional() }).meta({ id: 'MatterOfVisit' });
export const ContactOfVisit = z.object({ contactId: id }).meta({ id: 'ContactOfVisit' });

const moment = z.iso.datetime();

export const VisitPage = z
  .object({
    id,
    pointId: id,
    code: z.string(),
    cameBy: z.enum(['kiosk', 'reception', 'phone', 'link']),
    arrivedAt: moment,
    endedAt: moment.nullable(),
    language: VisitLanguage,
    /** Null for those who do not meet this visitor. */
    needs: z.array(z.string()).nullable(),
    /** Only a matter that the caller sees. */
    matter: z.object({ id, number: z.string(), title: z.string() }).nullable(),
    /** In the order in which they came. `queueId` null: a part of the visit at another authority, which is not the caller's to know. */
    steps: z.array(
      z.object({
        id,
        queueId: id.nullable(),
        state: z.enum(['planned', 'waiting', 'called', 'serving', 'parked', 'finished', 'moved', 'no-show', 'left', 'dropped']),
        byChain: z.boolean(),
        joinedAt: moment,
        calledAt: moment.nullable(),
        servingAt: moment.nullable(),
        endedAt: moment.nullable(),
        counter: Names.nullable(),
        /** Whose wrap-up ends the caller's own part. */
        contactId: id.nullable(),
      }),
    ),
  })
  .meta({ id: 'VisitPage' });

export type VisitPage = z.infer<typeof VisitPage>;
export type MatterOfVisit = z.infer<typeof MatterOfVisit>;
export type VisitInput = z.output<typeof VisitInput>;
export type ArrivedAnswer = z.infer<typeof Arrived>;
