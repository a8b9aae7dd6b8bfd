import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { createdOnce } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { guideDraftRoutes } from './drafts/routes.ts';
import { Guide, GuideChange, GuideInput, GuideList, GuideQuery } from './schema.ts';
import { changeGuide, createGuide, guideFor, listGuides } from './service.ts';
import type { GuideContext } from './types.ts';

export type GuideDeps = GuideContext & StaffAccess;

/** Guides: read by those they concern, kept by their owners' organisations. */
export function guideRoutes(app: FastifyInstance, deps: GuideDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/guides',
    summary: 'Guides that concern one, or those of one’s own that want something done',
    access: staff,
    query: GuideQuery,
    answers: { 200: GuideList },
    handle: async ({ caller, query }) => ({ status: 200, body: await listGuides(deps, caller, query.view) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/guides',
    summary: 'Begin a guide',
    access: staff,
    body: GuideInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => createdOnce(deps.db, call.idempotency, (trx) => createGuide(deps, trx, byOf(call), call.body)),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/guides/:id',
    summary: 'Read a guide',
    access: staff,
    params: byId,
    answers: { 200: Guide },
    handle: async ({ caller, params }) => ({ status: 200, body: await guideFor(deps, caller, params.id) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/knowledge/guides/:id',
    summary: 'Name a guide’s owner and review date, or take it out of use',
    access: staff,
    params: byId,
    body: GuideChange,
    answers: { 204: empty },
    handle: async (call) => changeGuide(deps, byOf(call), call.params.id, call.body),
  });

  guideDraftRoutes(app, deps);
}
