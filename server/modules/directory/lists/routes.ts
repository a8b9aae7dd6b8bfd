import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byOf } from '../../identity/service.ts';
import type { DirectoryDeps } from '../routes.ts';
import { ListItem, ListItemInput, ListPlace, Lists } from './schema.ts';
import { listsOf, putListItem } from './service.ts';

export function listRoutes(app: FastifyInstance, { db, staff, staffWith }: DirectoryDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/lists',
    summary: 'The configurable lists: reasons for coming, arrangements, outcomes and the rest, items in use only',
    access: staff,
    answers: { 200: Lists },
    handle: async () => ({ lists: await listsOf(db, { onlyActive: true }) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/admin/lists',
    summary: 'The configurable lists with the items out of use',
    access: staffWith('administrator'),
    answers: { 200: Lists },
    handle: async () => ({ lists: await listsOf(db, { onlyActive: false }) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/admin/lists/:list/:key',
    summary: "Change a list's item, or add one",
    access: staffWith('administrator'),
    params: ListPlace,
    body: ListItemInput,
    answers: { 200: ListItem },
    handle: async (call) => putListItem(db, byOf(call), { ...call.params, ...call.body }),
  });
}
