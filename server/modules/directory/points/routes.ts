import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { DirectoryDeps } from '../routes.ts';
import { ServicePoint, ServicePointChange, ServicePointInput, ServicePointList } from './schema.ts';
import { changePoint, createPoint, keptPoints } from './service.ts';

export function pointRoutes(app: FastifyInstance, { db, staffWith }: DirectoryDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/admin/points',
    summary: 'The service points one keeps',
    access: staffWith('administrator'),
    answers: { 200: ServicePointList },
    handle: async (call) => ({ points: await keptPoints(db, byOf(call)) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/points',
    summary: 'Add a service point',
    access: staffWith('administrator'),
    body: ServicePointInput,
    answers: { 201: ServicePoint },
    handle: async (call) => ({ status: 201, body: await createPoint(db, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/admin/points/:id',
    summary: "Change a service point's details, hours or validity",
    access: staffWith('administrator'),
    params: byId,
    body: ServicePointChange,
    answers: { 200: ServicePoint },
    handle: async (call) => changePoint(db, byOf(call), call.params.id, call.body),
  });
}
