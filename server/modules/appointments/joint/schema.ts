import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/shapes.ts';
import { language, people, way } from '../booking/schema.ts';

const EXAMPLE_JOINT = '3f0b6c1a-9d2e-4b57-8a41-6e5d0c7f2b93';
const EXAMPLE_IDS = ['7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10', '5b1f0c1e-70a4-4d0b-8f6d-2f4f0a2c9e11'];
const EXAMPLE_PART = 'a1d4e7b0-2c5f-4638-9b1e-7f0c3a6d9e52';

const exampleWhole = {
  ...{ id: EXAMPLE_JOINT, kind: 'visit', placeId: '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f', way: 'point', state: 'confirmed' },
  ...{ heldUntil: null, version: 2, language: 'fi', people: 1, code: 'K7M4PX', name: 'Elli Esimerkki' },
  parts: [
    {
      ...{ id: EXAMPLE_PART, serviceId: EXAMPLE_IDS[0], sessionId: null, state: 'confirmed', meetingLink: null },
      ...{ startsAt: '2027-03-01T07:00:00Z', endsAt: '2027-03-01T07:30:00Z' },
    },
    {
      ...{ id: 'c7f0e2d1-6b38-4a95-8d4c-1e9f5a2b7c60', serviceId: EXAMPLE_IDS[1], sessionId: null, state: 'confirmed', meetingLink: null },
      ...{ startsAt: '2027-03-01T07:30:00Z', endsAt: '2027-03-01T08:15:00Z' },
    },
  ],
};

const state = z.enum(['held', 'confirmed', 'expired', 'cancelled', 'arrived', 'missed']);

export const JointPart = z
  .object({
    id: id.meta({ example: EXAMPLE_PART }),
    serviceId: id,
    sessionId: id.nullable().meta({ description: 'The meeting of many it is a place at' }),
    startsAt: instant.meta({ example: '2027-03-01T07:00:00Z' }),
    endsAt: instant.meta({ example: '2027-03-01T07:30:00Z' }),
    state,
    meetingLink: z.string().nullable().meta({
      description: 'Opens the video call of this meeting of a course (way `remote`); null until the staff have given it',
      example: null,
    }),
  })
  .meta({ id: 'JointBookingPart' });

export const JointBooking = z
  .object({
    id: id.meta({ example: EXAMPLE_JOINT }),
    kind: z
      .enum(['visit', 'series'])
      .meta({ description: 'A visit of several services one after another, or a course of several meetings' }),
    placeId: id.nullable(),
    way,
    state: state.meta({ description: 'Of the whole: confirmed as long as a part of it is' }),
    heldUntil: instant.nullable(),
    version: z.int().meta({ description: 'Told when the whole is moved: whoever has seen an older one is refused', example: 2 }),
    language,
    people,
    code: z.string().nullable().meta({ description: 'Said or typed on arrival, once for all parts of a visit', example: 'K7M4PX' }),
    name: z.string().nullable(),
    parts: z.array(JointPart),
  })
  .meta({ id: 'JointBooking', example: exampleWhole });
export const HeldJointBooking = JointBooking.extend({
  secret: z.string().meta({ description: 'Opens the whole: send it as a bearer token, and keep it from others' }),
}).meta({
  id: 'HeldJointBooking',
  example: {
    ...{ ...exampleWhole, state: 'held', heldUntil: '2027-02-22T10:10:00Z', version: 1, code: null, name: null },
    ...{ parts: exampleWhole.parts.map((part) => ({ ...part, state: 'held' })), secret: 'yE3JyP74Ylo2sfbQoQDA7ZAuxf7' },
  },
});

export const JointPlace = z.object({ id: id.meta({ example: EXAMPLE_JOINT }) });
export const JointPartPlace = z.object({ ...JointPlace.shape, partId: id.meta({ example: EXAMPLE_PART }) });
export const PartMove = z
  .strictObject({ startsAt: instant })
  .meta({ id: 'JointBookingPartMove', example: { startsAt: '2027-03-02T08:00:00Z' } });

export const MoveTimesQuery = z.object({
  from: day.meta({ example: '2027-03-01' }),
  until: day.meta({ description: 'Inclusive; at most 14 days after the first', example: '2027-03-07' }),
});

export const VisitMove = z
  .strictObject({
    version: z.int(),
    parts: z
      .array(z.strictObject({ serviceId: id, startsAt: instant }))
      .min(1)
      .max(4)
      .refine((parts) => new Set(parts.map(({ serviceId }) => serviceId)).size === parts.length),
  })
  .meta({
    id: 'VisitMove',
    description: 'Every part that is left, in the order in which they are given then',
    example: {
      version: 2,
      parts: EXAMPLE_IDS.map((serviceId, at) => ({ serviceId, startsAt: `2027-03-02T08:${at === 0 ? '00' : '30'}:00Z` })),
    },
  });
export type VisitMove = z.output<typeof VisitMove>;

export type JointBooking = z.output<typeof JointBooking>;
