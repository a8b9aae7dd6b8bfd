import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { MatterDeps } from '../routes.ts';
import { takePackage } from './packages.ts';
import { PackageTaken, StepChange, StepInput, StepsAdded } from './schema.ts';
import { addStep, changeStep } from './service.ts';

export function pathRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/steps',
    summary: 'Add a step to the path',
    access: staff,
    params: byId,
    body: StepInput,
    answers: { 201: byId },
    handle: async (call) => ({ status: 201, body: await addStep(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/packages',
    summary: 'Add the steps of a life-event package to the path',
    access: staff,
    params: byId,
    body: PackageTaken,
    answers: { 200: StepsAdded },
    handle: async (call) => ({ status: 200, body: await takePackage(desk, byOf(call), call.params.id, call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/matters/:id/steps/:stepId',
    summary: 'Change a step, move it, or mark it now, done or dropped',
    access: staff,
    params: z.object({ id, stepId: id }),
    body: StepChange,
    answers: { 204: empty },
    handle: async (call) => changeStep(desk, byOf(call), call.params.id, call.params.stepId, call.body),
  });
}
