import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem } from './problem.ts';
import { newKey, request, whenSignedOut } from './request.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let answers: Answer[];
let seen: IncomingMessage[];

beforeEach(async () => {
  answers = [];
  seen = [];
  server = createServer((incoming, response) => {
    seen.push(incoming);
    const answer = answers.shift();
    if (answer) answer(incoming, response);
    else response.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const there = globalThis.fetch;
  // A browser knows its own site; here the server's address is put in front.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => there(`http://127.0.0.1:${port}${path}`, init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await new Promise((resolve) => server.close(resolve));
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (_, response) => response.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(JSON.stringify(body));
};

describe('a call to the server', () => {
  test('carries the header that proves it is ours, and the key', async () => {
    answers.push(json(201, { id: 'a' }));
    const key = newKey();
    await expect(request('POST', '/api/matters', { title: 'x' }, { idempotencyKey: key })).resolves.toEqual({ id: 'a' });
    expect(seen[0]?.headers).toMatchObject({ 'x-polku-csrf': '1', 'idempotency-key': key, 'content-type': 'application/json' });
    expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a refusal comes as a problem with its code, words and request id', async () => {
    answers.push(json(409, { code: 'matter-closed', status: 409, detail: 'The matter is closed.', requestId: 'r1' }));
    const problem = await request('PATCH', '/api/matters/1', {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 409, code: 'matter-closed', detail: 'The matter is closed.', requestId: 'r1' });
  });

  test('an answer that is not ours still becomes a problem', async () => {
    answers.push((_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'));
    await expect(request('GET', '/api/me')).rejects.toMatchObject({ code: 'http-502', status: 502 });
  });

  test('503 is tried again after the time the server asks for', async () => {
    answers.push(json(503, { code: 'unavailable' }, { 'retry-after': '0.01' }), json(200, { ok: true }));
    await expect(request('PUT', '/api/drafts/new', {})).resolves.toEqual({ ok: true });
    expect(seen).toHaveLength(2);
  });

  test('without an answer a change is not sent twice, unless it carries a key', async () => {
    await expect(request('POST', '/api/matters/1/closing')).rejects.toMatchObject({ code: 'no-answer' });
    expect(seen).toHaveLength(1);
    answers.push((_, response) => response.destroy(), json(201, { id: 'b' }));
    await expect(request('POST', '/api/matters', {}, { idempotencyKey: newKey() })).resolves.toEqual({ id: 'b' });
  });

  test('an ended session is told once per call, and the call is refused', async () => {
    const signedOut = vi.fn();
    whenSignedOut(signedOut);
    answers.push(json(401, { code: 'unauthenticated' }));
    await expect(request('GET', '/api/me')).rejects.toMatchObject({ status: 401 });
    expect(signedOut).toHaveBeenCalledOnce();
  });
});
