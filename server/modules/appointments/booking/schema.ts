import { z } from 'zod';
import { day, id, instant, wholeNumber } from '../../../platform/http/shapes.ts';
import { MOST_NEEDS } from '../../directory/schema.ts';

const EXAMPLE_ID = '7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10';
const EXAMPLE_PLACE = '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f';
const EXAMPLE_APPOINTMENT = 'd9c4db90-b7f3-4045-9c91-ed595ce99b4d';
const EXAMPLE_SECRET = 'yE3JyP74Ylo2sfbQoQDA7ZAuxf7';
const exampleTime = { startsAt: '2027-03-01T07:00:00Z', endsAt: '2027-03-01T07:30:00Z' };
const EXAMPLE_NAMES = { fi: 'Asumisen neuvonta', sv: 'Boenderådgivning', en: 'Housing advice' };
const EXAMPLE_POINT = { fi: 'Mallilan palvelupiste', sv: 'Mallila servicepunkt', en: 'Mallila service point' };
const EXAMPLE_NEED = { fi: 'Tulkki tarvitaan', sv: 'Tolk behövs', en: 'Interpreter needed' };
export const language = z.enum(['fi', 'sv', 'en']).meta({ description: 'In which the customer is served and written to', example: 'fi' });
export const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() }).meta({ example: EXAMPLE_NAMES });
export const way = z.enum(['point', 'remote', 'phone', 'bus']).meta({ example: 'point' });
export const needKey = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ description: 'A key of `special-needs`; another is refused (`unknown-special-need`)', example: 'wheelchair' });
export const needKeys = z.array(needKey).max(MOST_NEEDS).default([]);

const INTERPRETED = {
  description:
    'Where an interpreter is needed, the language that is interpreted (ISO 639): only interpreters of it are taken. Not said: any interpreter',
  example: 'uk',
};
const languageCode = z.string().regex(/^[a-z]{2,3}$/);
export const interpreterLanguage = languageCode.nullable().meta(INTERPRETED);
/** Of an address. */
export const interpreterText = languageCode.optional().meta(INTERPRETED);

export const BookableService = z
  .object({
    id: id.meta({ example: EXAMPLE_ID }),
    name: names,
    minutes: z.int().meta({ description: 'How long it takes', example: 30 }),
    ways: z.array(way),
    bring: z
      .record(z.string(), z.string())
      .meta({ description: 'What to bring along, per language; lines of text', example: { fi: 'Henkilötodistus' } }),
    placeIds: z
      .array(id)
      .meta({ description: 'Points, and the stops of buses; none: it is given remotely alone', example: [EXAMPLE_PLACE] }),
    mostPeople: z.int().meta({ description: 'How many may come to one appointment together', example: 1 }),
    interpreterLanguages: z.array(z.string()).meta({
      description: 'ISO 639: what its interpreters interpret; none: no need of it brings an interpreter',
      example: ['ar', 'so', 'uk'],
    }),
  })
  .meta({ id: 'BookableService' });
export const BookableServices = z.object({ services: z.array(BookableService) }).meta({
  id: 'BookableServices',
  example: {
    services: [
      {
        ...{ id: EXAMPLE_ID, name: EXAMPLE_NAMES, minutes: 30, ways: ['point', 'remote'] },
        ...{ bring: { fi: 'Henkilötodistus' }, placeIds: [EXAMPLE_PLACE], mostPeople: 1, interpreterLanguages: ['ar', 'so', 'uk'] },
      },
    ],
  },
});

export const BookingPlace = z
  .object({
    id: id.meta({ example: EXAMPLE_PLACE }),
    name: names.meta({ example: EXAMPLE_POINT }),
    street: z.string().meta({ example: 'Torikuja 4' }),
    postalCode: z.string().meta({ example: '99990' }),
    city: z.string().meta({ example: 'Mallila' }),
    zone: z.string().meta({ example: 'Europe/Helsinki' }),
    busId: id.nullable().meta({ description: 'Of which bus it is a stop; null: a point', example: null }),
  })
  .meta({ id: 'BookingPlace' });
export const BookingPlaces = z.object({ places: z.array(BookingPlace) }).meta({
  id: 'BookingPlaces',
  example: {
    places: [
      {
        ...{ id: EXAMPLE_PLACE, name: EXAMPLE_POINT, street: 'Torikuja 4', postalCode: '99990', city: 'Mallila' },
        ...{ zone: 'Europe/Helsinki', busId: null },
      },
    ],
  },
});
export const PlacesQuery = z.object({ service: id.optional().meta({ description: 'Only where this can be booked', example: EXAMPLE_ID }) });
export const ServicesQuery = z.object({
  place: id.optional().meta({ description: 'Only what can be booked there', example: EXAMPLE_PLACE }),
});

export const SpecialNeeds = z
  .object({
    needs: z.array(
      z.object({
        key: z.string().meta({ example: 'needs-interpreter' }),
        name: names.meta({ example: EXAMPLE_NEED }),
      }),
    ),
  })
  .meta({ id: 'SpecialNeeds', example: { needs: [{ key: 'needs-interpreter', name: EXAMPLE_NEED }] } });

/** Needs in an address stand with commas between them. */
export const needsText = z
  .string()
  .regex(new RegExp(`^([a-z0-9-]{1,40})(,[a-z0-9-]{1,40}){0,${MOST_NEEDS - 1}}$`))
  .optional()
  .meta({
    description: 'Keys of `special-needs`, with commas between; another is refused (`unknown-special-need`)',
    example: 'wheelchair,needs-interpreter',
  });

/** Bounded like `people`: what so many would take is worked out from it. */
export const peopleText = wholeNumber
  .refine((count) => count >= 1 && count <= 20)
  .optional()
  .meta({ description: 'How many come together, at most 20; one if not said', example: '1' });
export const people = z.int().min(1).max(20).meta({ description: 'How many come together: their names are not asked', example: 1 });

const startsAt = instant.meta({ example: '2027-03-01T07:00:00Z' });
const endsAt = instant.meta({ example: '2027-03-01T07:30:00Z' });

export const FreeTimesQuery = z.object({
  service: id.meta({ example: EXAMPLE_ID }),
  place: id.optional().meta({ description: 'None: remotely', example: EXAMPLE_PLACE }),
  from: day.meta({ example: '2027-03-01' }),
  until: day.meta({ description: 'Inclusive; at most 62 days after the first', example: '2027-03-07' }),
  needs: needsText,
  interpreterLanguage: interpreterText,
  language: language.optional(),
  people: peopleText,
});
export const FreeTimes = z
  .object({
    times: z.array(z.object({ startsAt, endsAt })),
  })
  .meta({ id: 'FreeTimes', example: { times: [exampleTime, { startsAt: '2027-03-01T07:30:00Z', endsAt: '2027-03-01T08:00:00Z' }] } });

export const FirstFreeQuery = z.object({
  service: id.meta({ example: EXAMPLE_ID }),
  needs: needsText,
  interpreterLanguage: interpreterText,
  language: language.optional(),
  people: peopleText,
});
export const FirstFree = z
  .object({
    places: z
      .array(z.object({ placeId: id.meta({ example: EXAMPLE_PLACE }), startsAt, endsAt }))
      .meta({ description: 'The earliest first; a place without a free time is not there' }),
  })
  .meta({ id: 'FirstFreeTimes', example: { places: [{ placeId: EXAMPLE_PLACE, ...exampleTime }] } });

export const HoldRequest = z
  .strictObject({
    serviceId: id,
    placeId: id
      .nullable()
      .default(null)
      .meta({ description: "A point, or with the way 'bus' a stop of the bus; null with the ways 'remote' and 'phone'" }),
    way: way.meta({ description: 'One of the ways of the service' }),
    startsAt: instant.meta({ description: 'As free-times tells it' }),
    language: language.nullable().default(null).meta({ description: 'In which the customer is served and written to; null: Finnish' }),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    people: people.default(1),
  })
  .meta({
    id: 'HoldRequest',
    example: {
      serviceId: EXAMPLE_ID,
      placeId: EXAMPLE_PLACE,
      way: 'point',
      startsAt: '2027-03-01T07:00:00Z',
      language: 'fi',
      needs: ['needs-interpreter'],
      interpreterLanguage: 'uk',
      people: 1,
    },
  });

const agreed = {
  ...{ id: EXAMPLE_APPOINTMENT, serviceId: EXAMPLE_ID, placeId: EXAMPLE_PLACE, way: 'point', ...exampleTime, state: 'confirmed' },
  ...{
    heldUntil: null,
    language: 'fi',
    needs: [],
    interpreterLanguage: null,
    people: 1,
    code: 'K7M4PX',
    name: 'Elli Esimerkki',
    meetingLink: null,
  },
};
/** As whoever took an offer gets it. */
export const exampleTaken = { ...agreed, secret: EXAMPLE_SECRET };
const heldNow = { state: 'held', heldUntil: '2027-02-22T10:10:00Z', code: null, name: null };

const PHONE = /^\+?[0-9 ()-]{5,25}$/;
export const isPhone = (text: string): boolean => PHONE.test(text);
/** By which a booker can be told. */
export const reached = {
  email: z.email().max(200).nullable().default(null),
  phone: z.string().trim().regex(PHONE).nullable().default(null),
};

export const Confirmation = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    email: reached.email.meta({ description: 'The letters and the calendar entry go there. An address or a number is needed' }),
    phone: reached.phone,
  })
  .refine(({ email, phone }) => email || phone, { path: ['email'], message: 'an address or a number' })
  .meta({ id: 'BookingConfirmation', example: { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null } });

/** A stop of the bus, as it is named to staff. */
export const Stop = z.object({ id, name: names }).meta({ id: 'StopOfBus' });

export const otherStop = id
  .nullable()
  .optional()
  .meta({ description: 'On the service bus, another stop of the same bus; null or left out: it stays where it is', example: null });

export const AppointmentMove = z
  .strictObject({ startsAt: instant, placeId: otherStop })
  .meta({ id: 'AppointmentMove', example: { startsAt: '2027-03-02T08:00:00Z' } });

export const Appointment = z
  .object({
    id: id.meta({ example: EXAMPLE_APPOINTMENT }),
    serviceId: id.meta({ example: EXAMPLE_ID }),
    placeId: id.nullable().meta({ description: 'Null: remotely', example: EXAMPLE_PLACE }),
    way,
    startsAt,
    endsAt,
    state: z
      .enum(['held', 'confirmed', 'expired', 'cancelled', 'arrived', 'missed'])
      .meta({ description: 'expired: held and not confirmed in ten minutes', example: 'confirmed' }),
    heldUntil: instant.nullable().meta({ description: 'Null once it is confirmed or let go', example: null }),
    language,
    needs: z.array(z.string()).meta({ example: ['wheelchair'] }),
    interpreterLanguage,
    people,
    code: z.string().nullable().meta({ description: 'Said or typed on arrival; null until it is confirmed', example: 'K7M4PX' }),
    name: z.string().nullable().meta({ example: 'Elli Esimerkki' }),
    meetingLink: z
      .string()
      .nullable()
      .meta({ description: 'Opens the video call (way `remote`); null until the staff have given it', example: null }),
  })
  .meta({ id: 'Appointment', example: agreed });
export const HeldAppointment = Appointment.extend({
  secret: z.string().meta({
    description:
      'Opens the appointment: send it as `Authorization: Bearer …`, and keep it from others. It is told here alone; `/b/` and it is the page of the appointment',
    example: EXAMPLE_SECRET,
  }),
}).meta({ id: 'HeldAppointment', example: { ...agreed, ...heldNow, secret: EXAMPLE_SECRET } });
export const AppointmentPlace = z.object({ id: id.meta({ example: EXAMPLE_APPOINTMENT }) });

export type Appointment = z.output<typeof Appointment>;
export type FreeTimes = z.output<typeof FreeTimes>;
