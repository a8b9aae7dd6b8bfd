import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import type { CardDeps } from '../routes.ts';
import { ChannelBeside, ServiceBeside } from './schema.ts';
import { channelBeside, serviceBeside } from './service.ts';

export function besideRoutes(app: FastifyInstance, { db, staff }: CardDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/knowledge/services/:id',
    summary: 'How a service is reached, in short, for those who serve',
    access: staff,
    params: byId,
    answers: { 200: ServiceBeside },
    handle: async ({ params }) => ({ status: 200, body: await serviceBeside(db, params.id) }),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/channels/:id',
    summary: 'An online service, a form, a telephone or a place, and the services it is for',
    access: staff,
    params: byId,
    answers: { 200: ChannelBeside },
    handle: async ({ params }) => ({ status: 200, body: await channelBeside(db, params.id) }),
  });
}
