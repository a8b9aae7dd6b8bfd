import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import { readCardForResidents } from '../cards/residents.ts';
import { findKnowledge } from '../search/finding.ts';
import type { SearchAnswer } from '../search/schema.ts';
import { readChannel, readService } from '../services/service.ts';
import { keepable } from './answer.ts';
import { LONGEST_WORDS } from './ask.ts';
import { channelPage } from './channel-page.ts';
import type { PagesDeps } from './deps.ts';
import { gonePage } from './gone-page.ts';
import { residentKinds } from './kinds.ts';
import { lifeEventPage, lifeEventsPage } from './life-events.ts';
import { lifeEvents, readPackage } from './packages.ts';
import { type PlacePage, placePage } from './place-page.ts';
import { placeToShow, pointsToShow, withPointHours } from './places.ts';
import { placesPage } from './places-page.ts';
import { citiesOfPlaces, otherPlaces, otherProviders, stopsOfPoints, successorOfPlace, successorOfService } from './queries.ts';
import { type Reader, readerOf } from './reader.ts';
import { resultsPage } from './results.ts';
import { servicePage } from './service-page.ts';
import { supportPageRoutes } from './support-routes.ts';

/** Per address, and a library's whole hall is one: enough for them, too little for a flood. */
const SEARCHES = { max: 600, windowMs: 60_000 };
const NO_STORE = { 'cache-control': 'no-store' };
/** Browsers may take it up when one comes back from a result, and nobody else: it shows what was asked. */
const FOR_GOING_BACK = { 'cache-control': 'private, no-cache' };
const anyQuery = z.looseObject({});
const pageAnswers = { 200: page, 304: empty, 404: page };

export function pageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  searchRoutes(app, deps);
  serviceRoutes(app, deps);
  placeRoutes(app, deps);
  lifeEventRoutes(app, deps);
  supportPageRoutes(app, deps);
}

function searchRoutes(app: FastifyInstance, deps: PagesDeps): void {
  route(app, {
    method: 'GET',
    url: '/search',
    summary: 'The search page, before anything is asked',
    access: anyone,
    query: anyQuery,
    answers: { 200: page },
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      const results = { token: formToken(request, reply), words: '', answer: null, fault: false };
      return { status: 200, body: resultsPage(await reading(deps, request), results), headers: NO_STORE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/search',
    summary: 'Search the public site; words are posted because they may be personal',
    access: anyone,
    body: z.strictObject({ words: z.string().max(5000).default('') }),
    form: true,
    limit: SEARCHES,
    maxBodyBytes: 40_000,
    answers: { 200: page, 422: page },
    handle: async ({ body, request, reply }) => {
      const reader = await reading(deps, request);
      const words = body.words.trim().slice(0, LONGEST_WORDS);
      const token = formToken(request, reply);
      if (words === '')
        return { status: 422 as const, body: resultsPage(reader, { token, words, answer: null, fault: true }), headers: NO_STORE };
      const answer = await find(deps, reader, words, request);
      return { status: 200 as const, body: resultsPage(reader, { token, words, answer, fault: false }), headers: FOR_GOING_BACK };
    },
  });
}

/** As the public API does, for those whose browser runs no scripts. */
async function find(deps: PagesDeps, { view }: Reader, words: string, { ip }: FastifyRequest): Promise<SearchAnswer> {
  const { locale, hostId } = view;
  const asked = {
    words,
    language: locale,
    audience: 'everyone' as const,
    kinds: residentKinds,
    limit: MOST_HITS,
    organisationIds: hostId ? [hostId] : [],
  };
  const answer = await findKnowledge(deps, asked);
  const found = answer.hits.length > 0;
  if (found || !answer.warming) await deps.counts.searched({ site: 'public', language: locale, words, caller: ip, found });
  return answer;
}

const MOST_HITS = 12;

function serviceRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const { db, publicUrl } = deps;
  route(app, {
    method: 'GET',
    url: '/services/:id',
    summary: 'A service in plain words, how it is used, and its details',
    access: anyone,
    params: byId,
    query: anyQuery,
    answers: pageAnswers,
    handle: async ({ params: { id }, request, reply }) => {
      rememberWish(request, reply);
      const [read, reader] = [await readService(db, id), await reading(deps, request)];
      if (!read) throw new NotFound();
      if (read.retiredAt) return gone(gonePage(reader, 'service', await successorOfService(db, id)));
      const others = await otherProviders(db, read.textId, id);
      const card = (await readCardForResidents(db, id, reader.view.variant)) ?? null;
      const service = { ...read, channels: withPointHours(read.channels, await deps.directory.read()) };
      return keepable(request, servicePage(reader, { service, card, others, publicUrl }));
    },
  });

  route(app, {
    method: 'GET',
    url: '/channels/:id',
    summary: 'An e-service or a form, and what it is for',
    access: anyone,
    params: byId,
    query: anyQuery,
    answers: pageAnswers,
    handle: async ({ params: { id }, request, reply }) => {
      rememberWish(request, reply);
      const channel = await readChannel(db, id);
      if (!channel || channel.retiredAt) throw new NotFound();
      return keepable(request, channelPage(await reading(deps, request), channel));
    },
  });
}

function placeRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const { db } = deps;
  route(app, {
    method: 'GET',
    url: '/places',
    summary: 'All service points and bus stops, and the places of others',
    access: anyone,
    query: z.looseObject({ city: z.string().max(100).optional().catch(undefined) }),
    answers: pageAnswers,
    handle: async ({ query: { city }, request, reply }) => {
      rememberWish(request, reply);
      const places = city ? await placesIn(deps, city) : await allPlaces(deps);
      return keepable(request, placesPage(await reading(deps, request), places));
    },
  });

  route(app, {
    method: 'GET',
    url: '/places/:id',
    summary: 'A place: whether it is open now, when else, how to get there and in, who is there',
    access: anyone,
    params: byId,
    query: anyQuery,
    answers: pageAnswers,
    handle: async ({ params: { id }, request, reply }) => {
      rememberWish(request, reply);
      const reader = await reading(deps, request);
      const shown = await placeToShow(deps, reader, id);
      if (shown.place.retiredAt) return gone(gonePage(reader, 'place', await successorOfPlace(db, id)));
      return keepable(request, placePage(reader, { ...shown, waits: await waitsOf(deps, shown) }));
    },
  });
}

async function waitsOf({ waitPoints }: PagesDeps, { place }: PlacePage): Promise<string | undefined> {
  const { pointId } = place;
  return pointId && (await waitPoints?.())?.has(pointId) ? pointId : undefined;
}

/** Up to this many places of others stand on the page of all; more are listed by municipality. */
const FEW = 30;
const MANY = 300;

async function allPlaces({ db, directory }: PagesDeps) {
  const points = await pointsToShow({ db, directory });
  const [stops, cities] = [await stopsOfPoints(db), await citiesOfPlaces(db)];
  const isMany = cities.reduce((sum, { places }) => sum + places, 0) > FEW;
  return { points, stops, city: null, cities: isMany ? cities : [], others: isMany ? [] : await otherPlaces(db, undefined, MANY) };
}

/** @throws NotFound where there is none: the name came from an address */
async function placesIn({ db }: PagesDeps, city: string) {
  const others = await otherPlaces(db, city, MANY);
  if (others.length === 0) throw new NotFound();
  return { points: [], stops: [], others, cities: [], city };
}

function lifeEventRoutes(app: FastifyInstance, deps: PagesDeps): void {
  route(app, {
    method: 'GET',
    url: '/life-events',
    summary: 'Life events to choose from',
    access: anyone,
    query: anyQuery,
    answers: pageAnswers,
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      const reader = await reading(deps, request);
      return keepable(request, lifeEventsPage(reader, await lifeEvents(deps.db, reader)));
    },
  });

  route(app, {
    method: 'GET',
    url: '/life-events/:code',
    summary: 'What may help in a life event, over all authorities',
    access: anyone,
    params: z.object({ code: z.string().max(60) }),
    query: anyQuery,
    answers: pageAnswers,
    handle: async ({ params: { code }, request, reply }) => {
      rememberWish(request, reply);
      const reader = await reading(deps, request);
      return keepable(request, lifeEventPage(reader, await readPackage(deps.db, reader, code, await deps.directory.read())));
    },
  });
}

const reading = async (deps: PagesDeps, request: FastifyRequest): Promise<Reader> => readerOf(await viewFor(deps, request));

const gone = (body: string) => ({ status: 404 as const, body, headers: FOR_GOING_BACK });
