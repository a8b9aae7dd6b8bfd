import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMailbox, aMailTown, rawMail, take } from '../../../../testing/mail-town.ts';
import { aNoticing } from '../../../../testing/noticing.ts';
import { aMatter } from '../../../../testing/town.ts';
import { sendDueNotices } from '../../../matters/noticing/sending/service.ts';
import { tellByItself } from '../../../matters/noticing/service.ts';

import { noticeMailSender } from './notices.ts';
import type { Letter } from './types.ts';

const NOON = '2026-11-23T10:00:00Z';
const clock = fixedClock(NOON);
const { db: database } = await testDatabase();
const db = database.kysely;
beforeEach(() => clock.set(NOON));

/** A place with a mailbox, a customer who wishes e-mail, and something to tell them. */
async function aTold(answer: (letter: Letter) => unknown = () => undefined) {
  const place = await aMailTown(db, clock);
  const noticing = aNoticing(place.town.desk, { channels: ['email', 'paper', 'collect'] });
  const customer = { givenName: 'Oona', familyName: 'Metsä', email: 'oona@posti.example', contactWish: 'email' };
  const { id: matterId } = await aMatter(place.town, place.town.aino, { customer, title: 'Asumistuki' });
  await tellByItself(noticing, matterId, { kind: 'need-initiated', thing: `need-initiated:${randomUUID()}` });
  const out: Letter[] = [];
  const sender = noticeMailSender(place.deps, async (letter) => {
    out.push(letter);
    await answer(letter);
    return { response: `250 ok <${letter.recipient}> queued`, externalId: 'Q1' };
  });
  clock.advance({ minutes: 5 });
  const send = () => sendDueNotices({ ...noticing, senders: [sender], log: place.deps.log });
  const notice = async () => (await sql<Notice>`select * from notice where matter_id = ${matterId}::uuid`.execute(db)).rows[0] as Notice;
  return { ...place, matterId, out, send, notice };
}

type Notice = { id: string; state: string; channel: string; delivery_note: string; external_id: string };

test('a letter of its own, marked as a machine’s, whose answer finds the matter', async () => {
  const told = await aTold();
  await told.send();
  const [letter] = told.out as [Letter];
  const { id } = await told.notice();
  expect(letter).toMatchObject({
    recipient: 'oona@posti.example',
    automatic: 'auto-generated',
    inReplyTo: null,
    files: [],
    language: 'fi',
  });
  expect(letter.messageId.startsWith(`${id}.`)).toBe(true);
  expect(`${letter.subject} ${letter.text} ${letter.mailbox.address}`).not.toMatch(/asumistuki|kela/i);
  expect(await told.notice()).toMatchObject({ state: 'sent', external_id: 'Q1', delivery_note: '250 ok queued' });
  const answered = await take(
    told,
    await rawMail({ from: 'oona@posti.example', to: letter.replyTo, subject: `Re: ${letter.subject}`, text: 'Kiitos!' }),
  );
  expect(answered).toBe('taken');
  const { rows } = await sql<{
    body: string;
  }>`select body from message where matter_id = ${told.matterId}::uuid and direction = 'in'`.execute(db);
  expect(rows).toMatchObject([{ body: 'Kiitos!' }]);
});

test('tried again it is the same mail', async () => {
  let away = true;
  const told = await aTold(() => {
    if (away) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  });
  await told.send();
  expect(await told.notice()).toMatchObject({ state: 'failed', delivery_note: 'not-sent' });
  away = false;
  clock.advance({ minutes: 1 });
  await told.send();
  expect(new Set(told.out.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await told.notice()).toMatchObject({ state: 'sent' });
});

test('an address refused for good gives way to another channel', async () => {
  const told = await aTold(() => {
    throw Object.assign(new Error('no'), {
      responseCode: 550,
      response: '550 5.1.1 <oona@posti.example>: no such user',
      command: 'RCPT TO',
    });
  });
  await told.send();
  expect(await told.notice()).toMatchObject({ state: 'waiting', channel: 'collect', delivery_note: '550 5.1.1 no such user' });
});

describe('a report of failure later', () => {
  const report = (letter: Letter) =>
    Buffer.from(
      [
        'From: Mail Delivery System <MAILER-DAEMON@posti.test>',
        `To: ${letter.mailbox.address}`,
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
        `Message-ID: <${randomUUID()}@posti.test>`,
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; posti.test',
        '',
        'Final-Recipient: rfc822; oona@posti.example',
        'Action: failed',
        'Status: 5.1.1',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${letter.messageId}>`,
        '--b--',
        '',
      ].join('\r\n'),
    );

  test('makes it a keeper’s to tell another way, once, and opens nothing', async () => {
    const told = await aTold();
    await told.send();
    const [letter] = told.out as [Letter];
    expect(await take(told, report(letter))).toBe('ignored');
    expect(await told.notice()).toMatchObject({ state: 'given-up', delivery_note: '5.1.1' });
    await take(told, report(letter));
    expect(await told.notice()).toMatchObject({ state: 'given-up' });
    const { rows } = await sql`select reason from mail_in where mailbox_id = ${told.box.id}::uuid order by reason`.execute(db);
    expect(rows).toEqual([{ reason: 'bounce-of-notice' }, { reason: 'bounce-repeated' }]);
  });
});

test('it leaves from the region’s mailbox, not from an authority’s that keeps the matter', async () => {
  const told = await aTold();
  const { kela } = told.town.organisations;
  await aMailbox(told.deps, told.town, {
    address: `asiakas-${randomUUID()}@kela.example`,
    organisationId: kela,
    unitId: told.town.units.kelaTier2,
  });
  await sql`update matter set owner_org = ${kela}::uuid, unit_id = ${told.town.units.kelaTier2}::uuid where id = ${told.matterId}::uuid`.execute(
    db,
  );
  await told.send();
  expect(told.out[0]?.mailbox.address).toContain('@mallila.example');
});
