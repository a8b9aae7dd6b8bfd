import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll } from 'vitest';
import { insertSession } from '../modules/identity/sessions/queries.ts';
import type { By } from '../modules/identity/types.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { readConfig } from '../platform/config/config.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { Limits } from '../platform/http/limits.ts';
import { generateKeyring, type Keyring, readKeyring } from '../platform/keys/keyring.ts';
import { hashSecret, newSecret } from '../platform/keys/keys.ts';
import { createLog } from '../platform/log/log.ts';
import type { PushReach } from '../platform/push/send.ts';
import { type Polku, startPolku } from '../polku.ts';
import type { TestDatabase } from './database.ts';

export const PUBLIC_URL = 'https://polku.example';

export type Answer<T = unknown> = {
  status: number;
  /** Parsed when it is JSON. */
  body: T;
  text: string;
  headers: Record<string, string | string[] | number | undefined>;
};

/** How one caller talks to the service: with the headers of our own pages, as their browser would. */
export type Caller = {
  /** What the browser sends as its cookies. */
  cookie: string;
  call<T = unknown>(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
};

export type App = {
  polku: Polku;
  app: FastifyInstance;
  /** Every line logged, as text. */
  lines: string[];
  keys: Keyring;
  signIn(by: By): Promise<Caller>;
  /** Anyone with these cookies; nobody when none are given. */
  caller(cookie?: string): Caller;
  /** Starts to listen on a free port and gives the address: for what needs a real connection. */
  listen(): Promise<string>;
};

export type AppOptions = { limits?: Partial<Limits>; clock?: Clock; env?: Record<string, string>; pushReach?: PushReach };

const generous = { max: 1_000_000, windowMs: 60_000 };
const noLimits: Limits = { caller: generous, address: generous, refused: generous, lasting: generous };

/** The whole service as a customer runs it (no demo), on a test's database; stopped at the end of the test file. */
export async function anApp(
  database: Pick<TestDatabase, 'appUrl'>,
  { limits = noLimits, clock, env = {}, pushReach }: AppOptions = {},
): Promise<App> {
  const dataDir = await mkdtemp(join(tmpdir(), 'polku-app-'));
  const keys = generateKeyring();
  const read = readConfig({
    DATABASE_URL: database.appUrl,
    POLKU_KEYS: keys,
    POLKU_DATA_DIR: dataDir,
    PUBLIC_URL,
    OIDC_ISSUER: 'https://sign-in.example',
    OIDC_CLIENT_ID: 'polku',
    OIDC_CLIENT_SECRET: 'not used here',
    CUSTOMER_OIDC_ISSUER: 'https://identify.example',
    CUSTOMER_OIDC_CLIENT_ID: 'polku',
    CUSTOMER_OIDC_CLIENT_SECRET: 'not used here',
    ...env,
  });
  // Identity codes that belong to somebody have no place in a test.
  const config = { ...read, testIdentities: true };
  const ring = readKeyring(keys);
  const lines: string[] = [];
  const log = createLog('debug', (line) => lines.push(line));
  const polku = await startPolku({
    config,
    database: { url: database.appUrl },
    keys: ring,
    log,
    limits,
    ...(clock ? { clock } : {}),
    ...(pushReach ? { pushReach } : {}),
  });
  await polku.app.ready();
  afterAll(async () => {
    await polku.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const caller = (cookie = '') => callerOf(polku.app, cookie);
  return {
    polku,
    app: polku.app,
    lines,
    keys: ring,
    signIn: async (by) => caller(await sessionCookieOf(polku, by)),
    caller,
    listen: () => listen(polku),
  };
}

/** Puts a session of this person into the database, as a sign-in would, and gives its cookie. */
async function sessionCookieOf({ desk }: Polku, { actor }: By): Promise<string> {
  const token = newSecret(256);
  const now = desk.clock.now();
  const expiresAt = now.add({ hours: 12 });
  const session = { tokenHash: hashSecret(token), personId: actor.personId, now, expiresAt, idToken: '' };
  await inTransaction(desk.db, async (trx) => {
    const sessionId = await insertSession(trx, session);
    await trx.updateTable('staff_session').set({ point_id: actor.pointId }).where('id', '=', sessionId).execute();
  });
  return `__Host-polku=${token}`;
}

function callerOf(app: FastifyInstance, cookie: string): Caller {
  return {
    cookie,
    async call<T>(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
      const answer = await app.inject({
        method: method as NonNullable<InjectOptions['method']>,
        url,
        headers: {
          ...ours,
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body) }),
      });
      return { status: answer.statusCode, body: parsed(answer.payload) as T, text: answer.payload, headers: answer.headers };
    },
  };
}

const ours = { host: 'polku.example', 'sec-fetch-site': 'same-origin', 'x-polku-csrf': '1' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function listen({ app }: Polku): Promise<string> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** A multipart body of one file. */
export function aFile(name: string, bytes: Buffer | string, field = 'file'): { body: Buffer; headers: Record<string, string> } {
  const boundary = '----polku-test';
  // As browsers write it (WHATWG HTML, multipart/form-data).
  const written = name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${written}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
