import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dayOf } from '../../../platform/clock/day.ts';
import { NotFound } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { listsOf } from '../../directory/service.ts';
import { rememberWish, viewFor } from '../../site/service.ts';
import { actorsInUse, findActor } from '../support/queries.ts';
import { freshnessOf } from '../support/rules.ts';
import { keepable } from './answer.ts';
import type { PagesDeps } from './deps.ts';
import { readerOf } from './reader.ts';
import { supportActorPage } from './support-actor-page.ts';
import { supportActorsPage } from './support-actors-page.ts';

const anyQuery = z.looseObject({});
const answers = { 200: page, 304: empty, 404: page };

/** Who gives digital support, for residents. */
export function supportPageRoutes(app: FastifyInstance, deps: PagesDeps): void {
  const { db, clock } = deps;

  route(app, {
    method: 'GET',
    url: '/digital-support',
    summary: 'Who helps with devices and online services in the region',
    access: anyone,
    query: anyQuery,
    answers,
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      return keepable(request, supportActorsPage(readerOf(await viewFor(deps, request)), await actorsInUse(db)));
    },
  });

  route(app, {
    method: 'GET',
    url: '/digital-support/:id',
    summary: 'One who gives digital support: what, where, when, for how much, and when it was last looked over',
    access: anyone,
    params: byId,
    query: anyQuery,
    answers,
    handle: async ({ params: { id }, request, reply }) => {
      rememberWish(request, reply);
      const actor = await findActor(db, id, []);
      if (!actor) throw new NotFound();
      const lists = await listsOf(db, { onlyActive: false });
      const isOld = freshnessOf(actor.checkedOn, dayOf(clock.now())) === 'stale';
      return keepable(request, supportActorPage(readerOf(await viewFor(deps, request)), { actor, lists, isOld }));
    },
  });
}
