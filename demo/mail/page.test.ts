import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { readMail } from '../../server/modules/channels/email/parse/read.ts';
import { type OutboxPage, outboxPage } from './page.ts';

const raw = `From: Mallila <asiointi@mallila.example>
To: oona@posti.example
Subject: Asia
Content-Type: text/plain; charset=utf-8

Seuraa asiaasi: http://localhost:3000/a/abc123. Kiitos <b>hei</b>
`;

const page = async (parts: Partial<OutboxPage> = {}) =>
  outboxPage({
    locale: 'fi',
    mails: [{ name: '1', mail: await readMail(Buffer.from(raw)) }],
    textMessages: [],
    token: 't',
    smtpPort: 2525,
    leaving: 0,
    done: null,
    now: Temporal.Instant.from('2026-11-27T08:00:00Z'),
    ...parts,
  });

test('an address in a mail is followed by a click, without the full stop after it', async () => {
  const shown = await page();
  expect(shown).toContain('<a href="http://localhost:3000/a/abc123">http://localhost:3000/a/abc123</a>. Kiitos');
  expect(shown).not.toContain('<b>hei');
});

test('mail that waits out its minute is told of, so that nothing seems lost', async () => {
  expect(await page({ mails: [], leaving: 1 })).toMatch(/lähdössä[^<]* 1</);
  expect(await page({ mails: [], leaving: 0 })).not.toContain('lähdössä');
});

test('a calendar entry beside a mail is named once, neutrally', async () => {
  const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Polku//FI\r\nEND:VCALENDAR\r\n';
  const icalEvent = { method: 'PUBLISH', content, filename: 'aika.ics' };
  const sent = { from: 'asiointi@mallila.example', to: 'oona@posti.example', subject: 'Aikasi on varattu', text: 'Hei!', icalEvent };
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(sent);
  const shown = await page({ mails: [{ name: '1', mail: await readMail(message as Buffer) }] });
  expect(shown).toMatch(/<p>Liitteet: <a href="\/demo\/outbox\/1\/files\/\d">aika\.ics<\/a><\/p>/);
  expect(shown).not.toContain('attachment-');
});
