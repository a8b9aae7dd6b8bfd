import { z } from 'zod';
import { id } from '../../../platform/http/shapes.ts';
import { Names, OpeningHours } from '../schema.ts';
import { organisationKinds } from '../types.ts';

const key = z.string();

/** What every signed-in person may know: who is here, where and when. */
export const Directory = z
  .object({
    /** `keepsRegion`: the organisation whose own people keep what all share. */
    organisations: z.array(z.object({ id, key, name: Names, shortName: Names, kind: z.enum(organisationKinds), keepsRegion: z.boolean() })),
    points: z.array(
      z.object({
        id,
        key,
        organisationId: id,
        name: Names,
        typeLabel: Names,
        mobile: z.boolean(),
        street: z.string(),
        postalCode: z.string(),
        city: z.string(),
        phone: z.string(),
        zone: z.string(),
        opening: OpeningHours,
      }),
    ),
    units: z.array(
      z.object({
        id,
        key,
        organisationId: id,
        pointId: id.nullable(),
        name: Names,
        tier: z.int(),
        opening: OpeningHours,
        answerMinutes: z.int(),
      }),
    ),
  })
  .meta({ id: 'Directory' });

export type Directory = z.output<typeof Directory>;
