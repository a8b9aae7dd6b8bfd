import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import { viewFor } from '../../site/service.ts';
import { namingBy } from '../following/drawing.ts';
import { variantOf } from '../messages/wording.ts';
import { letterSheet } from '../printing/letter-sheet.ts';
import { PRIVATE, placeWords, refuseForeignPage } from '../printing/paper.ts';
import { pathSheet } from '../printing/path-sheet.ts';
import { pathToCollect } from './paper.ts';
import type { CollectingDeps } from './routes.ts';
import { collectedOnPaper } from './telling.ts';

const Lang = z.enum(['fi', 'sv', 'en', 'fi-x-plain']);

/** Papers for the customer in the customer's language. Authorities stand on the path only where the customer agreed. */
export function collectingPrintRoutes(app: FastifyInstance, { desk, staff }: CollectingDeps): void {
  route(app, {
    method: 'GET',
    url: '/print/collectings/:id',
    summary: 'The path on paper, for a customer who collects their messages',
    access: staff,
    params: byId,
    query: z.object({ lang: Lang.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const { matter, named } = await pathToCollect(desk, byOf(call), call.params.id);
      const view = await viewFor(desk, call.request, call.query.lang ?? variantOf(matter.language));
      const { organisations, points } = await desk.directory.read();
      const place = placeWords(view, points, call.caller.pointId);
      const body = pathSheet(view, { matter, naming: namingBy(organisations, view.locale), place, named, link: null });
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/print/collectings/:id/messages/:messageId',
    summary: 'A message on paper, for a customer who collects it',
    access: staff,
    params: z.object({ id, messageId: id }),
    query: z.object({ lang: Lang.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const letter = await collectedOnPaper(desk, byOf(call), call.params);
      const view = await viewFor(desk, call.request, call.query.lang ?? variantOf(letter.language));
      const { points } = await desk.directory.read();
      // Whose desk wrote it is not told: only where the paper was given.
      const sender = [placeWords(view, points, call.caller.pointId)].filter(Boolean);
      return { status: 200, body: letterSheet(view, letter, { sender }), headers: PRIVATE };
    },
  });
}
