import { z } from 'zod';
import { id, instant } from '../../../platform/http/shapes.ts';
import { interpreterLanguage, language, names, needKeys, people, way } from '../booking/schema.ts';

const EXAMPLE_ID = '7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10';
const EXAMPLE_PLACE = '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f';
const EXAMPLE_MEETING = '6c2e8f4b-0a7d-4e91-b35c-9d1f7a4e0c28';
const exampleOfMany = {
  ...{ serviceId: EXAMPLE_ID, name: { fi: 'Digitaitojen kurssi', sv: 'Kurs i digitala färdigheter', en: 'Course in digital skills' } },
  ...{ placeId: EXAMPLE_PLACE, way: 'point', capacity: 20, free: 12 },
};
const free = z.int().meta({ description: 'Places left', example: 12 });

export const Meeting = z
  .object({
    id,
    serviceId: id,
    name: names,
    placeId: id.nullable(),
    way,
    startsAt: instant.meta({ example: '2027-03-01T14:00:00Z' }),
    endsAt: instant.meta({ example: '2027-03-01T15:00:00Z' }),
    capacity: z.int().meta({ example: 20 }),
    free,
  })
  .meta({ id: 'BookingSession' });
export const Course = z
  .object({
    id,
    serviceId: id,
    name: names,
    placeId: id.nullable(),
    way,
    capacity: z.int(),
    free,
    meetings: z.array(z.object({ startsAt: instant, endsAt: instant })),
  })
  .meta({ id: 'BookingCourse' });
export const MeetingsQuery = z.object({
  service: id.optional().meta({ description: 'Only of this service', example: EXAMPLE_ID }),
  place: id.optional().meta({ description: 'Only at this place', example: EXAMPLE_PLACE }),
});
export const Meetings = z.object({ sessions: z.array(Meeting) }).meta({
  id: 'BookingSessions',
  description: 'The first to come first',
  example: { sessions: [{ ...exampleOfMany, id: EXAMPLE_MEETING, startsAt: '2027-03-01T14:00:00Z', endsAt: '2027-03-01T15:00:00Z' }] },
});
export const Courses = z.object({ courses: z.array(Course) }).meta({
  id: 'BookingCourses',
  description: 'The first to begin first',
  example: {
    courses: [
      {
        ...{ ...exampleOfMany, id: '2a9d6e1c-4f70-4b83-9c5e-8d0b3f6a1e74' },
        meetings: [
          { startsAt: '2027-03-01T14:00:00Z', endsAt: '2027-03-01T15:00:00Z' },
          { startsAt: '2027-03-08T14:00:00Z', endsAt: '2027-03-08T15:00:00Z' },
        ],
      },
    ],
  },
});

export const SeatRequest = z
  .strictObject({
    language: language.nullable().default(null),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    people: people.default(1),
  })
  .meta({ id: 'SeatRequest', example: { language: 'fi', needs: [], interpreterLanguage: null, people: 1 } });

/** One meeting, or a course of several; each as long as the service takes. */
export const MeetingsInput = z
  .strictObject({
    bookableId: id,
    pointId: id.nullable(),
    way,
    capacity: z.int().min(1).max(500),
    course: z.boolean(),
    starts: z.array(instant).min(1).max(60),
  })
  .refine(({ course, starts }) => course || starts.length === 1, { path: ['starts'], message: 'one meeting has one start' })
  .meta({
    id: 'MeetingsInput',
    example: { bookableId: EXAMPLE_ID, pointId: null, way: 'remote', capacity: 20, course: false, starts: ['2027-03-01T14:00:00Z'] },
  });
export const MeetingsAdded = z.object({ sessionIds: z.array(id), seriesId: id.nullable() }).meta({ id: 'MeetingsAdded' });

/** `houseId`: the house's own appointment, which says where the video call is opened. `marked`: for how many it is said whether they came. */
export const StaffMeeting = z
  .object({
    id,
    houseId: id,
    seriesId: id.nullable(),
    position: z.int(),
    serviceId: id,
    name: names,
    pointId: id.nullable(),
    way,
    startsAt: instant,
    endsAt: instant,
    capacity: z.int(),
    taken: z.int(),
    marked: z.int(),
    cancelled: z.boolean(),
  })
  .meta({ id: 'StaffMeeting' });
export const StaffMeetings = z.object({ meetings: z.array(StaffMeeting) }).meta({ id: 'StaffMeetings' });
export const MeetingPlace = z.object({ id: id.meta({ example: EXAMPLE_MEETING }) });

export type MeetingsInput = z.infer<typeof MeetingsInput>;
export type StaffMeeting = z.infer<typeof StaffMeeting>;
export type Meeting = z.infer<typeof Meeting>;
export type Course = z.infer<typeof Course>;
