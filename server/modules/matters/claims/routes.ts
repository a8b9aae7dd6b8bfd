import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { type AskingRegister, askRegister } from './register.ts';
import { ClaimDecision, IdentityInput, MatterIdentity } from './schema.ts';
import { decide, identifyByDocument, readMatterIdentity } from './service.ts';

/** Per person: identity codes are not tried out here. */
const IDENTIFYINGS = { max: 20, windowMs: 600_000 };

export function claimRoutes(app: FastifyInstance, { desk, staff, asking }: MatterDeps & { asking: AskingRegister }): void {
  route(app, {
    method: 'GET',
    url: '/api/matters/:id/identity',
    summary: 'How a matter’s customer is known to be who they are, and who else says the matter is theirs',
    access: staff,
    params: byId,
    answers: { 200: MatterIdentity },
    handle: async (call) => readMatterIdentity(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/identity',
    summary: 'Join a matter to the customer of an identity code that a document has shown',
    access: staff,
    params: byId,
    body: IdentityInput,
    limit: IDENTIFYINGS,
    answers: { 204: empty },
    handle: async (call) => {
      const customerId = await identifyByDocument(desk, asking, byOf(call), call.params.id, call.body);
      await askRegister(asking, customerId);
    },
  });

  route(app, {
    method: 'PATCH',
    url: '/api/matters/:id/claims/:claimId',
    summary: 'Say whether the one who signed in is the one the matter is about',
    access: staff,
    params: z.object({ id, claimId: id }),
    body: ClaimDecision,
    answers: { 204: empty },
    handle: async (call) => decide(desk, byOf(call), call.params.id, call.params.claimId, call.body),
  });
}
