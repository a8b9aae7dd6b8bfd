import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { answeringRoles } from './policy.ts';
import { DataRequestAnswer, DataRequestList } from './schema.ts';
import { answerDataRequest, listDataRequests } from './service.ts';

export function dataRequestRoutes(app: FastifyInstance, { desk, staff, staffWith }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/data-requests',
    summary: 'What customers ask of the data of the organisations one answers for',
    access: staffWith(...answeringRoles),
    query: z.strictObject({ view: z.enum(['open', 'answered']).default('open') }),
    answers: { 200: DataRequestList },
    handle: async (call) => ({ status: 200, body: await listDataRequests(desk, byOf(call), call.query.view) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/data-requests/:id/answer',
    summary: 'Answer what a customer asks of their data, with the reason they read',
    access: staff,
    params: byId,
    body: DataRequestAnswer,
    answers: { 204: empty },
    handle: async (call) => answerDataRequest(desk, byOf(call), call.params.id, call.body),
  });
}
