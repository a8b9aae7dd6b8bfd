import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NotFound } from '../../server/platform/errors.ts';
import { anyone } from '../../server/platform/http/access.ts';
import { empty, page } from '../../server/platform/http/answers.ts';
import { route } from '../../server/platform/http/route.ts';
import { formToken } from '../../server/platform/http/same-origin.ts';
import { localeOf } from '../locale.ts';
import type { DemoProvider } from '../provider.ts';
import { testIdentities } from './identities.ts';
import { identitiesPage } from './page.ts';
import { BROKER_SIGN_IN_PATH, levelOf } from './provider.ts';

const Uid = z.object({ uid: z.string().regex(/^[\w-]{10,60}$/) });
const Picked = z.strictObject({ identity: z.string().max(40) });

/** Where the demo's broker asks whom to identify. */
export function brokerRoutes(app: FastifyInstance, { oidc }: DemoProvider): void {
  route(app, {
    method: 'GET',
    url: `${BROKER_SIGN_IN_PATH}/:uid`,
    summary: 'The demo broker asks whom to identify',
    access: anyone,
    params: Uid,
    query: z.looseObject({ lang: z.string().optional() }),
    answers: { 200: page },
    handle: async ({ params, request, reply }) => {
      await oidc.interactionDetails(request.raw, reply.raw).catch(refuse);
      const path = `${BROKER_SIGN_IN_PATH}/${params.uid}`;
      return { status: 200, body: identitiesPage(localeOf(request, reply), { path, token: formToken(request, reply) }) };
    },
  });

  route(app, {
    method: 'POST',
    url: `${BROKER_SIGN_IN_PATH}/:uid`,
    summary: 'Tell the demo broker whom to identify, or that nobody is',
    access: anyone,
    params: Uid,
    body: Picked,
    form: true,
    answers: { 303: empty },
    handle: async ({ body, request, reply }) => {
      const identity = testIdentities.find(({ key }) => key === body.identity);
      if (!identity && body.identity !== 'nobody') throw new NotFound();
      const result = identity ? { login: { accountId: identity.key, acr: levelOf(identity) } } : { error: 'access_denied' };
      const location = await oidc.interactionResult(request.raw, reply.raw, result).catch(refuse);
      return { status: 303, headers: { location } };
    },
  });
}

/** A sign-in left lying for too long. */
function refuse(): never {
  throw new NotFound();
}
