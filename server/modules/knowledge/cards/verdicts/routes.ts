import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { CardDeps } from '../routes.ts';
import { sayVerdict, sayWhy } from './service.ts';

const why = z.string().normalize().trim().max(2000);
const VerdictInput = z.strictObject({ helped: z.boolean(), why: why.default('') }).meta({ id: 'CardVerdictInput' });
const VerdictChange = z.strictObject({ why }).meta({ id: 'CardVerdictChange' });

export function verdictRoutes(app: FastifyInstance, deps: CardDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/cards/:id/verdict',
    summary: 'Say in one tap that a card helped or that it was wrong',
    access: staff,
    params: byId,
    body: VerdictInput,
    answers: { 200: byId },
    handle: async (call) => ({ status: 200, body: await sayVerdict(deps, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/knowledge/verdicts/:id',
    summary: 'Tell what was wrong',
    access: staff,
    params: byId,
    body: VerdictChange,
    answers: { 204: empty },
    handle: async (call) => sayWhy(deps, byOf(call), call.params.id, call.body.why),
  });
}
