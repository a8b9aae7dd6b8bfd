import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Conflict, Forbidden, NotFound, Unauthenticated, Unavailable } from '../errors.ts';
import { createLog } from '../log/log.ts';
import { type Access, anyone } from './access.ts';
import { empty, page } from './answers.ts';
import { createApp } from './app.ts';
import { route, routesOf } from './route.ts';
import { formToken } from './same-origin.ts';
import { byId, instant } from './shapes.ts';

const clerk: Access<{ personId: string }> = {
  name: 'clerk',
  admit: async (request) => {
    const personId = request.cookies.session;
    if (!personId) throw new Unauthenticated();
    return { personId };
  },
  key: (caller) => `person:${caller.personId}`,
};

const Note = z.object({ id: z.uuid(), words: z.string(), at: instant, status: z.string() });
const NewNote = z.strictObject({ words: z.string().min(3), tags: z.array(z.strictObject({ name: z.string() })).default([]) });
const ID = '5f2b1f0e-6f0b-4c62-9a0d-3a8f6f5d1c11';
const note = { id: ID, words: 'hei', at: Temporal.Instant.from('2026-05-01T08:00:00Z'), status: 'open', secret: 'never leaves' };
const lines: Record<string, unknown>[] = [];
const log = createLog('info', (line) => lines.push(JSON.parse(line)));

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp({ config: { publicUrl: 'http://localhost:3000', limits: { refused: { max: 5, windowMs: 60_000 } } }, log });
  route(app, {
    method: 'GET',
    url: '/api/notes/:id',
    summary: 'Read a note',
    access: anyone,
    params: byId,
    answers: { 200: Note },
    handle: async () => note,
  });
  route(app, {
    method: 'POST',
    url: '/api/notes',
    summary: 'Write a note',
    access: clerk,
    body: NewNote,
    answers: { 201: Note },
    idempotency: 'optional',
    handle: async ({ caller, body }) => ({
      status: 201,
      body: { ...note, words: `${body.words}${body.tags.length}`, status: caller.personId },
    }),
  });
  route(app, {
    method: 'DELETE',
    url: '/api/notes/:id',
    summary: 'Remove a note',
    access: clerk,
    params: byId,
    answers: { 204: empty },
    handle: async () => undefined,
  });
  route(app, {
    method: 'POST',
    url: '/api/keyed',
    summary: 'Needs a key',
    access: anyone,
    answers: { 200: z.object({ key: z.string() }) },
    idempotency: 'required',
    form: true,
    handle: async ({ idempotency }) => ({ key: idempotency?.key ?? '' }),
  });
  route(app, {
    method: 'GET',
    url: '/api/faults/:kind',
    summary: 'Fails',
    access: anyone,
    params: z.object({ kind: z.string() }),
    answers: { 200: Note },
    handle: async ({ params }) => {
      if (params.kind === 'conflict') throw new Conflict('note-closed', { since: 'yesterday' });
      if (params.kind === 'forbidden') throw new Forbidden();
      if (params.kind === 'missing') throw new NotFound();
      if (params.kind === 'away') throw new Unavailable();
      if (params.kind === 'broken-promise') return { ...note, at: 'not a moment' as unknown as Temporal.Instant };
      throw Object.assign(new Error('duplicate key (matti@kunta.example)'), { severity: 'ERROR' });
    },
  });
  route(app, {
    method: 'GET',
    url: '/form',
    summary: 'A form',
    access: anyone,
    answers: { 200: page },
    handle: async ({ request, reply }) => `<input name="_csrf" value="${formToken(request, reply)}">`,
  });
  route(app, {
    method: 'POST',
    url: '/patient-form',
    summary: 'Send a form that tells of files too many or too large',
    access: anyone,
    uploads: { maxFiles: 2, maxBytes: 1000, excess: 'tell' },
    body: z.strictObject({ words: z.string() }),
    answers: { 200: z.object({ words: z.string(), files: z.array(z.string()) }) },
    handle: async ({ body, uploads }) => ({ words: body.words, files: uploads.map(({ name, size, cut }) => `${name}:${size}:${cut}`) }),
  });
  route(app, {
    method: 'POST',
    url: '/form',
    summary: 'Send the form',
    access: anyone,
    form: true,
    uploads: { maxFiles: 2, maxBytes: 1000 },
    body: z.strictObject({ words: z.string() }),
    answers: { 303: empty, 200: z.object({ words: z.string(), files: z.array(z.string()), text: z.string() }) },
    handle: async ({ body, uploads }) => {
      if (uploads.length === 0) return { status: 303, headers: { location: '/thanks' } };
      const text = await readFile(uploads[0]?.path ?? '', 'utf8');
      return { words: body.words, files: uploads.map((upload) => `${upload.field}:${upload.name}:${upload.size}`), text };
    },
  });
  route(app, {
    method: 'GET',
    url: '/api/limited',
    summary: 'Three a minute',
    access: anyone,
    limit: { max: 3, windowMs: 60_000 },
    answers: { 204: empty },
    handle: async () => undefined,
  });
});
afterAll(() => app.close());

const signedIn = { cookie: 'session=p1', 'x-polku-csrf': '1' };
const write = (payload: unknown, headers: Record<string, string> = signedIn) =>
  app.inject({ method: 'POST', url: '/api/notes', headers, payload: payload as object });

describe('answers', () => {
  test('are stripped to their schema and carry moments as ISO text', async () => {
    const answer = await app.inject(`/api/notes/${ID}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ id: ID, words: 'hei', at: '2026-05-01T08:00:00Z', status: 'open' });
  });
  test('take status and body, and nothing at all', async () => {
    const created = await write({ words: 'moi', tags: [{ name: 'a' }] });
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject({ words: 'moi1', status: 'p1' });
    const removed = await app.inject({ method: 'DELETE', url: `/api/notes/${ID}`, headers: signedIn });
    expect([removed.statusCode, removed.body]).toEqual([204, '']);
  });
  test('carry strict security headers and a request id of ours', async () => {
    const { headers } = await app.inject({ url: `/api/notes/${ID}`, headers: { 'x-request-id': 'mine' } });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('requests', () => {
  test('unknown fields are refused at any depth, by name', async () => {
    const answer = await write({ words: 'moi', role: 'admin', tags: [{ name: 'a', owner: 1 }] });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'invalid-fields', fields: ['tags.0.owner', 'role'] });
  });
  test('wrong fields are named with the bound, never with the value sent', async () => {
    const answer = await write({ words: 'x!' });
    expect(answer.json().errors).toEqual([{ field: 'words', code: 'too_small', minimum: 3 }]);
    expect(answer.body).not.toContain('x!');
  });
  test('broken JSON is 400, a wrong media type 415, a giant body 413, a strange address 404', async () => {
    const json = { ...signedIn, 'content-type': 'application/json' };
    const status = async (payload: string, headers: Record<string, string>) =>
      (await app.inject({ method: 'POST', url: '/api/notes', headers, payload })).statusCode;
    expect(await status('{"words":', json)).toBe(400);
    expect(await status('words', { ...signedIn, 'content-type': 'text/plain' })).toBe(415);
    expect(await status('words=moi', { ...signedIn, 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await status(JSON.stringify({ words: 'x'.repeat(1_100_000) }), json)).toBe(413);
    expect((await app.inject('/api/notes/not-an-id')).statusCode).toBe(404);
    expect((await app.inject('/api/nothing')).json()).toMatchObject({ status: 404, code: 'not-found' });
  });
  test('a body to a route that takes none is refused', async () => {
    const answer = await app.inject({ method: 'DELETE', url: `/api/notes/${ID}`, headers: signedIn, payload: { force: true } });
    expect(answer.statusCode).toBe(422);
  });
  test('a loose body schema does not start', () => {
    const loose = z.strictObject({ inner: z.array(z.object({ a: z.string() })) });
    const spec = { method: 'POST', url: '/api/loose', summary: '-', access: anyone, body: loose, answers: { 204: empty } } as const;
    expect(() => route(app, { ...spec, handle: async () => undefined })).toThrow('body.inner[] lets unknown fields pass');
  });
});

describe('problems', () => {
  test('each kind has its status and stable code', async () => {
    const problem = async (kind: string) => (await app.inject(`/api/faults/${kind}`)).json();
    expect(await problem('conflict')).toMatchObject({ status: 409, code: 'note-closed', since: 'yesterday', type: 'about:blank' });
    expect(await problem('forbidden')).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await problem('missing')).toMatchObject({ status: 404, code: 'not-found' });
    const away = await app.inject('/api/faults/away');
    expect([away.statusCode, away.headers['retry-after']]).toEqual([503, '2']);
  });
  test('an unknown fault gives its request id and nothing else, in the answer and in the log', async () => {
    const answer = await app.inject('/api/faults/other');
    expect(Object.keys(answer.json()).sort()).toEqual(['code', 'requestId', 'status', 'title', 'type']);
    const line = lines.find(({ reqId, error }) => reqId === answer.json().requestId && error);
    expect(line).toBeDefined();
    expect(JSON.stringify(lines)).not.toContain('matti@kunta.example');
  });
  test('a handler that breaks its promised shape is a fault, not a leak', async () => {
    expect((await app.inject('/api/faults/broken-promise')).json()).toMatchObject({ status: 500, code: 'internal' });
  });
  test('the access log names the pattern, never the address', async () => {
    await app.inject(`/api/notes/${ID}?name=Virtanen`);
    expect(lines.at(-1)).toMatchObject({ message: 'request', route: '/api/notes/:id', status: 200 });
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${ID}|Virtanen`));
  });
});

describe('cross-site requests', () => {
  test('cookie callers need the header of ours; foreign pages are refused even with it', async () => {
    expect((await write({ words: 'moi' }, { cookie: 'session=p1' })).statusCode).toBe(403);
    expect((await write({ words: 'moi' }, { ...signedIn, origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await write({ words: 'moi' }, { ...signedIn, 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
    expect((await write({ words: 'moi' }, { ...signedIn, origin: 'http://localhost:3000' })).statusCode).toBe(201);
  });
  test('an HTML form needs our origin and the token twice', async () => {
    const shown = await app.inject('/form');
    const token = /value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
    const cookie = String(shown.headers['set-cookie']).split(';')[0] ?? '';
    const post = (payload: string, headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/form', payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
    const ours = { origin: 'http://localhost:3000', cookie };
    const sent = await post(`words=moi&_csrf=${token}`, ours);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/thanks']);
    expect((await post('words=moi', ours)).json()).toMatchObject({ status: 403, code: 'form-token' });
    expect((await post(`words=moi&_csrf=${token}`, { cookie })).statusCode).toBe(403);
    expect((await post(`words=moi&_csrf=${token}`, { ...ours, origin: 'null' })).statusCode).toBe(403);
  });
});

describe('files', () => {
  const send = async (files: { name: string; text: string }[]) => {
    const form = new FormData();
    form.set('words', 'liite');
    for (const file of files) form.append('paper', new Blob([file.text]), file.name);
    const request = new Request('http://x/', { method: 'POST', body: form });
    const headers = { 'content-type': request.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin', 'x-polku-csrf': '1' };
    return app.inject({ method: 'POST', url: '/form', headers, payload: Buffer.from(await request.arrayBuffer()) });
  };
  test('arrive with the fields', async () => {
    const answer = await send([{ name: '../päätös.txt', text: 'kiitos' }]);
    expect(answer.json()).toEqual({ words: 'liite', files: ['paper:päätös.txt:6'], text: 'kiitos' });
  });
  test('are limited in size and number', async () => {
    expect((await send([{ name: 'a', text: 'x'.repeat(1001) }])).json()).toMatchObject({ status: 413, code: 'file-too-large' });
    expect((await send(['a', 'b', 'c'].map((name) => ({ name, text: name })))).json()).toMatchObject({
      status: 413,
      code: 'too-many-files',
    });
  });
});

describe('files a form may tell of', () => {
  const send = async (files: [name: string, bytes: number][]) => {
    const form = new FormData();
    for (const [name, bytes] of files) form.append('paper', new Blob(['x'.repeat(bytes)]), name);
    form.set('words', 'typed');
    const request = new Request('http://x/', { method: 'POST', body: form });
    const headers = { 'content-type': request.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin', 'x-polku-csrf': '1' };
    return app.inject({ method: 'POST', url: '/patient-form', headers, payload: Buffer.from(await request.arrayBuffer()) });
  };
  test('arrive cut and marked, with everything typed after them', async () => {
    const files: [string, number][] = [
      ['a', 1000],
      ['b', 1001],
      ['c', 5000],
    ];
    expect((await send(files)).json()).toEqual({ words: 'typed', files: ['a:1000:false', 'b:1000:true', 'c:1000:true'] });
  });
  test('up to twice as many as allowed', async () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name): [string, number] => [name, 1]);
    expect((await send(five)).json()).toMatchObject({ status: 413, code: 'too-many-files' });
  });
});

describe('keys and limits', () => {
  test('a required idempotency key is required, and unguessable', async () => {
    const call = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/api/keyed', headers });
    expect((await call({})).json()).toMatchObject({ status: 400, code: 'idempotency-key-required' });
    expect((await call({ 'idempotency-key': 'short' })).json()).toMatchObject({ status: 400, code: 'idempotency-key-malformed' });
    expect((await call({ 'idempotency-key': ID })).json()).toEqual({ key: ID });
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', 'x-polku-csrf': '1' };
    const post = (payload: string) => app.inject({ method: 'POST', url: '/api/keyed', headers: form, payload });
    expect((await post(`_once=${ID}`)).json()).toEqual({ key: ID });
    expect((await post('')).json()).toMatchObject({ status: 400, code: 'idempotency-key-required' });
  });
  test('the fourth call in a minute is told when to come back', async () => {
    const statuses = [];
    for (let call = 0; call < 4; call++) statuses.push((await app.inject('/api/limited')).statusCode);
    expect(statuses).toEqual([204, 204, 204, 429]);
    expect(Number((await app.inject('/api/limited')).headers['retry-after'])).toBeGreaterThan(0);
  });
  test('guessing sessions is stopped while a signed-in caller of the same address goes on', async () => {
    const guess = async () => (await write({ words: 'moi' }, {})).statusCode;
    const statuses = [];
    for (let call = 0; call < 7; call++) statuses.push(await guess());
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(statuses).toContain(401);
    expect((await write({ words: 'moi' })).statusCode).toBe(201);
  });
});

test('every route is known to the guards', () => {
  expect(routesOf(app).map(({ method, url, access }) => `${method} ${url} ${access.name}`)).toContain('POST /api/notes clerk');
});
