import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { ownPresence, sayPresence } from './presence.ts';
import {
  CardSpecialists,
  OwnPresence,
  OwnPresenceInput,
  Specialist,
  SpecialistCandidates,
  SpecialistInput,
  SpecialistList,
} from './schema.ts';
import {
  candidatesFor,
  keepSpecialist,
  listSpecialists,
  readSpecialist,
  removeSpecialist,
  type SpecialistContext,
  specialistsOfCard,
} from './service.ts';

/** Specialists: kept by themselves and by those who answer for their organisation, read by all staff and nobody else. */
export function specialistRoutes(app: FastifyInstance, deps: SpecialistContext & StaffAccess): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/specialists',
    summary: 'Specialists, who of them is on duty, and whether they answer now',
    access: staff,
    answers: { 200: SpecialistList },
    handle: () => listSpecialists(deps),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/specialists/:id',
    summary: 'A specialist: what they know, when they are on duty and how they are asked',
    access: staff,
    params: byId,
    answers: { 200: Specialist },
    handle: ({ caller, params }) => readSpecialist(deps, caller, params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/specialists/:id',
    summary: "Write one's own profile as a specialist, or one of one's organisation's people",
    access: staff,
    params: byId,
    body: SpecialistInput,
    answers: { 204: empty },
    handle: async (call) => keepSpecialist(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/knowledge/specialists/:id',
    summary: 'Take a specialist out of the directory',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => removeSpecialist(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/specialist-candidates',
    summary: 'People without a profile whom the reader may make one for',
    access: staff,
    answers: { 200: SpecialistCandidates },
    handle: ({ caller }) => candidatesFor(deps, caller),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards/:id/specialists',
    summary: 'Whom a card would have one ask, those on duty first',
    access: staff,
    params: byId,
    answers: { 200: CardSpecialists },
    handle: ({ params }) => specialistsOfCard(deps, params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/own-presence',
    summary: 'Whether one is a specialist, and what one has said of today',
    access: staff,
    answers: { 200: OwnPresence },
    handle: ({ caller }) => ownPresence(deps, caller),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/own-presence',
    summary: 'Say that one is available, busy or away for the rest of the day, or take it back',
    access: staff,
    body: OwnPresenceInput,
    answers: { 204: empty },
    handle: async ({ caller, body }) => sayPresence(deps, caller, body.state),
  });
}
