import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Key, Names, OpeningHours } from '../schema.ts';

/** Open minutes: 14 days of 8 hours at most. */
const minutes = z.int().max(6720);

const fields = {
  pointId: id.nullable(),
  name: Names,
  tier: z.int().min(1).max(3),
  opening: OpeningHours,
  answerMinutes: minutes.min(1),
  remindMinutes: minutes.min(0),
  successorId: id.nullable(),
  escalatesToId: id.nullable(),
  active: z.boolean(),
};

export const Unit = z.object({ id, key: z.string(), organisationId: id, ...fields }).meta({ id: 'Unit' });

export const UnitInput = z
  .strictObject({
    key: Key,
    organisationId: id,
    ...fields,
    pointId: fields.pointId.default(null),
    successorId: fields.successorId.default(null),
    escalatesToId: fields.escalatesToId.default(null),
    active: fields.active.default(true),
  })
  .meta({ id: 'UnitInput' });

export const UnitChange = z.strictObject(fields).partial().meta({ id: 'UnitChange' });

export const UnitList = z.object({ units: z.array(Unit) }).meta({ id: 'UnitList' });
