import * as oidc from 'openid-client';
import { Unavailable } from '../../../platform/errors.ts';
import { decryptionKey, signingKey } from '../../../platform/keys/private-jwk.ts';
import type { ClientAuth, OidcSettings } from '../settings.ts';

/** Seconds. */
const TIMEOUT = 10;

/** The provider by its metadata, and we as its client in the way agreed with it. @throws Unavailable when it does not answer */
export async function discover(settings: OidcSettings): Promise<oidc.Configuration> {
  const { issuer, clientId } = settings;
  const auth = await authOf(settings);
  const keys = await Promise.all((settings.decryptionKeys ?? []).map(keyOf));
  // TLS vouches for the token endpoint, yet the ID token's signature is checked as well: it costs one read of the keys.
  const execute = [oidc.enableNonRepudiationChecks];
  if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests);
  if (keys.length > 0) execute.push((config) => oidc.enableDecryptingResponses(config, undefined, ...keys));
  try {
    return await oidc.discovery(new URL(issuer), clientId, {}, auth, { execute, timeout: TIMEOUT });
  } catch {
    throw new Unavailable('identity-provider-unavailable');
  }
}

/** A token of five parts is encrypted (RFC 7516), one of three only signed. */
export const isEncrypted = (token: string): boolean => token.split('.').length === 5;

async function authOf(settings: ClientAuth): Promise<oidc.ClientAuth> {
  if (settings.clientAuth === 'private_key_jwt') {
    const { clientKey } = settings;
    return oidc.PrivateKeyJwt({ key: await signingKey(clientKey), ...(clientKey.kid ? { kid: clientKey.kid } : {}) });
  }
  const { clientSecret } = settings;
  return settings.clientAuth === 'client_secret_post' ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret);
}

async function keyOf(jwk: NonNullable<OidcSettings['decryptionKeys']>[number]): Promise<oidc.DecryptionKey> {
  return { key: await decryptionKey(jwk), alg: jwk.alg, ...(jwk.kid ? { kid: jwk.kid } : {}) };
}
