import { z } from 'zod';
import { day, id } from '../../platform/http/shapes.ts';
import { roles } from '../identity/types.ts';

const Title = z.strictObject({ fi: z.string().max(200), sv: z.string().max(200), en: z.string().max(200) }).partial();
const name = z.string().trim().min(1).max(200);
const email = z.email().max(254).toLowerCase();
const language = z.enum(['fi', 'sv', 'en']);

const PersonGrant = z
  .object({ id, role: z.enum(roles), organisationId: id, pointId: id.nullable(), validFrom: day, validUntil: day.nullable() })
  .meta({ id: 'PersonGrant' });

/** As an administrator sees them: grants and units of the organisations they administer, no others. */
export const Person = z
  .object({ id, name, email, title: Title, language, disabled: z.boolean(), grants: z.array(PersonGrant), unitIds: z.array(id) })
  .meta({ id: 'Person' });
export type Person = z.output<typeof Person>;

export const PersonList = z.object({ people: z.array(Person), more: z.boolean() }).meta({ id: 'PersonList' });

export const PersonSearch = z.object({ words: z.string().trim().max(100).default('') });

export const GrantInput = z
  .strictObject({
    role: z.enum(roles),
    organisationId: id,
    pointId: id.nullable().default(null),
    validFrom: day.optional(),
    /** The first day it no longer holds. */
    validUntil: day.nullable().default(null),
  })
  .meta({ id: 'GrantInput' });
export type GrantInput = z.output<typeof GrantInput>;

/** A person comes with a first grant: without one no administrator would see them. */
export const PersonInput = z
  .strictObject({ name, email, title: Title.default({}), language: language.default('fi'), grant: GrantInput })
  .meta({ id: 'PersonInput' });
export type PersonInput = z.output<typeof PersonInput>;

export const PersonChange = z.strictObject({ name, title: Title, language, disabled: z.boolean() }).partial().meta({ id: 'PersonChange' });
export type PersonChange = z.output<typeof PersonChange>;

export const GrantPlace = z.object({ id, grantId: id });
export const UnitPlace = z.object({ id, unitId: id });
