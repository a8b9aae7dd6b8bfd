import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, wholeNumber } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { contactCardRoutes } from './cards/routes.ts';
import { ContactChange, ContactInput, Tally, TallyInput, WrapUp, WrapUpForm } from './schema.ts';
import { changeContact, noteContact } from './service.ts';
import { countTally, takeBackTally } from './tallies/service.ts';
import { wrapUp, wrapUpForm } from './wrapping/service.ts';
import { takeBackWrapUp } from './wrapping/undoing.ts';

export function contactRoutes(app: FastifyInstance, deps: MatterDeps): void {
  const { desk, staff } = deps;
  contactCardRoutes(app, deps);

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/contacts',
    summary: 'Note another occasion of a matter',
    access: staff,
    params: byId,
    body: ContactInput,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await noteContact(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/contacts/:id',
    summary: 'Save what is typed during a contact',
    access: staff,
    params: byId,
    body: ContactChange,
    answers: { 204: empty },
    handle: async (call) => changeContact(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'GET',
    url: '/api/contacts/:id/wrap-up',
    summary: 'What the wrap-up of a contact starts from',
    access: staff,
    params: byId,
    answers: { 200: WrapUpForm },
    handle: async (call) => wrapUpForm(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/contacts/:id/wrap-up',
    summary: 'Wrap a contact up: outcomes, reasons, what was done',
    access: staff,
    params: byId,
    body: WrapUp,
    answers: { 204: empty },
    handle: async (call) => wrapUp(desk, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/contacts/:id/wrap-up',
    summary: 'Take a wrap-up back within a minute',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => takeBackWrapUp(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'POST',
    url: '/api/tallies',
    summary: 'Count a short advice in one tap',
    access: staff,
    body: TallyInput,
    answers: { 201: Tally },
    handle: async (call) => ({ status: 201, body: await countTally(desk, byOf(call), call.body.kind) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/tallies/:id',
    summary: 'Take a tally back within a minute',
    access: staff,
    params: z.object({ id: wholeNumber }),
    answers: { 204: empty },
    handle: async (call) => takeBackTally(desk, byOf(call), call.params.id),
  });
}
