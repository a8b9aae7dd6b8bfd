import type { PrivateJwk } from '../keys/private-jwk.ts';
import type { Settings } from './settings.ts';

export type CustomerOidcConfig = {
  issuer: string;
  clientId: string;
  acr: string[];
  /** None: ID tokens are signed alone. */
  decryptionKeys: PrivateJwk[];
} & (
  | { clientAuth: 'client_secret_basic' | 'client_secret_post'; clientSecret: string }
  | { clientAuth: 'private_key_jwt'; clientKey: PrivateJwk }
);

/** What is agreed with a broker; in the demo its own is set so, with keys of its own. */
export type BrokerWay = { clientAuth: CustomerOidcConfig['clientAuth']; idToken: 'signed' | 'encrypted' };

export function brokerWayOf({ CUSTOMER_OIDC_CLIENT_AUTH: clientAuth, CUSTOMER_OIDC_ID_TOKEN: idToken }: Settings): BrokerWay {
  return { clientAuth, idToken };
}

export function customerOidcOf(read: Settings): CustomerOidcConfig | undefined {
  const { CUSTOMER_OIDC_ISSUER: issuer, CUSTOMER_OIDC_CLIENT_ID: clientId, CUSTOMER_OIDC_ACR: acr } = read;
  const { CUSTOMER_OIDC_CLIENT_AUTH: clientAuth, CUSTOMER_OIDC_CLIENT_SECRET: clientSecret, CUSTOMER_OIDC_CLIENT_KEY: clientKey } = read;
  if (!issuer || !clientId) return undefined;
  const party = { issuer, clientId, acr, decryptionKeys: read.CUSTOMER_OIDC_DECRYPTION_KEYS ?? [] };
  if (clientAuth === 'private_key_jwt') return clientKey && { ...party, clientAuth, clientKey };
  return clientSecret ? { ...party, clientAuth, clientSecret } : undefined;
}

/** All of them or none: what the chosen way needs, and nothing set that it would leave unused. */
export function customerOidcContradictions(read: Settings): string[] {
  const byKey = read.CUSTOMER_OIDC_CLIENT_AUTH === 'private_key_jwt';
  const needed = [
    'CUSTOMER_OIDC_ISSUER',
    'CUSTOMER_OIDC_CLIENT_ID',
    byKey ? 'CUSTOMER_OIDC_CLIENT_KEY' : 'CUSTOMER_OIDC_CLIENT_SECRET',
    ...(read.CUSTOMER_OIDC_ID_TOKEN === 'encrypted' ? (['CUSTOMER_OIDC_DECRYPTION_KEYS'] as const) : []),
  ] as const;
  const given = needed.filter((name) => read[name]);
  const problems =
    given.length === 0 ? [] : needed.filter((name) => !read[name]).map((name) => `${name}: required with ${given.join(', ')}`);
  if (read.CUSTOMER_OIDC_CLIENT_KEY && !byKey)
    problems.push('CUSTOMER_OIDC_CLIENT_KEY: used with CUSTOMER_OIDC_CLIENT_AUTH=private_key_jwt only');
  if (read.CUSTOMER_OIDC_DECRYPTION_KEYS && read.CUSTOMER_OIDC_ID_TOKEN !== 'encrypted')
    problems.push('CUSTOMER_OIDC_DECRYPTION_KEYS: used with CUSTOMER_OIDC_ID_TOKEN=encrypted only');
  return problems;
}
