import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import type { Floor } from '../types.ts';
import { CounterInput, CounterSetUp, PolicyInput, QueueChange, QueueInput, SetUp, Trial, TrialInput } from './schema.ts';
import { addCounter, addQueue, changePolicy, changeQueue, setUpCounter, setUpOf, tryPolicy } from './service.ts';

/** How a point is set up, for those who keep it. */
export function setUpRoutes(app: FastifyInstance, floor: Floor & StaffAccess): void {
  const { staff, db } = floor;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/setup',
    summary: 'The queues, counters and order of a point, those no longer used too',
    access: staff,
    params: byId,
    answers: { 200: SetUp },
    handle: async ({ caller, params }) => ({ status: 200, body: await setUpOf(floor, caller, params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/queues',
    summary: 'Add a queue to a point',
    access: staff,
    params: byId,
    body: QueueInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addQueue(floor, trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/queue/queues/:id',
    summary: 'Change a queue, or take it out of use',
    access: staff,
    params: byId,
    body: QueueChange,
    answers: { 204: empty },
    handle: async (call) => changeQueue(floor, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/counters',
    summary: 'Add a counter or room to a point',
    access: staff,
    params: byId,
    body: CounterInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(db, call.idempotency, (trx) => addCounter(floor, trx, byOf(call), call.params.id, call.body)),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/queue/counters/:id',
    summary: 'Change a counter and what it serves, or take it out of use',
    access: staff,
    params: byId,
    body: CounterSetUp,
    answers: { 204: empty },
    handle: async (call) => setUpCounter(floor, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/points/:id/policy',
    summary: 'Write the order of waiting',
    access: staff,
    params: byId,
    body: PolicyInput,
    answers: { 204: empty },
    handle: async (call) => changePolicy(floor, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/policy/trials',
    summary: 'Try an order on a day that was; nothing is changed',
    access: staff,
    params: byId,
    body: TrialInput,
    answers: { 200: Trial },
    handle: async ({ caller, params, body }) => ({ status: 200, body: await tryPolicy(floor, caller, params.id, body) }),
  });
}
