import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMessage, matterOf, messageOf } from '../../../../testing/mail-room.ts';
import { aMailbox, aMailTown, mattersOf, take } from '../../../../testing/mail-town.ts';
import { changeMessage } from '../../../matters/messages/changing/service.ts';
import { sendDue } from '../../../matters/messages/sending/service.ts';
import { readMail } from '../parse/read.ts';
import type { ReadMail } from '../parse/types.ts';
import { failureOf } from './failures.ts';
import { mailSender } from './sender.ts';
import { smtpDelivery } from './smtp.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

type Got = { mail: ReadMail; raw: string; from: string; to: string[] };

/** A provider's SMTP server that answers as the test says. */
async function anSmtpServer(refuse: { rcpt?: string; data?: string; mail?: string } = {}) {
  const got: Got[] = [];
  const said = (words: string) => Object.assign(new Error(words.slice(4)), { responseCode: Number(words.slice(0, 3)) });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onMailFrom: (_, __, callback) => callback(refuse.mail ? said(refuse.mail) : null),
    onRcptTo: (_, __, callback) => callback(refuse.rcpt ? said(refuse.rcpt) : null),
    onData: async (stream, { envelope }, callback) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stream) chunks.push(chunk as Uint8Array);
      if (refuse.data) return callback(said(refuse.data));
      const raw = Buffer.concat(chunks);
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      got.push({ mail: await readMail(raw), raw: raw.toString(), from, to: envelope.rcptTo.map(({ address }) => address) });
      callback(null, 'Ok: queued as A1B2');
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { got, refuse, port: (server.server.address() as AddressInfo).port };
}

/** A server that takes connections and then stops talking at some point. */
async function aSilentServer(greeting: string | null) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (greeting) socket.write(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const at = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const, user: '' });

/** Oona's matter by mail, and an outbox through the mailbox's own server. */
async function anOutbox(
  port: number,
  { from = 'Oona Metsä <oona@posti.example>', patience = { connectMs: 2_000, silenceMs: 2_000 } } = {},
) {
  const place = await aMailTown(db, clock, { smtp: at(port) });
  await take(place, { from, messageId: '<first@posti.example>', subject: 'Asumistuki' });
  clock.advance({ seconds: 1 });
  const [matter] = await mattersOf(db, place.town.organisations.city);
  const matterId = matter?.id as string;
  const outbox = { ...place.town.desk, senders: [mailSender(place.deps, smtpDelivery(place.deps, patience))], log: place.deps.log };
  const write = async (parts = {}) => {
    const id = await aMessage(place.town.desk, place.town.aino, matterId, parts);
    clock.advance({ seconds: 61 });
    return id;
  };
  const trouble = async () =>
    (await sql<{ trouble: string | null }>`select sending_trouble as trouble from mailbox where id = ${place.box.id}::uuid`.execute(db))
      .rows[0]?.trouble;
  return { ...place, matterId, number: matter?.number as string, outbox, write, trouble };
}

describe('a mail as it leaves', () => {
  test('is in the thread, from the mailbox in the message’s language, answerable to the matter, with plain text and the same in HTML', async () => {
    const { got, port } = await anSmtpServer();
    const { outbox, write, box, number } = await anOutbox(port);
    const id = await write({ language: 'sv', body: 'Hej!\n\nSå här <ansöker> du & du får svar.\nHälsningar' });
    await sendDue(outbox);
    const [{ mail, from, to, raw }] = got as [Got];
    expect(mail).toMatchObject({
      from: { address: box.address, name: 'Mallila servicepunkt' },
      to: [{ address: 'oona@posti.example' }],
      inReplyTo: 'first@posti.example',
      references: ['first@posti.example'],
      text: 'Hej!\n\nSå här <ansöker> du & du får svar.\nHälsningar',
      kind: 'message',
    });
    expect(mail.subject).toMatch(/^Meddelande .*\[\d\d \d\d \d\d-\d\]$/);
    expect(mail.replyTo?.address).toMatch(new RegExp(`\\+${number}-[0-9a-f]{20}@mallila\\.example$`));
    expect(mail.messageId).toMatch(new RegExp(`^${id}\\.${number}-[0-9a-f]{20}@mallila\\.example$`));
    expect(mail.html).toContain('&lt;ansöker&gt; du &amp; du får svar.');
    expect({ from, to }).toEqual({ from: box.address, to: ['oona@posti.example'] });
    expect(raw).not.toMatch(/^(?:auto-submitted|precedence):/im);
    expect(await messageOf(db, id)).toMatchObject({ state: 'sent', delivery_note: '250 Ok: queued as A1B2' });

    await write({ body: 'Toinen' });
    await sendDue(outbox);
    expect(got[1]?.mail).toMatchObject({ inReplyTo: 'first@posti.example', references: ['first@posti.example', mail.messageId] });
  });

  test('of a secret message is a neutral notice, marked as made by a machine', async () => {
    const { got, port } = await anSmtpServer();
    const { outbox, write } = await anOutbox(port);
    await write({ sensitivity: 'secret', body: 'Kelan päätös on kielteinen' });
    await sendDue(outbox);
    expect(got[0]?.raw).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(got[0]?.mail.text).toContain('Sinulle on viesti palvelupisteestä'.toLowerCase().slice(0, 12));
    expect(JSON.stringify(got)).not.toMatch(/Kela|kielteinen/);
  });

  test('leaves from the matter’s mailbox, else its unit’s, else its organisation’s, and never from another’s', async () => {
    const { got, port } = await anSmtpServer();
    const { outbox, write, box, deps, town, matterId } = await anOutbox(port);
    const other = await aMailbox(deps, town, { smtp: at(port), address: `a-first-${box.address}` });
    await aMailbox(deps, town, { smtp: at(port), organisationId: town.organisations.neighbour, unitId: town.units.neighbourFront });
    await write();
    await sendDue(outbox);
    await sql`update mailbox set active = false where id = ${box.id}::uuid`.execute(db);
    await write();
    await sendDue(outbox);
    expect(got.map(({ mail }) => mail.from.address)).toEqual([box.address, other.address]);
    await sql`update mailbox set active = false where id = ${other.id}::uuid`.execute(db);
    const id = await write();
    await sendDue(outbox);
    expect(got).toHaveLength(2);
    expect((await messageOf(db, id)).state).toBe('failed');
    expect(matterId).toBeTruthy();
  });

  test.each([
    ['a name', { from: '"A\r\nBcc: evil@muu.example" <oona@posti.example>' }, {}],
    ['a body', {}, { body: 'x\r\n.\r\nMAIL FROM:<evil@muu.example>\r\nBcc: evil@muu.example' }],
    ['a lone dot', {}, { body: 'yksi\n.\nkaksi' }],
    ['separators of other kinds', {}, { body: 'a\u2028Bcc: evil@muu.example\u2029b\u0085c\u000bd' }],
  ])('cannot be given another header or recipient by %s', async (_, options, parts) => {
    const { got, port } = await anSmtpServer();
    const { outbox, write } = await anOutbox(port, options);
    await write(parts);
    await sendDue(outbox);
    expect(got).toHaveLength(1);
    expect(got[0]?.to).toEqual(['oona@posti.example']);
    const head = got[0]?.raw.slice(0, got[0].raw.indexOf('\r\n\r\n')) ?? '';
    expect(head).not.toMatch(/^bcc:/im);
    expect(
      head.replace(
        /^(?:from|to|reply-to|subject|message-id|in-reply-to|references|date|mime-version|content-type|content-transfer-encoding):[^\r]*(?:\r\n[ \t][^\r]*)*\r?\n?/gim,
        '',
      ),
    ).toBe('');
  });

  test.each([
    'oona@posti.example\r\nBcc: evil@muu.example',
    'oona@posti.example,evil@muu.example',
    'oona@posti.example> RCPT TO:<evil@muu.example',
    '<oona@posti.example>',
    'oona posti.example',
    '"oona"@posti.example\0',
  ])('goes to no recipient like %j', async (recipient) => {
    const { got, port } = await anSmtpServer();
    const { outbox, write } = await anOutbox(port);
    const id = await write();
    await sql`update message set recipient = ${recipient.replaceAll('\0', '')} where id = ${id}::uuid`.execute(db);
    await sendDue(outbox);
    expect(got).toEqual([]);
    expect(await messageOf(db, id)).toMatchObject({ state: 'bounced', delivery_note: 'invalid-address' });
  });

  test('carries thread ids of the customer’s that fit a header, and no others', async () => {
    const { got, port } = await anSmtpServer();
    const { outbox, write, ...place } = await anOutbox(port);
    await sql`update mail_thread set rfc_message_id = 'ääkköset@posti.example' where rfc_message_id = 'first@posti.example' and matter_id = ${place.matterId}::uuid`.execute(
      db,
    );
    await write();
    await sendDue(outbox);
    expect(got[0]?.mail).toMatchObject({ inReplyTo: null, references: [] });
  });
});

describe('what the server answers', () => {
  test.each([
    ['550 5.1.1 <oona@posti.example>: no such user', 'rcpt', 'bounced', '550 5.1.1 no such user', null],
    ['552 5.3.4 message too big', 'data', 'bounced', '552 5.3.4 message too big', null],
    ['451 4.7.1 greylisted, try later', 'rcpt', 'failed', 'not-sent', null],
    ['421 4.3.2 shutting down', 'data', 'failed', 'not-sent', null],
    ['553 5.7.1 sender not allowed', 'mail', 'failed', 'not-sent', 'refused'],
  ] as const)('%s at %s', async (words, command, state, note, trouble) => {
    const { port, refuse } = await anSmtpServer({ [command]: words });
    const known = await anOutbox(port);
    const id = await known.write();
    await sendDue(known.outbox);
    expect(await messageOf(db, id)).toMatchObject({ state, delivery_note: note });
    expect(await known.trouble()).toBe(trouble);
    delete (refuse as Record<string, string>)[command];
    if (state === 'bounced') await changeMessage(known.town.desk, known.town.aino, id, 'again');
    else clock.advance({ minutes: 1 });
    await sendDue(known.outbox);
    expect((await messageOf(db, id)).state).toBe('sent');
    expect(await known.trouble()).toBeNull();
    expect((await matterOf(db, known.matterId)).awaits).toBe('customer');
  });

  test.each([
    ['never greets', null],
    ['falls silent after greeting', '220 quiet.example ESMTP\r\n'],
  ])('a server that %s is left after its time, and tried again', async (_, greeting) => {
    const port = await aSilentServer(greeting);
    const known = await anOutbox(port, { patience: { connectMs: 300, silenceMs: 300 } });
    const id = await known.write();
    await sendDue(known.outbox);
    expect((await messageOf(db, id)).state).toBe('failed');
    expect(await known.trouble()).toBe('timeout');
  });

  test('a server that keeps talking without an answer is cut off when the attempt is called off', async () => {
    const ended = Promise.withResolvers<void>();
    const server = createServer((socket) => {
      socket.write('220 slow.example ESMTP\r\n');
      const talking = setInterval(() => socket.write('250-more\r\n'), 20);
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(talking);
        ended.resolve();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => void server.close());
    const known = await anOutbox((server.address() as AddressInfo).port);
    const id = await known.write();
    const sender = mailSender(known.deps, smtpDelivery(known.deps));
    const outgoing = {
      messageId: id,
      matterId: known.matterId,
      matterNumber: known.number,
      ownerOrg: known.town.organisations.city,
      unitId: known.town.units.front,
      recipient: 'oona@posti.example',
      language: 'fi',
      leaves: 'message' as const,
      automatic: false,
      subject: 'x',
      text: 'x',
      files: [],
    };
    await expect(sender.send(outgoing, AbortSignal.timeout(300))).rejects.toThrow();
    await ended.promise;
  });

  test('nobody there: retried under one Message-ID until given up, then sent again', async () => {
    const { got, port } = await anSmtpServer();
    const known = await anOutbox(1);
    const id = await known.write();
    for (const minutes of [1, 5, 15, 60, 240, 720]) {
      await sendDue(known.outbox);
      expect((await messageOf(db, id)).state).toBe('failed');
      clock.advance({ minutes });
    }
    await sendDue(known.outbox);
    expect((await messageOf(db, id)).state).toBe('given-up');
    expect(await known.trouble()).toBe('connection');
    const before = await sql<{ id: string }>`select rfc_message_id as id from mail_thread where message_id = ${id}::uuid`.execute(db);
    await sql`update mailbox set smtp = ${JSON.stringify(at(port))}::jsonb where id = ${known.box.id}::uuid`.execute(db);
    await changeMessage(known.town.desk, known.town.aino, id, 'again');
    await sendDue(known.outbox);
    expect(got.map(({ mail }) => mail.messageId)).toEqual(before.rows.map((row) => row.id));
    expect((await messageOf(db, id)).state).toBe('sent');
  });
});

test('failures are read from what the transport says', () => {
  const said = (parts: object) => failureOf(Object.assign(new Error('x'), parts));
  expect(said({ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })).toMatchObject({ final: false, trouble: 'login' });
  expect(said({ code: 'ETLS' })).toMatchObject({ final: false, trouble: 'tls' });
  expect(said({ code: 'EDNS' })).toMatchObject({ final: false, trouble: 'connection' });
  expect(said({ code: 'EMESSAGE', command: 'MAIL FROM' })).toMatchObject({ final: true, trouble: null });
  expect(failureOf(new Error('ENOENT: an attachment is gone'))).toMatchObject({ final: false, trouble: null });
});
