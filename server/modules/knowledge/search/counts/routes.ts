import type { FastifyInstance } from 'fastify';
import { empty } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byOf } from '../../../identity/service.ts';
import type { SearchDeps } from '../routes.ts';
import { SettledSearch, Unanswered } from './schema.ts';
import { settleSearch, unanswered } from './service.ts';

export function countRoutes(app: FastifyInstance, { db, clock, staffWith }: SearchDeps): void {
  const keepers = staffWith('administrator', 'development-team');

  route(app, {
    method: 'GET',
    url: '/api/admin/search/unanswered',
    summary: 'Words searched for at least three times of late that found nothing, or nothing that anybody chose',
    access: keepers,
    answers: { 200: Unanswered },
    handle: () => unanswered(db, clock),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/search/settled-searches',
    summary: 'Take words off the list of those to be mended, until they come again',
    access: keepers,
    body: SettledSearch,
    answers: { 204: empty },
    handle: async (call) => settleSearch({ db, clock }, byOf(call), call.body),
  });
}
