import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { Bulletin, BulletinChange, BulletinInput, BulletinList, BulletinQuery, BulletinReaders, BulletinsOfService } from './schema.ts';
import {
  type BulletinContext,
  bulletinFor,
  bulletinsFor,
  bulletinsOfService,
  changeBulletin,
  publishBulletin,
  readBulletin,
  readersFor,
} from './service.ts';

/** Change notices: published by those who approve what their organisation says, read by all staff. */
export function bulletinRoutes(app: FastifyInstance, deps: BulletinContext & StaffAccess): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/bulletins',
    summary: 'Change notices: news, those to come and past ones, and how many one has not read',
    access: staff,
    query: BulletinQuery,
    answers: { 200: BulletinList },
    handle: async ({ caller, query }) => ({ status: 200, body: await bulletinsFor(deps, caller, query.view) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/bulletins',
    summary: 'Publish a change notice',
    access: staff,
    body: BulletinInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(deps.db, call.idempotency, (trx) => publishBulletin(deps, trx, byOf(call), call.body)),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/bulletins/:id',
    summary: 'Read a change notice',
    access: staff,
    params: byId,
    answers: { 200: Bulletin },
    handle: async ({ caller, params }) => ({ status: 200, body: await bulletinFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/knowledge/bulletins/:id',
    summary: 'Change or withdraw a change notice, or ask that it be read again',
    access: staff,
    params: byId,
    body: BulletinChange,
    answers: { 204: empty },
    handle: async (call) => changeBulletin(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/bulletins/:id/reading',
    summary: 'Say that one has read a change notice',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => readBulletin(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/services/:id/bulletins',
    summary: 'What is new or about to change in a service',
    access: staff,
    params: byId,
    answers: { 200: BulletinsOfService },
    handle: async ({ caller, params }) => ({ status: 200, body: { bulletins: await bulletinsOfService(deps, caller, params.id) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/bulletins/:id/readers',
    summary: 'Who has read a change notice and who has not; for those who keep it',
    access: staff,
    params: byId,
    answers: { 200: BulletinReaders },
    handle: async ({ caller, params }) => ({ status: 200, body: await readersFor(deps, caller, params.id) }),
  });
}
