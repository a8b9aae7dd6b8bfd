import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { ShareInput } from './schema.ts';
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
    answers: { 204: empty },
    handle: async (call) => revokeShare(desk, byOf(call), call.params.id, call.params.shareId),
  });
}
