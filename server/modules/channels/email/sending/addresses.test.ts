import { randomUUID } from 'node:crypto';
import ical, { type VEvent } from 'node-ical';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMailTown } from '../../../../testing/mail-town.ts';
import { writeCalendar } from '../../../appointments/calendar/writing.ts';
import { Undeliverable } from '../../../matters/messages/sending/types.ts';
import { addressMailSender } from './addresses.ts';
import type { Letter } from './types.ts';

const clock = fixedClock('2026-11-23T10:00:00Z');
const { db } = await testDatabase();
const { deps } = await aMailTown(db.kysely, clock);

const letter = { id: randomUUID(), email: 'uusi@posti.example', language: 'fi', subject: 'Vahvista osoite', text: 'Koodi on 1234 5678.' };
const signal = new AbortController().signal;

test('a letter of no matter leaves from a common mailbox, marked as a machine’s, with nothing to find a matter by', async () => {
  const out: Letter[] = [];
  await addressMailSender(deps, async (one) => {
    out.push(one);
    return { response: '250 ok', externalId: null };
  })(letter, signal);
  const [sent] = out as [Letter];
  expect(sent).toMatchObject({ recipient: 'uusi@posti.example', automatic: 'auto-generated', references: [], inReplyTo: null });
  expect(sent.replyTo).toBe(sent.mailbox.address);
});

test('an entry for the calendar names the mailbox it leaves from as its organiser, each entry once', async () => {
  const out: Letter[] = [];
  const entry = {
    uid: '',
    sequence: 0,
    stamp: clock.now(),
    startsAt: clock.now(),
    endsAt: clock.now().add({ hours: 1 }),
    cancelled: false,
  };
  const words = { summary: 'Aika\r\nBEGIN:VEVENT\r\nx', location: null, description: 'ä'.repeat(200) };
  const entries = ['yksi@polku.example', 'kaksi@polku.example'].map((uid) => ({ ...entry, ...words, uid }));
  for (const method of ['PUBLISH', 'CANCEL'] as const)
    await addressMailSender(deps, async (one) => {
      out.push(one);
      return { response: '250 ok', externalId: null };
    })({ ...letter, calendar: { method, content: writeCalendar(entries) } }, signal);
  expect(out.map(({ calendar }) => calendar?.content.match(/^METHOD:.*$/gm))).toEqual([['METHOD:PUBLISH'], ['METHOD:CANCEL']]);
  for (const { mailbox, calendar } of out) {
    const events = Object.values(ical.sync.parseICS(calendar?.content ?? '')).filter((one) => one?.type === 'VEVENT') as VEvent[];
    expect(events.map(({ organizer, uid }) => [uid, organizer])).toEqual(entries.map(({ uid }) => [uid, `mailto:${mailbox.address}`]));
    expect(calendar?.content.match(/^ORGANIZER/gm)).toHaveLength(2);
    expect(Math.max(...(calendar?.content ?? '').split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  }
});

test('an address that cannot be, and one the other side refuses, are given up; a busy server is tried again', async () => {
  const failing = (responseCode: number) =>
    addressMailSender(deps, async () => {
      throw Object.assign(new Error('no'), { responseCode, response: `${responseCode} no`, command: 'RCPT TO' });
    });
  await expect(failing(250)({ ...letter, email: 'ei osoite' }, signal)).rejects.toThrow(Undeliverable);
  await expect(failing(550)(letter, signal)).rejects.toThrow(Undeliverable);
  await expect(failing(451)(letter, signal)).rejects.not.toThrow(Undeliverable);
});
