import type { FastifyInstance } from 'fastify';
import { NotFound } from '../../../platform/errors.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import type { Actor, StaffAccess } from '../../identity/types.ts';
import { whyBefore } from '../order/rules.ts';
import { requireWorksAt, seesNeeds } from '../policy.ts';
import type { Floor } from '../types.ts';
import { pointOfStep, pointWithQueues, type QueuePoint } from '../visits/queries.ts';
import { expectedFor } from './expected.ts';
import { onwardFrom } from './onward.ts';
import type { Board } from './rules.ts';
import { Onward, OrderAnswer, OrderQuestion, Board as QueueBoard } from './schema.ts';
import { boardFor, reasonFor } from './showing.ts';

/** How the point stands now, for those who work there. */
export function boardRoutes(app: FastifyInstance, floor: Floor & StaffAccess): void {
  const { staff } = floor;

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/board',
    summary: 'Who waits at the point in which order, where they are served, and who is to come today',
    access: staff,
    params: byId,
    answers: { 200: QueueBoard },
    handle: async ({ caller, params }) => {
      const { point, board } = await boardAt(floor, caller, params.id);
      const expected = await expectedFor(floor.db, caller, point, board);
      return { status: 200, body: { ...boardFor(caller, point, board), expected } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/onward',
    summary: 'To which queues of other points a visitor can be sent, and how long one waits there',
    access: staff,
    params: byId,
    answers: { 200: Onward },
    handle: async ({ caller, params }) => ({ status: 200, body: await onwardFrom(floor, caller, params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/steps/:id/before/:otherId',
    summary: 'Why one who waits goes before another',
    access: staff,
    params: OrderQuestion,
    answers: { 200: OrderAnswer },
    handle: async ({ caller, params }) => ({ status: 200, body: { why: await whyBeforeOther(floor, caller, params.id, params.otherId) } }),
  });
}

async function boardAt(floor: Floor, actor: Actor, pointId: string): Promise<{ point: QueuePoint; board: Board }> {
  const point = await pointWithQueues(floor.db, pointId);
  requireWorksAt(actor, point);
  return { point: point as QueuePoint, board: await floor.boards.of(pointId) };
}

/** @throws NotFound for two who do not wait at one point of the caller's */
async function whyBeforeOther(floor: Floor, actor: Actor, id: string, otherId: string): Promise<OrderAnswer['why']> {
  const pointId = await pointOfStep(floor.db, id);
  if (!pointId) throw new NotFound();
  const { point, board } = await boardAt(floor, actor, pointId);
  const [first, second] = [id, otherId].map((stepId) => board.line.find((entry) => entry.id === stepId));
  if (!first || !second) throw new NotFound();
  const why = whyBefore(first, second, board.rules, board.at);
  const organisationOf = (queueId: string) => board.queues.find((queue) => queue.id === queueId)?.organisationId ?? '';
  const meets = [first, second].every(({ queueId }) => seesNeeds(actor, point, organisationOf(queueId)));
  return why ? reasonFor(meets, why) : null;
}
