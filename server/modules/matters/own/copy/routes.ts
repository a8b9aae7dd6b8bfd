import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dayOf } from '../../../../platform/clock/day.ts';
import { page, raw } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import { formToken } from '../../../../platform/http/same-origin.ts';
import { requireRight } from '../../../customers/service.ts';
import { listsOf } from '../../../directory/service.ts';
import { rememberWish } from '../../../site/service.ts';
import type { Desk } from '../../types.ts';
import { ownView } from '../drawing.ts';
import { type OwnDeps, PRIVATE } from '../private.ts';
import { copyPage } from './page.ts';
import { readCopy } from './query.ts';
import { readableCopy } from './readable.ts';

/** All that is kept of somebody is heavy to gather: nobody needs it often. */
const COPIES = { max: 20, windowMs: 600_000 };

export function copyRoutes(app: FastifyInstance, { desk, customer }: OwnDeps): void {
  const loose = z.looseObject({});

  route(app, {
    method: 'GET',
    url: '/my/copy',
    summary: 'How to have one’s own data as a file',
    access: customer,
    query: loose,
    answers: { 200: page },
    handle: async ({ caller, request, reply }) => {
      requireRight(caller, 'data-rights');
      rememberWish(request, reply);
      const view = await ownView({ desk, caller, request, reply });
      return { status: 200, body: copyPage(view, caller, formToken(request, reply)), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'GET',
    url: '/my/copy/data',
    summary: 'One’s own data as JSON, to save',
    access: customer,
    query: loose,
    limit: COPIES,
    answers: { 200: raw('application/json; charset=utf-8') },
    handle: async ({ caller, request, reply }) => {
      requireRight(caller, 'data-rights');
      const { locale } = await ownView({ desk, caller, request, reply });
      const copy = await readCopy(desk, caller, request.id, locale);
      return { status: 200, body: JSON.stringify(copy, null, 2), headers: toSave(desk, 'json') };
    },
  });

  route(app, {
    method: 'GET',
    url: '/my/copy/readable',
    summary: 'One’s own data as a file for people to read, to save',
    access: customer,
    query: loose,
    limit: COPIES,
    answers: { 200: page },
    handle: async ({ caller, request, reply }) => {
      requireRight(caller, 'data-rights');
      const view = await ownView({ desk, caller, request, reply });
      const copy = await readCopy(desk, caller, request.id, view.locale);
      return { status: 200, body: readableCopy(view, copy, await listsOf(desk.db, { onlyActive: false })), headers: toSave(desk, 'html') };
    },
  });
}

/** The file's name tells neither whose it is nor of what. */
function toSave({ clock }: Desk, ending: string): Record<string, string> {
  return {
    ...PRIVATE,
    'content-disposition': `attachment; filename="polku-${dayOf(clock.now())}.${ending}"`,
    'x-content-type-options': 'nosniff',
  };
}
