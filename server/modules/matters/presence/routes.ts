import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { Presence } from '../schema.ts';
import { beat, leave } from './service.ts';

export function presenceRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/presence',
    summary: 'Say that one has the matter open, and hear who else has',
    access: staff,
    params: byId,
    answers: { 200: Presence },
    handle: async (call) => beat(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/matters/:id/presence',
    summary: 'Say that one has left the matter',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => leave(desk, byOf(call), call.params.id),
  });
}
