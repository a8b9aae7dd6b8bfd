import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../../platform/http/access.ts';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import type { Floor } from '../types.ts';
import { pointWaitsPage, waitsPage } from './page.ts';
import { PublicWaits } from './schema.ts';
import { createWaits } from './service.ts';

/** Per address, and a library's whole hall is one. */
const READS = { max: 600, windowMs: 60_000 };
const PAGE = { 'cache-control': 'private, no-cache', vary: 'cookie, accept-language' };

/** How busy the points are now and when it is best to come, for anybody. */
export function waitsRoutes(app: FastifyInstance, floor: Floor): void {
  const waits = createWaits(floor);
  const reading = (request: FastifyRequest) => viewFor(floor, request);

  route(app, {
    method: 'GET',
    url: '/api/public/points/:id/waits',
    summary: 'How busy a point is now, and when waits there are short',
    access: anyone,
    params: byId,
    limit: READS,
    answers: { 200: PublicWaits },
    handle: async ({ params: { id } }) => {
      const { waits: body } = await waits.of(id);
      return { status: 200, body, headers: { 'cache-control': 'public, max-age=10' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/waits',
    summary: 'How busy each service point is now',
    access: anyone,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      return { status: 200, body: waitsPage(await reading(request), await waits.all()), headers: PAGE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/waits/:id',
    summary: 'How busy a service point is now, by kind of help, and when it is best to come',
    access: anyone,
    params: byId,
    query: z.looseObject({}),
    limit: READS,
    answers: { 200: page },
    handle: async ({ params: { id }, request, reply }) => {
      rememberWish(request, reply);
      return { status: 200, body: pointWaitsPage(await reading(request), await waits.of(id)), headers: PAGE };
    },
  });
}
