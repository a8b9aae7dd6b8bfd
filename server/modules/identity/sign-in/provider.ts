import * as oidc from 'openid-client';
import { Unavailable } from '../../../platform/errors.ts';
import type { OidcSettings } from '../settings.ts';
import { discover, isEncrypted } from './client.ts';

/** What one of our relying parties asks of its provider, and how it reads the answer. */
export type Terms<C> = {
  scope: string;
  /** Levels of authentication that are demanded, and without one of which nobody comes in. Empty: any. */
  acr: readonly string[];
  /** Whether the ID token alone says enough; else the provider's user information is read as well. */
  enough(idToken: oidc.IDToken): boolean;
  read(idToken: oidc.IDToken, about: oidc.IDToken | oidc.UserInfoResponse): C;
};

export type Departure = { url: URL; codeVerifier: string };
export type Arrival = { currentUrl: URL; state: string; nonce: string; codeVerifier: string };
export type Arrived<C> = { claims: C; idToken: string };

/** The provider refused, or what it sent does not hold: the reason is a code, never the provider's words. */
export class SignInRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super('sign-in refused');
    this.reason = reason;
  }
}

export type Provider<C> = {
  /** Where to send the browser. @throws Unavailable when the provider does not answer. */
  departure(redirectUri: string, state: string, nonce: string, language?: string): Promise<Departure>;
  /** Changes the code for tokens and checks them. @throws SignInRefused, Unavailable */
  arrival(arrival: Arrival): Promise<Arrived<C>>;
  /** Where the provider ends its own session; undefined when it has no such place. */
  farewell(idToken: string, backTo: string): Promise<string | undefined>;
};

/** An OpenID provider and our terms with it. Its metadata is read when first needed, so that the service starts without it. */
export function openIdProvider<C>(settings: OidcSettings, terms: Terms<C>): Provider<C> {
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    discovered ??= discover(settings).catch((cause) => {
      discovered = undefined;
      throw cause;
    });
    return discovered;
  };

  return {
    async departure(redirectUri, state, nonce, language) {
      const codeVerifier = oidc.randomPKCECodeVerifier();
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: terms.scope,
        ...(terms.acr.length > 0 ? { acr_values: terms.acr.join(' ') } : {}),
        ...(language ? { ui_locales: language } : {}),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url, codeVerifier };
    },

    async arrival({ currentUrl, state, nonce, codeVerifier }) {
      const config = await configuration();
      const tokens = await refusing(() =>
        oidc.authorizationCodeGrant(config, currentUrl, {
          pkceCodeVerifier: codeVerifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        }),
      );
      const claims = tokens.claims();
      if (!claims || !tokens.id_token) throw new SignInRefused('no-id-token');
      if ((settings.decryptionKeys?.length ?? 0) > 0 && !isEncrypted(tokens.id_token)) throw new SignInRefused('not-encrypted');
      // `acr_values` is a wish (OpenID Connect Core 3.1.2.1): what was done is what the signed token says.
      if (terms.acr.length > 0 && !terms.acr.some((level) => level === claims.acr)) throw new SignInRefused('acr');
      const about = terms.enough(claims) ? claims : await refusing(() => oidc.fetchUserInfo(config, tokens.access_token, claims.sub));
      return { idToken: tokens.id_token, claims: terms.read(claims, about) };
    },

    async farewell(idToken, backTo) {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      // What was encrypted to us says nothing to the provider (RP-Initiated Logout 2): our client id, which goes along, has to do.
      const hint: Record<string, string> = isEncrypted(idToken) ? {} : { id_token_hint: idToken };
      return oidc.buildEndSessionUrl(config, { ...hint, post_logout_redirect_uri: backTo }).href;
    },
  };
}

async function refusing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    // `fetch` tells of a lost connection by a TypeError without a code.
    if (code === 'OAUTH_TIMEOUT' || (code === undefined && error instanceof TypeError))
      throw new Unavailable('identity-provider-unavailable');
    throw new SignInRefused(code ?? 'unknown');
  }
}
