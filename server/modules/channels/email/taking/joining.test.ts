import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { fixedClock } from '../../../../platform/clock/clock.ts';
import { testDatabase } from '../../../../testing/database.ts';
import { aMessage } from '../../../../testing/mail-room.ts';
import { aMailbox, aMailTown, mailsIn, mattersOf, rawMail, take } from '../../../../testing/mail-town.ts';
import { close } from '../../../matters/closing/service.ts';
import { mergeMatters } from '../../../matters/merging/service.ts';
import { sendDue } from '../../../matters/messages/sending/service.ts';
import { sayMatterNumber } from '../../../matters/number.ts';
import { mailSender } from '../sending/sender.ts';
import type { Letter } from '../sending/types.ts';
import { replyAddress } from '../tokens.ts';
import { takeMail } from './service.ts';

const {
  db: { kysely: db },
} = await testDatabase();
const clock = fixedClock('2026-11-23T08:00:00Z');

const oona = 'Oona Metsä <oona@posti.example>';
const stranger = 'Vieras <vieras@muu.example>';

/** A matter Oona has opened by mail and been answered in, with what the answer looked like. */
async function anAnsweredMatter() {
  const place = await aMailTown(db, clock);
  await take(place, {
    from: oona,
    messageId: '<first@posti.example>',
    subject: 'Asumistuki',
    text: 'Hei, miten haen asumistukea? Kiitos.',
  });
  const [matter] = await mattersOf(db, place.town.organisations.city);
  clock.advance({ seconds: 1 });
  await aMessage(place.town.desk, place.town.aino, matter?.id as string, { body: 'Näin se haetaan.' });
  const out: Letter[] = [];
  clock.advance({ seconds: 61 });
  const sender = mailSender(place.deps, async (letter) => {
    out.push(letter);
    return { response: '250 ok', externalId: null };
  });
  await sendDue({ ...place.town.desk, senders: [sender], log: place.deps.log });
  const city = () => mattersOf(db, place.town.organisations.city);
  return { ...place, matter: matter as NonNullable<typeof matter>, answer: out[0] as Letter, city };
}

describe('a mail opens a matter', () => {
  test('of a customer it says little about, in the mailbox’s unit, with the writer’s words', async () => {
    const place = await aMailTown(db, clock);
    expect(await take(place, { from: oona, subject: 'Vs: Asumistuki', text: 'Hei, miten haen asumistukea?\n\nKiitos' })).toBe('taken');
    const [matter, ...others] = await mattersOf(db, place.town.organisations.city);
    expect(others).toEqual([]);
    expect(matter).toMatchObject({
      title: 'Asumistuki',
      language: 'fi',
      state: 'open',
      email: 'oona@posti.example',
      name: 'Oona Metsä',
      identifications: ['none'],
      messages: [
        { kind: 'message', direction: 'in', subject: 'Vs: Asumistuki', body: 'Hei, miten haen asumistukea?\n\nKiitos', state: 'received' },
      ],
    });
    const row = await db
      .selectFrom('matter')
      .selectAll()
      .where('id', '=', matter?.id as string)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ unit_id: place.town.units.front, opened_channel: 'email', awaits: 'us', arrived_at: clock.now() });
    expect(row.due_at).not.toBeNull();
  });

  test('in the language it is written in; where answers are wanted elsewhere, of that address', async () => {
    const place = await aMailTown(db, clock);
    await take(place, {
      from: 'lomake@kaupunki.example',
      replyTo: 'Nils <nils@posti.example>',
      subject: '',
      text: 'Hej! Jag vill ha hjälp med mitt ärende och det är bråttom.',
    });
    expect((await mattersOf(db, place.town.organisations.city))[0]).toMatchObject({
      language: 'sv',
      email: 'nils@posti.example',
      title: 'Hej!',
    });
  });

  test('of nobody who has proved who they are: the address may be another’s by now', async () => {
    const place = await aMailTown(db, clock);
    const { city } = place.town.organisations;
    await take(place, { from: oona, subject: 'Yksi' });
    const [one] = await mattersOf(db, city);
    await sql`insert into customer_identity (customer_id, kind, hash, key_id, cipher, learned)
      values (${one?.customerId}::uuid, 'identity-code', 'k.oona', 'k', 'k.x', 'document-seen')`.execute(db);
    await take(place, { from: oona, subject: 'Kaksi' });
    const [, two] = await mattersOf(db, city);
    expect(two?.customerId).not.toBe(one?.customerId);
  });

  test('of the one customer who is known to use the address, and of nobody known elsewhere or sharing it', async () => {
    const place = await aMailTown(db, clock);
    const { city, neighbour } = place.town.organisations;
    await take(place, { from: oona, subject: 'Yksi' });
    await take(place, { from: oona, subject: 'Kaksi' });
    const [one, two] = await mattersOf(db, city);
    expect(two?.customerId).toBe(one?.customerId);
    expect([one, two].map((matter) => matter?.identifications)).toEqual([['none'], ['known-contact']]);

    const next = await aMailbox(place.deps, place.town, { organisationId: neighbour, unitId: place.town.units.neighbourFront });
    await take({ ...place, box: next }, { from: oona, subject: 'Kolme' });
    expect((await mattersOf(db, neighbour))[0]?.customerId).not.toBe(one?.customerId);

    await sql`insert into customer (id, email) values (gen_random_uuid(), 'oona@posti.example')`.execute(db);
    await sql`update matter set customer_id = (select id from customer where email = 'oona@posti.example' and not known limit 1) where id = ${two?.id}::uuid`.execute(
      db,
    );
    await take(place, { from: oona, subject: 'Neljä' });
    const [, , shared] = await mattersOf(db, city);
    expect([one?.customerId, two?.customerId]).not.toContain(shared?.customerId);
  });
});

test('a mail that waited at a server that was away for days has arrived when it came there', async () => {
  const place = await aMailTown(db, clock);
  const at = clock.now().subtract({ hours: 60 });
  await takeMail(place.deps, place.box, await rawMail({ to: place.box.address, subject: 'Viikonloppu' }), {
    at,
    uid: null,
    uidValidity: null,
  });
  const [matter] = await mattersOf(db, place.town.organisations.city);
  const row = await db
    .selectFrom('matter')
    .select('arrived_at')
    .where('id', '=', matter?.id as string)
    .executeTakeFirstOrThrow();
  expect(row.arrived_at).toEqual(at);
});

describe('a reply joins', () => {
  test.each([
    ['by the address it is sent to', ({ answer }) => ({ to: answer.replyTo, subject: 'Kiitos' })],
    ['by that address in other letter case', ({ answer }) => ({ to: answer.replyTo.toUpperCase(), subject: 'Kiitos' })],
    ['by the number in its subject', ({ matter }) => ({ subject: `Vs: asiasta ${sayMatterNumber(matter.number)}` })],
    ['by the id of our mail', ({ answer }) => ({ subject: 'Kiitos', inReplyTo: `<${answer.messageId}>` })],
    ['by the id of the own first mail', () => ({ subject: 'Vielä', references: '<other@posti.example> <first@posti.example>' })],
  ] as [string, (known: Awaited<ReturnType<typeof anAnsweredMatter>>) => object][])('%s', async (_, headers) => {
    const known = await anAnsweredMatter();
    await take(known, { from: oona, text: 'kiitos', ...headers(known) });
    const [matter, ...others] = await known.city();
    expect(others).toEqual([]);
    expect(matter?.messages.map(({ direction, body }) => [direction, body])).toEqual([
      ['in', 'Hei, miten haen asumistukea? Kiitos.'],
      ['out', 'Näin se haetaan.'],
      ['in', 'kiitos'],
    ]);
  });

  test('from the address as staff have put it right, and from the one first written from', async () => {
    const known = await anAnsweredMatter();
    await sql`update customer set email = 'oona.metsa@uusi.example' where id = ${known.matter.customerId}::uuid`.execute(db);
    await take(known, { from: 'OONA.METSA@uusi.example', to: known.answer.replyTo });
    await take(known, { from: oona, to: known.answer.replyTo });
    expect((await known.city())[0]?.messages).toHaveLength(4);
  });

  test('into the matter that its own was merged into', async () => {
    const known = await anAnsweredMatter();
    await take(known, { from: oona, subject: 'Toinen asia' });
    const [, other] = await known.city();
    clock.advance({ seconds: 1 });
    await mergeMatters(known.town.desk, known.town.aino, other?.id as string, known.matter.id);
    await take(known, { from: oona, to: known.answer.replyTo, text: 'Vastaus' });
    const after = await known.city();
    expect(after).toHaveLength(2);
    expect(after.find(({ id }) => id === other?.id)?.messages.at(-1)?.body).toBe('Vastaus');
  });

  test('a closed matter: within 30 days it opens again, later a new one of the same customer stands beside it', async () => {
    const known = await anAnsweredMatter();
    await close(known.town.desk, known.town.aino, known.matter.id);
    await take(known, { from: oona, to: known.answer.replyTo, text: 'Vielä yksi' });
    expect((await known.city())[0]?.state).toBe('open');
    await close(known.town.desk, known.town.aino, known.matter.id);
    await sql`update matter set closed_at = closed_at - interval '31 days' where id = ${known.matter.id}::uuid`.execute(db);
    await take(known, { from: oona, to: known.answer.replyTo, text: 'Taas minä' });
    const [old, fresh] = await known.city();
    expect(old?.state).toBe('closed');
    expect(fresh).toMatchObject({ state: 'open', customerId: old?.customerId, linked: [old?.id] });
    expect(fresh?.messages.map(({ body }) => body)).toEqual(['Taas minä']);
  });
});

describe('a stranger never joins another’s matter', () => {
  test.each([
    ['with our mail’s id', ({ answer }) => ({ inReplyTo: `<${answer.messageId}>`, references: `<${answer.messageId}>` })],
    ['with the customer’s own mail’s id', () => ({ references: '<first@posti.example>' })],
    ['with the number', ({ matter }) => ({ subject: `[${sayMatterNumber(matter.number)}]` })],
    ['with the reply address', ({ answer }) => ({ to: answer.replyTo })],
    ['with a forged reply address', ({ box, matter }) => ({ to: box.address.replace('@', `+${matter.number}-${'0'.repeat(20)}@`) })],
    [
      'with the customer’s name and a look-alike address',
      () => ({ from: 'Oona Metsä <oona@posti.example.muu.example>', references: '<first@posti.example>' }),
    ],
    ['with the customer named in Reply-To', () => ({ replyTo: oona, references: '<first@posti.example>' })],
  ] as [string, (known: Awaited<ReturnType<typeof anAnsweredMatter>>) => object][])('%s', async (_, headers) => {
    const known = await anAnsweredMatter();
    await take(known, { from: stranger, subject: 'Moi', text: 'Kerro minulle', ...headers(known) });
    const [matter, opened] = await known.city();
    expect(matter?.messages).toHaveLength(2);
    expect(opened?.messages.map(({ body }) => body)).toEqual(['Kerro minulle']);
    expect(opened?.customerId).not.toBe(matter?.customerId);
  });

  test('whoever had the reply address is shown beside it, for a person to judge', async () => {
    const known = await anAnsweredMatter();
    await take(known, { from: stranger, to: known.answer.replyTo, subject: 'Äitini puolesta' });
    const [matter, opened] = await known.city();
    expect(opened?.linked).toEqual([matter?.id]);
  });

  test('an id that a stranger used first brings nobody to the stranger', async () => {
    const known = await anAnsweredMatter();
    await take(known, { from: stranger, messageId: '<planted@muu.example>', subject: 'Syötti' });
    await take(known, { from: 'Kalle <kalle@posti.example>', subject: 'Kalle', references: '<planted@muu.example>' });
    const all = await known.city();
    expect(all.map(({ messages }) => messages.filter(({ direction }) => direction === 'in').length)).toEqual([1, 1, 1]);
  });

  test('nor do two mails without a sender go together', async () => {
    const place = await aMailTown(db, clock);
    const nameless = (id: string, more = '') =>
      Buffer.from(`To: ${place.box.address}\r\nSubject: Nimetön\r\nMessage-ID: <${id}@posti.example>\r\n${more}\r\nTeksti ${id}`);
    expect(await take(place, nameless('a'))).toBe('taken');
    expect(await take(place, nameless('b', 'References: <a@posti.example>\r\n'))).toBe('taken');
    expect((await mattersOf(db, place.town.organisations.city)).map(({ email, messages }) => [email, messages.length])).toEqual([
      [null, 1],
      [null, 1],
    ]);
  });

  test('nor does another city’s number lead there', async () => {
    const known = await anAnsweredMatter();
    const box = await aMailbox(known.deps, known.town, {
      organisationId: known.town.organisations.neighbour,
      unitId: known.town.units.neighbourFront,
    });
    await take({ ...known, box }, { from: stranger, subject: `[${sayMatterNumber(known.matter.number)}]` });
    expect((await known.city())[0]?.messages).toHaveLength(2);
    expect(await mattersOf(db, known.town.organisations.neighbour)).toHaveLength(1);
  });
});

test('each mail once, however often and by whatever way it comes', async () => {
  const place = await aMailTown(db, clock);
  const mail = { from: oona, messageId: '<once@posti.example>', date: '2026-11-23T07:00:00Z', subject: 'Sama', text: 'Sama viesti' };
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, way) => take(place, { ...mail, headers: { Received: `from way${way}.example by posti.test` } })),
  );
  expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(19);
  expect((await mattersOf(db, place.town.organisations.city)).map(({ messages }) => messages.length)).toEqual([1]);
  expect(await mailsIn(db, place.box.id)).toHaveLength(1);

  // A programme that uses one Message-ID for all: each is a mail of its own.
  await take(place, { ...mail, text: 'Aivan toinen viesti' });
  expect((await mattersOf(db, place.town.organisations.city)).flatMap(({ messages }) => messages)).toHaveLength(2);
});

test('the reply address is the plain one where a token has no room or the server takes none', async () => {
  const { deps } = await aMailTown(db, clock);
  const matter = { id: '018f0000-0000-7000-8000-000000000000', number: '4172831' };
  expect(replyAddress(deps.keys, { address: 'asia@mallila.example', plusAddresses: true }, matter)).toMatch(
    /^asia\+4172831-[0-9a-f]{20}@mallila\.example$/,
  );
  expect(replyAddress(deps.keys, { address: 'asia@mallila.example', plusAddresses: false }, matter)).toBe('asia@mallila.example');
  const long = `${'a'.repeat(40)}@mallila.example`;
  expect(replyAddress(deps.keys, { address: long, plusAddresses: true }, matter)).toBe(long);
});
