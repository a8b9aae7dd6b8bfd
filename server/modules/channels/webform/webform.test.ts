import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { samples } from '../../../platform/files/samples.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident, type Resident } from '../../../testing/resident.ts';
import { aTown, type Town } from '../../../testing/town.ts';

/** A Monday at ten in the morning, in Helsinki. */
const clock = fixedClock('2026-11-23T08:00:00Z');
const database = await testDatabase();
const db = database.db.kysely;
const app = await anApp(database, { clock });
const origin = await app.listen();

let town: Town;
let resident: Resident;
beforeEach(async () => {
  town = await aTown(db, clock);
  await sql`insert into web_form (key, unit_id) values ('contact', ${town.units.front}::uuid) on conflict (key) do update set unit_id = excluded.unit_id`.execute(
    db,
  );
  app.polku.desk.directory.forget();
  resident = aResident(origin);
});

const matters = async () =>
  (await sql<Record<string, unknown>>`select * from matter where unit_id = ${town.units.front}::uuid order by opened_at`.execute(db)).rows;
const only = async () => {
  const all = await matters();
  expect(all).toHaveLength(1);
  return all[0] as { id: string; number: string; customer_id: string; language: string; acting_for: unknown; due_at: Temporal.Instant };
};
const rowOf = async (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
  (await query.execute(db)).rows[0] as Record<string, unknown>;

describe('writing', () => {
  test('the message alone is enough: a matter, and a receipt with its number, its link and by when we answer', async () => {
    const form = await resident.open('/contact?lang=en');
    expect(form.status).toBe(200);
    const receipt = await resident.send('/contact', { message: 'I have moved. Whom should I tell?' });
    expect([receipt.status, receipt.path]).toEqual([200, '/a/receipt']);
    const matter = await only();
    expect(receipt.text).toContain(sayIt(matter.number));
    expect(receipt.text).toContain('Tue\u00a024\u00a0Nov, 10:00');
    expect(receipt.headers.get('cache-control')).toBe('no-store');
    expect(matter).toMatchObject({ opened_channel: 'web', language: 'en', person_id: null, awaits: 'us' });
    const message = await rowOf(sql`select * from message where matter_id = ${matter.id}::uuid`);
    expect(message).toMatchObject({ direction: 'in', channel: 'web', body: 'I have moved. Whom should I tell?', state: 'received' });
    const contact = await rowOf(sql`select * from contact where matter_id = ${matter.id}::uuid`);
    expect(contact).toMatchObject({ identification: 'none', id: message.contact_id });
    const link = /href="https:\/\/polku\.example(\/a\/[\w-]{27})"/.exec(receipt.text)?.[1] ?? '';
    const followed = await aResident(origin).open(link);
    expect(followed.text).toContain('I have moved. Whom should I tell?');
  });

  test('everything that may be told is kept where it belongs', async () => {
    await resident.open('/contact?lang=sv');
    const files = [{ name: '../Hyresavtal.pdf', bytes: samples.pdf }];
    const fields = {
      message: 'Jag sköter min mors ärende.',
      wish: 'phone',
      phone: '050 000 1234',
      reachable: 'efter klockan 16',
      givenName: 'Elsa',
      familyName: 'Lind',
      email: 'elsa@resident.example',
      language: 'fi',
      arrangements: ['hearing', 'quiet-space'],
      actingFor: 'Maj Lind',
      actingGround: 'mandate',
    };
    expect((await resident.send('/contact', fields, files)).path).toBe('/a/receipt?mailed=yes');
    const matter = await only();
    expect(matter).toMatchObject({ language: 'fi', acting_for: { name: 'Maj Lind', ground: 'mandate' } });
    const customer = await rowOf(sql`select * from customer where id = ${matter.customer_id}::uuid`);
    expect(customer).toMatchObject({
      given_name: 'Elsa',
      family_name: 'Lind',
      email: 'elsa@resident.example',
      phone: '050 000 1234',
      contact_wish: 'phone',
      known: true,
    });
    const arrangements = await sql<{
      kind: string;
      legal_ground: string;
    }>`select kind, legal_ground from arrangement where customer_id = ${matter.customer_id}::uuid order by kind`.execute(db);
    expect(arrangements.rows).toEqual(['hearing', 'quiet-space'].map((kind) => ({ kind, legal_ground: 'consent' })));
    const contact = await rowOf(sql`select * from contact where matter_id = ${matter.id}::uuid`);
    expect(contact.identification).toBe('claimed');
    expect(contact.summary).toBe('Önskar svar: Per telefon. Nås: efter klockan 16');
    const file = await rowOf(
      sql`select g.name, f.type, f.claimed from message_file g join file f on f.id = g.file_id join message r on r.id = g.message_id where r.matter_id = ${matter.id}::uuid`,
    );
    expect(file).toEqual({ name: 'Hyresavtal.pdf', type: 'application/pdf', claimed: true });
  });

  test('each form feeds its unit, and one without a setting the main one', async () => {
    await sql`insert into web_form (key, unit_id) values ('library', ${town.units.neighbourFront}::uuid) on conflict (key) do update set unit_id = excluded.unit_id`.execute(
      db,
    );
    for (const form of ['library', 'made-up', 'contact']) {
      await resident.open(`/contact?form=${form}`);
      await resident.send('/contact', { message: `by ${form}` });
    }
    const opened = await sql<{
      title: string;
      unit_id: string;
    }>`select title, unit_id from matter where title like 'by %' order by title`.execute(db);
    const { front, neighbourFront } = town.units;
    expect(opened.rows).toEqual([
      { title: 'by contact', unit_id: front },
      { title: 'by library', unit_id: neighbourFront },
      { title: 'by made-up', unit_id: front },
    ]);
  });
});

describe('sent twice', () => {
  test('ten at once, and once more later: one matter, and each answer opens it', async () => {
    await resident.open('/contact');
    const fields = { ...resident.hidden('/contact'), message: 'Pressed ten times' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => resident.post('/contact', fields)));
    answers.push(await resident.post('/contact', fields));
    expect(answers.map((answer) => [answer.status, answer.headers.get('location')])).toEqual(answers.map(() => [303, '/a/receipt']));
    await only();
    for (const answer of [answers[0], answers[10]]) {
      const cookie =
        answer?.headers
          .getSetCookie()
          .find((each) => each.startsWith('__Secure-polku-link='))
          ?.split(';')[0] ?? '';
      const page = await app.caller(cookie).call('GET', '/a');
      expect([page.status, page.text.includes('Pressed ten times')]).toEqual([200, true]);
    }
  });

  test('the receipt may be loaded again without sending anything', async () => {
    await resident.open('/contact');
    const receipt = await resident.send('/contact', { message: 'Once' });
    expect((await resident.open(receipt.path)).status).toBe(200);
    await only();
  });

  test('the same form with other words is asked about, with the words kept; sent again it is another matter', async () => {
    await resident.open('/contact?lang=en');
    const first = resident.hidden('/contact');
    await resident.post('/contact', { ...first, message: 'First words' });
    await resident.open('/contact');
    const changed = await resident.send('/contact', { ...first, message: 'Other words' });
    expect(changed.status).toBe(422);
    expect(changed.text).toContain('You have already sent this form');
    expect(changed.text).toContain('>\nOther words</textarea>');
    expect((await resident.send('/contact', { message: 'Other words' })).path).toBe('/a/receipt');
    expect(await matters()).toHaveLength(2);
  });
});

describe('what is wrong is said at its field, and nothing typed is lost', () => {
  test('fields', async () => {
    await resident.open('/contact?lang=en');
    const shown = await resident.send('/contact', { message: ' ', wish: 'email', reachable: 'after <4>', actingFor: 'Maj' });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('<title>Error: Write to us');
    expect(shown.text).toMatch(/role="alert" tabindex="-1" autofocus/);
    for (const field of ['message', 'email', 'actingGround']) {
      expect(shown.text).toContain(`<a href="#${field}">`);
      expect(shown.text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true" aria-describedby="${field}-fault`));
    }
    expect(shown.text).toContain('value="after &lt;4&gt;"');
    expect(shown.text).toContain('value="email" checked');
    expect(shown.text).toMatch(/<details class="more" open>[\s\S]*value="Maj"/);
    expect(await matters()).toEqual([]);
  });

  test('an identity code is stopped before anything is stored', async () => {
    await resident.open('/contact');
    const shown = await resident.send('/contact', { message: 'Tunnukseni on 131052-308T.' });
    expect(shown.status).toBe(422);
    expect(await matters()).toEqual([]);
    expect(app.lines.join('')).not.toContain('131052');
  });

  test.each([
    [
      'too large',
      [{ name: 'big.pdf', bytes: Buffer.concat([samples.pdf, Buffer.alloc(20 * 1024 * 1024)]) }],
      'The file big.pdf is too large',
    ],
    [
      'a program',
      [{ name: 'photo.jpg', bytes: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1') }],
      'The file photo.jpg cannot be sent',
    ],
    ['a page', [{ name: 'x.pdf', bytes: '<html><script>1</script>' }], 'The file x.pdf cannot be sent'],
    ['empty', [{ name: 'empty.pdf', bytes: '' }], 'The file empty.pdf is empty'],
    ['too many', Array.from({ length: 6 }, (_, at) => ({ name: `${at}.pdf`, bytes: samples.pdf })), 'At most 5 files|at most 5 files'],
  ])('a file %s', async (_, files, words) => {
    await resident.open('/contact?lang=en');
    const shown = await resident.send('/contact', { message: 'With a file' }, files);
    expect(shown.status).toBe(422);
    expect(shown.text).toMatch(new RegExp(words));
    expect(shown.text).toContain('If you added files, please add them again.');
    expect(shown.text).toContain('>\nWith a file</textarea>');
    expect(await matters()).toEqual([]);
  });

  test('a file of exactly 20 MB is taken', async () => {
    await resident.open('/contact');
    const bytes = Buffer.concat([samples.pdf, Buffer.alloc(20 * 1024 * 1024 - samples.pdf.length)]);
    expect((await resident.send('/contact', { message: 'Large' }, [{ name: 'large.pdf', bytes }])).path).toBe('/a/receipt');
  });
});

describe('against strangers', () => {
  test('a form without our token, or from another site, opens nothing', async () => {
    await resident.open('/contact');
    const { _csrf, ...rest } = resident.hidden('/contact');
    const fields = { ...rest, message: 'Forged' };
    expect((await resident.post('/contact', fields)).status).toBe(403);
    expect((await resident.post('/contact', { ...fields, _csrf: 'x'.repeat(32) })).status).toBe(403);
    expect((await resident.post('/contact', { ...fields, _csrf: _csrf ?? '' }, [], { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await resident.post('/contact', { _csrf: _csrf ?? '', message: 'No key' })).status).toBe(400);
    expect(await matters()).toEqual([]);
    expect((await resident.post('/contact', { ...fields, _csrf: _csrf ?? '' })).status).toBe(303);
  });

  test('unknown fields are refused: nobody sets what the form does not offer', async () => {
    await resident.open('/contact');
    for (const extra of ['unitId', 'matterId', 'identification', 'restricted']) {
      expect((await resident.post('/contact', { ...resident.hidden('/contact'), message: 'x', [extra]: '1' })).status).toBe(422);
    }
    expect(await matters()).toEqual([]);
  });

  test('who fills in what nobody sees is told so', async () => {
    await resident.open('/contact?lang=en');
    const shown = await resident.send('/contact', { message: 'Buy now', website: 'https://buy.example' });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('Leave this field empty');
    expect(shown.text).not.toContain('class="field trap"');
    expect((await resident.send('/contact', { message: 'Buy now', website: '' })).path).toBe('/a/receipt');
  });

  test('a flood from one address is slowed down, with a page that says what to do', async () => {
    const flooded = await anApp(database, { clock });
    const origin = await flooded.listen();
    const stranger = aResident(origin);
    const answers = [];
    for (let sent = 0; sent < 61; sent++) answers.push(await stranger.post('/contact', { message: 'x' }, [], { accept: 'text/html' }));
    expect(answers.slice(0, 60).every(({ status }) => status === 403)).toBe(true);
    const last = answers[60] as Response;
    expect([last.status, Number(last.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await last.text()).toContain('<html lang="fi">');
    expect((await stranger.open('/contact')).status).toBe(200);
  });
});

const sayIt = (number: string) => `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4, 6)}-${number.slice(6)}`;
