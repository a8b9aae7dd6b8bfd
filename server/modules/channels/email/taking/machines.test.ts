import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMessage, matterOf, messageOf } from '../../../../testing/mail-room.ts';
import { aMailTown, type MailTown, mailsIn, mattersOf, rawMail, take } from '../../../../testing/mail-town.ts';
import { sendDue } from '../../../matters/messages/sending/service.ts';
import { answerDue } from '../answering/service.ts';
import { mailSender } from '../sending/sender.ts';
import type { Letter } from '../sending/types.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');
const oona = 'Oona Metsä <oona@posti.example>';

/** What leaves is kept; the channel's own deliveries and the outbox's alike. */
function keeping() {
  const out: Letter[] = [];
  const deliver = async (letter: Letter) => {
    out.push(letter);
    return { response: '250 ok', externalId: null };
  };
  return { out, deliver };
}

/** A place where Oona has been answered. */
async function anAnswer(parts = {}) {
  const place = await aMailTown(db, clock, parts);
  const { out, deliver } = keeping();
  await take(place, { from: oona, subject: 'Asumistuki' });
  clock.advance({ seconds: 1 });
  const [matter] = await mattersOf(db, place.town.organisations.city);
  const messageId = await aMessage(place.town.desk, place.town.aino, matter?.id as string);
  clock.advance({ seconds: 61 });
  await sendDue({ ...place.town.desk, senders: [mailSender(place.deps, deliver)], log: place.deps.log });
  return { ...place, out, deliver, matterId: matter?.id as string, messageId, letter: out[0] as Letter };
}

const mattersIn = ({ town }: MailTown) => mattersOf(db, town.organisations.city);

function report(letter: Letter, { to, original = true }: { to: string; original?: boolean }) {
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@posti.test>',
    `To: ${letter.mailbox.address}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    `Message-ID: <${crypto.randomUUID()}@posti.test>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The mail system could not deliver your message.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; posti.test',
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${to}>: no such user`,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    ...(original ? [`Message-ID: <${letter.messageId}>`] : []),
    'Subject: x',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

describe('a report of failure', () => {
  test('marks the message undelivered and gives the turn back; it opens nothing, and says no address', async () => {
    const known = await anAnswer();
    expect((await matterOf(db, known.matterId)).awaits).toBe('customer');
    expect(await take(known, report(known.letter, { to: 'oona@posti.example' }))).toBe('taken');
    const message = await messageOf(db, known.messageId);
    expect(message.state).toBe('bounced');
    expect(message.delivery_note).toBe('5.1.1 550 5.1.1 no such user');
    expect((await matterOf(db, known.matterId)).awaits).toBe('us');
    expect(await mattersIn(known)).toHaveLength(1);
    expect(await take(known, report(known.letter, { to: 'oona@posti.example' }))).toBe('ignored');
  });

  test('about a mail that is not ours is ignored, whatever it looks like', async () => {
    const known = await anAnswer();
    expect(await take(known, report(known.letter, { to: 'oona@posti.example', original: false }))).toBe('ignored');
    expect(
      await take(known, report({ ...known.letter, messageId: 'x.4172831-00000000000000000000@mallila.example' }, { to: 'x@y.example' })),
    ).toBe('ignored');
    expect((await messageOf(db, known.messageId)).state).toBe('sent');
    expect(await mattersIn(known)).toHaveLength(1);
  });
});

describe('a machine’s answer', () => {
  const away = {
    from: oona,
    subject: 'Automaattinen vastaus: Viesti',
    text: 'Olen lomalla 3.12. asti.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  };

  test('of the customer’s is kept quietly on the matter, three at most a day; it changes no turn and no closing', async () => {
    const known = await anAnswer();
    for (let n = 0; n < 5; n++) {
      clock.advance({ minutes: 1 });
      await take(known, { ...away, to: known.letter.replyTo, text: `Olen lomalla ${n}` });
    }
    const [matter] = await mattersIn(known);
    expect(matter?.messages.filter(({ kind }) => kind === 'note')).toEqual(
      [0, 1, 2].map((n) => expect.objectContaining({ direction: 'internal', state: 'noted', body: `Olen lomalla ${n}` })),
    );
    expect((await matterOf(db, known.matterId)).awaits).toBe('customer');
    expect((await mailsIn(db, known.box.id)).map(({ state }) => state).sort()).toEqual([
      'ignored',
      'ignored',
      'taken',
      'taken',
      'taken',
      'taken',
    ]);
  });

  test('of anybody else opens nothing, nor does a newsletter', async () => {
    const place = await aMailTown(db, clock);
    expect(await take(place, away)).toBe('ignored');
    expect(await take(place, { subject: 'Uutiskirje', list: { unsubscribe: 'https://lista.example/pois' } })).toBe('ignored');
    expect(await mattersIn(place)).toEqual([]);
    expect((await mailsIn(db, place.box.id)).map(({ reason }) => reason).sort()).toEqual(['auto-reply', 'list']);
  });

  test('our own mail come back is not taken: by its id, or as from ourselves', async () => {
    const known = await anAnswer();
    expect(await take(known, { from: 'Edelleenlähetys <jokin@muu.example>', messageId: `<${known.letter.messageId}>` })).toBe('ignored');
    expect(await take(known, { from: known.box.address.toUpperCase(), subject: 'Itselle' })).toBe('ignored');
    expect(await mattersIn(known)).toHaveLength(1);
  });
});

describe('the automatic answer', () => {
  test('goes once an hour to a sender, marked as one, in the thread, with the number and the promise', async () => {
    const place = await aMailTown(db, clock, { autoAnswer: true });
    const { out, deliver } = keeping();
    await take(place, {
      from: oona,
      messageId: '<m1@posti.example>',
      subject: 'Yksi',
      text: 'Hei, voin tulla käymään kun on aika. Kiitos',
    });
    await take(place, { from: oona, subject: 'Kaksi' });
    expect(await answerDue(place.deps, deliver)).toBe(1);
    expect(await answerDue(place.deps, deliver)).toBe(0);
    const [first] = await mattersIn(place);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatchObject({
      recipient: 'oona@posti.example',
      automatic: 'auto-replied',
      inReplyTo: 'm1@posti.example',
      language: 'fi',
    });
    expect(out[0]?.text).toContain('Vastaamme viimeistään ti');
    expect(out[0]?.replyTo).toContain(`+${first?.number}-`);

    clock.advance({ minutes: 59 });
    await take(place, { from: oona, subject: 'Kolme' });
    expect(await answerDue(place.deps, deliver)).toBe(0);
    clock.advance({ minutes: 2 });
    await take(place, { from: oona, subject: 'Neljä' });
    expect(await answerDue(place.deps, deliver)).toBe(1);

    // What is answered to it joins the matter, and gets no answer of its own.
    clock.advance({ hours: 2 });
    await take(place, { from: oona, to: out[0]?.replyTo ?? '', inReplyTo: `<${out[0]?.messageId}>`, text: 'Selvä' });
    expect(await answerDue(place.deps, deliver)).toBe(0);
    expect((await mattersIn(place))[0]?.messages.map(({ body }) => body)).toContain('Selvä');
    expect(await take(place, { from: 'x@y.example', messageId: `<${out[0]?.messageId}>` })).toBe('ignored');
  });

  test('never goes to a machine, to ourselves or where nobody reads', async () => {
    const place = await aMailTown(db, clock, { autoAnswer: true });
    const { deliver } = keeping();
    await take(place, { from: 'noreply@palvelu.example', subject: 'Ilmoitus' });
    await take(place, { from: 'kone@palvelu.example', subject: 'Raportti', headers: { 'Auto-Submitted': 'auto-generated' } });
    await take(place, { from: place.box.address, subject: 'Itselle' });
    expect(await answerDue(place.deps, deliver)).toBe(0);
  });

  test('is tried again when it does not leave, and dropped when refused for good', async () => {
    const place = await aMailTown(db, clock, { autoAnswer: true });
    await take(place, { from: oona, subject: 'Yksi' });
    const ids = new Set<string>();
    const failing = async (letter: Letter) => {
      ids.add(letter.messageId);
      throw Object.assign(new Error('later'), { responseCode: ids.size > 9 ? 550 : 451, command: 'RCPT TO' });
    };
    expect(await answerDue(place.deps, failing)).toBe(1);
    expect(await answerDue(place.deps, failing)).toBe(0);
    clock.advance({ minutes: 2, seconds: 1 });
    const { out, deliver } = keeping();
    expect(await answerDue(place.deps, deliver)).toBe(1);
    expect([...ids]).toEqual([out[0]?.messageId]);

    await take(place, { from: 'Muu <muu@posti.example>', subject: 'Kaksi' });
    const refusing = () => Promise.reject(Object.assign(new Error('no'), { responseCode: 550, command: 'RCPT TO' }));
    expect(await answerDue(place.deps, refusing)).toBe(1);
    clock.advance({ hours: 1 });
    expect(await answerDue(place.deps, deliver)).toBe(0);
  });
});

describe('a loop of 1,000 ends', () => {
  test('two machines that answer everything: one answer of ours, however they word theirs', async () => {
    const place = await aMailTown(db, clock, { autoAnswer: true });
    const { out, deliver } = keeping();
    // A machine that says nothing of being one and answers each of our mails at once.
    let mail: Parameters<typeof take>[1] = { from: 'robotti@muu.example', subject: 'Kiitos viestistäsi' };
    let rounds = 0;
    for (; rounds < 1000; rounds++) {
      await take(place, mail);
      clock.advance({ seconds: 1 });
      if ((await answerDue(place.deps, deliver)) === 0) break;
      const ours = out.at(-1) as Letter;
      mail = {
        from: 'robotti@muu.example',
        to: ours.replyTo,
        subject: `Re: ${ours.subject}`,
        inReplyTo: `<${ours.messageId}>`,
        text: `${rounds}`,
      };
    }
    expect(rounds).toBe(1);
    expect(out).toHaveLength(1);
    expect(await mattersIn(place)).toHaveLength(1);
  });

  test('1,000 mails of an answering machine within the hour: at most one answer, and nothing opened', async () => {
    const known = await anAnswer({ autoAnswer: true });
    const { out, deliver } = keeping();
    await answerDue(known.deps, deliver);
    for (let n = 0; n < 1000; n++) {
      const headers = { 'X-Autoreply': 'yes' };
      await take(known, await rawMail({ from: oona, to: known.letter.replyTo, subject: 'Poissa', text: `${n}`, headers }));
      clock.advance({ seconds: 3 });
    }
    await answerDue(known.deps, deliver);
    expect(out).toHaveLength(1);
    const [matter, ...others] = await mattersIn(known);
    expect(others).toEqual([]);
    expect(matter?.messages.length).toBeLessThanOrEqual(5);
    const kept = await sql<{ count: number }>`select count(*)::int as count from mail_in where mailbox_id = ${known.box.id}::uuid`.execute(
      db,
    );
    expect(kept.rows[0]?.count).toBe(1001);
  }, 60_000);
});

test('corpus mails end to end: the words, the folded history, the files', async () => {
  const place = await aMailTown(db, clock);
  const corpus = (name: string) => readFile(new URL(`../parse/corpus/${name}.eml`, import.meta.url));
  await take(place, await corpus('charset-iso-8859-15-8bit'));
  await take(place, await corpus('fold-sv-gmail'));
  await take(place, await corpus('attachment-pdf'));
  await take(place, await corpus('attachment-names'));
  const expected = async (name: string) => JSON.parse(await readFile(new URL(`../parse/corpus/${name}.json`, import.meta.url), 'utf8'));
  const messages = (await mattersIn(place)).flatMap(({ messages: all }) => all);
  expect(messages.map(({ body }) => body)).toEqual(
    expect.arrayContaining([(await expected('charset-iso-8859-15-8bit')).newText, (await expected('fold-sv-gmail')).newText]),
  );
  expect(messages.some(({ quoted }) => quoted !== null)).toBe(true);
  const names = messages.flatMap(({ files }) => files);
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) expect(name).not.toMatch(/[/\\\p{Cc}]|\.exe$/u);
});
