import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dayOf } from '../../../platform/clock/day.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { formText, id } from '../../../platform/http/shapes.ts';
import { requireRight } from '../../customers/service.ts';
import { handledCustomer } from '../../identity/service.ts';
import { rememberWish } from '../../site/service.ts';
import { namingBy } from '../following/drawing.ts';
import { type Drawn, ownView } from '../own/drawing.ts';
import { back, type OwnDeps, PRIVATE } from '../own/private.ts';
import { readOwnMatters } from '../own/queries.ts';
import { about, refuseOther } from '../own/wishing.ts';
import { dataRequestsPage, type RequestsShown } from './page.ts';
import { ownRequests } from './queries.ts';
import { Kind } from './schema.ts';
import { askOfData } from './service.ts';

const ASKINGS = { max: 20, windowMs: 3_600_000 };
const LONGEST = 4000;

const Asking = z.strictObject({ ...about, kind: Kind, matter: z.union([id, z.literal('')]).default(''), words: formText(LONGEST * 2) });

export function dataRequestPageRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  route(app, {
    method: 'GET',
    url: '/my/data-requests',
    summary: 'What one has asked of one’s data, and the answers',
    access: customer,
    query: z.looseObject({ done: z.literal('yes').optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      requireRight(caller, 'data-rights');
      rememberWish(request, reply);
      const body = await draw({ desk, caller, request, reply }, { done: query.done === 'yes' });
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/data-requests',
    summary: 'Ask to correct, erase or restrict one’s data',
    access: customer,
    form: true,
    body: Asking,
    limit: ASKINGS,
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      refuseOther(caller, body.about);
      requireRight(caller, 'data-rights');
      const words = body.words.trim().slice(0, LONGEST);
      if (words === '')
        return { status: 422, body: await draw({ desk, caller, request, reply }, { fault: 'words', asked: body }), headers: PRIVATE };
      await askOfData(desk, caller, request.id, { kind: body.kind, matterId: body.matter || null, words });
      return back('/my/data-requests?done=yes');
    },
  });
}

async function draw(drawn: Drawn, state: Pick<RequestsShown, 'done' | 'fault' | 'asked'>): Promise<string> {
  const { desk, caller, request, reply } = drawn;
  const view = await ownView(drawn, '/my/data-requests');
  const { organisations } = await desk.directory.read();
  return dataRequestsPage(view, caller, {
    requests: await ownRequests(desk.db, handledCustomer(caller), dayOf(desk.clock.now())),
    matters: await readOwnMatters(desk.db, caller, request.id),
    naming: namingBy(organisations, view.locale),
    token: formToken(request, reply),
    ...state,
  });
}
