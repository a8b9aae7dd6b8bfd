import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { CardDeps } from '../routes.ts';
import { CardTask } from '../schema.ts';
import { cardTasks, handleTask } from './service.ts';

const CardTasks = z.object({ tasks: z.array(CardTask) }).meta({ id: 'CardTasks' });
const TaskHandling = z.strictObject({ note: z.string().normalize().trim().min(1).max(2000) }).meta({ id: 'CardTaskHandling' });

export function taskRoutes(app: FastifyInstance, deps: CardDeps): void {
  const { staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/knowledge/cards/:id/tasks',
    summary: 'What a card’s owner has to do, and what has been done',
    access: staff,
    params: byId,
    answers: { 200: CardTasks },
    handle: async (call) => ({ status: 200, body: { tasks: await cardTasks(deps, byOf(call), call.params.id) } }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/knowledge/tasks/:id/handling',
    summary: 'End a task with a word of what was done',
    access: staff,
    params: byId,
    body: TaskHandling,
    answers: { 204: empty },
    handle: async (call) => handleTask(deps, byOf(call), call.params.id, call.body.note),
  });
}
