import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { Language } from '../../customers/schema.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { consentWording } from './consent.ts';
import { ConsentWording, GivenHow, ShareEnd, ShareInput } from './schema.ts';
import { revokeShare, shareNeed } from './service.ts';

export function sharingRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/shares',
    summary: 'Disclose a need to another organisation, on a recorded ground',
    access: staff,
    params: byId,
    body: ShareInput,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await shareNeed(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'DELETE',
    url: '/api/matters/:id/shares/:shareId',
    summary: 'End a disclosure; open requests to that organisation are withdrawn',
    access: staff,
    params: z.object({ id, shareId: id }),
    query: z.strictObject({ by: ShareEnd.shape.by.default('staff'), how: GivenHow.optional() }),
    answers: { 204: empty },
    handle: async (call) => revokeShare(desk, byOf(call), call.params.id, call.params.shareId, call.query),
  });

  route(app, {
    method: 'GET',
    url: '/api/matters/:id/needs/:needId/consent-wording/:organisationId',
    summary: 'The words to show a customer before asking whether a need may be told to another organisation',
    access: staff,
    params: z.object({ id, needId: id, organisationId: id }),
    query: z.strictObject({ language: Language.optional() }),
    answers: { 200: ConsentWording },
    handle: async (call) => ({
      status: 200,
      body: await consentWording(desk, byOf(call), call.params.id, { ...call.params, ...call.query }),
    }),
  });
}
