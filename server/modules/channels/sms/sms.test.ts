import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { testDatabase } from '../../../testing/database.ts';
import type { OutgoingNotice } from '../../matters/noticing/types.ts';
import { internationalNumber } from './rules.ts';
import { forgetTextMessages, newestTextMessages, smsSender } from './service.ts';

const clock = fixedClock('2026-11-23T10:00:00Z');
const { db: database } = await testDatabase();
const db = database.kysely;
const sender = smsSender({ db, clock });
const aNotice = (phone: string | null) => ({ noticeId: randomUUID(), phone, short: 'Asiasi on hoidettu [41 72 83-6]' }) as OutgoingNotice;
const signal = new AbortController().signal;

test('a repeated attempt hands over nothing more, and the result holds no number', async () => {
  const notice = aNotice('050 000 1234');
  const sent = [await sender.send(notice, signal), await sender.send(notice, signal)];
  expect(sent[0]).toEqual(sent[1]);
  expect(JSON.stringify(sent)).not.toContain('000');
  expect(await newestTextMessages(db, 10)).toMatchObject([{ id: notice.noticeId, phone: '+358500001234', text: notice.short }]);
});

test.each([null, '', 'ei ole', '112'])('%s is no number to send to', async (phone) => {
  await expect(sender.send(aNotice(phone), signal)).rejects.toMatchObject({ name: 'Undeliverable', note: 'invalid-number' });
});

test('rows are forgotten after thirty days', async () => {
  clock.advance({ hours: 24 * 30 + 1 });
  await forgetTextMessages({ db, clock });
  expect(await newestTextMessages(db, 10)).toEqual([]);
});

test.each([
  ['050 000 1234', '+358500001234'],
  ['+358 (0)50 000 1234', '+358500001234'],
  ['0046 70 000 12 34', '+46700001234'],
])('%s is %s', (written, number) => {
  expect(internationalNumber(written)).toBe(number);
});
