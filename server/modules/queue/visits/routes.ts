import type { FastifyInstance } from 'fastify';
import type { Trx } from '../../../platform/db/transaction.ts';
import { empty } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import type { IdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { greetByCode, greetExpected } from '../expected/arriving.ts';
import { readVisit } from './reading.ts';
import { answerOf, changeNeeds, greet, type Reception, setMatterOfVisit } from './reception.ts';
import { Arrived, CodeAtReception, ContactOfVisit, MatterOfVisit, NeedsInput, VisitInput, VisitPage } from './schema.ts';
import { type Arrived as ArrivedVisit, arrivedBefore } from './service.ts';

/** Visitors greeted at reception, and what is learned of them there. */
export function visitRoutes(app: FastifyInstance, reception: Reception & StaffAccess): void {
  const { staff } = reception;
  const greeted = async (key: IdempotencyKey | undefined, greeting: (trx: Trx) => Promise<ArrivedVisit>) => {
    const work = async (trx: Trx) => {
      const value = await greeting(trx);
      return { resourceId: value.visitId, status: 201, value };
    };
    const done = await once(reception.db, key, work, (visitId) => arrivedBefore(reception, visitId));
    return { status: 201 as const, body: answerOf(reception, done.value) };
  };

  route(app, {
    method: 'POST',
    url: '/api/queue/visits',
    summary: 'Greet a visitor: a number, a place in the queue and what to tell of the wait',
    access: staff,
    body: VisitInput,
    answers: { 201: Arrived },
    idempotency: 'required',
    handle: async (call) => {
      const done = await once(
        reception.db,
        call.idempotency,
        async (trx) => {
          const value = await greet(reception, trx, byOf(call), call.body);
          return { resourceId: value.visitId, status: 201, value };
        },
        async (id) => answerOf(reception, await arrivedBefore(reception, id)),
      );
      return { status: 201, body: done.value };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/expected/:id/arrival',
    summary: 'Greet somebody who has come at their agreed time',
    access: staff,
    params: byId,
    answers: { 201: Arrived },
    idempotency: 'required',
    handle: async (call) => greeted(call.idempotency, (trx) => greetExpected(reception, trx, byOf(call), call.params.id)),
  });

  route(app, {
    method: 'POST',
    url: '/api/queue/points/:id/arrivals',
    summary: 'Greet somebody who has come at their agreed time, by the code they say or show',
    access: staff,
    params: byId,
    body: CodeAtReception,
    answers: { 201: Arrived },
    idempotency: 'required',
    handle: async (call) => greeted(call.idempotency, (trx) => greetByCode(reception, trx, byOf(call), call.params.id, call.body.code)),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/visits/:id',
    summary: 'A visit so far: its steps, what the visitor needs, and its matter',
    access: staff,
    params: byId,
    answers: { 200: VisitPage },
    handle: async (call) => ({ status: 200, body: await readVisit(reception, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/visits/:id/needs',
    summary: 'Note the special needs of a visitor: asked in private',
    access: staff,
    params: byId,
    body: NeedsInput,
    answers: { 204: empty },
    handle: async (call) => changeNeeds(reception, byOf(call), call.params.id, call.body.needs),
  });

  route(app, {
    method: 'PUT',
    url: '/api/queue/visits/:id/matter',
    summary: 'Say which matter a visit is about: it becomes a contact of the matter',
    access: staff,
    params: byId,
    body: MatterOfVisit,
    answers: { 200: ContactOfVisit },
    handle: async (call) => ({ status: 200, body: await setMatterOfVisit(reception, byOf(call), call.params.id, call.body) }),
  });
}
