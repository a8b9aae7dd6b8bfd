import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Configuration } from 'oidc-provider';
import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { OidcSettings } from '../server/modules/identity/service.ts';
import type { Tables } from '../server/platform/db/tables.ts';
import { farewellPage, refusalPage } from './oidc-pages.ts';
import { memoryStore } from './oidc-store.ts';
import { demoPersonById } from './people.ts';

const MOUNT = '/demo/oidc';
const SCOPE = 'openid email profile';
/** Where the provider asks who signs in; see routes.ts. */
export const SIGN_IN_PATH = '/demo/sign-in';

export type DemoProvider = { settings: OidcSettings; oidc: Provider };

/**
 * A real OpenID provider for the demo and the tests: the same sign-in as in production, except that anyone may say who they are.
 * Keys and the client's secret are new at each start. Never started outside the demo (see platform/config).
 */
export function demoProvider(db: Kysely<Tables>, publicUrl: string): DemoProvider {
  const issuer = publicUrl + MOUNT;
  const client = { clientId: 'polku', clientSecret: randomBytes(32).toString('base64url') };
  return { settings: { issuer, ...client }, oidc: new Provider(issuer, configuration(db, publicUrl, client)) };
}

/**
 * Puts the provider in front of the service on the same port. It is a web application of its own: it reads its own bodies, sets its
 * own cookies, and its token endpoint takes calls without an Origin.
 */
export function mountDemoProvider(app: FastifyInstance, { oidc }: DemoProvider): void {
  const service = app.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  const provider = oidc.callback();
  app.server.removeAllListeners('request');
  app.server.on('request', (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    if (!request.url?.startsWith(`${MOUNT}/`)) {
      for (const listener of service) listener(request, response);
      return;
    }
    request.originalUrl = request.url;
    request.url = request.url.slice(MOUNT.length);
    void provider(request, response);
  });
}

function configuration(
  db: Kysely<Tables>,
  publicUrl: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Configuration {
  return {
    adapter: memoryStore(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/api/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: farewellPage, postLogoutSuccessSource: farewellPage },
    },
    findAccount: (_ctx, id) => accountOf(db, id),
    interactions: { policy: askEachTime(), url: (_ctx, { uid }) => `${SIGN_IN_PATH}/${uid}` },
    jwks: { keys: [signingKey()] },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError: refusalPage,
    // Seconds.
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
  };
}

async function accountOf(db: Kysely<Tables>, id: string) {
  const person = await demoPersonById(db, id);
  return (
    person && {
      accountId: id,
      claims: () => ({ sub: id, email: person.email, email_verified: true, name: person.name, locale: person.language }),
    }
  );
}

/** Who signs in is asked each time, so that one may change from person to person; nothing is asked about consent. */
function askEachTime() {
  const policy = base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new Check('each_time', 'The demo asks each time', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: randomUUID() };
}
