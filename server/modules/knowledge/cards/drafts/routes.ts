import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { CardDeps } from '../routes.ts';
import { draftFor, historyOf, versionOf } from './reading.ts';
import {
  ApprovalInput,
  CardDraft,
  CardHistory,
  CardVersion,
  DraftInput,
  DraftSaved,
  OfferInput,
  ReturnInput,
  versionPlace,
} from './schema.ts';
import { approveDraft, dropDraft, offerDraft, returnDraft, saveDraft } from './service.ts';

export function draftRoutes(app: FastifyInstance, deps: CardDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards/:id/draft',
    summary: 'What is being written on a card, and how it differs from what is published',
    access: staff,
    params: byId,
    answers: { 200: CardDraft },
    handle: async (call) => ({ status: 200, body: await draftFor(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/cards/:id/draft',
    summary: 'Save what is being written on a card',
    access: staff,
    params: byId,
    body: DraftInput,
    answers: { 200: DraftSaved },
    handle: async (call) => ({ status: 200, body: await saveDraft(deps, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/cards/:id/draft/discards',
    summary: 'Give up what is being written; what is published stands',
    access: staff,
    params: byId,
    body: OfferInput,
    answers: { 204: empty },
    handle: async (call) => dropDraft(deps, byOf(call), call.params.id, call.body.revision),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/cards/:id/draft/offer',
    summary: 'Ask another to approve the draft',
    access: staff,
    params: byId,
    body: OfferInput,
    answers: { 204: empty },
    handle: async (call) => offerDraft(deps, byOf(call), call.params.id, call.body.revision),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/cards/:id/draft/approval',
    summary: 'Approve what another has written: published at once or on a day',
    access: staff,
    params: byId,
    body: ApprovalInput,
    answers: { 204: empty },
    handle: async (call) => approveDraft(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/cards/:id/draft/return',
    summary: 'Give a draft back to its writers, with the reason',
    access: staff,
    params: byId,
    body: ReturnInput,
    answers: { 204: empty },
    handle: async (call) => returnDraft(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards/:id/versions',
    summary: 'Every version of a card, the newest first',
    access: staff,
    params: byId,
    answers: { 200: CardHistory },
    handle: async (call) => ({ status: 200, body: await historyOf(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards/:id/versions/:number',
    summary: 'One version of a card, and what changed in it',
    access: staff,
    params: versionPlace,
    answers: { 200: CardVersion },
    handle: async (call) => ({ status: 200, body: await versionOf(deps, byOf(call), call.params.id, call.params.number) }),
  });
}
