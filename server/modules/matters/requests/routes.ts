import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { addEntry } from './entries.ts';
import { readInbox, readRequest } from './reading.ts';
import { RequestAsked, RequestEntryInput, RequestInput, RequestList, RequestPage } from './schema.ts';
import { askSupport } from './service.ts';

export function requestRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/requests',
    summary: 'Ask a unit or a specialist of tier 2 or 3 about a need',
    access: staff,
    params: byId,
    body: RequestInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const asked = await once(
        desk.db,
        call.idempotency,
        async (trx) => {
          const value = await askSupport(desk, trx, byOf(call), call.params.id, call.body);
          return { resourceId: value.id, status: 201, value };
        },
        async (id) => ({ id }),
      );
      return { status: 201, body: asked.value };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/requests',
    summary: 'Support requests to me, to my units, put further by them, or answered',
    access: staff,
    query: RequestAsked,
    answers: { 200: RequestList },
    handle: async (call) => readInbox(desk, byOf(call), call.query.view, call.query.after),
  });

  route(app, {
    method: 'GET',
    url: '/api/requests/:id',
    summary: 'What was asked, what the answer needs, and what the reader may do to it',
    access: staff,
    params: byId,
    answers: { 200: RequestPage },
    handle: async (call) => readRequest(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'POST',
    url: '/api/requests/:id/entries',
    summary: 'Take, give back, answer, ask back, reply, put further, return or withdraw',
    access: staff,
    params: byId,
    body: RequestEntryInput,
    answers: { 204: empty },
    handle: async (call) => addEntry(desk, byOf(call), call.params.id, call.body),
  });
}
