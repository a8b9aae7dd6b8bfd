import {
  constants,
  createCipheriv,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  sign,
} from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { afterAll } from 'vitest';
import { type PrivateJwk, publicPart } from '../platform/keys/private-jwk.ts';

/** An outside identity provider that says whatever a test wants: what a real one would never sign. */
export type Forger = {
  issuer: string;
  /** Over the usual ones. */
  claims: Record<string, unknown>;
  /** Signs the next ID token. */
  key: KeyObject;
  ownKey: KeyObject;
  nonce: string;
  /** The next ID token is encrypted to this key, after it has been signed. */
  encryptedTo?: PrivateJwk | undefined;
};

export async function aForger(): Promise<Forger> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forger: Forger = { issuer: '', claims: {}, key: privateKey, ownKey: privateKey, nonce: '' };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', forger.issuer);
    await drain(request);
    response.setHeader('content-type', 'application/json');
    if (pathname === '/jwks')
      return response.end(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] }));
    if (pathname === '/token') return response.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer', id_token: idToken(forger) }));
    return response.end(JSON.stringify(metadata(forger.issuer)));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  forger.issuer = `http://localhost:${(server.address() as { port: number }).port}`;
  afterAll(() => server.close());
  return forger;
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  id_token_signing_alg_values_supported: ['RS256'],
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
});

function idToken({ issuer, claims, key, nonce, encryptedTo }: Forger): string {
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
  const usual = { iss: issuer, aud: 'polku', sub: 'sub-1', iat: now, exp: now + 300, nonce };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...usual, ...claims })}`;
  const signed = `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`;
  return encryptedTo ? encryptedFor(encryptedTo, signed) : signed;
}

/** A nested token as RFC 7516 has it: its own key by RSA-OAEP-256, the content by A256GCM. */
function encryptedFor(jwk: PrivateJwk, signed: string): string {
  const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: jwk.kid };
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  const [contentKey, iv] = [randomBytes(32), randomBytes(12)];
  const key = createPublicKey({ key: publicPart(jwk), format: 'jwk' });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrapped = publicEncrypt({ key, padding, oaepHash: 'sha256' }, contentKey);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(head));
  const content = Buffer.concat([cipher.update(signed), cipher.final()]);
  return [head, ...[wrapped, iv, content, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}
