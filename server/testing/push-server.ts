import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export type Taken = { headers: IncomingMessage['headers']; claims: Record<string, unknown>; message: Record<string, string> };

/**
 * A browser's push service and the browser behind it, on this machine: takes messages as RFC 8030 has them, checks whose they are
 * (RFC 8292) and opens them as the browser would (RFC 8291). One that does not hold is answered 400.
 */
export async function aPushService(applicationKey: () => string) {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const taken: Taken[] = [];
  const faults: unknown[] = [];
  const answers: number[] = [];
  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const status = answers.shift() ?? 201;
      try {
        const claims = checkedClaims(String(request.headers.authorization), applicationKey());
        if (status < 300)
          taken.push({ headers: request.headers, claims, message: JSON.parse(opened(Buffer.concat(parts), browser, auth)) });
        answer.writeHead(status).end();
      } catch (error) {
        faults.push(error);
        answer.writeHead(400).end();
      }
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    taken,
    faults,
    /** What the next messages are answered, one after another; 201 when there is no more. */
    answer: (...statuses: number[]) => answers.push(...statuses),
    subscription: () => ({
      endpoint: `${origin}/send/${randomBytes(8).toString('hex')}`,
      p256dh: browser.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
    }),
  };
}

function checkedClaims(header: string, applicationKey: string): Record<string, unknown> {
  const [, head = '', body = '', signature = '', key = ''] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? [];
  if (key !== applicationKey) throw new Error('another application');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url')) as [string, string];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const of = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', Buffer.from(`${head}.${body}`), of, Buffer.from(signature, 'base64url'))) throw new Error('not signed by it');
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}

function opened(sealed: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, length] = [sealed.subarray(0, 16), sealed.readUInt8(20)];
  const sender = sealed.subarray(21, 21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32));
  const [key, nonce] = [
    ['aes128gcm', 16],
    ['nonce', 12],
  ].map(([use, bytes]) => Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${use}\0`, Number(bytes)))) as [Buffer, Buffer];
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(21 + length, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('not the last record');
  return padded.subarray(0, end).toString();
}
