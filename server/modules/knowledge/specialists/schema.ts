import { z } from 'zod';
import { id, instant } from '../../../platform/http/shapes.ts';
import { OpeningHours } from '../../directory/schema.ts';

const word = z.string().normalize().trim().min(1).max(100);
const Skill = z.strictObject({ fi: word, sv: word, en: word }).meta({ id: 'SpecialistSkill' });
/** As ISO 639 has them; sign languages have three letters. */
const tongue = z.string().regex(/^[a-z]{2,3}$/);

export const waysToAsk = ['request', 'call'] as const;
export type WayToAsk = (typeof waysToAsk)[number];

/** Hours in the zone of the unit, which the server knows. */
const Hours = OpeningHours.omit({ zone: true }).meta({ id: 'SpecialistHours' });

const fields = {
  unitId: id,
  skills: z.array(Skill).min(1).max(20),
  languages: z.array(tongue).min(1).max(20),
  serviceIds: z.array(id).max(50),
  cardIds: z.array(id).max(50),
  askedBy: z.array(z.enum(waysToAsk)).min(1).max(waysToAsk.length),
  phone: z.string().trim().max(60),
  /** Null: the telephone is answered when on duty. */
  phoneHours: Hours.nullable(),
  duty: Hours,
  backupId: id.nullable(),
};

/** `version`: the one that was changed; 0 for a profile that is new. */
export const SpecialistInput = z
  .strictObject({ ...fields, version: z.int().min(0) })
  .refine(({ askedBy, phone }) => !askedBy.includes('call') || phone !== '', { path: ['phone'] })
  .meta({ id: 'SpecialistInput' });
export type SpecialistInput = z.output<typeof SpecialistInput>;

export const presenceStates = ['available', 'busy', 'away'] as const;
export type PresenceState = (typeof presenceStates)[number];

/** `until`: the end of the day it was said on. */
const Presence = z.object({ state: z.enum(presenceStates), until: instant }).meta({ id: 'SpecialistPresence' });
export type Presence = z.output<typeof Presence>;

const Colleague = z.object({ id, name: z.string() });
const title = z.record(z.string(), z.string());

/** How things stand at this moment. */
const Standing = z
  .object({
    presence: Presence.nullable(),
    onDuty: z.boolean(),
    /** When the duty of now ends; null when not on duty. */
    dutyUntil: instant.nullable(),
    /** When their own duty begins next, within a year. */
    nextDuty: instant.nullable(),
    /** Whose duty they have, as those are away. */
    standsInFor: z.array(Colleague),
    answersPhone: z.boolean(),
  })
  .meta({ id: 'SpecialistStanding' });
export type Standing = z.output<typeof Standing>;

const row = {
  id,
  name: z.string(),
  title,
  unitId: id,
  organisationId: id,
  /** Of the unit: a support request goes to tiers 2 and 3. */
  tier: z.int(),
  skills: fields.skills,
  languages: fields.languages,
  askedBy: fields.askedBy,
  phone: fields.phone,
  backup: Colleague.nullable(),
  now: Standing,
};
export const SpecialistRow = z.object(row).meta({ id: 'SpecialistRow' });
export type SpecialistRow = z.output<typeof SpecialistRow>;

/** `changesAt`: when the clock alone next changes what stands here. */
export const SpecialistList = z
  .object({ specialists: z.array(SpecialistRow), changesAt: instant.nullable() })
  .meta({ id: 'SpecialistList' });
export type SpecialistList = z.output<typeof SpecialistList>;

/** `isNamed`: the card names them as the one to ask. */
export const CardSpecialists = z
  .object({ specialists: z.array(SpecialistRow.extend({ isNamed: z.boolean() })), changesAt: instant.nullable() })
  .meta({ id: 'CardSpecialists' });
export type CardSpecialists = z.output<typeof CardSpecialists>;

export const Specialist = z
  .object({
    ...row,
    services: z.array(z.object({ id, names: title })),
    cards: z.array(z.object({ id, titles: title })),
    phoneHours: Hours.nullable(),
    duty: Hours,
    version: z.int(),
    changedAt: instant,
    changesAt: instant.nullable(),
    may: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'Specialist' });
export type Specialist = z.output<typeof Specialist>;

/** Those whose profile the reader may begin: oneself, and the people of the units one answers for. */
export const SpecialistCandidates = z
  .object({ people: z.array(z.object({ id, name: z.string(), unitIds: z.array(id) })) })
  .meta({ id: 'SpecialistCandidates' });
export type SpecialistCandidates = z.output<typeof SpecialistCandidates>;

export const OwnPresence = z.object({ isSpecialist: z.boolean(), presence: Presence.nullable() }).meta({ id: 'OwnPresence' });
export type OwnPresence = z.output<typeof OwnPresence>;

/** Null: nothing is said of now. */
export const OwnPresenceInput = z.strictObject({ state: z.enum(presenceStates).nullable() }).meta({ id: 'OwnPresenceInput' });
