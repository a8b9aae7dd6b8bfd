import type { FastifyInstance } from 'fastify';
import { raw } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import type { StaffAccess } from '../../identity/types.ts';
import type { Floor } from '../types.ts';
import { figuresCsv } from './csv.ts';
import { Figures, Period, VisitedPoints } from './schema.ts';
import { figuresOf, visitedPoints } from './service.ts';

/** What a period at a point was like, for those who keep it. */
export function figuresRoutes(app: FastifyInstance, floor: Floor & StaffAccess): void {
  const { staff } = floor;

  route(app, {
    method: 'GET',
    url: '/api/queue/visited-points',
    summary: 'The points one keeps where visitors have been lately',
    access: staff,
    answers: { 200: VisitedPoints },
    handle: async ({ caller }) => ({ status: 200, body: { pointIds: await visitedPoints(floor, caller) } }),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/figures',
    summary: 'Waits, service times, abandoned visits and how right estimates were, over 366 days at most; small groups untold',
    access: staff,
    params: byId,
    query: Period,
    answers: { 200: Figures },
    handle: async ({ caller, params, query }) => ({ status: 200, body: await figuresOf(floor, caller, params.id, query) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/queue/points/:id/figures.csv',
    summary: 'The same as a table',
    access: staff,
    params: byId,
    query: Period,
    answers: { 200: raw('text/csv; charset=utf-8') },
    handle: async ({ caller, params, query }) => {
      const figures = await figuresOf(floor, caller, params.id, query);
      const body = figuresCsv(figures, caller.language);
      const name = `queue-${figures.from}-${figures.until}.csv`;
      return {
        status: 200,
        body,
        headers: { 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' },
      };
    },
  });
}
