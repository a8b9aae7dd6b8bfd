import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/shapes.ts';
import { exampleTaken, HeldAppointment, interpreterLanguage, language, needKeys } from '../booking/schema.ts';

const EXAMPLE_ID = '7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10';
const EXAMPLE_OFFER = 'e5a90c3d-7b14-4f68-a2d9-0c6e1b8f4a37';
const EXAMPLE_PLACE = '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f';

const way = z.enum(['point', 'remote', 'phone']).meta({ description: 'Nobody waits in line for a stop of the bus', example: 'point' });
const placeIds = z
  .array(id)
  .max(50)
  .meta({ description: 'The points that suit; none where one is served remotely', example: [EXAMPLE_PLACE] });

const when = {
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .meta({ description: '1 is Monday (ISO 8601)', example: [1, 3] }),
  fromHour: z.int().min(0).max(23).meta({ description: 'It begins at this hour or later, by the clock of the place', example: 9 }),
  untilHour: z.int().min(1).max(24).meta({ description: 'It ends by this hour', example: 12 }),
  fromDay: day.nullable().meta({ description: 'The first day that suits', example: '2027-03-01' }),
  untilDay: day.nullable().meta({ description: 'The last day that suits', example: '2027-03-31' }),
};
type When = { fromHour: number; untilHour: number; fromDay: Temporal.PlainDate | null; untilDay: Temporal.PlainDate | null };
const isForward = ({ fromHour, untilHour, fromDay, untilDay }: When) =>
  fromHour < untilHour && !(fromDay && untilDay && Temporal.PlainDate.compare(fromDay, untilDay) > 0);

const whenExample = { weekdays: [1, 3], fromHour: 9, untilHour: 12, fromDay: '2027-03-01', untilDay: null };

/** What somebody waits for, and where a free time is told. */
export const WaitingRequest = z
  .strictObject({
    serviceId: id.meta({ example: EXAMPLE_ID }),
    way: way.default('point'),
    placeIds: placeIds.default([]),
    weekdays: when.weekdays.default([1, 2, 3, 4, 5]),
    fromHour: when.fromHour.default(0),
    untilHour: when.untilHour.default(24),
    fromDay: when.fromDay.default(null),
    untilDay: when.untilDay.default(null),
    language,
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
    name: z.string().trim().min(1).max(200),
    email: z.email().max(200).meta({ description: 'What becomes free is told there', example: 'elli@posti.example' }),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[0-9 ()-]{5,25}$/)
      .nullable()
      .default(null),
  })
  .refine(isForward, { path: ['untilDay'], message: 'ends before it begins' })
  .meta({
    id: 'WaitingRequest',
    example: {
      ...{
        serviceId: EXAMPLE_ID,
        way: 'point',
        placeIds: [EXAMPLE_PLACE],
        ...whenExample,
        language: 'fi',
        needs: ['needs-interpreter'],
        interpreterLanguage: 'uk',
      },
      ...{ name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null },
    },
  });

/** The same whether or not they stood in line already: nobody learns by another's address what they wait for. */
export const WaitingAccepted = z
  .object({
    toldBy: z.literal('email').meta({ description: 'The letter has the link; what follows /b/w/ in it is the secret', example: 'email' }),
  })
  .meta({ id: 'WaitingAccepted', example: { toldBy: 'email' } });

export const WaitingChange = z
  .strictObject(when)
  .refine(isForward, { path: ['untilDay'], message: 'ends before it begins' })
  .meta({ id: 'WaitingChange', example: whenExample });

/** With an agreed time: what is known of it is not asked again. */
export const EarlierRequest = z
  .strictObject({
    weekdays: when.weekdays.default([1, 2, 3, 4, 5]),
    fromHour: when.fromHour.default(0),
    untilHour: when.untilHour.default(24),
    fromDay: when.fromDay.default(null),
    untilDay: when.untilDay.default(null),
    email: z
      .email()
      .max(200)
      .nullable()
      .default(null)
      .meta({ description: 'Needed when none was given with the appointment; otherwise that one is written to', example: null }),
  })
  .refine(isForward, { path: ['untilDay'], message: 'ends before it begins' })
  .meta({ id: 'EarlierTimeRequest', example: { ...whenExample, email: null } });

const exampleOffer = {
  ...{ id: EXAMPLE_OFFER, placeId: EXAMPLE_PLACE, startsAt: '2027-03-01T07:00:00Z', endsAt: '2027-03-01T07:30:00Z' },
  answerBy: '2027-02-27T12:00:00Z',
};
const exampleWaiting = {
  ...{
    serviceId: EXAMPLE_ID,
    way: 'point',
    placeIds: [EXAMPLE_PLACE],
    ...whenExample,
    language: 'fi',
    needs: [],
    interpreterLanguage: null,
    state: 'waiting',
  },
  ...{ joinedAt: '2027-02-22T10:00:00Z', inLine: 3, movesOwn: false, offer: exampleOffer },
};

const WaitingOffer = z
  .object({
    id: id.meta({ example: EXAMPLE_OFFER }),
    placeId: id.nullable().meta({ description: 'Null: remotely', example: EXAMPLE_PLACE }),
    startsAt: instant.meta({ example: '2027-03-01T07:00:00Z' }),
    endsAt: instant.meta({ example: '2027-03-01T07:30:00Z' }),
    answerBy: instant.meta({ description: 'It goes to the next in line then', example: '2027-02-27T12:00:00Z' }),
  })
  .meta({ id: 'WaitingOffer' });

export const OfferPlace = z.object({ id: id.meta({ example: EXAMPLE_OFFER }) });

export const WaitingPlace = z
  .object({
    ...{ serviceId: id.meta({ example: EXAMPLE_ID }), way, placeIds, ...when, language, needs: z.array(z.string()), interpreterLanguage },
    state: z.enum(['waiting', 'taken', 'left', 'lost']).meta({ description: 'lost: so many offers were not answered', example: 'waiting' }),
    joinedAt: instant,
    inLine: z.int().nullable().meta({ description: '1 is the first; null when the wait is over', example: 3 }),
    movesOwn: z.boolean().meta({ description: 'They have a time already, which moves to the one that is taken', example: false }),
    offer: WaitingOffer.nullable(),
  })
  .meta({ id: 'WaitingPlace', example: exampleWaiting });

export const OfferAnswer = z.strictObject({ answer: z.enum(['take', 'decline']) }).meta({ id: 'OfferAnswer', example: { answer: 'take' } });
export const OfferAnswered = z
  .object({ waiting: WaitingPlace, appointment: HeldAppointment.nullable().meta({ description: 'What was taken, agreed at once' }) })

  .meta({
    id: 'OfferAnswered',
    example: { waiting: { ...exampleWaiting, state: 'taken', inLine: null, offer: null }, appointment: exampleTaken },
  });

export type WaitingRequest = z.output<typeof WaitingRequest>;
export type WaitingPlace = z.output<typeof WaitingPlace>;
