import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import { ListPlace } from '../list-place.ts';
import type { MatterDeps } from '../routes.ts';
import { MatterChange, MatterList, MatterPage, SearchInput, SearchResult } from '../schema.ts';
import { search } from '../search/service.ts';
import { changeMatter, readList, readMatter } from './service.ts';

export function readingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/matters',
    summary: 'The matters of a desk: mine, my units’, or waiting for others',
    access: staff,
    query: z.strictObject({ view: z.enum(['mine', 'unit', 'waiting']).default('mine'), after: ListPlace.optional() }),
    answers: { 200: MatterList },
    handle: async (call) => readList(desk, byOf(call), call.query.view, call.query.after),
  });

  route(app, {
    method: 'GET',
    url: '/api/matters/:id',
    summary: 'One matter with everything the caller may see of it',
    access: staff,
    params: byId,
    answers: { 200: MatterPage },
    handle: async (call) => readMatter(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/matters/:id',
    summary: 'Change a matter’s title, language, customer or whom the customer acts for',
    access: staff,
    params: byId,
    body: MatterChange,
    answers: { 204: empty },
    handle: async (call) => changeMatter(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'POST',
    url: '/api/search',
    summary: 'Find matters and customers by number, name or words',
    access: staff,
    body: SearchInput,
    answers: { 200: SearchResult },
    handle: async (call) => search(desk, byOf(call), call.body.words),
  });
}
