import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { agreeToNames, makeFollowLink, revokeFollowLinks } from './service.ts';

const FollowLink = z.object({ url: z.string(), expiresAt: z.string() }).meta({ id: 'FollowLink' });

export function followingRoutes(app: FastifyInstance, { desk, staff, publicUrl }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/follow-links',
    summary: 'Make a secret link for the customer to follow the matter by',
    access: staff,
    params: byId,
    answers: { 201: FollowLink },
    handle: async (call) => {
      const link = await makeFollowLink(desk, byOf(call), call.params.id);
      return { status: 201, body: { url: `${publicUrl}/a/${link.token}`, expiresAt: link.expiresAt.toString() } };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/matters/:id/follow-links',
    summary: 'Revoke every secret link of a matter',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => revokeFollowLinks(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/naming',
    summary: 'Note whether the customer lets the page behind a link name authorities',
    access: staff,
    params: byId,
    body: z.strictObject({ agreed: z.boolean() }).meta({ id: 'NamingInput' }),
    answers: { 204: empty },
    handle: async (call) => agreeToNames(desk, byOf(call), call.params.id, call.body.agreed),
  });
}
