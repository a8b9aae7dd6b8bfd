import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { GuideDeps } from '../routes.ts';
import { guideDraftFor, guideHistoryFor, guideVersionFor } from './reading.ts';
import {
  GuideDraft,
  GuideDraftInput,
  GuideDraftSaved,
  GuideHistory,
  GuideOfferInput,
  GuideReturnInput,
  GuideVersion,
  guideVersionPlace,
} from './schema.ts';
import { approveGuideDraft, dropGuideDraft, offerGuideDraft, returnGuideDraft, saveGuideDraft } from './service.ts';

export function guideDraftRoutes(app: FastifyInstance, deps: GuideDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/guides/:id/draft',
    summary: 'What is being written in a guide, and how it differs from what is published',
    access: staff,
    params: byId,
    answers: { 200: GuideDraft },
    handle: async (call) => ({ status: 200, body: await guideDraftFor(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/guides/:id/draft',
    summary: 'Save what is being written in a guide',
    access: staff,
    params: byId,
    body: GuideDraftInput,
    answers: { 200: GuideDraftSaved },
    handle: async (call) => ({ status: 200, body: await saveGuideDraft(deps, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/guides/:id/draft/discards',
    summary: 'Give up what is being written; what is published stands',
    access: staff,
    params: byId,
    body: GuideOfferInput,
    answers: { 204: empty },
    handle: async (call) => dropGuideDraft(deps, byOf(call), call.params.id, call.body.revision),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/guides/:id/draft/offer',
    summary: 'Ask another to approve the draft of a guide',
    access: staff,
    params: byId,
    body: GuideOfferInput,
    answers: { 204: empty },
    handle: async (call) => offerGuideDraft(deps, byOf(call), call.params.id, call.body.revision),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/guides/:id/draft/approval',
    summary: 'Approve what another has written: published at once or on the first day of its validity',
    access: staff,
    params: byId,
    body: GuideOfferInput,
    answers: { 204: empty },
    handle: async (call) => approveGuideDraft(deps, byOf(call), call.params.id, call.body.revision),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/guides/:id/draft/return',
    summary: 'Give the draft of a guide back to its writers, with the reason',
    access: staff,
    params: byId,
    body: GuideReturnInput,
    answers: { 204: empty },
    handle: async (call) => returnGuideDraft(deps, byOf(call), call.params.id, call.body),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/guides/:id/versions',
    summary: 'The versions of a guide, the newest first: drafts too for those who keep it',
    access: staff,
    params: byId,
    answers: { 200: GuideHistory },
    handle: async ({ caller, params }) => ({ status: 200, body: await guideHistoryFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/guides/:id/versions/:number',
    summary: 'One version of a guide, and what changed in it',
    access: staff,
    params: guideVersionPlace,
    answers: { 200: GuideVersion },
    handle: async ({ caller, params }) => ({ status: 200, body: await guideVersionFor(deps, caller, params.id, params.number) }),
  });
}
