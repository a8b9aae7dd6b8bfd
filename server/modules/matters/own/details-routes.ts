import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { requireRight } from '../../customers/service.ts';
import { listsOf, nameIn } from '../../directory/service.ts';
import { handledCustomer, liveSessions } from '../../identity/service.ts';
import { rememberWish } from '../../site/service.ts';
import { noticeWishesOf } from '../noticing/wishes.ts';
import { detailsPage } from './details-page.ts';
import { readDetails } from './details-query.ts';
import { type Drawn, ownView } from './drawing.ts';
import { back, type OwnDeps, PRIVATE } from './private.ts';
import { changeWishes, WishForm } from './wishing.ts';

const WISHES = { max: 60, windowMs: 600_000 };

export function detailsRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  route(app, {
    method: 'GET',
    url: '/my/details',
    summary: 'What is recorded about oneself, one’s wishes and where one is signed in',
    access: customer,
    query: z.looseObject({ done: z.literal('wishes').optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ caller, query, request, reply }) => {
      requireRight(caller, 'write');
      rememberWish(request, reply);
      return { status: 200, body: await draw({ desk, caller, request, reply }, { done: query.done }), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/wishes',
    summary: 'Say in which language, how and when one wishes to be reached',
    access: customer,
    form: true,
    body: WishForm,
    limit: WISHES,
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      const fault = await changeWishes(desk, caller, request.id, body);
      if (!fault) return back('/my/details?done=wishes');
      return { status: 422, body: await draw({ desk, caller, request, reply }, { fault }), headers: PRIVATE };
    },
  });
}

async function draw(drawn: Drawn, state: { done?: 'wishes' | undefined; fault?: 'times' | undefined }): Promise<string> {
  const { desk, caller, request, reply } = drawn;
  const view = await ownView(drawn, '/my/details');
  const lists = await listsOf(desk.db, { onlyActive: true });
  const named = (list: string) => (lists[list] ?? []).map(({ key, label }) => ({ key, name: nameIn(label, view.locale) }));
  const kinds = named('specialNeeds');
  return detailsPage(view, caller, {
    details: await readDetails(desk.db, caller, request.id),
    wishes: await noticeWishesOf(desk.db, handledCustomer(caller)),
    sessions: await liveSessions(desk, caller.customerId),
    languages: named('serviceLanguages'),
    arrangementName: (kind) => kinds.find(({ key }) => key === kind)?.name ?? kind,
    token: formToken(request, reply),
    ...state,
  });
}
