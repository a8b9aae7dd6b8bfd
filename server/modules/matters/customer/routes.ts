import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { ArrangementInput, Customer } from '../../customers/schema.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { ConsentToChange, CustomerPatch } from './schema.ts';
import { addArrangement, change, consentToChange, readCustomer, removeArrangement } from './service.ts';

export function customerRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/customers/:id',
    summary: 'A customer of a matter one keeps',
    access: staff,
    params: byId,
    answers: { 200: Customer },
    handle: async (call) => readCustomer(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/customers/:id',
    summary: 'Change what is known of a customer',
    access: staff,
    params: byId,
    body: CustomerPatch,
    answers: { 204: empty },
    handle: async (call) => change(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'GET',
    url: '/api/customers/:id/consent-to-change',
    summary: 'Whether a change of a customer’s details needs their consent, and the words to ask for it',
    access: staff,
    params: byId,
    answers: { 200: ConsentToChange },
    handle: async (call) => ({ status: 200, body: await consentToChange(desk, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/customers/:id/arrangements',
    summary: 'Note what is arranged for a customer',
    access: staff,
    params: byId,
    body: ArrangementInput,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await addArrangement(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/customers/:id/arrangements/:arrangementId',
    summary: 'End an arrangement',
    access: staff,
    params: z.object({ id, arrangementId: id }),
    answers: { 204: empty },
    handle: async (call) => removeArrangement(desk, byOf(call), call.params.id, call.params.arrangementId),
  });
}
