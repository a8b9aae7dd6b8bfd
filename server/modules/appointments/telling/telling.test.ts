import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { createTransport } from 'nodemailer';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { generateKeyring, readKeyring } from '../../../platform/keys/keyring.ts';
import { createLog } from '../../../platform/log/log.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import { mailOptions } from '../../channels/email/sending/composing.ts';
import { Undeliverable } from '../../matters/messages/sending/types.ts';
import type { AddressLetter } from '../../matters/own/contact/types.ts';
import { confirmHold } from '../booking/confirming.ts';
import { holdTime } from '../booking/holding.ts';
import { type AppointmentRow, appointmentOf } from '../booking/queries.ts';
import { cancel, giveToOthers, move } from '../booking/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { APPOINTMENT_CHANGED, appointmentChanged } from '../events.ts';
import type { Booking } from '../types.ts';
import { joinLine } from '../waiting/service.ts';
import { tellingBookers } from './reactions.ts';
import { type BookerLetter, type BookerSender, byMail } from './senders.ts';
import { sendDueBookersLetters } from './sending.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const { kysely: db } = (await testDatabase()).db;
const keys = readKeyring(generateKeyring());
const booking = { db, clock, keys, capacities: createCapacities(db) } as unknown as Booking;
const reaction = tellingBookers({ clock });
let town: Town;
let out: AddressLetter[];
let answer: () => void;

beforeAll(async () => {
  town = await aTown(db, clock);
});
beforeEach(async () => {
  await sql`delete from appointment_letter`.execute(db);
  clock.set('2027-03-01T05:00:00Z');
  [out, answer] = [[], () => undefined];
});

const run = (more: readonly BookerSender[] = []) =>
  sendDueBookersLetters({
    db,
    clock,
    keys,
    publicUrl: 'https://polku.test',
    log: createLog('silent'),
    senders: [
      byMail(async (letter) => {
        answer();
        out.push(letter);
      }),
      ...more,
    ],
  });

/** Every event of the appointment goes by twice, as after a crash it may. */
async function heard(id: string): Promise<void> {
  const { rows } = await sql<{
    data: Record<string, unknown>;
  }>`select data from event where type = ${APPOINTMENT_CHANGED} and subject = ${id}
    order by seq`.execute(db);
  const event = (data: Record<string, unknown>) => ({ xid: '1', seq: 1, at: clock.now(), type: APPOINTMENT_CHANGED, subject: id, data });
  for (const { data } of rows.slice(-1)) for (const _ of [1, 2]) await inTransaction(db, (trx) => reaction.handle(trx, event(data)));
}

async function booked(email: string | null = 'elli@posti.example', language = 'fi'): Promise<string> {
  const bookableId = await aBookable(db, town, { queueId: await aQueue(db, town) });
  await aResource(db, town, { skills: [bookableId] });
  const at = Temporal.Instant.from('2027-03-08T08:00:00Z').epochMilliseconds;
  const input = { bookableId, pointId: town.point, way: 'point' as const, at, language, needs: [] };
  const { resourceId } = await holdTime(booking, undefined, input, { kind: 'anyone', address: '192.0.2.1' });
  await confirmHold(booking, undefined, resourceId, { name: 'Elli Esimerkki', email, phone: email ? null : '050 000 1234' });
  await heard(resourceId);
  return resourceId;
}

const entryOf = (letter: AddressLetter | undefined) =>
  Object.values(ical.sync.parseICS(letter?.calendar?.content ?? '')).find((one) => one?.type === 'VEVENT') as VEvent;

test('confirmed, moved, cancelled: one letter each, in neutral words, and a calendar follows them', async () => {
  const id = await booked();
  await run();
  await run();
  await move(booking, id, Temporal.Instant.from('2027-03-09T08:00:00Z').epochMilliseconds);
  await heard(id);
  await run();
  await cancel(booking, id);
  await heard(id);
  await run();
  expect(out.map(({ subject }) => subject)).toEqual(['Aikasi on varattu', 'Aikasi on siirretty', 'Aikasi on peruttu']);
  expect(out[0]?.text).toMatch(
    /ma\s8\.3\.\sklo\s10\.00[\s\S]*Varauskoodi: [2-9A-Y]{3} [2-9A-Y]{3}[\s\S]*https:\/\/polku\.test\/b\/[\w-]{27}\n/u,
  );
  expect(JSON.stringify(out)).not.toMatch(/Neuvonta|Elli Esimerkki|Kela|kaupun/i);
  const entries = out.map(entryOf);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  expect(entries.map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2]);
  expect(out.map(({ calendar }, n) => [entries[n]?.status, calendar?.method])).toEqual([
    ['CONFIRMED', 'PUBLISH'],
    ['CONFIRMED', 'PUBLISH'],
    ['CANCELLED', 'CANCEL'],
  ]);
});

describe('whoever has given a telephone number alone', () => {
  const texts: BookerLetter[] = [];
  const sms: BookerSender = {
    channel: 'sms',
    reaches: ({ phone }) => phone !== null,
    send: async (letter) => void texts.push(letter),
  };

  test('is told by the channel that reaches them, once it registers, in a line that names nobody', async () => {
    await booked(null);
    await run([sms]);
    expect(out).toEqual([]);
    expect(texts).toMatchObject([{ phone: '050 000 1234', email: null }]);
    expect(texts[0]?.short).toMatch(/^Aikasi on varattu\. https:\/\/polku\.test\/b\/[\w-]{27}$/);
    // Whoever reads mail is not sent both.
    await booked();
    await run([sms]);
    expect([out.length, texts.length]).toEqual([1, 1]);
    // One whose mailbox is no more is reached by the next channel.
    await booked();
    answer = () => {
      throw new Undeliverable('no such mailbox');
    };
    await run([{ ...sms, reaches: () => true }]);
    expect([out.length, texts.length]).toEqual([1, 2]);
  });

  test('until then is told nothing, and their letters wait for nobody', async () => {
    const id = await booked(null);
    await run();
    expect(out).toEqual([]);
    const { rows } = await sql<{
      state: string;
    }>`select state from appointment_letter where appointment_id = ${id}::uuid and kind = 'confirmed'`.execute(db);
    expect(rows).toEqual([{ state: 'passed' }]);
  });
});

test('what staff have moved is told a minute later, and not at all when it is taken back; who receives them is nothing to the customer', async () => {
  const id = await booked();
  await run();
  const [first, second] = ['2027-03-08T08:00:00Z', '2027-03-08T10:00:00Z'].map((at) => Temporal.Instant.from(at).epochMilliseconds) as [
    number,
    number,
  ];
  out = [];
  await move(booking, id, second, undefined, {});
  await heard(id);
  await run();
  expect(out).toEqual([]);
  await move(booking, id, first, undefined, { undoes: true });
  await heard(id);
  clock.set('2027-03-01T05:02:00Z');
  await run();
  expect(out).toEqual([]);
  await move(booking, id, second, undefined, {});
  await heard(id);
  clock.set('2027-03-01T05:04:00Z');
  await run();
  expect(out.map(({ subject }) => subject)).toEqual(['Aikasi on siirretty']);
  await giveToOthers(booking, id);
  await heard(id);
  clock.set('2027-03-07T08:00:00Z');
  await run();
  expect(
    out.map(({ subject }) => subject),
    'reminded still',
  ).toEqual(['Aikasi on siirretty', 'Muistutus ajastasi']);
  await cancel(booking, id, async () => undefined);
  await heard(id);
  await run();
  expect(out.at(-1)?.subject).toBe('Aikasi on peruttu: valitse uusi');
});

test('what became of a place in line for an earlier time stands in the letter: ended with the time, or kept when we call it off', async () => {
  const waits = async (id: string) => {
    const { bookableId, pointId } = (await appointmentOf(db, id)) as AppointmentRow;
    const wish = {
      bookableId,
      way: 'point' as const,
      pointIds: [pointId as string],
      weekdays: [1, 2, 3, 4, 5],
      fromHour: 0,
      untilHour: 24,
    };
    const rest = { fromDay: null, untilDay: null, language: 'fi', needs: [] };
    const contact = { name: 'Elli Esimerkki', email: 'elli@posti.example', phone: null };
    await joinLine(booking, undefined, { ...wish, ...rest }, contact, { appointmentId: id });
    return id;
  };
  const [own, ours, none] = [await waits(await booked()), await waits(await booked()), await booked()];
  const moved = await waits(await booked());
  await run();
  out = [];
  await cancel(booking, own);
  await cancel(booking, ours, async () => undefined);
  await cancel(booking, none);
  await move(booking, moved, Temporal.Instant.from('2027-03-05T08:00:00Z').epochMilliseconds);
  for (const id of [own, ours, none, moved]) {
    await heard(id);
    await run();
  }
  const ended = /Et ole enää jonossa aikaisempaan aikaan\. Voit tulla jonoon uudelleen täällä:\nhttps:\/\/polku\.test\/b\/[\w-]{27}\n\n/;
  expect(out.map(({ subject, text }) => [subject, ended.test(text), text.includes('Pidät jonopaikkasi')])).toEqual([
    ['Aikasi on peruttu', true, false],
    ['Aikasi on peruttu: valitse uusi', false, true],
    ['Aikasi on peruttu', false, false],
    ['Aikasi on siirretty', true, false],
  ]);
  for (const { text } of out) expect(text).not.toMatch(/\n{3}|\{\{/);
});

test('reminded the day before at ten, once, of the time as it is then; cancelled, not at all', async () => {
  const [kept, gone] = [await booked('kaisa@posti.example', 'sv'), await booked('olli@posti.example')];
  await run();
  await cancel(booking, gone);
  await heard(gone);
  await run();
  out = [];
  clock.set('2027-03-07T07:59:00Z');
  await run();
  expect(out).toEqual([]);
  clock.set('2027-03-07T08:00:00Z');
  await run();
  await run();
  expect(out.map(({ subject, email }) => [subject, email])).toEqual([['Påminnelse om din tid', 'kaisa@posti.example']]);
  expect(kept).not.toBe(gone);
});

test('a letter that did not leave is tried again, unless a later one says more; without an address none is written', async () => {
  const id = await booked();
  answer = () => {
    throw new Error('the server is away');
  };
  await run();
  answer = () => undefined;
  expect(await run()).toBe(0);
  await move(booking, id, Temporal.Instant.from('2027-03-09T09:00:00Z').epochMilliseconds);
  await heard(id);
  clock.advance('PT10M');
  await run();
  expect(out.map(({ subject }) => subject)).toEqual(['Aikasi on siirretty']);
  await booked(null);
  await run();
  expect(out.length).toBe(1);
  await booked('ei-ole@posti.example');
  answer = () => {
    throw new Undeliverable('no such address');
  };
  await run();
  clock.advance('PT48H');
  answer = () => undefined;
  await run();
  expect(out.length).toBe(1);
});

test('a mail programme finds the entry as a calendar’s', async () => {
  await booked();
  await run();
  const { calendar, subject, text } = out[0] as Required<AddressLetter>;
  const mailbox = { address: 'asiointi@polku.test', displayName: { fi: 'Asiointi', sv: 'Ärenden', en: 'Services' } };
  const parts = {
    recipient: 'elli@posti.example',
    replyTo: mailbox.address,
    messageId: 'x@polku.test',
    inReplyTo: null,
    references: [],
    files: [],
  };
  const letter = { ...parts, mailbox, language: 'fi', subject, text, automatic: 'auto-generated', calendar };
  const options = await mailOptions(letter as unknown as Parameters<typeof mailOptions>[0], {} as Parameters<typeof mailOptions>[1]);
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(options);
  const raw = String(message);
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/i);
  expect(raw).toMatch(/filename=aika\.ics/);
});

test('how somebody under turvakielto is reached is the register’s: no letter leaves to an address kept before', async () => {
  const id = await booked();
  const { id: matterId } = await aMatter(town, town.aino);
  await sql`update appointment set matter_id = ${matterId}::uuid where id = ${id}::uuid`.execute(db);
  const protect = (restricted: boolean) =>
    sql`update customer set restricted = ${restricted} where id = (select customer_id from matter where id = ${matterId}::uuid)`.execute(
      db,
    );
  await protect(true);
  await run();
  expect(out).toEqual([]);
  await protect(false);
  await move(booking, id, Temporal.Instant.from('2027-03-09T08:00:00Z').epochMilliseconds);
  await heard(id);
  await run();
  expect(out.map(({ email }) => email)).toEqual(['elli@posti.example']);
});

test.each([
  ['2027-03-26T08:00:00Z', /pe\s26\.3\.\sklo\s10\.00/u, '2027-03-25T08:00:00Z'],
  ['2027-03-28T05:00:00Z', /su\s28\.3\.\sklo\s8\.00/u, '2027-03-27T08:00:00Z'],
  ['2027-03-29T07:00:00Z', /ma\s29\.3\.\sklo\s10\.00/u, '2027-03-28T07:00:00Z'],
  ['2027-10-31T08:00:00Z', /su\s31\.10\.\sklo\s10\.00/u, '2027-10-30T07:00:00Z'],
  ['2027-11-01T08:00:00Z', /ma\s1\.11\.\sklo\s10\.00/u, '2027-10-31T08:00:00Z'],
  ['2027-10-31T00:30:00Z', /su\s31\.10\.\sklo\s3\.30\s\(kesäaikaa\)/u, '2027-10-30T07:00:00Z'],
  ['2027-10-31T01:30:00Z', /su\s31\.10\.\sklo\s3\.30\s\(talviaikaa\)/u, '2027-10-30T07:00:00Z'],
])(
  'around the days of 23 and 25 hours the letter says the time on the wall, and the reminder is at ten: %s',
  async (at, words, reminded) => {
    const id = await booked();
    await sql`delete from appointment_letter where appointment_id = ${id}::uuid`.execute(db);
    await sql`update appointment set starts_at = ${at}::timestamptz, ends_at = ${at}::timestamptz + interval '30 minutes',
    version = version + 1 where id = ${id}::uuid`.execute(db);
    const moved = { change: 'moved' as const, version: (await appointmentOf(db, id))?.version as number };
    await inTransaction(db, (trx) => appointmentChanged(trx, id, moved));
    await heard(id);
    await run();
    expect(out[0]?.text).toMatch(words);
    expect(entryOf(out[0]).start.toISOString()).toBe(at.replace('Z', '.000Z'));
    const { rows } = await sql<{ at: Temporal.Instant }>`select not_before as at from appointment_letter
    where appointment_id = ${id}::uuid and kind = 'reminder'`.execute(db);
    expect(rows.map((row) => row.at.toString())).toEqual([reminded]);
  },
);
