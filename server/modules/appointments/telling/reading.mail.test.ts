import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import ical, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { bookersAt } from '../../../testing/bookers.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { type MailServer, startMailServer } from '../../../testing/mail-server.ts';
import { aMailbox } from '../../../testing/mail-town.ts';
import { addresses, asReader, inboxOf } from '../../../testing/post.ts';
import { readQr } from '../../../testing/qr.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import type { MailDeps } from '../../channels/email/types.ts';

const [sender = ''] = addresses(1, 'mallila.example', 'asiointi');
const boxes = addresses(3, 'posti.example', 'elli');
const within = { timeout: 30_000, interval: 100 };
const service = await anApp(await testDatabase(), { env: { MAIL_INNER_SERVERS: '127.0.0.0/8' } });
const { db, clock } = service.polku.desk;
let server: MailServer;
let town: Town;

beforeAll(async () => {
  server = await startMailServer([sender, ...boxes]);
  town = await aTown(db, clock);
  const smtp = { host: '127.0.0.1', port: server.smtpPort, security: 'none' as const, user: '' };
  await aMailbox({ desk: town.desk, keys: service.keys } as MailDeps, town, { address: sender, smtp });
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb, street = 'Rantatie 1', city = 'Mallila' where id = ${town.point}::uuid`.execute(
    db,
  );
});
afterAll(async () => {
  await server.stop();
});

/** Days from now at a time on Finland's clocks. */
const timeOf = (days: number, hour: number) =>
  Temporal.Now.plainDateISO('Europe/Helsinki')
    .add({ days })
    .toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: { hour } })
    .toInstant()
    .toString();

async function aService(): Promise<string> {
  const bookable = await aBookable(db, town, { queueId: await aQueue(db, town) });
  await sql`update bookable set name = '{"fi":"Velkaneuvonta","sv":"Skuldrådgivning","en":"Debt advice"}'::jsonb where id = ${bookable}::uuid`.execute(
    db,
  );
  await aResource(db, town, { skills: [bookable] });
  return bookable;
}

/** Once as many have come: the mail as its programme shows it, and the calendar in it as a calendar reads it. */
async function received(address: string, count: number) {
  await expect.poll(async () => (await inboxOf(server, address)).length, within).toBe(count);
  const mails = await inboxOf(server, address);
  return asReader(server, address, async (client) =>
    Promise.all(
      mails.map(async ({ mail, raw }, n) => {
        const { bodyStructure } = (await client.fetchOne(String(n + 1), { bodyStructure: true })) as { bodyStructure: object };
        const structure = JSON.stringify(bodyStructure);
        const partOf = (wanted: string) => partsOf(bodyStructure as Part).find(({ type }) => type === wanted);
        const bytesOf = async (part: Part | undefined) => {
          const { content = [] } = await client.download(String(n + 1), part?.part ?? '');
          const chunks: Buffer[] = [];
          for await (const chunk of content) chunks.push(chunk as Buffer);
          return Buffer.concat(chunks);
        };
        const [part, picture] = [partOf('text/calendar'), partOf('image/png')];
        const text = (await bytesOf(part)).toString();
        const entry = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT') as VEvent;
        const scanned = picture ? await readQr(await bytesOf(picture)) : [];
        const html = (await bytesOf(partOf('text/html'))).toString();
        return { subject: mail.subject, raw, structure, part, entry, text, scanned, picture, html };
      }),
    ),
  );
}

type Part = {
  part?: string;
  type: string;
  id?: string;
  parameters?: Record<string, string>;
  dispositionParameters?: Record<string, string>;
  childNodes?: Part[];
};
const partsOf = (part: Part): Part[] => [part, ...(part.childNodes ?? []).flatMap(partsOf)];

test.each([
  ['fi', ['Aikasi on varattu', 'Aikasi on siirretty', 'Aikasi on peruttu']],
  ['sv', ['Din tid är bokad', 'Din tid har flyttats', 'Din tid är avbokad']],
  ['en', ['Your appointment is booked', 'Your appointment has been moved', 'Your appointment is cancelled']],
])(
  'confirmed, moved and cancelled: read over IMAP in %s, one entry that the calendar follows, and no authority or service named',
  async (language, subjects) => {
    const address = boxes.pop() as string;
    const bookable = await aService();
    const bookers = bookersAt(await service.listen(), town.point);
    const held = await bookers.hold(bookable, timeOf(7, 10), randomUUID(), language);
    expect(held.status).toBe(201);
    const confirmed = await bookers.confirm(held.body, { email: address });
    expect(confirmed).toMatchObject({ status: 201, body: { code: expect.stringMatching(/^[2-9A-Z]{6}$/) } });
    await received(address, 1);
    const moved = await bookers.move(held.body, timeOf(8, 11));
    expect(moved.status).toBe(200);
    await received(address, 2);
    expect((await bookers.cancel(held.body)).status).toBe(204);
    const mails = await received(address, 3);
    bookers.close();

    expect(mails.map(({ subject }) => subject)).toEqual(subjects);
    // The code of the arrival as a picture within the letter, while there is a time to arrive at.
    expect(mails.map(({ scanned }) => scanned)).toEqual([[confirmed.body.code], [moved.body.code], []]);
    for (const { html, picture } of mails.slice(0, 2)) {
      expect(html).toContain(`<img src="cid:${picture?.id?.slice(1, -1)}" alt="`);
      expect(picture?.dispositionParameters?.filename).toBe('qr.png');
    }
    expect(mails.map(({ part }) => part?.parameters?.method?.toUpperCase())).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL']);
    expect(mails.map(({ entry }) => [entry.method, entry.status, Number(entry.sequence)])).toEqual([
      ['PUBLISH', 'CONFIRMED', 0],
      ['PUBLISH', 'CONFIRMED', 1],
      ['CANCEL', 'CANCELLED', 2],
    ]);
    // Whoever publishes and cancels it is the same: the mailbox that the letters come from.
    expect(new Set(mails.map(({ entry }) => entry.organizer))).toEqual(new Set([`mailto:${sender}`]));
    expect(new Set(mails.map(({ entry }) => entry.uid))).toEqual(new Set([`${held.body.id}@polku.example`]));
    expect(mails.map(({ entry }) => (entry.start as { toISOString(): string }).toISOString().replace('.000', ''))).toEqual([
      timeOf(7, 10),
      timeOf(8, 11),
      timeOf(8, 11),
    ]);
    const { rows } = await sql<{
      word: string;
    }>`select distinct w.word from organisation o, jsonb_each_text(o.name || o.short_name) n, lateral (select n.value as word) w`.execute(
      db,
    );
    const named = [...rows.map(({ word }) => word), 'Velkaneuvonta', 'Skuldrådgivning', 'Debt advice', 'Elli Esimerkki'];
    for (const { raw, text, structure, subject } of mails)
      for (const name of named)
        for (const where of [raw, text, structure, subject ?? '']) expect(where.toLowerCase()).not.toContain(name.toLowerCase());
    for (const { structure } of mails) expect(structure).toMatch(/"filename":"(aika|tid|appointment)\.ics"/);
  },
);
