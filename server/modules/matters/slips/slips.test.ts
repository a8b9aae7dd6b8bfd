import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { generateKeyring, readKeyring, withFreshKey } from '../../../platform/keys/keyring.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { asOwner, testDatabase } from '../../../testing/database.ts';
import { aMatter, aTown } from '../../../testing/town.ts';
import { openBySlip } from './opening.ts';
import type { NewSlip, SlipFacts } from './schema.ts';

const database = await testDatabase();
const app = await anApp(database, { env: { TRUSTED_PROXIES: '127.0.0.1' } });
const { desk } = app.polku;
const { db } = desk;
const town = await aTown(db, desk.clock);
desk.directory.forget();
const aino = await app.signIn(town.aino);

async function aSlip(parts: Record<string, unknown> = {}) {
  const matter = await aMatter(town, town.aino, parts);
  return { matter, slip: await makeSlip(matter.id) };
}

async function makeSlip(matterId: string, namesAgreed = false): Promise<NewSlip> {
  const answer = await aino.call<NewSlip>('POST', `/api/matters/${matterId}/slip`, { namesAgreed });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const factsOf = async (matterId: string) => (await aino.call<SlipFacts>('GET', `/api/matters/${matterId}/slip`)).body;

/** From an address of one's own unless it is given, so that the limit by address stands apart from what is tested. */
function open(number: string, pin: string, from = anAddress()) {
  return app.caller().call('POST', '/slip', { number, pin }, { 'x-forwarded-for': from });
}

/** Each its own: two alike would share a limit. */
const anAddress = () => `198.51.${addresses >> 8}.${addresses++ & 255}`;
let addresses = 0;
const wrongPin = ({ pin }: NewSlip, by = 1) => String((Number(pin) + by) % 1_000_000).padStart(6, '0');

function holder(answer: Awaited<ReturnType<typeof open>>): Caller {
  const cookie = String(answer.headers['set-cookie']);
  return app.caller((cookie.split(';')[0] ?? '') as string);
}

test('number and PIN open the page behind the link, by a cookie that ends with the browser, within the hour', async () => {
  const { slip } = await aSlip();
  const answer = await open(`${slip.number.slice(0, 2)} ${slip.number.slice(2)}`, `${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`);
  expect([answer.status, answer.headers.location]).toEqual([303, '/a']);
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-polku-link=[\w-]{27}; Path=\/a; HttpOnly; Secure; SameSite=Lax$/);
  const page = await holder(answer).call('GET', '/a');
  expect(page.text).toContain('Sulje asiani tällä koneella');
  const [link] = (
    await sql<{ left: number }>`select extract(epoch from expires_at - now())::int as left from secret_link where origin_id is not null
      order by created_at desc limit 1`.execute(db)
  ).rows;
  expect(link?.left).toBeGreaterThan(3500);
  expect(link?.left).toBeLessThanOrEqual(3600);
});

test('of a thousand wrong PINs at once from many addresses five are compared; the right one then opens nothing', {
  timeout: 60_000,
}, async () => {
  const { matter, slip } = await aSlip();
  const before = await refusedTriesOf(matter.id);
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round++) {
    const tries = Array.from({ length: 100 }, (_, index) => open(slip.number, wrongPin(slip, 1 + round * 100 + index)));
    for (const { status } of await Promise.all(tries)) statuses.add(status);
  }
  expect([...statuses]).toEqual([422]);
  // Only a try that was taken names the slip in the audit log.
  expect((await refusedTriesOf(matter.id)) - before).toBe(5);
  expect(await factsOf(matter.id)).toMatchObject({ state: 'locked', triesLeft: 0 });
  expect((await open(slip.number, slip.pin)).status).toBe(422);
});

test('the right PIN among many wrong ones at once wins or loses, and never opens a locked slip', async () => {
  const { matter, slip } = await aSlip();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => open(slip.number, index === 20 ? slip.pin : wrongPin(slip, index + 1))),
  );
  const opened = answers.filter(({ status }) => status === 303).length;
  expect(opened).toBeLessThanOrEqual(1);
  expect(await refusedTriesOf(matter.id)).toBeLessThanOrEqual(opened ? 9 : 5);
});

test('four slips of the finger are forgiven by the right PIN; a PIN that cannot be one costs nothing', async () => {
  const { matter, slip } = await aSlip();
  for (let time = 1; time <= 4; time++) expect((await open(slip.number, wrongPin(slip, time))).status).toBe(422);
  for (const pin of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect((await open(slip.number, pin)).status).toBe(422);
  expect((await factsOf(matter.id)).triesLeft).toBe(1);
  expect((await open(slip.number, slip.pin)).status).toBe(303);
  expect((await factsOf(matter.id)).triesLeft).toBe(5);
});

test('unknown, wrong, locked, run out and revoked are one answer', async () => {
  const [wrong, locked, expired, revoked] = [await aSlip(), await aSlip(), await aSlip(), await aSlip()];
  for (let time = 1; time <= 5; time++) await open(locked.slip.number, wrongPin(locked.slip, time));
  await sql`update slip set expires_at = now() where matter_id = ${expired.matter.id}::uuid`.execute(db);
  expect((await aino.call('DELETE', `/api/matters/${revoked.matter.id}/slip`)).status).toBe(204);
  const none = await aMatter(town, town.aino);
  const answers = [
    await open(wrong.slip.number, wrongPin(wrong.slip)),
    await open(locked.slip.number, locked.slip.pin),
    await open(expired.slip.number, expired.slip.pin),
    await open(revoked.slip.number, revoked.slip.pin),
    await open(none.number, '123456'),
    await open('12345', '123456'),
    await open('', ''),
  ];
  const seen = answers.map(({ status, text, headers }) => [status, withoutOwn(text), Object.keys(headers).sort().join()]);
  expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(seen[0]?.[0]).toBe(422);
});

/** The form's token and the number that was typed. */
const withoutOwn = (text: string) => text.replace(/name="_csrf" value="[^"]*"/, '').replace(/ value="[^"]*"/g, '');

test('an unknown number is answered about as fast as a wrong PIN', { timeout: 60_000 }, async () => {
  const slips = await Promise.all(Array.from({ length: 20 }, () => aSlip()));
  const unknown = await aMatter(town, town.aino);
  const took = { known: [] as number[], unknown: [] as number[] };
  for (let time = 0; time < 80; time++) {
    const { slip } = slips[time % 20] as (typeof slips)[number];
    took.known.push(await timed(() => open(slip.number, wrongPin(slip, time + 1))));
    took.unknown.push(await timed(() => open(unknown.number, '123456')));
  }
  const ratio = medianOf(took.known) / medianOf(took.unknown);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

const medianOf = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;

test('one address is stopped after sixty tries, and others are not', async () => {
  const from = anAddress();
  const statuses = [];
  for (let time = 0; time < 62; time++) statuses.push((await open('12345', '123456', from)).status);
  expect(statuses.indexOf(429)).toBe(60);
  expect((await open('12345', '123456')).status).toBe(422);
});

test('a new slip at the desk unlocks; the old PIN and what it had opened end at once', async () => {
  const { matter, slip } = await aSlip();
  const page = holder(await open(slip.number, slip.pin));
  expect((await page.call('GET', '/a')).status).toBe(200);
  for (let time = 1; time <= 5; time++) await open(slip.number, wrongPin(slip, time));
  expect((await page.call('GET', '/a')).status).toBe(200);
  const fresh = await makeSlip(matter.id);
  expect(await factsOf(matter.id)).toMatchObject({ state: 'open', triesLeft: 5 });
  expect((await page.call('GET', '/a')).status).toBe(404);
  if (fresh.pin !== slip.pin) expect((await open(slip.number, slip.pin)).status).toBe(422);
  expect((await open(fresh.number, fresh.pin)).status).toBe(303);
});

test('revoking ends what was opened with the slip, and no other link', async () => {
  const { matter, slip } = await aSlip();
  const page = holder(await open(slip.number, slip.pin));
  const { url } = (await aino.call<{ url: string }>('POST', `/api/matters/${matter.id}/follow-links`)).body;
  expect((await aino.call('DELETE', `/api/matters/${matter.id}/slip`)).status).toBe(204);
  expect((await page.call('GET', '/a')).status).toBe(404);
  expect((await app.caller(`__Secure-polku-link=${url.split('/').at(-1)}`).call('GET', '/a')).status).toBe(200);
  expect(await factsOf(matter.id)).toMatchObject({ state: 'none' });
});

test('a slip of a matter that is found to be somebody else’s ends with the merging', async () => {
  const { matter, slip } = await aSlip();
  const known = await aMatter(town, town.aino, { customer: { givenName: 'Maija', familyName: 'Mallikas' } });
  expect((await aino.call('POST', `/api/matters/${known.id}/merges`, { otherId: matter.id })).status).toBe(204);
  expect((await open(slip.number, slip.pin)).status).toBe(422);
});

test('secret content is never on the page that a slip opens; what it shows no longer waits at a desk', async () => {
  const { matter, slip } = await aSlip();
  const write = (body: string, sensitivity: string) =>
    aino.call(
      'POST',
      `/api/matters/${matter.id}/messages`,
      { kind: 'message', channel: 'link', language: 'fi', body, sensitivity },
      { 'idempotency-key': randomUUID() },
    );
  expect((await write('Avoin vastaus', 'normal')).status).toBe(201);
  expect((await write('Zqxsalaisuus', 'secret')).status).toBe(201);
  const page = await holder(await open(slip.number, slip.pin)).call('GET', '/a');
  expect(page.text).toContain('Avoin vastaus');
  expect(page.text).not.toContain('Zqxsalaisuus');
  const { rows } = await sql<{ sensitivity: string; read: boolean }>`select sensitivity, read_at is not null as read from message
    where matter_id = ${matter.id}::uuid and direction = 'out' order by sensitivity`.execute(db);
  expect(rows).toEqual([
    { sensitivity: 'normal', read: true },
    { sensitivity: 'secret', read: false },
  ]);
});

test('making one asks whether authorities may be named, and keeps the answer', async () => {
  const matter = await aMatter(town, town.aino);
  expect((await aino.call('POST', `/api/matters/${matter.id}/slip`, {})).status).toBe(422);
  const agreed = async () =>
    (await db.selectFrom('matter').select('names_agreed').where('id', '=', matter.id).executeTakeFirstOrThrow()).names_agreed;
  await makeSlip(matter.id, true);
  expect(await agreed()).toBe(true);
  await makeSlip(matter.id, false);
  expect(await agreed()).toBe(false);
});

test('the paper is in each language, small, with the codes and without an authority’s name', async () => {
  const { slip } = await aSlip({
    language: 'sv',
    needs: [{ ownWords: 'Bostad', organisationId: town.organisations.kela, serviceName: 'Zqxbidrag' }],
  });
  expect(slip.language).toBe('sv');
  const headings = {
    fi: 'Asiasi numero ja PIN',
    sv: 'Ditt ärendes nummer och PIN',
    en: 'Your matter’s number and PIN',
    'fi-x-plain': 'Sinun numerosi',
  };
  for (const [variant, heading] of Object.entries(headings)) {
    const paper = slip.papers[variant as keyof NewSlip['papers']];
    expect(paper).toContain(heading);
    expect(paper).toContain(`${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`);
    expect(paper).toContain('polku.example/slip');
    expect(paper).not.toMatch(/kela|zqx/i);
  }
});

test('the PIN is in no log line, no row of any table and no address', async () => {
  const { matter, slip } = await aSlip();
  await open(slip.number, wrongPin(slip));
  await open(slip.number, slip.pin);
  await aino.call('POST', '/api/collectings', { number: slip.number, pin: slip.pin });
  await aino.call('POST', '/api/collectings', { number: slip.number, pin: `${slip.pin}x` });
  await aino.call('POST', '/api/collectings', { number: slip.number, pin: { wrong: slip.pin } });
  const digits = new RegExp(`(?<![\\d.])${slip.pin}(?![\\d])|${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`);
  expect(app.lines.filter((line) => digits.test(line.replace(/"\w*(time|ms|at)\w*":[^,}]+/gi, '')))).toEqual([]);
  const rows = await everyRowAbout(matter.id);
  expect(rows.length).toBeGreaterThan(8);
  // Microseconds of a moment are six digits too.
  expect(rows.filter((row) => digits.test(row.replace(/\.\d{1,6}\+00:00/g, '')))).toEqual([]);
});

test('a hash stolen with the table is not found without the key, and moves to the present key when the slip is used', async () => {
  const { matter, slip } = await aSlip();
  const old = readKeyring(generateKeyring());
  const [before] = (await sql<{ hash: string }>`select pin_hash as hash from slip where matter_id = ${matter.id}::uuid`.execute(db)).rows;
  expect(before?.hash.startsWith(`${app.keys.present.id}.`)).toBe(true);
  expect(await openBySlip({ desk, keys: old }, slip, randomUUID())).toBeUndefined();
  const text = generateKeyring();
  const [first, second] = [readKeyring(text), readKeyring(withFreshKey(text))];
  const { makeSlip: make } = await import('./service.ts');
  const made = await make({ desk, keys: first }, town.aino, matter.id, false);
  expect(await openBySlip({ desk, keys: second }, made, randomUUID())).toBeTypeOf('string');
  const [after] = (
    await sql<{ hash: string }>`select pin_hash as hash from slip where matter_id = ${matter.id}::uuid and ended_at is null`.execute(db)
  ).rows;
  expect(after?.hash.startsWith(`${second.present.id}.`)).toBe(true);
});

test('each try is in the audit log, with whom it was about where a slip stood', async () => {
  const { matter, slip } = await aSlip();
  await open(slip.number, wrongPin(slip));
  await open(slip.number, slip.pin);
  const { rows } = await sql<{ actor: string; outcome: string }>`select actor_kind as actor, outcome from audit_entry
    where matter_id = ${matter.id}::uuid and action = 'slip.opened' order by id`.execute(db);
  expect(rows).toEqual([
    { actor: 'anonymous', outcome: 'refused' },
    { actor: 'link', outcome: 'done' },
  ]);
});

async function refusedTriesOf(matterId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_entry
    where matter_id = ${matterId}::uuid and action = 'slip.opened' and outcome = 'refused'`.execute(db);
  return rows[0]?.count ?? 0;
}

async function everyRowAbout(matterId: string): Promise<string[]> {
  const columns = {
    slip: 'matter_id',
    secret_link: 'matter_id',
    collecting: 'matter_id',
    contact: 'matter_id',
    happening: 'matter_id',
    audit_entry: 'matter_id',
    event: 'subject',
  };
  return asOwner(database, async (owner) => {
    const rows: string[] = [];
    for (const [table, column] of Object.entries(columns))
      rows.push(
        ...(
          await owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t where ${column} = $1`, [matterId])
        ).rows.map(({ row }) => row),
      );
    return rows;
  });
}
