import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../testing/database.ts';
import { matterOf, messageOf } from '../../../testing/mail-room.ts';
import { type MailServer, startMailServer, UNDELIVERABLE } from '../../../testing/mail-server.ts';
import { type MailTown, mailsIn, mattersOf } from '../../../testing/mail-town.ts';
import { addresses, answerNow, aServedTown, atWork, inboxOf, post } from '../../../testing/post.ts';
import { changeMessage } from '../../matters/messages/changing/service.ts';
import { sayMatterNumber } from '../../matters/number.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const boxes = addresses(8, 'mallila.example', 'asiointi');
const people = addresses(8, 'posti.example', 'oona');
let server: MailServer;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  server = await startMailServer([...boxes, ...people]);
});
afterAll(async () => {
  await stop?.();
  await server.stop();
});

const within = { timeout: 20_000, interval: 50 };

async function aTownAtWork(parts = {}) {
  await stop?.();
  const [box, oona] = [boxes.pop() as string, people.pop() as string];
  const place = await aServedTown(db, server, box, parts);
  const working = atWork(place);
  stop = async () => {
    stop = undefined;
    await working.stop();
  };
  return { ...place, address: box, oona, from: `Oona Metsä <${oona}>`, city: () => mattersOf(db, place.town.organisations.city) };
}

async function matterFrom(place: Awaited<ReturnType<typeof aTownAtWork>>, mail: object = {}) {
  await post(server, { from: place.from, to: place.address, subject: 'Asumistuki', ...mail });
  await expect.poll(async () => (await place.city()).length, within).toBe(1);
  return (await place.city())[0] as Awaited<ReturnType<typeof mattersOf>>[number];
}

async function stateOf(id: string): Promise<string> {
  return (await messageOf(db, id)).state;
}

async function filesOf(place: MailTown) {
  const found = await sql<{ name: string; size: number; sha256: string; type: string }>`
    select g.name, f.size, f.sha256, f.type from message_file g join file f on f.id = g.file_id join message r on r.id = g.message_id
    where r.owner_org = ${place.town.organisations.city}::uuid order by g.position`.execute(db);
  return found.rows;
}

test('a mail in an old charset with a file opens a matter; the answer comes back threaded; "kiitos" joins', async () => {
  const place = await aTownAtWork();
  const { createHash } = await import('node:crypto');
  const pdf = Buffer.from(`%PDF-1.4\n${'x'.repeat(2000)}\n%%EOF\n`);
  const matter = await matterFrom(place, {
    subject: 'Hakemus päivähoitoon',
    text: undefined,
    raw: undefined,
    html: undefined,
    messageId: `<first-${place.oona}>`,
    alternatives: [
      {
        contentType: 'text/plain; charset=iso-8859-1',
        content: Buffer.from('Hei,\nmiten haen päivähoitoa lapselle? Kiitos jo etukäteen.', 'latin1'),
      },
    ],
    attachments: [{ filename: 'Vuokrasopimus äöå.pdf', content: pdf, contentType: 'application/pdf' }],
  });
  expect(matter).toMatchObject({ title: 'Hakemus päivähoitoon', email: place.oona, language: 'fi' });
  expect(matter.messages[0]?.body).toBe('Hei,\nmiten haen päivähoitoa lapselle? Kiitos jo etukäteen.');
  expect(await filesOf(place)).toEqual([
    { name: 'Vuokrasopimus äöå.pdf', size: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex'), type: 'application/pdf' },
  ]);

  const id = await answerNow(place, matter.id, { body: 'Hei Oona,\n\nhaet sitä lomakkeella.' });
  await expect.poll(() => stateOf(id), within).toBe('sent');
  await expect.poll(async () => (await inboxOf(server, place.oona)).length, within).toBe(1);
  const [answer] = await inboxOf(server, place.oona);
  expect(answer?.mail).toMatchObject({
    from: { address: place.address, name: 'Mallilan asiointipiste' },
    inReplyTo: `first-${place.oona}`,
    references: [`first-${place.oona}`],
    text: 'Hei Oona,\n\nhaet sitä lomakkeella.',
    subject: `Viesti asiastasi [${sayMatterNumber(matter.number)}]`,
  });
  expect((await matterOf(db, matter.id)).awaits).toBe('customer');

  await post(server, {
    from: place.from,
    to: answer?.mail.replyTo?.address as string,
    subject: `Vs: ${answer?.mail.subject}`,
    inReplyTo: `<${answer?.mail.messageId}>`,
    text: `kiitos\n\n${place.address} kirjoitti:\n> Hei Oona,\n> haet sitä lomakkeella.\n`,
  });
  await expect.poll(async () => (await place.city())[0]?.messages.length, within).toBe(3);
  const [joined, ...others] = await place.city();
  expect(others).toEqual([]);
  expect(joined?.messages.at(-1)).toMatchObject({ direction: 'in', body: 'kiitos' });
  expect(joined?.messages.at(-1)?.quoted).toContain('haet sitä lomakkeella');
  await expect.poll(async () => (await inboxOf(server, place.address)).every(({ seen }) => seen), within).toBe(true);
});

test('a reply joins by number and by References; a stranger’s References does not', async () => {
  const place = await aTownAtWork();
  const [stranger] = people;
  const matter = await matterFrom(place, { messageId: `<first-${place.oona}>` });
  await post(server, { from: place.from, to: place.address, subject: `asia ${sayMatterNumber(matter.number)}`, text: 'numerolla' });
  await post(server, { from: place.from, to: place.address, subject: 'toisin', references: `<first-${place.oona}>`, text: 'viitteellä' });
  await post(server, {
    from: stranger as string,
    to: place.address,
    subject: 'minulle',
    references: `<first-${place.oona}>`,
    text: 'vieras',
  });
  await expect.poll(async () => (await place.city()).flatMap(({ messages }) => messages).length, within).toBe(4);
  const [mine, theirs] = await place.city();
  expect(mine?.messages.map(({ body }) => body).sort()).toEqual(['Hei, tarvitsen apua.', 'numerolla', 'viitteellä']);
  expect(theirs?.messages.map(({ body }) => body)).toEqual(['vieras']);
});

test('of a secret message only the neutral notice is in the mailbox', async () => {
  const place = await aTownAtWork();
  const matter = await matterFrom(place);
  const id = await answerNow(place, matter.id, { sensitivity: 'secret', body: 'Kelan päätös toimeentulotuesta' });
  await expect.poll(() => stateOf(id), within).toBe('waiting');
  await expect.poll(async () => (await inboxOf(server, place.oona)).length, within).toBe(1);
  const [notice] = await inboxOf(server, place.oona);
  expect(notice?.mail.subject).toBe(`Sinulle on viesti palvelupisteestä [${sayMatterNumber(matter.number)}]`);
  expect(notice?.raw).not.toMatch(/Kela|toimeentulo/i);
  expect(notice?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
});

test('the same mail twenty times is one', async () => {
  const place = await aTownAtWork();
  const mail = { from: place.from, to: place.address, subject: 'Sama', messageId: `<same-${place.oona}>`, date: '2026-11-20T10:00:00Z' };
  await Promise.all(Array.from({ length: 20 }, () => post(server, mail)));
  await post(server, { from: place.from, to: place.address, subject: 'Viimeinen' });
  await expect.poll(async () => (await inboxOf(server, place.address)).filter(({ seen }) => seen).length, within).toBe(21);
  expect((await place.city()).map(({ title, messages }) => [title, messages.length]).sort()).toEqual([
    ['Sama', 1],
    ['Viimeinen', 1],
  ]);
});

test('a bounce of a real server marks the message; put right and sent again it arrives', async () => {
  const place = await aTownAtWork();
  const matter = await matterFrom(place);
  await sql`update customer set email = ${UNDELIVERABLE} where id = ${matter.customerId}::uuid`.execute(db);
  const id = await answerNow(place, matter.id);
  await expect.poll(() => stateOf(id), within).toBe('bounced');
  expect((await messageOf(db, id)).delivery_note).toMatch(/^5\.1\.1/);
  expect((await messageOf(db, id)).delivery_note).not.toContain('@');
  expect(await place.city()).toHaveLength(1);

  await sql`update customer set email = ${'ei-ole@posti.example'} where id = ${matter.customerId}::uuid`.execute(db);
  await changeMessage(place.town.desk, place.town.aino, id, 'again');
  await expect.poll(async () => (await messageOf(db, id)).delivery_note, within).toMatch(/^550 5\.1\.1/);
  await sql`update customer set email = ${place.oona} where id = ${matter.customerId}::uuid`.execute(db);
  await changeMessage(place.town.desk, place.town.aino, id, 'again');
  await expect.poll(async () => (await inboxOf(server, place.oona)).length, within).toBe(1);
});

describe('machines', () => {
  test('get nothing and open nothing; a person is told once in an hour that the mail came', async () => {
    const place = await aTownAtWork({ autoAnswer: true });
    await post(server, {
      from: place.from,
      to: place.address,
      subject: 'Automaattinen vastaus',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    for (const subject of ['Yksi', 'Kaksi', 'Kolme'])
      await post(server, { from: place.from, to: place.address, subject, messageId: `<${subject}-${place.oona}>` });
    await expect.poll(async () => (await mailsIn(db, place.box.id)).length, within).toBe(4);
    await expect.poll(async () => (await inboxOf(server, place.oona)).length, within).toBe(1);
    const [answer] = await inboxOf(server, place.oona);
    expect(answer?.raw).toMatch(/^Auto-Submitted: auto-replied/im);
    expect(answer?.raw).toMatch(/^Precedence: auto_reply/im);
    expect(answer?.mail).toMatchObject({ kind: 'auto-reply', subject: expect.stringMatching(/^Saimme viestisi/) });
    expect(await place.city()).toHaveLength(3);
    expect((await mailsIn(db, place.box.id)).map(({ state }) => state).sort()).toEqual(['ignored', 'taken', 'taken', 'taken']);
    const left = await sql<{ due: number }>`select count(*)::int as due from mail_auto_answer where sent_at is null`.execute(db);
    expect(left.rows[0]?.due).toBe(0);
  });
});

test('while SMTP is down messages fail and are tried again; none is lost or doubled', async () => {
  const place = await aTownAtWork();
  const matter = await matterFrom(place);
  await server.stopSmtp();
  const id = await answerNow(place, matter.id);
  await expect.poll(() => stateOf(id), within).toBe('failed');
  const box = await sql<{ sending_trouble: string }>`select sending_trouble from mailbox where id = ${place.box.id}::uuid`.execute(db);
  expect(box.rows[0]?.sending_trouble).toBe('connection');
  await server.startSmtp();
  await changeMessage(place.town.desk, place.town.aino, id, 'again');
  await expect.poll(() => stateOf(id), within).toBe('sent');
  await expect.poll(async () => (await inboxOf(server, place.oona)).length, within).toBe(1);
});
