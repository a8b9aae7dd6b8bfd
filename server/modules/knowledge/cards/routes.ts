import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { besideRoutes } from './beside/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { Card, CardChange, CardInput, CardKeepers, CardList, CardQuery } from './schema.ts';
import { cardFor, changeCard, createCard, keepersFor, listCards } from './service.ts';
import { taskRoutes } from './tasks/routes.ts';
import type { CardContext } from './types.ts';
import { verdictRoutes } from './verdicts/routes.ts';

export type CardDeps = CardContext & StaffAccess;

/** Service cards: read by all staff, kept by their owners' organisations. */
export function cardRoutes(app: FastifyInstance, deps: CardDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards',
    summary: 'Service cards one may read, or those of one’s own that want something done',
    access: staff,
    query: CardQuery,
    answers: { 200: CardList },
    handle: async ({ caller, query }) => ({ status: 200, body: await listCards(deps, caller, query.view, query.text ?? null) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/card-keepers/:id',
    summary: 'Who may be named as the owner of an organisation’s cards',
    access: staff,
    params: byId,
    answers: { 200: CardKeepers },
    handle: async ({ caller, params }) => ({ status: 200, body: { people: await keepersFor(deps, caller, params.id) } }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/cards',
    summary: 'Begin a service card',
    access: staff,
    body: CardInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(deps.db, call.idempotency, (trx) => createCard(deps, trx, byOf(call), call.body)),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards/:id',
    summary: 'Read a service card',
    access: staff,
    params: byId,
    answers: { 200: Card },
    handle: async ({ caller, params }) => ({ status: 200, body: await cardFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/knowledge/cards/:id',
    summary: 'Name a card’s owner, service and review date, or take it out of use',
    access: staff,
    params: byId,
    body: CardChange,
    answers: { 204: empty },
    handle: async (call) => changeCard(deps, byOf(call), call.params.id, call.body),
  });

  draftRoutes(app, deps);
  verdictRoutes(app, deps);
  taskRoutes(app, deps);
  besideRoutes(app, deps);
}
