import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type MandateSettings, signed } from '../../server/modules/customers/mandates/suomifi.ts';
import { NotFound } from '../../server/platform/errors.ts';
import { anyone } from '../../server/platform/http/access.ts';
import { empty, page } from '../../server/platform/http/answers.ts';
import { route } from '../../server/platform/http/route.ts';
import { localeOf } from '../locale.ts';
import { mandatesPage } from './page.ts';
import { type DemoPrincipal, principalsOf } from './principals.ts';

type Asking = { mode: 'hpa' | 'ypa'; identityCode: string; userId: string; chosen?: DemoPrincipal; code?: string };

const MOUNT = '/demo/mandates';
const Mode = z.enum(['hpa', 'ypa']);
const Query = z.looseObject({});

/** Plays the register of mandates: the part of its Web API that is used, and the pages on which one chooses. In memory alone. */
export function demoMandates(app: FastifyInstance, publicUrl: string): MandateSettings {
  const secret = () => randomBytes(24).toString('base64url');
  const settings = { url: publicUrl + MOUNT, clientId: 'polku', apiKey: secret(), oauthSecret: secret() };
  const asked = new Map<string, Asking>();
  apiRoutes(app, settings, asked);
  choosingRoute(app, publicUrl, asked);
  return settings;
}

function apiRoutes(app: FastifyInstance, settings: MandateSettings, asked: Map<string, Asking>): void {
  const checked = (request: FastifyRequest) => {
    const header = String(request.headers['x-asiointivaltuudetauthorization'] ?? '');
    const at = header.split(' ')[1] ?? '';
    if (header !== signed(settings, request.url.slice(MOUNT.length), at)) throw new NotFound();
  };
  const get = <P extends z.ZodObject>(path: string, params: P, answer: (given: z.infer<P>) => unknown) =>
    route(app, {
      method: 'GET',
      url: `${MOUNT}/service/:mode/${path}`,
      summary: 'The demo’s register of mandates',
      access: anyone,
      params,
      query: Query,
      answers: { 200: z.any() },
      handle: async ({ params: given, request }) => {
        checked(request);
        return { status: 200, body: answer(given as z.infer<P>) };
      },
    });
  const text = z.string().max(200);
  const of = (sessionId: string): Asking => asked.get(sessionId) ?? missing();

  get('user/register/:client/:code', z.object({ mode: Mode, client: text, code: text }), ({ mode, code }) => {
    const [sessionId, userId] = [randomUUID(), randomUUID()];
    asked.set(sessionId, { mode, identityCode: code, userId });
    return { sessionId, userId };
  });
  get('api/delegate/:session', z.object({ mode: Mode, session: text }), ({ session }) => {
    const { chosen } = of(session);
    return chosen ? [{ personId: chosen.identifier, name: chosen.name }] : [];
  });
  get('api/authorization/:session/:person', z.object({ mode: Mode, session: text, person: text }), ({ session, person }) => ({
    result: of(session).chosen?.identifier === person ? 'ALLOWED' : 'DISALLOWED',
  }));
  get('api/authorizationlist/:session/:person', z.object({ mode: Mode, session: text, person: text }), ({ session, person }) => {
    const { chosen } = of(session);
    return { roles: chosen?.identifier === person ? chosen.roles : [] };
  });
  get('api/organizationRoles/:session', z.object({ mode: Mode, session: text }), ({ session }) => {
    const { chosen } = of(session);
    return chosen ? [{ identifier: chosen.identifier, name: chosen.name, roles: chosen.roles }] : [];
  });

  route(app, {
    method: 'POST',
    url: `${MOUNT}/oauth/token`,
    summary: 'The demo’s register of mandates changes a code for a token',
    access: anyone,
    query: z.looseObject({ code: text }),
    answers: { 200: z.object({ access_token: z.string() }) },
    handle: async ({ query }) => {
      const found = [...asked.values()].find(({ code }) => code === query.code) ?? missing();
      delete found.code;
      return { status: 200, body: { access_token: randomUUID() } };
    },
  });
}

function choosingRoute(app: FastifyInstance, publicUrl: string, asked: Map<string, Asking>): void {
  route(app, {
    method: 'GET',
    url: `${MOUNT}/oauth/authorize`,
    summary: 'The demo’s register of mandates asks whom one acts for',
    access: anyone,
    query: z.looseObject({
      user: z.string(),
      state: z.string().max(200),
      lang: z.string().optional(),
      pick: z.string().max(40).optional(),
    }),
    answers: { 200: page, 303: empty },
    handle: async ({ query, request, reply }) => {
      const asking = [...asked.values()].find(({ userId }) => userId === query.user) ?? missing();
      const principals = principalsOf(asking.identityCode, asking.mode);
      const back = (extra: Record<string, string>) =>
        `${publicUrl}/my/acting-for/callback?${new URLSearchParams({ ...extra, state: query.state })}`;
      if (query.pick !== undefined) {
        const chosen = principals.find(({ key }) => key === query.pick) ?? missing();
        Object.assign(asking, { chosen, code: randomUUID() });
        return { status: 303, headers: { location: back({ code: asking.code as string }) } };
      }
      const way = (key: string) => `${MOUNT}/oauth/authorize?${new URLSearchParams({ user: query.user, state: query.state, pick: key })}`;
      return { status: 200, body: mandatesPage(localeOf(request, reply), principals, way, back({ error: 'access_denied' })) };
    },
  });
}

function missing(): never {
  throw new NotFound();
}
