import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/shapes.ts';
import { Names } from '../../directory/schema.ts';
import { interpreterLanguage, needKeys } from '../booking/schema.ts';

const way = z.enum(['point', 'remote', 'phone', 'bus']);
const language = z.enum(['fi', 'sv', 'en']);

export const InvitationInput = z
  .strictObject({
    serviceId: id,
    way,
    /** None: remotely. */
    placeIds: z.array(id).max(50).default([]),
    /** The last day on which to book. */
    until: day,
    language,
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    /** What the customer reads beside the times; plain words. */
    message: z.string().trim().max(1000).default(''),
  })
  .meta({ id: 'InvitationInput' });

export const Invitation = z
  .object({
    id,
    serviceId: id,
    serviceName: Names,
    way,
    placeIds: z.array(id),
    state: z.enum(['sent', 'opened', 'booked', 'expired', 'withdrawn', 'cancelled']),
    until: instant,
    sentAt: instant,
    openedAt: instant.nullable(),
    /** No: it is given on paper. */
    byEmail: z.boolean(),
    message: z.string(),
    startsAt: instant.nullable(),
  })
  .meta({ id: 'Invitation' });
export const Invitations = z.object({ invitations: z.array(Invitation) }).meta({ id: 'Invitations' });

export const InvitationMade = z.object({ id, byEmail: z.boolean() }).meta({ id: 'InvitationMade' });

/** What the caller may invite to, and with what a first guess begins. */
export const Invitable = z
  .object({
    services: z.array(
      z.object({
        id,
        name: Names,
        minutes: z.int(),
        ways: z.array(way),
        byInvitation: z.boolean(),
        horizonDays: z.int(),
        needs: z.array(z.string()),
        /** Of them, those that bring an interpreter, and what interpreters of the service interpret. */
        interpreterNeeds: z.array(z.string()),
        interpreterLanguages: z.array(z.string()),
        places: z.array(z.object({ id, name: Names })),
      }),
    ),
    language,
    needs: z.array(z.string()),
    hasEmail: z.boolean(),
  })
  .meta({ id: 'Invitable' });

const paper = z.string();
/** The code is in this answer and on the paper alone. */
export const InvitationPaper = z
  .object({
    code: z.string(),
    language: z.enum(['fi', 'sv', 'en', 'fi-x-plain']),
    papers: z.object({ fi: paper, sv: paper, en: paper, 'fi-x-plain': paper }),
  })
  .meta({ id: 'InvitationPaper' });

export type InvitationInput = z.output<typeof InvitationInput>;
export type Invitation = z.output<typeof Invitation>;
export type Invitable = z.output<typeof Invitable>;
export type InvitationPaper = z.output<typeof InvitationPaper>;
