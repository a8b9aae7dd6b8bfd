import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { answeringRoles } from './policy.ts';
import { DataRequestAnswer, DataRequestCounts, DataRequestList, LiftingInput } from './schema.ts';
import { answerDataRequest, countDataRequests, liftRestriction, listDataRequests } from './service.ts';

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
    method: 'GET',
    url: '/api/data-requests/counts',
    summary: 'How many data requests wait for an answer, and how many are due soon or overdue',
    access: staffWith(...answeringRoles),
    answers: { 200: DataRequestCounts },
    handle: async (call) => ({ status: 200, body: await countDataRequests(desk, byOf(call)) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/data-requests/:id/lifting',
    summary: 'Tell a customer that the restriction of their data is lifted, and why; it ends some days later',
    access: staff,
    params: byId,
    body: LiftingInput,
    answers: { 204: empty },
    handle: async (call) => liftRestriction(desk, byOf(call), call.params.id, call.body),
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
