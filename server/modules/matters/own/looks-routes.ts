import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { dayText } from '../../../platform/http/shapes.ts';
import { requireRight } from '../../customers/service.ts';
import { rememberWish } from '../../site/service.ts';
import { namingBy } from '../following/drawing.ts';
import { ownView } from './drawing.ts';
import { looksPage } from './looks-page.ts';
import { readLooks } from './looks-query.ts';
import { type OwnDeps, PRIVATE } from './private.ts';

export function looksRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  route(app, {
    method: 'GET',
    url: '/my/looks',
    summary: 'Who has looked at one’s data, when and why',
    access: customer,
    query: z.looseObject({ before: dayText.optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      requireRight(caller, 'data-rights');
      rememberWish(request, reply);
      const view = await ownView({ desk, caller, request, reply });
      const { organisations } = await desk.directory.read();
      const shown = { naming: namingBy(organisations, view.locale), before: query.before, token: formToken(request, reply) };
      const looks = await readLooks(desk.db, caller, request.id, query.before);
      return { status: 200, body: looksPage(view, caller, { ...looks, ...shown }), headers: PRIVATE };
    },
  });
}
