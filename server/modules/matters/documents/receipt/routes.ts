import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { page } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { nameIn } from '../../../directory/service.ts';
import { byOf } from '../../../identity/service.ts';
import { viewFor } from '../../../site/service.ts';
import { variantOf } from '../../messages/wording.ts';
import { PRIVATE, placeWords, refuseForeignPage } from '../../printing/paper.ts';
import type { MatterDeps } from '../../routes.ts';
import { receiptOf } from './service.ts';
import { receiptSheet } from './sheet.ts';

const Lang = z.enum(['fi', 'sv', 'en', 'fi-x-plain']);

export function receiptRoutes(app: FastifyInstance, { desk, staff }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/print/documents/:id',
    summary: 'A receipt for a paper that was left at a desk, or given back',
    access: staff,
    params: byId,
    query: z.object({ what: z.enum(['arrival', 'return']).default('arrival'), lang: Lang.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const { what, lang } = call.query;
      const { number, language, ownerOrg, pointId, document } = await receiptOf(desk, byOf(call), call.params.id, what);
      const view = await viewFor(desk, call.request, lang ?? variantOf(language));
      const { organisations, points } = await desk.directory.read();
      const name = (id: string | null) => organisations.find((one) => one.id === id)?.name;
      const [owner, authority] = [name(ownerOrg), name(document.organisationId)];
      const body = receiptSheet(view, {
        kind: what,
        number,
        document,
        place: placeWords(view, points, pointId),
        receivedBy: owner ? nameIn(owner, view.locale) : '',
        authority: authority ? nameIn(authority, view.locale) : null,
      });
      return { status: 200, body, headers: PRIVATE };
    },
  });
}
