import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { nameIn } from '../../directory/service.ts';
import { byOf } from '../../identity/service.ts';
import { viewFor } from '../../site/service.ts';
import { namingBy } from '../following/drawing.ts';
import { variantOf } from '../messages/wording.ts';
import type { MatterDeps } from '../routes.ts';
import { letterSheet } from './letter-sheet.ts';
import { drawLink, PRIVATE, placeWords, refuseForeignPage } from './paper.ts';
import { pathSheet } from './path-sheet.ts';
import { letterForPaper, pathForPaper } from './service.ts';

const Lang = z.enum(['fi', 'sv', 'en', 'fi-x-plain']);
const yesOrNo = z.enum(['yes', 'no']).default('no');

/** Papers for the customer, in the customer's language. `link=yes` makes a secret link, so another site must not make a browser ask for it. */
export function printRoutes(app: FastifyInstance, { desk, staff, publicUrl }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/print/matters/:id',
    summary: 'A matter’s path on paper for the customer',
    access: staff,
    params: byId,
    query: z.object({ authorities: yesOrNo, link: yesOrNo, lang: Lang.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const { authorities, link, lang } = call.query;
      const [named, linked] = [authorities === 'yes', link === 'yes'];
      const paper = await pathForPaper(desk, byOf(call), call.params.id, { named, linked });
      const view = await viewFor(desk, call.request, lang ?? variantOf(paper.matter.language));
      const { organisations, points } = await desk.directory.read();
      const body = pathSheet(view, {
        matter: paper.matter,
        naming: namingBy(organisations, view.locale),
        place: placeWords(view, points, paper.matter.pointId),
        named,
        link: await drawLink(view, publicUrl, paper.link),
      });
      return { status: 200, body, headers: PRIVATE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/print/messages/:id',
    summary: 'A message or an instruction as a letter',
    access: staff,
    params: byId,
    query: z.object({ lang: Lang.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const letter = await letterForPaper(desk, byOf(call), call.params.id);
      const view = await viewFor(desk, call.request, call.query.lang ?? variantOf(letter.language));
      const { organisations, points } = await desk.directory.read();
      const owner = organisations.find(({ id }) => id === letter.ownerOrg);
      const sender = [owner ? nameIn(owner.name, view.locale) : '', placeWords(view, points, letter.pointId)].filter(Boolean);
      return { status: 200, body: letterSheet(view, letter, { sender }), headers: PRIVATE };
    },
  });
}
