import type { FastifyInstance, FastifyRequest } from 'fastify';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import type { TextVariant } from '../../../platform/i18n/locale.ts';
import { byOf } from '../../identity/service.ts';
import { viewFor } from '../../site/service.ts';
import { variantOf } from '../messages/wording.ts';
import type { MatterDeps } from '../routes.ts';
import { slipPageRoutes } from './page-routes.ts';
import { NewSlip, SlipFacts, SlipInput } from './schema.ts';
import { type MadeSlip, makeSlip, revokeSlip, slipFacts } from './service.ts';
import { slipSheet } from './sheet.ts';
import type { SlipDeps } from './trying.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export function slipRoutes(app: FastifyInstance, deps: MatterDeps & SlipDeps): void {
  const { desk, staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/matters/:id/slip',
    summary: 'Whether the customer has a slip, and whether it opens',
    access: staff,
    params: byId,
    answers: { 200: SlipFacts },
    handle: async (call) => slipFacts(desk, byOf(call), call.params.id),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/slip',
    summary: 'Make a slip with number and PIN, in the place of an earlier one; the PIN is in the answer only',
    access: staff,
    params: byId,
    body: SlipInput,
    answers: { 201: NewSlip },
    handle: async (call) => {
      const slip = await makeSlip(deps, byOf(call), call.params.id, call.body.namesAgreed);
      const { number, pin, expiresAt } = slip;
      const papers = await drawPapers(deps, call.request, slip);
      const body = { number, pin, language: variantOf(slip.language), expiresAt: expiresAt.toString(), papers };
      return { status: 201, body, headers: NO_STORE };
    },
  });

  route(app, {
    method: 'DELETE',
    url: '/api/matters/:id/slip',
    summary: 'Revoke a slip: nothing opens with it any more',
    access: staff,
    params: byId,
    answers: { 204: empty },
    handle: async (call) => revokeSlip(desk, byOf(call), call.params.id),
  });

  slipPageRoutes(app, deps);
}

/** In every language at once: the PIN does not travel again for another one. */
async function drawPapers(
  { desk, publicUrl }: MatterDeps,
  request: FastifyRequest,
  { number, pin, expiresAt }: MadeSlip,
): Promise<NewSlip['papers']> {
  const address = `${publicUrl.replace(/^https?:\/\//, '')}/slip`;
  const draw = async (variant: TextVariant) => slipSheet(await viewFor(desk, request, variant), { number, pin, until: expiresAt, address });
  return { fi: await draw('fi'), sv: await draw('sv'), en: await draw('en'), 'fi-x-plain': await draw('fi-x-plain') };
}
