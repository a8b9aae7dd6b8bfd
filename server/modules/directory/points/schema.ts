import { z } from 'zod';
import { day, id } from '../../../platform/http/shapes.ts';
import { Key, Names, OpeningHours } from '../schema.ts';

const line = z.string().trim().max(200);

const fields = {
  name: Names,
  typeLabel: Names,
  mobile: z.boolean(),
  street: line,
  postalCode: line,
  city: line,
  phone: line,
  zone: z.string().max(60),
  opening: OpeningHours,
  validFrom: day,
  validUntil: day.nullable(),
};

export const ServicePoint = z.object({ id, key: z.string(), organisationId: id, ...fields }).meta({ id: 'ServicePoint' });

export const ServicePointInput = z
  .strictObject({ key: Key, organisationId: id, ...fields, validUntil: fields.validUntil.default(null) })
  .meta({ id: 'ServicePointInput' });

export const ServicePointChange = z.strictObject(fields).partial().meta({ id: 'ServicePointChange' });

export const ServicePointList = z.object({ points: z.array(ServicePoint) }).meta({ id: 'ServicePointList' });
