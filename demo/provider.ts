import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { ClientMetadata, Configuration, FindAccount } from 'oidc-provider';
import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import { Provider } from 'oidc-provider/lib/provider.js';
import type { OidcSettings } from '../server/modules/identity/service.ts';
import type { BrokerWay } from '../server/platform/config/broker.ts';
import { newPrivateJwk } from '../server/platform/keys/private-jwk.ts';
import { clientOf } from './oidc-client.ts';
import { farewellPage, refusalPage } from './oidc-pages.ts';
import { memoryStore } from './oidc-store.ts';

/** A provider of the demo: where it is, for which relying party of ours, and what it tells of whom. */
export type ProviderSpec = {
  mount: string;
  /** Where it asks who signs in. */
  signInPath: string;
  callback: string;
  scope: string;
  claims: Configuration['claims'];
  findAccount: FindAccount;
  /** Levels of authentication it knows; none: it speaks of no levels. */
  acr?: readonly string[];
  /** How its client proves who it is, and whether its ID tokens are encrypted; left out: by a secret, and not. */
  way?: BrokerWay;
  /** Its cookies are apart from another provider's on the same host. */
  cookie: string;
};

export type DemoProvider = { mount: string; settings: OidcSettings; oidc: Provider; sessionCookies: string[] };

/**
 * A real OpenID provider for the demo and the tests: the same sign-in as in production, except that anyone may say who they are.
 * Keys and the client's secret are new at each start. Never started outside the demo (see platform/config).
 */
export function demoProviderOf(publicUrl: string, spec: ProviderSpec): DemoProvider {
  const issuer = publicUrl + spec.mount;
  const { settings, registered } = clientOf(issuer, spec.way);
  const oidc = new Provider(issuer, configuration(publicUrl, registered, spec));
  return { mount: spec.mount, settings, oidc, sessionCookies: [spec.cookie, `${spec.cookie}.sig`] };
}

/**
 * Puts the provider in front of the service on the same port. It is a web application of its own: it reads its own bodies, sets its
 * own cookies, and its token endpoint takes calls without an Origin.
 */
export function mountDemoProvider(app: FastifyInstance, { oidc, mount }: DemoProvider): void {
  const service = app.server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  const provider = oidc.callback();
  app.server.removeAllListeners('request');
  app.server.on('request', (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    if (!request.url?.startsWith(`${mount}/`)) {
      for (const listener of service) listener(request, response);
      return;
    }
    request.originalUrl = request.url;
    request.url = request.url.slice(mount.length);
    void provider(request, response);
  });
}

function configuration(publicUrl: string, client: ClientMetadata, spec: ProviderSpec): Configuration {
  return {
    adapter: memoryStore(),
    clients: [
      {
        ...client,
        redirect_uris: [publicUrl + spec.callback],
        post_logout_redirect_uris: [`${publicUrl}/`, `${publicUrl}/my/signed-out`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: spec.claims,
    // Our brokers say who it is in the signed ID token itself, as Traficom's profile has it; else in the user information.
    conformIdTokenClaims: spec.acr === undefined,
    ...(spec.acr ? { acrValues: [...spec.acr] } : {}),
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: spec.cookie, interaction: `${spec.cookie}_asking`, resume: `${spec.cookie}_resume` },
    },
    features: {
      devInteractions: { enabled: false },
      encryption: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: farewellPage, postLogoutSuccessSource: farewellPage },
    },
    findAccount: spec.findAccount,
    interactions: { policy: askEachTime(), url: (_ctx, { uid }) => `${spec.signInPath}/${uid}` },
    jwks: { keys: [newPrivateJwk('RS256')] },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session?.accountId, clientId: oidc.client?.clientId });
      grant.addOIDCScope(spec.scope);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError: refusalPage,
    // Seconds.
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
  };
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
