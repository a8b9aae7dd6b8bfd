import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { NeedChange, NeedInput, OutcomeInput } from './schema.ts';
import { addNeed, changeNeed, recordOutcome } from './service.ts';

const ofMatter = z.object({ id, needId: id });

export function needRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/needs',
    summary: 'Add a service need to a matter',
    access: staff,
    params: byId,
    body: NeedInput,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await addNeed(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/matters/:id/needs/:needId',
    summary: 'Make a need sharper, direct it to an authority, or take its papers in for forwarding',
    access: staff,
    params: ofMatter,
    body: NeedChange,
    answers: { 204: empty },
    handle: async (call) => changeNeed(desk, byOf(call), call.params.id, call.params.needId, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/needs/:needId/outcome',
    summary: 'Record how a need ended: handled, initiated (with the authority’s receipt) or neither',
    access: staff,
    params: ofMatter,
    body: OutcomeInput,
    answers: { 204: empty },
    handle: async (call) => recordOutcome(desk, byOf(call), call.params.id, call.params.needId, call.body),
  });
}
