import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import type { DirectoryDeps } from '../routes.ts';
import { Directory } from './schema.ts';

export function currentRoutes(app: FastifyInstance, { directory, staff }: DirectoryDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/directory',
    summary: 'Organisations, service points and units of today',
    access: staff,
    answers: { 200: Directory },
    handle: () => directory.read(),
  });
}
