import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import { createApp } from '../../../../platform/http/app.ts';
import { generateKeyring, readKeyring } from '../../../../platform/keys/keyring.ts';
import { rotate } from '../../../../platform/keys/rotation.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { asOwner, testDatabase } from '../../../../testing/database.ts';
import { aMailTown, type MailTown, mailsIn, mattersOf, rawMail, take } from '../../../../testing/mail-town.ts';
import { aPerson } from '../../../../testing/town.ts';
import { auditRefusals, type IdentityDeps, identity } from '../../../identity/service.ts';
import { startSession } from '../../../identity/sessions/service.ts';
import type { By } from '../../../identity/types.ts';
import { limits } from '../parse/limits.ts';
import { quarantineUnfetched } from '../taking/quarantine.ts';
import { encryptedPasswords, imapPassword, smtpPassword } from './passwords.ts';
import { mailboxById } from './queries.ts';
import { mailboxRoutes } from './routes.ts';

const database = await testDatabase();
const db = database.db.kysely;
const clock = fixedClock('2026-11-23T08:00:00Z');
const publicUrl = 'http://localhost:3000';
const sessions = { db, clock, publicUrl, session: { idleMinutes: 30, maxHours: 12 } } as unknown as IdentityDeps;
const app = await createApp({ config: { publicUrl }, log: createLog('error') });
let place: MailTown;
let neighbourAdmin: By;

beforeAll(async () => {
  place = await aMailTown(db, clock);
  auditRefusals(app, db);
  mailboxRoutes(app, { ...place.deps, ...identity(sessions) });
  const { neighbour } = place.town.organisations;
  neighbourAdmin = await aPerson(db, { name: 'Naapuri', role: 'administrator', organisationId: neighbour, units: [] });
  await app.ready();
});
afterAll(() => app.close());

async function call(by: By, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) {
  const token = await inTransaction(db, (trx) => startSession(trx, sessions, by.actor.personId, '', undefined));
  const headers = { cookie: `polku=${token}`, 'x-polku-csrf': '1' };
  const answer = await app.inject({ method, url: `/api/admin/${url}`, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined, text: answer.body };
}

let count = 0;
const server = (parts = {}) => ({ host: '127.0.0.1', port: 1, security: 'none', user: 'asiointi', password: 's3cret-word', ...parts });
const aBox = (parts = {}) => ({
  address: `Laatikko${++count}@Mallila.example`,
  displayName: { fi: 'Neuvonta', sv: 'Rådgivning', en: 'Advice' },
  organisationId: place.town.organisations.city,
  unitId: place.town.units.front,
  imap: server({ folder: 'INBOX' }),
  smtp: server(),
  ...parts,
});

describe('mailboxes', () => {
  test('are added by the organisation’s administrator; passwords go in and never come out', async () => {
    const added = await call(place.town.admin, 'POST', 'mailboxes', aBox());
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      address: `laatikko${count}@mallila.example`,
      imap: { host: '127.0.0.1', folder: 'INBOX', hasPassword: true },
      smtp: { hasPassword: true },
      trouble: null,
      quarantined: 0,
    });
    const listed = await call(place.town.admin, 'GET', 'mailboxes');
    expect(listed.body.mailboxes.map(({ id }: { id: string }) => id)).toContain(added.body.id);
    for (const { text } of [added, listed]) expect(text).not.toContain('s3cret-word');
    const rows = await asOwner(database, (client) => client.query('select mailbox::text as words from mailbox'));
    expect(JSON.stringify(rows.rows)).not.toContain('s3cret-word');
    const kept = await mailboxById(db, added.body.id);
    expect(kept && [imapPassword(place.deps.keys, kept), smtpPassword(place.deps.keys, kept)]).toEqual(['s3cret-word', 's3cret-word']);
  });

  test('do not exist for another’s administrator, nor for an advisor', async () => {
    const { id } = (await call(place.town.admin, 'POST', 'mailboxes', aBox())).body;
    expect((await call(neighbourAdmin, 'GET', 'mailboxes')).body.mailboxes).toEqual([]);
    expect((await call(neighbourAdmin, 'PATCH', `mailboxes/${id}`, { active: false, version: 1 })).status).toBe(404);
    expect((await call(neighbourAdmin, 'POST', `mailboxes/${id}/checks`)).status).toBe(404);
    expect((await call(neighbourAdmin, 'POST', 'mailboxes', aBox())).status).toBe(404);
    expect((await call(place.town.aino, 'GET', 'mailboxes')).status).toBe(403);
    expect((await call(place.town.admin, 'PATCH', `mailboxes/${id}`, { active: false, version: 1 })).body).toMatchObject({
      active: false,
      version: 2,
    });
  });

  test('a saved password is sent to no other server, and none in the clear to another machine', async () => {
    const { id } = (await call(place.town.admin, 'POST', 'mailboxes', aBox())).body;
    const { password: _, ...elsewhere } = server({ host: 'evil.example', security: 'tls', folder: 'INBOX' });
    const moved = await call(place.town.admin, 'PATCH', `mailboxes/${id}`, { imap: elsewhere, version: 1 });
    expect(moved).toMatchObject({ status: 422, body: { code: 'password-needed', fields: ['imap'] } });
    const { password: __, ...folder } = server({ folder: 'Asiat' });
    expect((await call(place.town.admin, 'PATCH', `mailboxes/${id}`, { imap: folder, version: 1 })).body.imap).toMatchObject({
      folder: 'Asiat',
      hasPassword: true,
    });
    const clear = await call(place.town.admin, 'POST', 'mailboxes', aBox({ smtp: server({ host: 'mail.example' }) }));
    expect(clear).toMatchObject({ status: 422, body: { code: 'password-in-clear', fields: ['smtp'] } });
  });

  test('wrong input is refused: a taken address, a stranger’s unit, a header’s line break, an older version', async () => {
    const box = aBox();
    const { id } = (await call(place.town.admin, 'POST', 'mailboxes', box)).body;
    expect((await call(place.town.admin, 'POST', 'mailboxes', box)).body.code).toBe('address-taken');
    const foreign = aBox({ unitId: place.town.units.neighbourFront });
    expect((await call(place.town.admin, 'POST', 'mailboxes', foreign)).body).toMatchObject({
      code: 'unknown-reference',
      fields: ['unitId'],
    });
    const displayName = { fi: 'A\r\nBcc: x@y.example', sv: 'B', en: 'C' };
    expect((await call(place.town.admin, 'POST', 'mailboxes', aBox({ displayName }))).status).toBe(422);
    expect((await call(place.town.admin, 'POST', 'mailboxes', aBox({ address: 'a@b.example\r\nBcc: c@d.example' }))).status).toBe(422);
    expect((await call(place.town.admin, 'PATCH', `mailboxes/${id}`, { active: false, version: 7 })).body.code).toBe('conflict');
  });

  test('trying the connection tells a code', async () => {
    const { id } = (await call(place.town.admin, 'POST', 'mailboxes', aBox({ smtp: null }))).body;
    expect((await call(place.town.admin, 'POST', `mailboxes/${id}/checks`)).body).toEqual({ imap: 'connection', smtp: 'unset' });
  });

  test('passwords move to a fresh key', async () => {
    const { id } = (await call(place.town.admin, 'POST', 'mailboxes', aBox())).body;
    const fresh = readKeyring(generateKeyring());
    const both = { present: fresh.present, all: new Map([...fresh.all, ...place.deps.keys.all]) };
    for (const column of encryptedPasswords(db)) await rotate(both, column);
    const kept = await mailboxById(db, id);
    expect(kept && imapPassword(fresh, kept)).toBe('s3cret-word');
    for (const column of encryptedPasswords(db)) await rotate({ present: place.deps.keys.present, all: both.all }, column);
  });
});

describe('quarantine', () => {
  test('a mail that is none is laid aside whole; retried it stays, and nobody else’s administrator sees it', async () => {
    expect(await take(place, Buffer.from('tämä ei ole viesti'))).toBe('quarantined');
    expect(await take(place, Buffer.from('tämä ei ole viesti'))).toBe('known');
    const { mails } = (await call(place.town.admin, 'GET', 'quarantined-mails')).body;
    expect(mails).toMatchObject([{ mailboxId: place.box.id, reason: 'malformed', tries: 0, kept: true }]);
    expect((await call(neighbourAdmin, 'GET', 'quarantined-mails')).body.mails).toEqual([]);
    const url = `quarantined-mails/${mails[0].id}/retries`;
    expect((await call(neighbourAdmin, 'POST', url)).status).toBe(404);
    expect((await call(place.town.admin, 'POST', url)).body).toEqual({ state: 'quarantined' });
    expect((await call(place.town.admin, 'GET', 'quarantined-mails')).body.mails[0].tries).toBe(1);
    const kept = await db
      .selectFrom('mail_in')
      .innerJoin('file', 'file.id', 'mail_in.file_id')
      .select('file.claimed')
      .where('mail_in.id', '=', mails[0].id)
      .executeTakeFirst();
    expect(kept?.claimed).toBe(true);
  });

  test('a fault of ours lays one mail aside; put right, the retry takes it as of the day it came', async () => {
    await asOwner(database, (client) => client.query("alter table message add constraint fault check (body <> 'Rikkova viesti')"));
    const mail = await rawMail({ to: place.box.address, subject: 'Vika', text: 'Rikkova viesti' });
    expect(await take(place, mail)).toBe('quarantined');
    expect(await take(place, { subject: 'Seuraava' })).toBe('taken');
    const arrived = clock.now();
    clock.advance({ hours: 5 });
    const laid = (await mailsIn(db, place.box.id)).find(({ reason }) => reason === 'failed');
    const url = `quarantined-mails/${laid?.id}/retries`;
    expect((await call(place.town.admin, 'POST', url)).body).toEqual({ state: 'quarantined' });
    await asOwner(database, (client) => client.query('alter table message drop constraint fault'));
    expect((await call(place.town.admin, 'POST', url)).body).toEqual({ state: 'taken' });
    expect((await call(place.town.admin, 'POST', url)).status).toBe(404);
    expect(await take(place, mail)).toBe('known');
    const [matter] = (await mattersOf(db, place.town.organisations.city)).filter(({ title }) => title === 'Vika');
    expect(matter?.messages.map(({ body }) => body)).toEqual(['Rikkova viesti']);
    const row = await db
      .selectFrom('matter')
      .select('arrived_at')
      .where('id', '=', matter?.id as string)
      .executeTakeFirst();
    expect(row?.arrived_at).toEqual(arrived);
  });

  test('one too large to fetch is told of, and read in the mailbox', async () => {
    await quarantineUnfetched(place.deps, place.box, limits.mail + 1, { uid: 7, uidValidity: 1, at: clock.now() });
    const mail = (await call(place.town.admin, 'GET', 'quarantined-mails')).body.mails.find(
      ({ reason }: { reason: string }) => reason === 'too-large',
    );
    expect(mail).toMatchObject({ kept: false, size: limits.mail + 1 });
    expect((await call(place.town.admin, 'POST', `quarantined-mails/${mail.id}/retries`)).body.code).toBe('mail-not-kept');
  });

  test('while the database is away nothing is taken or laid aside: it is told, to be tried again', async () => {
    const waiting = "from pg_stat_activity where wait_event_type = 'Lock' and query like '%mail_in%'";
    await asOwner(database, (locking) =>
      asOwner(database, async (looking) => {
        await locking.query('begin; lock table mail_in in access exclusive mode');
        const blocked = expect(take(place, { subject: 'Odottaa' })).rejects.toMatchObject({ status: 503 });
        await expect.poll(async () => (await looking.query(`select 1 ${waiting}`)).rowCount).toBe(1);
        await looking.query(`select pg_terminate_backend(pid) ${waiting}`);
        await blocked;
        await locking.query('rollback');
      }),
    );
    expect(await take(place, { subject: 'Odottaa' })).toBe('taken');
  });
});
