import { z } from 'zod';
import { day, id } from '../../../platform/http/shapes.ts';
import { Key, Names } from '../schema.ts';
import { organisationKinds } from '../types.ts';

const fields = {
  name: Names,
  shortName: Names,
  kind: z.enum(organisationKinds),
  validFrom: day,
  validUntil: day.nullable(),
  successorId: id.nullable(),
};

export const Organisation = z
  .object({ id, key: z.string(), ...fields, keptById: id.nullable(), keepsRegion: z.boolean() })
  .meta({ id: 'Organisation' });

export const OrganisationInput = z
  .strictObject({ key: Key, ...fields, validUntil: fields.validUntil.default(null), successorId: fields.successorId.default(null) })
  .meta({ id: 'OrganisationInput' });

export const OrganisationChange = z.strictObject(fields).partial().meta({ id: 'OrganisationChange' });

export const OrganisationList = z.object({ organisations: z.array(Organisation) }).meta({ id: 'OrganisationList' });
