import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { route } from '../../../platform/http/route.ts';
import { id, instant } from '../../../platform/http/shapes.ts';
import { interpreterLanguage, needKeys } from '../booking/schema.ts';
import { offered } from '../pages/offers.ts';
import { requireKnownNeeds } from '../special-needs.ts';
import type { Booking } from '../types.ts';
import { type Near, nearbyTimes } from './service.ts';

const EXAMPLE_ID = '7d9f4a52-1c07-4f0e-9d55-0b7a1f4f3a10';

const NearbyQuestion = z
  .strictObject({
    serviceId: id.meta({ example: EXAMPLE_ID }),
    start: z
      .union([
        z.string().trim().min(1).max(100),
        z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
      ])
      .meta({ description: 'A municipality, a postal code, or degrees of WGS84. It is kept nowhere.' }),
    minutes: z.int().min(5).max(180).default(60).meta({ description: 'By car, about: it is estimated from the distance' }),
    language: z.enum(['fi', 'sv', 'en']).nullable().default(null),
    needs: needKeys,
    interpreterLanguage: interpreterLanguage.default(null),
  })
  .meta({
    id: 'NearbyQuestion',
    example: {
      serviceId: EXAMPLE_ID,
      start: 'Kuvala',
      minutes: 60,
      language: null,
      needs: ['needs-interpreter'],
      interpreterLanguage: 'uk',
    },
  });

const exampleTime = { startsAt: '2027-03-01T07:00:00Z', endsAt: '2027-03-01T07:30:00Z' };
const time = { startsAt: instant.meta({ example: '2027-03-01T07:00:00Z' }), endsAt: instant.meta({ example: '2027-03-01T07:30:00Z' }) };
const NearbyTimes = z
  .object({
    isKnown: z.boolean().meta({ description: 'Whether it is known where one starts; if not, no drive is told', example: true }),
    places: z.array(
      z.object({
        placeId: id,
        ...time,
        drive: z
          .object({ km: z.number(), minutes: z.number() })
          .nullable()
          .meta({ description: 'By road, estimated and rounded; null: not known', example: { km: 35, minutes: 40 } }),
      }),
    ),
    remote: z.object(time).nullable(),
  })

  .meta({
    id: 'NearbyTimes',
    example: {
      isKnown: true,
      places: [{ placeId: '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f', ...exampleTime, drive: { km: 35, minutes: 40 } }],
      remote: exampleTime,
    },
  });

const LIMIT = { max: 300, windowMs: 60_000 };

export function nearnessRoutes(app: FastifyInstance, booking: Booking): void {
  route(app, {
    method: 'POST',
    url: '/api/v1/booking/nearby-times',
    summary: 'The earliest free times within so many minutes’ drive; asked by POST, since where somebody lives belongs in no address',
    access: anyone,
    body: NearbyQuestion,
    limit: LIMIT,
    answers: { 200: NearbyTimes },
    handle: async ({ body: { serviceId, start, minutes, language, needs, interpreterLanguage } }) => {
      const { ways } = await offered(booking, serviceId);
      await requireKnownNeeds(booking.db, needs);
      const asked = { bookableId: serviceId, language, needs, interpreterLanguage, start, minutes, remote: ways.includes('remote') };
      const { isKnown, near, elsewhere, remote } = await nearbyTimes(booking, asked);
      return { status: 200, body: { isKnown, places: [...near, ...elsewhere].map(asPlace), remote: remote && momentsOf(remote) } };
    },
  });
}

const momentsOf = ({ from, until }: { from: number; until: number }) => ({
  startsAt: Temporal.Instant.fromEpochMilliseconds(from),
  endsAt: Temporal.Instant.fromEpochMilliseconds(until),
});

const asPlace = ({ place, time: at, drive }: Near) => ({ placeId: place.id, ...momentsOf(at), drive });
