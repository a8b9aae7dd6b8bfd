import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../platform/errors.ts';
import { anyone } from '../../platform/http/access.ts';
import { page, raw } from '../../platform/http/answers.ts';
import { route } from '../../platform/http/route.ts';
import { assets } from './frame.ts';
import { type FrontParts, frontPage } from './front-page.ts';
import { rememberWish } from './language.ts';
import { lookAround, type SiteDeps, viewFor } from './view.ts';

const forever = 'public, max-age=31536000, immutable';

/** @param front what higher modules put on the front page */
export function siteRoutes(app: FastifyInstance, deps: SiteDeps, front: FrontParts): void {
  // A database that is away at this moment must not keep the service from starting.
  app.addHook('onReady', () => lookAround(deps).catch(() => {}));

  route(app, {
    method: 'GET',
    url: '/',
    summary: 'The front page of the public site',
    access: anyone,
    query: z.looseObject({}),
    answers: { 200: page },
    handle: async ({ request, reply }) => {
      rememberWish(request, reply);
      const view = await viewFor(deps, request);
      const body = frontPage(view, await front(view, request, reply));
      // It holds a form's token, which is one browser's.
      return { status: 200, body, headers: { 'cache-control': 'private, no-cache' } };
    },
  });

  route(app, {
    method: 'GET',
    url: '/site/:name',
    summary: 'The style and fonts of the public site',
    access: anyone,
    params: z.object({ name: z.string() }),
    answers: { 200: raw('application/octet-stream') },
    handle: async ({ params, request }) => {
      const asset = assets.get(params.name);
      if (!asset) throw new NotFound();
      const headers = { 'content-type': asset.type, 'cache-control': forever, vary: 'accept-encoding' };
      const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
      return asset.packed && takesBrotli
        ? { status: 200, body: asset.packed, headers: { ...headers, 'content-encoding': 'br' } }
        : { status: 200, body: asset.bytes, headers };
    },
  });
}
