import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/**
 * Strict headers for every answer: own scripts, styles and connections only, nothing inline, never framed by others. A route that
 * serves something stranger (a mail's HTML) sets a stricter policy of its own.
 */
export function setSecurityHeaders(app: FastifyInstance, publicOrigin: string): void {
  const https = publicOrigin.startsWith('https:');
  // Put together once: the plugin for Fastify does it for each answer.
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // `no-referrer` would make browsers send `Origin: null` with our own forms; secret links still never reach another site.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'sameorigin' },
  });
  app.addHook('onRequest', ({ raw }, reply, done) => setHeaders(raw, reply.raw, (error) => done(error as Error | undefined)));
}
