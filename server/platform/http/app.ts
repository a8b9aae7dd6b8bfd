import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '../log/log.ts';
import { inNetworks } from '../networks.ts';
import { addDoors } from './doors.ts';
import { createLimiters, DEFAULT_LIMITS, type Limiters, type Limits, registerRateLimit } from './limits.ts';
import { logRequests } from './log-lines.ts';
import { answerError, answerNotFound, type ProblemTexts } from './problems.ts';
import type { AnyRoute } from './route.ts';
import { refuseCrossSite } from './same-origin.ts';
import { setSecurityHeaders } from './security-headers.ts';

export interface HttpConfig {
  /** Where people reach the service, e.g. `https://palvelu.example`; decides origin checks, HSTS and cookie prefixes. */
  publicUrl: string;
  /** Proxies whose X-Forwarded-For is believed: true, or their addresses. Off when not said. */
  trustProxy?: boolean | string | string[];
  limits?: Partial<Limits>;
  /** Addresses and networks of sites that call for their own visitors: more may come from them. */
  knownSites?: string[];
}

export interface AppOptions {
  config: HttpConfig;
  log: Log;
  problems?: ProblemTexts;
}

declare module 'fastify' {
  interface FastifyInstance {
    declaredRoutes: AnyRoute[];
    /** Every route there is, however it was added, without those that hand out built files: for the guard over all routes. */
    knownRoutes: string[];
    limiters: Limiters;
    formCookie: string;
  }
  interface FastifyRequest {
    caller: unknown;
    /** See `Access.key`; the access's name for callers without one. */
    callerKey: string;
    limitKey: string;
  }
}

/** The web server without routes: modules add theirs with `route`. Nothing a client sends is believed about its address or request id. */
export async function createApp({ config, log, problems = {} }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy ?? false,
    bodyLimit: 1_000_000,
    // A slow sender holds a connection at most this long (milliseconds); streams to the browser are not limited by it.
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
  });
  decorate(app, config);
  addDoors(app);
  logRequests(app, log);
  app.setErrorHandler(answerError(log, problems));
  app.setNotFoundHandler(answerNotFound(problems));
  await registerPlugins(app, config);
  app.limiters = createLimiters(app, { ...DEFAULT_LIMITS, ...config.limits }, inNetworks(config.knownSites ?? []));
  return app;
}

function decorate(app: FastifyInstance, config: HttpConfig): void {
  const secure = config.publicUrl.startsWith('https:');
  app.decorate('declaredRoutes', []);
  app.decorate('knownRoutes', []);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.servesFiles) for (const each of [method].flat()) app.knownRoutes.push(`${each} ${url}`);
  });
  app.decorate('limiters', undefined as unknown as Limiters);
  app.decorate('formCookie', secure ? '__Host-polku-form' : 'polku-form');
  app.decorateRequest('caller', undefined);
  app.decorateRequest('callerKey', '');
  app.decorateRequest('limitKey', '');
}

async function registerPlugins(app: FastifyInstance, config: HttpConfig): Promise<void> {
  const publicOrigin = new URL(config.publicUrl).origin;
  // text/plain is what a foreign page may post without asking.
  app.removeContentTypeParser('text/plain');
  await app.register(cookie);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    refuseCrossSite(request, publicOrigin);
    done();
  });
  setSecurityHeaders(app, publicOrigin);
  await app.register(formbody);
  await app.register(multipart);
  await registerRateLimit(app);
}
