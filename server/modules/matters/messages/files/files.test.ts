import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { Unauthenticated } from '../../../../platform/errors.ts';
import { openDisk } from '../../../../platform/files/disk.ts';
import { MAIL_FILES } from '../../../../platform/files/kinds.ts';
import { storeFile } from '../../../../platform/files/store.ts';
import type { Access } from '../../../../platform/http/access.ts';
import { createApp } from '../../../../platform/http/app.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { mailRoom } from '../../../../testing/mail-room.ts';
import { aMatter, aTown, needsOf } from '../../../../testing/town.ts';
import type { Actor, By } from '../../../identity/types.ts';
import { receiveMessage } from '../receiving/service.ts';
import { messageRoutes } from '../routes.ts';
import { sendDue } from '../sending/service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
const town = await aTown(db, clock);
const folder = await mkdtemp(join(tmpdir(), 'polku-files-'));
const files = await openDisk(folder);
const app = await createApp({ config: { publicUrl: 'http://localhost' }, log: createLog('silent') });
const staff: Access<Actor> = {
  name: 'staff',
  admit: async (request) => {
    const found = [town.aino, town.tiina, town.nelli, town.mika].find(({ actor }) => actor.personId === request.headers['x-person']);
    if (!found) throw new Unauthenticated();
    return found.actor;
  },
  key: (actor) => `person:${actor.personId}`,
};
messageRoutes(app, { desk: town.desk, staff, staffWith: () => staff, publicUrl: 'http://localhost', files });
afterAll(async () => {
  await app.close();
  await files.close();
  await rm(folder, { recursive: true });
});

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const reachable = { customer: { givenName: 'Oona', email: 'oona@posti.example' } };

const as = (by: By) => ({ 'x-person': by.actor.personId, 'x-polku-csrf': '1' });
const get = (by: By, url: string) => app.inject({ method: 'GET', url, headers: as(by) });

async function upload(by: By, name: string, bytes: Buffer, type = 'application/pdf') {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  return app.inject({
    method: 'POST',
    url: '/api/files',
    payload,
    headers: { ...as(by), 'content-type': request.headers.get('content-type') as string },
  });
}

function post(by: By, matterId: string, fileIds: string[], key = randomUUID(), more: Record<string, unknown> = {}) {
  const payload = { kind: 'message', channel: 'email', language: 'fi', body: 'Liitteenä ohje.', fileIds, ...more };
  return app.inject({ method: 'POST', url: `/api/matters/${matterId}/messages`, payload, headers: { ...as(by), 'idempotency-key': key } });
}

const patch = (by: By, messageId: string, state: string) =>
  app.inject({ method: 'PATCH', url: `/api/messages/${messageId}`, payload: { state }, headers: as(by) });

describe('a file added at the desk', () => {
  test('goes out with the message and is read through it, by those who see it alone', async () => {
    const added = await upload(town.aino, '../../Ohje: näin.pdf', PDF);
    expect(added.statusCode).toBe(201);
    expect(added.json()).toMatchObject({ name: 'Ohje näin.pdf', size: PDF.length, type: 'application/pdf' });
    const fileId = added.json().id;
    const { id } = await aMatter(town, town.aino, reachable);
    const messageId = (await post(town.aino, id, [fileId])).json().id;

    const answer = await get(town.tiina, `/api/messages/${messageId}/files/${fileId}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(PDF)).toBe(true);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Ohje nain.pdf"/);
    expect(await looks(fileId)).toBe(1);
    for (const stranger of [town.nelli, town.mika]) {
      expect((await get(stranger, `/api/messages/${messageId}/files/${fileId}`)).statusCode).toBe(404);
    }
    expect(await looks(fileId)).toBe(1);

    const { out, outbox } = mailRoom(town.desk);
    clock.advance({ seconds: 60 });
    await sendDue(outbox);
    expect(out[0]?.files).toMatchObject([{ id: fileId, name: 'Ohje näin.pdf', type: 'application/pdf', size: PDF.length }]);
  });

  test('is its adder’s to send, once; afterwards it is the matter’s', async () => {
    const fileId = (await upload(town.aino, 'Ohje.pdf', PDF)).json().id;
    const [mine, other] = [await aMatter(town, town.aino, reachable), await aMatter(town, town.aino, reachable)];
    expect((await post(town.tiina, mine.id, [fileId])).json()).toMatchObject({ status: 404, code: 'file-not-found' });
    expect((await post(town.aino, mine.id, [fileId])).statusCode).toBe(201);
    expect((await post(town.aino, other.id, [fileId])).statusCode).toBe(404);
    expect((await post(town.tiina, mine.id, [fileId])).statusCode).toBe(201);
    expect((await post(town.aino, mine.id, [fileId, randomUUID()])).statusCode).toBe(404);
  });

  test('comes back to its adder with a message taken back', async () => {
    const fileId = (await upload(town.aino, 'Ohje.pdf', PDF)).json().id;
    const { id } = await aMatter(town, town.aino, reachable);
    const messageId = (await post(town.aino, id, [fileId])).json().id;
    expect((await patch(town.aino, messageId, 'undone')).statusCode).toBe(204);
    expect((await get(town.aino, `/api/messages/${messageId}/files/${fileId}`)).statusCode).toBe(404);
    expect((await post(town.aino, id, [fileId])).statusCode).toBe(201);
  });

  test('is read by an authority while the message’s need is shared with it; changing the message is the keeper’s', async () => {
    const { kela, city } = town.organisations;
    const { id } = await aMatter(town, town.aino, reachable);
    const [needId] = await needsOf(db, id);
    const send = async (more: Record<string, unknown>) => {
      const fileId = (await upload(town.aino, 'Ohje.pdf', PDF)).json().id;
      const messageId = (await post(town.aino, id, [fileId], randomUUID(), more)).json().id;
      return { messageId, url: `/api/messages/${messageId}/files/${fileId}` };
    };
    const about = await send({ needId });
    const note = await send({ needId, kind: 'note', channel: 'internal' });
    const general = await send({});
    const seen = async () => Promise.all([about, note, general].map(async ({ url }) => (await get(town.mika, url)).statusCode));
    expect(await seen()).toEqual([404, 404, 404]);
    await sql`insert into share (matter_id, need_id, organisation_id, basis, ground) values (${id}::uuid, ${needId}::uuid, ${kela}::uuid, 'consent', 'x')`.execute(
      db,
    );
    expect(await seen()).toEqual([200, 404, 404]);
    expect((await patch(town.mika, about.messageId, 'undone')).statusCode).toBe(403);
    expect((await patch(town.mika, note.messageId, 'undone')).statusCode).toBe(404);
    await sql`update share set revoked_at = now() where matter_id = ${id}::uuid and organisation_id <> ${city}::uuid`.execute(db);
    expect(await seen()).toEqual([404, 404, 404]);
    expect((await patch(town.tiina, about.messageId, 'undone')).statusCode).toBe(204);
  });

  test('is refused when it runs something, or when there is none', async () => {
    expect((await upload(town.aino, 'kuitti.pdf', Buffer.from('MZ\x90\x00This program cannot be run in DOS mode'))).statusCode).toBe(415);
    const none = await app.inject({ method: 'POST', url: '/api/files', headers: as(town.aino) });
    expect(none.json()).toMatchObject({ status: 422, code: 'file-missing' });
    expect((await upload(town.nelli, 'Ohje.pdf', PDF)).statusCode).toBe(201);
  });
});

test('the same call again writes no second message; without a key there is none at all', async () => {
  const { id } = await aMatter(town, town.aino, reachable);
  const key = randomUUID();
  const [first, second] = [await post(town.aino, id, [], key), await post(town.aino, id, [], key)];
  expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
  expect(second.json()).toEqual(first.json());
  expect(await db.selectFrom('message').select('id').where('matter_id', '=', id).execute()).toHaveLength(1);
  const headers = as(town.aino);
  const payload = { kind: 'note', channel: 'internal', language: 'fi', body: 'x' };
  expect((await app.inject({ method: 'POST', url: `/api/matters/${id}/messages`, payload, headers })).statusCode).toBe(400);
  const mine = { ...payload, recipient: 'mallory@posti.example' };
  const keyed = { ...headers, 'idempotency-key': randomUUID() };
  expect((await app.inject({ method: 'POST', url: `/api/matters/${id}/messages`, payload: mine, headers: keyed })).statusCode).toBe(422);
});

describe('a mail’s own look', () => {
  async function received(bodyHtml: string | null) {
    const { id } = await aMatter(town, town.aino, reachable);
    return inTransaction(db, async (trx) => {
      const stored = await storeFile(trx, files, PNG, { name: 'kuva.png', declaredType: 'image/png', limits: MAIL_FILES });
      return receiveMessage(town.desk, trx, {
        matterId: id,
        channel: 'email',
        at: clock.now(),
        subject: 'Kuva',
        body: 'Kuva liitteenä',
        bodyHtml,
        files: [{ fileId: stored.id, name: stored.name, contentId: '<kuva1@posti.example>' }],
      });
    });
  }

  test('is a sandboxed document with its images inside, for those who see the message', async () => {
    const { messageId } = await received('<p>Katso</p><img alt="a" src="cid:kuva1%40posti.example"><img alt="b" src="cid:poissa">');
    const answer = await get(town.aino, `/api/messages/${messageId}/html`);
    expect(answer.statusCode).toBe(200);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox /);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    expect(answer.body).toContain(`<img alt="a" src="data:image/png;base64,${PNG.toString('base64')}">`);
    expect(answer.body).toContain('<img alt="b" src="data:,">');
    for (const stranger of [town.nelli, town.mika]) {
      expect((await get(stranger, `/api/messages/${messageId}/html`)).statusCode).toBe(404);
    }
  });

  test('is not there for a plain mail', async () => {
    const { messageId } = await received(null);
    expect((await get(town.aino, `/api/messages/${messageId}/html`)).statusCode).toBe(404);
  });
});

async function looks(fileId: string): Promise<number> {
  const found = await sql<{
    count: number;
  }>`select count(*) from audit_entry where action = 'file.read' and ${fileId}::uuid = any(subjects)`.execute(db);
  return found.rows[0]?.count ?? 0;
}
