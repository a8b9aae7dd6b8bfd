import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import { close, reopen } from '../closing/service.ts';
import type { MatterDeps } from '../routes.ts';
import { ClosingInput, HandOverInput } from '../schema.ts';
import { handOver, takeMatter } from './service.ts';

export function handingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/hand-overs',
    summary: 'Hand a matter to another unit or person with everything known',
    access: staff,
    params: byId,
    body: HandOverInput,
    answers: { 204: empty },
    handle: async (call) => handOver(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/keeper',
    summary: 'Take a matter to oneself; refused when another was faster',
    access: staff,
    params: byId,
    body: z.strictObject({ insteadOf: id.nullable() }).meta({ id: 'TakeInput' }),
    answers: { 204: empty },
    handle: async (call) => takeMatter(desk, byOf(call), call.params.id, call.body.insteadOf),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/closing',
    summary: 'Close a matter; refused while papers are still with us, unless it is said that they stay',
    access: staff,
    params: byId,
    body: ClosingInput.optional(),
    answers: { 204: empty },
    handle: async (call) => close(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/matters/:id/closing',
    summary: 'Undo a closing, or open a matter again later',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => reopen(desk, byOf(call), call.params.id),
  });
}
