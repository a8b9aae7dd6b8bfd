import type { FastifyInstance } from 'fastify';
import { startOfDay } from '../../../platform/clock/day.ts';
import { Invalid } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { route } from '../../../platform/http/route.ts';
import { inOrderOfNames } from '../../directory/service.ts';
import { localeOf, variantFor } from '../../site/service.ts';
import { appointmentShown } from '../booking/access.ts';
import {
  BookableServices,
  BookingPlaces,
  FirstFree,
  FirstFreeQuery,
  FreeTimes,
  FreeTimesQuery,
  PlacesQuery,
  ServicesQuery,
  SpecialNeeds,
} from '../booking/schema.ts';
import { needsIn, specialNeedsOf } from '../special-needs.ts';
import { type BookingPlaceRow, bookingPlaces, placesInOrder } from '../stops/places.ts';
import type { Booking } from '../types.ts';
import { publicServices } from './queries.ts';
import { firstFreeTimes, freeTimesOf } from './service.ts';

const MOST_DAYS = 62;

/** What can be booked, where and when. */
export function freeTimeRoutes(app: FastifyInstance, booking: Booking): void {
  route(app, {
    method: 'GET',
    url: '/api/v1/booking/services',
    summary: 'The services that anybody may book',
    access: anyone,
    query: ServicesQuery,
    answers: { 200: BookableServices },
    handle: async ({ query, request }) => {
      const services = await publicServices(booking, query.place ?? null);
      return { status: 200, body: { services: inOrderOfNames(services, localeOf(variantFor(request))) } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/places',
    summary: 'The places where a service, or any, can be booked',
    access: anyone,
    query: PlacesQuery,
    answers: { 200: BookingPlaces },
    handle: async ({ query, request }) => {
      const places = await bookingPlaces(booking, query.service ?? null);
      return { status: 200, body: { places: placesInOrder(places, localeOf(variantFor(request))).map(asPlace) } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/special-needs',
    summary: 'What a customer may say that they need: a time may be longer for it, or have an interpreter or an accessible room',
    access: anyone,
    answers: { 200: SpecialNeeds },
    handle: async () => ({ status: 200, body: { needs: await specialNeedsOf(booking.db) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/free-times',
    summary: 'The free times of a service at a place on these days; with the secret of a held time (as a bearer token), that one too',
    access: anyone,
    query: FreeTimesQuery,
    answers: { 200: FreeTimes },
    handle: async ({ query, request }) => {
      const { service: bookableId, place, from, until, needs, language = null, people } = query;
      const days = from.until(until).days;
      if (days < 0 || days > MOST_DAYS) throw new Invalid('too-many-days');
      const range = { from: startOfDay(from).epochMilliseconds, until: startOfDay(until.add({ days: 1 })).epochMilliseconds };
      const ownId = (await appointmentShown(booking.db, request))?.id;
      const spot = place ? await booking.capacities.spotOf(place) : { pointId: null };
      const asked = { bookableId, ...spot, needs: await needsIn(booking.db, needs), language, people, ownId };
      const times = await freeTimesOf(booking, asked, range);
      return { status: 200, body: { times: times.map(shown) } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/v1/booking/first-free-times',
    summary: 'The first free time of a service at each place that has one, the earliest first',
    access: anyone,
    query: FirstFreeQuery,
    answers: { 200: FirstFree },
    handle: async ({ query: { service: bookableId, needs, language = null, people } }) => {
      const pointIds = [...new Set((await bookingPlaces(booking, bookableId)).map(({ pointId }) => pointId))];
      const found = await firstFreeTimes(booking, { bookableId, needs: await needsIn(booking.db, needs), language, people }, pointIds);
      return { status: 200, body: { places: found.map(({ pointId, stopId, time }) => ({ placeId: stopId ?? pointId, ...shown(time) })) } };
    },
  });
}

const asPlace = ({ id, pointId, stopId, name, street, postalCode, city, zone }: BookingPlaceRow) => ({
  ...{ id, name, street, postalCode, city, zone },
  busId: stopId ? pointId : null,
});

const shown = ({ from, until }: { from: number; until: number }) => ({
  startsAt: Temporal.Instant.fromEpochMilliseconds(from),
  endsAt: Temporal.Instant.fromEpochMilliseconds(until),
});
