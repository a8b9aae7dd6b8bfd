import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Forbidden } from '../../../platform/errors.ts';
import { page } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import { byId } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import type { StaffAccess } from '../../identity/types.ts';
import { noticeForPaper } from '../../matters/noticing/service.ts';
import type { Noticing } from '../../matters/noticing/types.ts';
import { letterSheet } from '../../matters/printing/service.ts';
import { variantOf } from '../../matters/service.ts';
import { viewFor } from '../../site/service.ts';

const Lang = z.enum(['fi', 'sv', 'en', 'fi-x-plain']);
const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' };

export function paperRoutes(app: FastifyInstance, { noticing, staff }: StaffAccess & { noticing: Noticing }): void {
  route(app, {
    method: 'GET',
    url: '/print/notices/:id',
    summary: 'A neutral notice as a letter',
    access: staff,
    params: byId,
    answers: { 200: page },
    handle: async (call) => {
      const site = call.request.headers['sec-fetch-site'];
      if (site === 'cross-site' || site === 'same-site') throw new Forbidden('cross-site');
      const letter = await noticeForPaper(noticing, byOf(call), call.params.id);
      const plain = Lang.safeParse(letter.language);
      const view = await viewFor(noticing, call.request, plain.success ? plain.data : variantOf(letter.language));
      // No sender: a point's or an organisation's name may be an authority's.
      return { status: 200, body: letterSheet(view, letter, { sender: [] }), headers: PRIVATE };
    },
  });
}
