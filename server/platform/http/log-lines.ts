import type { FastifyInstance } from 'fastify';
import type { Log } from '../log/log.ts';

/** One line a request: the route's pattern, never the address itself, which may hold ids, tokens and search words. */
export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook('onResponse', (request, reply, done) => {
    log.info('request', {
      reqId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
