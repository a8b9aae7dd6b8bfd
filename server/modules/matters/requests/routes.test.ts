import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { createApp } from '../../../platform/http/app.ts';
import { createLog } from '../../../platform/log/log.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown, needsOf, type Town } from '../../../testing/town.ts';
import { auditRefusals, type IdentityDeps, identity } from '../../identity/service.ts';
import { startSession } from '../../identity/sessions/service.ts';
import type { By } from '../../identity/types.ts';
import { sharingRoutes } from '../sharing/routes.ts';
import { requestRoutes } from './routes.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
const publicUrl = 'http://localhost:3000';
const sessions = { db: db.kysely, clock, publicUrl, session: { idleMinutes: 30, maxHours: 12 } };
const app = await createApp({ config: { publicUrl }, log: createLog('error') });
let town: Town;
let matterId: string;
let needId: string;

beforeAll(async () => {
  town = await aTown(db.kysely, clock);
  auditRefusals(app, db.kysely);
  const deps = { desk: town.desk, publicUrl, ...identity(sessions as unknown as IdentityDeps) };
  requestRoutes(app, deps);
  sharingRoutes(app, deps);
  await app.ready();
  const needs = [{ organisationId: town.organisations.kela, serviceName: 'Housing benefit', ownWords: 'The rent went up' }];
  matterId = (await aMatter(town, town.aino, { needs, arrangements: [{ kind: 'longer-time' }] })).id;
  [needId] = (await needsOf(db.kysely, matterId)) as [string];
});
afterAll(() => app.close());

type Sent = { method: 'GET' | 'POST' | 'DELETE'; url: string; payload?: object; key?: string };

async function send(by: By, { method, url, payload, key }: Sent) {
  const token = await inTransaction(db.kysely, (trx) =>
    startSession(trx, sessions as unknown as IdentityDeps, by.actor.personId, '', undefined),
  );
  const headers = { cookie: `polku=${token}`, 'x-polku-csrf': '1', ...(key ? { 'idempotency-key': key } : {}) };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
}

const question = () => ({
  needId,
  toUnitId: town.units.kelaTier2,
  title: 'Son owns the flat',
  question: 'Does it matter?',
  basis: 'consent',
  givenHow: 'voice',
  ground: 'Customer agreed',
});

test('asked once however often the call arrives, read and answered over HTTP', async () => {
  const url = `/api/matters/${matterId}/requests`;
  expect((await send(town.aino, { method: 'POST', url, payload: question() })).body.code).toBe('idempotency-key-required');
  const key = randomUUID();
  const first = await send(town.aino, { method: 'POST', url, payload: question(), key });
  expect(first.status).toBe(201);
  expect(await send(town.aino, { method: 'POST', url, payload: question(), key })).toEqual(first);
  const second = await send(town.aino, { method: 'POST', url, payload: question(), key: randomUUID() });
  expect([second.status, second.body.code]).toEqual([409, 'request-open-already']);

  const request = `/api/requests/${first.body.id}`;
  const inbox = await send(town.mika, { method: 'GET', url: '/api/requests?view=unit' });
  expect(inbox.body).toMatchObject({ rows: [{ id: first.body.id, state: 'open' }], counts: { unit: 1 } });
  const page = await send(town.mika, { method: 'GET', url: request });
  expect(page.status).toBe(200);
  expect(page.body).toMatchObject({
    need: { ownWords: 'The rent went up' },
    customer: { name: null, arrangements: [{ kind: 'longer-time' }] },
    share: { basis: 'consent' },
    advisorMay: { tasks: [], validUntil: null },
    may: { answer: true },
  });
  const answered = await send(town.mika, { method: 'POST', url: `${request}/entries`, payload: { kind: 'answered', text: 'No' } });
  expect(answered.status).toBe(204);
  expect((await send(town.aino, { method: 'GET', url: request })).body.request).toMatchObject({ state: 'answered', answer: 'No' });
});

test('a stranger’s probe finds nothing and is on the audit log', async () => {
  const asked = await db.kysely.selectFrom('support_request').select('id').where('matter_id', '=', matterId).executeTakeFirstOrThrow();
  const probes: Sent[] = [
    { method: 'GET', url: `/api/requests/${asked.id}` },
    { method: 'POST', url: `/api/requests/${asked.id}/entries`, payload: { kind: 'claimed' } },
    { method: 'POST', url: `/api/matters/${matterId}/requests`, payload: question(), key: randomUUID() },
    {
      method: 'POST',
      url: `/api/matters/${matterId}/shares`,
      payload: { needId, organisationId: town.organisations.dvv, basis: 'law', ground: 'Act 1, 2 §' },
    },
    { method: 'DELETE', url: `/api/matters/${matterId}/shares/${randomUUID()}` },
  ];
  for (const probe of probes) {
    for (const stranger of [town.nelli, town.daniel, town.admin]) expect((await send(stranger, probe)).status).toBe(404);
  }
  const refused = await db.kysely.selectFrom('audit_entry').select('id').where('outcome', '=', 'refused').execute();
  expect(refused).toHaveLength(probes.length * 3);
});

test('disclosed and ended over HTTP', async () => {
  const share = { needId, organisationId: town.organisations.dvv, basis: 'law', ground: 'Act 1, 2 §' };
  const url = `/api/matters/${matterId}/shares`;
  expect((await send(town.aino, { method: 'POST', url, payload: { ...share, ground: '' } })).status).toBe(422);
  const made = await send(town.aino, { method: 'POST', url, payload: share });
  expect(made.status).toBe(201);
  expect((await send(town.aino, { method: 'DELETE', url: `${url}/${made.body.id}` })).status).toBe(204);
  expect((await send(town.aino, { method: 'DELETE', url: `${url}/${made.body.id}` })).status).toBe(404);
});
