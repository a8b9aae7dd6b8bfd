import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { id } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { MatterDeps } from '../../routes.ts';
import { rememberCard } from './service.ts';

export function contactCardRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'PUT',
    url: '/api/contacts/:id/cards/:cardId',
    summary: 'Remember that a service card was opened during a contact',
    access: staff,
    params: z.object({ id, cardId: id }),
    answers: { 204: empty },
    handle: async (call) => rememberCard(desk, byOf(call), call.params.id, call.params.cardId),
  });
}
