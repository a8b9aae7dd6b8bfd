import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { StaffAccess } from '../../../identity/types.ts';
import type { Floor } from '../../types.ts';
import { CounterCalls } from './schema.ts';
import { askToCounter, comeToCounter, counterCallsAt, endCounterCall } from './service.ts';

/** A colleague called to a counter, without a sound. */
export function counterHelpRoutes(app: FastifyInstance, floor: Floor & StaffAccess): void {
  const { staff } = floor;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/counter-calls',
    summary: 'Counters whose person has asked a colleague to come',
    access: staff,
    params: byId,
    answers: { 200: CounterCalls },
    handle: async ({ caller, params }) => ({ status: 200, body: await counterCallsAt(floor, caller, params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/counters/:id/help',
    summary: 'Ask a colleague to one’s counter, quietly',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => askToCounter(floor, byOf(call), call.params.id),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/queue/counters/:id/help',
    summary: 'The colleague has come, or is no longer needed',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => endCounterCall(floor, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/counters/:id/help/taker',
    summary: 'Go to the colleague who asked',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => comeToCounter(floor, byOf(call), call.params.id),
  });
}
