import type { FastifyInstance } from 'fastify';
import { route } from '../../../platform/http/route.ts';
import { byOf } from '../../identity/service.ts';
import type { PeopleDeps } from '../routes.ts';
import { Me, MeChange } from './schema.ts';
import { changeMe, me } from './service.ts';

export function meRoutes(app: FastifyInstance, deps: PeopleDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/me',
    summary: 'Who is signed in: roles, units, settings and the points to choose from',
    access: deps.staff,
    answers: { 200: Me },
    handle: ({ caller }) => me(deps, caller),
  });

  route(app, {
    method: 'PATCH',
    url: '/api/me',
    summary: "Change one's own language, settings or today's point",
    access: deps.staff,
    body: MeChange,
    answers: { 200: Me },
    handle: (call) => changeMe(deps, byOf(call), call.body),
  });
}
