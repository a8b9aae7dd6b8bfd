import type { FastifyInstance } from 'fastify';
import { anyone } from '../../../platform/http/access.ts';
import { empty, raw } from '../../../platform/http/answers.ts';
import { etagOf } from '../../../platform/http/etag.ts';
import { openApi } from '../../../platform/http/openapi.ts';
import { route, routesOf } from '../../../platform/http/route.ts';

const INFO = {
  title: 'Polku: booking',
  version: '1',
  description: 'Booking by a city’s own site, told step by step in docs/booking-api.md. Errors are problem+json with a stable `code`.',
};
const LIMIT = { max: 300, windowMs: 60_000 };

/** What a city's own site may call at this installation, from the same declarations that answer its calls. */
export function descriptionRoutes(app: FastifyInstance, { publicUrl }: { publicUrl: string }): void {
  let made: string | undefined;
  const describe = () => {
    const routes = routesOf(app).filter(({ url }) => url.startsWith('/api/v1/booking/'));
    return JSON.stringify(openApi(routes, INFO, publicUrl), null, 2);
  };

  route(app, {
    method: 'GET',
    url: '/api/v1/openapi.json',
    summary: 'What another site may call to book, as OpenAPI 3.1, with the address of this installation',
    access: anyone,
    limit: LIMIT,
    answers: { 200: raw('application/json; charset=utf-8'), 304: empty },
    handle: async ({ request }) => {
      // Once: all routes are declared by the first call, and none is later.
      made ??= describe();
      const { etag, isKnown } = etagOf(request, made);
      const headers = { etag, 'cache-control': 'public, max-age=300' };
      return isKnown ? { status: 304 as const, headers } : { status: 200 as const, body: made, headers };
    },
  });
}
