import type { FastifyInstance } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import type { TextVariant } from '../../../platform/i18n/locale.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { variantOf } from '../../matters/service.ts';
import { viewFor } from '../../site/service.ts';
import type { PagesDeps } from '../pages/deps.ts';
import { paperOf } from './paper.ts';
import { Invitable, InvitationInput, InvitationMade, InvitationPaper, Invitations } from './schema.ts';
import { invitable, invitationsFor, invite, withdrawInvitation } from './service.ts';
import { invitationSheet } from './sheet.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** Inviting the customer of a matter, for those who keep it. */
export function invitationRoutes(app: FastifyInstance, deps: PagesDeps & StaffAccess): void {
  const { staff: access } = deps;

  route(app, {
    method: 'GET',
    url: '/api/booking/matters/:id/invitations',
    summary: 'The invitations of a matter, with what has come of each',
    access,
    params: byId,
    answers: { 200: Invitations },
    handle: async (call) => ({ status: 200, body: { invitations: await invitationsFor(deps, byOf(call), call.params.id) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/matters/:id/invitable',
    summary: 'The services to which the customer of a matter may be invited, and what is known of their needs',
    access,
    params: byId,
    answers: { 200: Invitable },
    handle: async (call) => ({ status: 200, body: await invitable(deps, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/booking/matters/:id/invitations',
    summary: 'Invite the customer of a matter to book a time',
    access,
    params: byId,
    body: InvitationInput,
    answers: { 201: InvitationMade },
    idempotency: 'required',
    handle: async (call) => {
      const done = await invite(deps, call.idempotency, byOf(call), call.params.id, call.body);
      return { status: 201, body: done.value };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/booking/invitations/:id',
    summary: 'Take an invitation back: its link opens nothing any more',
    access,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => withdrawInvitation(deps, byOf(call), call.params.id),
  });

  route(app, {
    method: 'GET',
    url: '/api/booking/invitations/:id/paper',
    summary: 'An invitation on paper with its code, in each language',
    access,
    params: byId,
    answers: { 200: InvitationPaper },
    handle: async (call) => {
      const { code, deadline, message, language } = await paperOf(deps, byOf(call), call.params.id);
      const draw = async (variant: TextVariant) =>
        invitationSheet(await viewFor(deps, call.request, variant), { code, deadline, message, publicUrl: deps.publicUrl });
      const papers = { fi: await draw('fi'), sv: await draw('sv'), en: await draw('en'), 'fi-x-plain': await draw('fi-x-plain') };
      return { status: 200, body: { code, language: variantOf(language), papers }, headers: NO_STORE };
    },
  });
}
