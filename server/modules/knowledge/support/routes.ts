import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { ActorChange, ActorInput, ActorList, ActorQuery, Confirming, SuggestionQuery, Suggestions, SupportActor } from './schema.ts';
import { actorFor, actorsFor, addActor, changeActor, confirmActor, type SupportContext, suggestionsFor } from './service.ts';

/** Who gives digital support in the region: read by all staff, kept fresh by the owner's digital support. */
export function supportRoutes(app: FastifyInstance, deps: SupportContext & StaffAccess): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/support-actors',
    summary: 'Who gives digital support: all, those of one’s own to be looked over, or those retired',
    access: staff,
    query: ActorQuery,
    answers: { 200: ActorList },
    handle: async ({ caller, query }) => ({ status: 200, body: await actorsFor(deps, caller, query.view) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/support-actors/suggestions',
    summary: 'Whom to refer somebody to by the criteria that hold, each with why',
    access: staff,
    query: SuggestionQuery,
    answers: { 200: Suggestions },
    handle: async ({ caller, query: { criteria, language, home } }) => ({
      status: 200,
      body: await suggestionsFor(deps, caller, { criteria, language, home: home === 'yes' }),
    }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/support-actors',
    summary: 'Add who gives digital support',
    access: staff,
    body: ActorInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const done = await once(
        deps.db,
        call.idempotency,
        async (trx) => {
          const value = await addActor(deps, trx, byOf(call), call.body);
          return { resourceId: value.id, status: 201, value };
        },
        async (id) => ({ id }),
      );
      return { status: 201, body: done.value };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/support-actors/:id',
    summary: 'Who one digital support actor is, and what it gives',
    access: staff,
    params: byId,
    answers: { 200: SupportActor },
    handle: async ({ caller, params }) => ({ status: 200, body: await actorFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/knowledge/support-actors/:id',
    summary: 'Change a digital support actor, or take it out of use',
    access: staff,
    params: byId,
    body: ActorChange,
    answers: { 204: empty },
    handle: async (call) => changeActor(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/support-actors/:id/confirmation',
    summary: 'Say that what is told of a digital support actor is still right',
    access: staff,
    params: byId,
    body: Confirming,
    answers: { 204: empty },
    handle: async (call) => confirmActor(deps, byOf(call), call.params.id, call.body.version),
  });
}
