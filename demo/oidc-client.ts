import { randomBytes } from 'node:crypto';
import type { ClientMetadata } from 'oidc-provider';
import type { OidcSettings } from '../server/modules/identity/service.ts';
import type { BrokerWay } from '../server/platform/config/broker.ts';
import { newPrivateJwk, publicPart } from '../server/platform/keys/private-jwk.ts';

const PLAIN: BrokerWay = { clientAuth: 'client_secret_basic', idToken: 'signed' };
const CLIENT_ID = 'polku';

export type DemoClient = { settings: OidcSettings; registered: ClientMetadata };

/** Our relying party at a provider of the demo, and its registration there. Its secret and keys are new at each start. */
export function clientOf(issuer: string, { clientAuth, idToken }: BrokerWay = PLAIN): DemoClient {
  const decryptionKeys = idToken === 'encrypted' ? [newPrivateJwk('RSA-OAEP-256')] : [];
  const party = { issuer, clientId: CLIENT_ID, decryptionKeys };
  const encrypted = { id_token_encrypted_response_alg: 'RSA-OAEP-256', id_token_encrypted_response_enc: 'A256GCM' } as const;
  const registered = {
    client_id: CLIENT_ID,
    token_endpoint_auth_method: clientAuth,
    ...(idToken === 'encrypted' ? encrypted : {}),
  };
  if (clientAuth === 'private_key_jwt') {
    const clientKey = newPrivateJwk('PS256');
    return { settings: { ...party, clientAuth, clientKey }, registered: { ...registered, ...setOf([clientKey, ...decryptionKeys]) } };
  }
  const clientSecret = randomBytes(32).toString('base64url');
  return {
    settings: { ...party, clientAuth, clientSecret },
    registered: { ...registered, client_secret: clientSecret, ...setOf(decryptionKeys) },
  };
}

function setOf(keys: Parameters<typeof publicPart>[0][]): Pick<ClientMetadata, 'jwks'> {
  return keys.length > 0 ? ({ jwks: { keys: keys.map(publicPart) } } as Pick<ClientMetadata, 'jwks'>) : {};
}
