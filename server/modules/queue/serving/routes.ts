import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { answerOf, type Reception } from '../visits/reception.ts';
import { Arrived } from '../visits/schema.ts';
import { doToVisit } from './deeds.ts';
import { Called, CallInput, CounterChange, DeedInput } from './schema.ts';
import { call, calledStep, changeCounter } from './service.ts';

/** Serving visitors at counters. */
export function servingRoutes(app: FastifyInstance, floor: Reception & StaffAccess): void {
  const { staff } = floor;

  route(app, {
    method: 'PUT',
    url: '/api/queue/counters/:id/state',
    summary: 'Open a counter and sit at it, take a break, or close it',
    access: staff,
    params: byId,
    body: CounterChange,
    answers: { 204: empty },
    handle: async (call) => changeCounter(floor, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/counters/:id/calls',
    summary: 'Call the next visitor in order, or the one chosen',
    access: staff,
    params: byId,
    body: CallInput,
    answers: { 200: Called },
    idempotency: 'required',
    handle: async (request) => {
      const { id } = request.params;
      const done = await once(
        floor.db,
        request.idempotency,
        async (trx) => {
          const called = await call(floor, trx, byOf(request), id, request.body);
          return { resourceId: called?.stepId ?? id, status: 200, value: called };
        },
        async (stepId) => (stepId === id ? null : calledStep(floor, stepId)),
      );
      return { status: 200, body: { called: done.value } };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/visits/:id/deeds',
    summary:
      'Call again, begin, park, move on, finish or take back the last deed; 200 with the new number of a visitor moved to another point',
    access: staff,
    params: byId,
    body: DeedInput,
    answers: { 200: Arrived, 204: empty },
    handle: async (call) => {
      const renamed = await doToVisit(floor, byOf(call), call.params.id, call.body);
      return renamed ? { status: 200, body: answerOf(floor, renamed) } : { status: 204 };
    },
  });
}
