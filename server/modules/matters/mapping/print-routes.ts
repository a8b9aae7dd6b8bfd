import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import { viewFor } from '../../site/service.ts';
import { drawLink, PRIVATE, placeWords, refuseForeignPage } from '../printing/paper.ts';
import type { MatterDeps } from '../routes.ts';
import { pictureForPaper } from './paper.ts';
import { pictureSheet } from './picture-sheet.ts';
import { PictureVariant } from './schema.ts';

/** `link=yes` makes a secret link to put on the paper. */
export function mappingPrintRoutes(app: FastifyInstance, { desk, staff, publicUrl }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/print/mappings/:id',
    summary: 'A situation picture and the agreed path on paper for the customer',
    access: staff,
    params: byId,
    query: z.object({ link: z.enum(['yes', 'no']).default('no'), lang: PictureVariant.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const paper = await pictureForPaper(desk, byOf(call), call.params.id, {
        variant: call.query.lang,
        linked: call.query.link === 'yes',
      });
      const view = await viewFor(desk, call.request, paper.variant);
      const { points } = await desk.directory.read();
      const body = pictureSheet(view, {
        ...paper,
        place: placeWords(view, points, paper.pointId),
        link: await drawLink(view, publicUrl, paper.link),
      });
      return { status: 200, body, headers: PRIVATE };
    },
  });
}
