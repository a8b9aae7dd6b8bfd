import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentDirectory, listsOf } from '../../server/modules/directory/service.ts';
import type { Actor, By } from '../../server/modules/identity/types.ts';
import { unknownKeys } from '../../server/modules/matters/contacts/wrapping/keys.ts';
import { wrapUpForm } from '../../server/modules/matters/contacts/wrapping/service.ts';
import { MappingPage } from '../../server/modules/matters/mapping/schema.ts';
import { openMappings, readMapping } from '../../server/modules/matters/mapping/service.ts';
import { readMatterNumber } from '../../server/modules/matters/number.ts';
import { readList, readMatter } from '../../server/modules/matters/reading/service.ts';
import { readInbox, readRequest } from '../../server/modules/matters/requests/reading.ts';
import { MatterPage } from '../../server/modules/matters/schema.ts';
import { fixedClock } from '../../server/platform/clock/clock.ts';
import { testDatabase } from '../../server/testing/database.ts';
import { customers } from './matters/customers.ts';
import { demoMatters } from './matters/list.ts';
import { timesFrom } from './matters/times.ts';
import type { DemoEntry, DemoEvent, When } from './matters/types.ts';
import { seedMatters } from './matters.ts';
import { staff } from './people.ts';
import { units } from './places.ts';
import { seedPeople } from './seed.ts';

const {
  db: { kysely: db },
} = await testDatabase();
/** A Monday, in the middle of the morning. */
const clock = fixedClock('2026-11-23T08:42:00Z');
const desk = { db, clock, directory: currentDirectory(db, clock) };
let seconds = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  await seedPeople(db);
  const begun = performance.now();
  expect(await seedMatters(db, clock.now())).toBe(true);
  seconds = (performance.now() - begun) / 1000;
});

const signedIn = new Map<string, By>();
async function as(name: string): Promise<By> {
  const known = signedIn.get(name);
  if (known) return known;
  const person = await db.selectFrom('person').selectAll().where('name', '=', name).executeTakeFirstOrThrow();
  const grants = await db.selectFrom('person_grant').selectAll().where('person_id', '=', person.id).execute();
  const joined = await db.selectFrom('unit_member').select('unit_id').where('person_id', '=', person.id).execute();
  const actor = {
    kind: 'staff',
    personId: person.id,
    sessionId: randomUUIDv7(),
    name,
    language: person.language as 'fi',
    pointId: null,
    grants: grants.map((grant) => ({ role: grant.role, organisationId: grant.organisation_id, pointId: grant.point_id })),
    unitIds: joined.map((one) => one.unit_id),
  } as Actor;
  const by = { actor, requestId: randomUUIDv7() };
  signedIn.set(name, by);
  return by;
}

const mine = async (name: string) => (await readList(desk, await as(name), 'mine')).rows;
const inGroup = (rows: Awaited<ReturnType<typeof mine>>, awaits: string) =>
  rows.filter((row) => row.state === 'open' && row.awaits === awaits);
const idOf = async (title: string) => (await db.selectFrom('matter').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id;

test('it is quick, and done once', async () => {
  expect(seconds).toBeLessThan(2);
  expect(await seedMatters(db, clock.now())).toBe(false);
  expect((await db.selectFrom('matter').select('id').execute()).length).toBe(demoMatters.length);
});

test('numbers are speakable and go by arrival', async () => {
  const found = await db.selectFrom('matter').select(['number']).orderBy('arrived_at').execute();
  const numbers = found.map(({ number }) => number);
  expect(numbers.every((number) => readMatterNumber(number) === number)).toBe(true);
  expect(numbers).toEqual(numbers.toSorted());
});

describe("an advisor's list", () => {
  test('Aino has every group, with a wait that is near its promise and one past it', async () => {
    const rows = await mine('Aino Korpela');
    const ours = inGroup(rows, 'us');
    expect(ours.length).toBeGreaterThanOrEqual(5);
    expect(inGroup(rows, 'customer').length).toBeGreaterThanOrEqual(4);
    expect(inGroup(rows, 'authority').length).toBeGreaterThanOrEqual(4);
    expect(rows.filter((row) => row.state === 'closed').length).toBeGreaterThanOrEqual(2);
    const due = ours.map((row) => Temporal.Instant.from(row.dueAt as string));
    expect(due.filter((at) => Temporal.Instant.compare(at, clock.now()) < 0)).toHaveLength(1);
    const soon = clock.now().add({ minutes: 60 });
    expect(due.filter((at) => Temporal.Instant.compare(at, clock.now()) > 0 && Temporal.Instant.compare(at, soon) < 0)).toHaveLength(1);
    expect(ours.some((row) => row.unread)).toBe(true);
    expect(ours.some((row) => row.customerName === null)).toBe(true);
  });

  test.each(['Leo Salmi', 'Ebba Nylund', 'Olli Kuusela'])('%s has something', async (name) => {
    expect((await mine(name)).length).toBeGreaterThan(0);
  });

  test.each(['Aino Korpela', 'Leo Salmi', 'Ebba Nylund', 'Riitta Harju'])('%s sees what nobody has taken', async (name) => {
    const { rows, counts } = await readList(desk, await as(name), 'unit');
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(counts.unit).toBe(rows.length);
    expect(new Set(rows.map((row) => row.channel))).toEqual(new Set(['email', 'web', 'letter']));
    expect(rows.every((row) => row.personId === null)).toBe(true);
  });
});

test('every matter reads whole, to the point of its wrap-ups', async () => {
  const seen = new Set<string>();
  for (const { name } of staff.filter(({ grants }) => grants.some(({ role }) => role === 'service-advisor'))) {
    const by = await as(name);
    for (const { id } of await db
      .selectFrom('matter')
      .select('id')
      .where('owner_org', '=', by.actor.grants[0]?.organisationId ?? '')
      .execute()) {
      const page = await readMatter(desk, by, id);
      expect(MatterPage.safeParse(page).error?.issues).toBeUndefined();
      for (const contact of page.contacts) await wrapUpForm(desk, by, contact.id);
      seen.add(id);
    }
  }
  expect(seen.size).toBe(demoMatters.length);
});

test('the support request shows its whole way up and back down, and it is our turn', async () => {
  const page = await readMatter(desk, await as('Aino Korpela'), await idOf('Muutto ja asumisen kulut'));
  expect(page).toMatchObject({ awaits: 'us', earlierMatters: 1 });
  expect(page.requests.map(({ tier, state, toPersonName }) => [tier, state, toPersonName])).toEqual([
    [2, 'answered', 'Mika Ranta'],
    [3, 'answered', 'Sari Niemi'],
  ]);
  expect(page.requests.flatMap(({ entries }) => entries.map(({ kind }) => kind))).toEqual([
    ...['asked', 'claimed', 'forwarded', 'answered'],
    ...['asked', 'claimed', 'answered'],
  ]);
  expect(page.needs.map(({ state }) => state)).toEqual(['in-hand', 'settled']);
  expect(page.steps.map(({ state }) => state)).toEqual(['done', 'now', 'planned']);
  expect(page.permitted.length).toBeGreaterThan(0);
});

test('pairs are linked, merged and suggested', async () => {
  const aino = await as('Aino Korpela');
  const read = async (title: string) => readMatter(desk, aino, await idOf(title));
  expect((await read('Perukirja ja pesän asiat')).linked).toHaveLength(1);
  expect((await read('Phone, e-mail and strong identification')).linked).toHaveLength(1);
  const merged = await read('Soitto pysäköintitunnuksesta');
  expect(merged).toMatchObject({ state: 'merged', mergedInto: await idOf('Asukaspysäköintitunnus vanhalle autolle'), contacts: [] });
  expect((await read('Takuuvuokra, kiire')).duplicates.map(({ title }) => title)).toEqual(['Ensimmäinen oma asunto: takuuvuokra']);
});

test('turvakielto masks, and a secret message waits to be told', async () => {
  const aino = await as('Aino Korpela');
  const restricted = await readMatter(desk, aino, await idOf('Osoitteen muuttuminen ja viranomaisten kirjeet'));
  expect(restricted.customer).toMatchObject({ restricted: true, email: null, phone: null });
  expect(JSON.stringify(restricted)).not.toContain('050 000');
  const waiting = await readMatter(desk, aino, await idOf('Perukirja ja pesän asiat'));
  expect(waiting.messages).toContainEqual(expect.objectContaining({ sensitivity: 'secret', state: 'waiting' }));
});

describe("a specialist's inbox", () => {
  test('Mika has something due today, later, asked back and at tier 3, and the unit some that nobody claimed', async () => {
    const mika = await as('Mika Ranta');
    const { rows } = await readInbox(desk, mika, 'mine');
    const endOfToday = Temporal.Instant.from('2026-11-23T22:00:00Z');
    const open = rows.filter(({ state }) => state === 'open');
    expect(open.some(({ dueAt }) => Temporal.Instant.compare(Temporal.Instant.from(dueAt), endOfToday) < 0)).toBe(true);
    expect(open.some(({ dueAt }) => Temporal.Instant.compare(Temporal.Instant.from(dueAt), endOfToday) > 0)).toBe(true);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['open', 'asked-back', 'forwarded']));
    expect(open.every(({ dueAt }) => Temporal.Instant.compare(Temporal.Instant.from(dueAt), clock.now()) > 0)).toBe(true);
    const unit = (await readInbox(desk, mika, 'unit')).rows;
    expect(
      unit
        .filter(({ toPersonName }) => toPersonName === null)
        .map(({ fromPoint }) => fromPoint)
        .toSorted(),
    ).toEqual(['Kuvalan asiointipiste', 'Mallilan palvelupiste']);
    expect((await readInbox(desk, mika, 'below')).rows).toHaveLength(2);
    expect((await readInbox(desk, mika, 'answered')).rows.length).toBeGreaterThanOrEqual(2);
  });

  test.each(['Mika Ranta', 'Sari Niemi', 'Daniel Berg', 'Tuula Hautala', 'Jari Koivula'])(
    '%s has a question, and every one reads',
    async (name) => {
      const by = await as(name);
      expect((await readInbox(desk, by, 'mine')).rows.filter(({ state }) => state === 'open').length).toBeGreaterThan(0);
      for (const view of ['mine', 'unit', 'below', 'answered'] as const)
        for (const { id } of (await readInbox(desk, by, view)).rows) {
          const page = await readRequest(desk, by, id);
          expect(page.share?.ground.length ?? 0, page.request.title).toBeGreaterThan(10);
        }
    },
  );
});

test('the neighbour sees its own and nothing else', async () => {
  const [olli, aino] = [await as('Olli Kuusela'), await as('Aino Korpela')];
  const all = await db.selectFrom('matter').select(['id', 'owner_org']).execute();
  for (const { id, owner_org } of all) {
    const [own, other] = owner_org === olli.actor.grants[0]?.organisationId ? [olli, aino] : [aino, olli];
    expect((await readMatter(desk, own, id)).id).toBe(id);
    await expect(readMatter(desk, other, id)).rejects.toMatchObject({ status: 404 });
  }
  expect((await readList(desk, olli, 'unit')).rows.map(({ title }) => title)).toEqual(['Mökkitien auraus']);
});

test('an authority sees the need it was asked about and no other of the matter', async () => {
  const page = await readMatter(desk, await as('Tuula Hautala'), await idOf('First job: identity code, tax card and family benefits'));
  expect(page.needs.map(({ serviceName }) => serviceName)).toEqual(['Verokortti']);
  expect(page).toMatchObject({ title: 'Verokortti', contacts: [], happenings: [] });
});

test('wrap-ups speak with keys of the lists', async () => {
  const lists = await listsOf(db, { onlyActive: true });
  for (const row of await db.selectFrom('contact').selectAll().where('wrapped_at', 'is not', null).execute()) {
    const chosen = { reasons: row.reasons, supportKinds: row.support_kinds, how: row.how, notAlone: row.not_alone };
    expect(unknownKeys(lists, { ...chosen, outcomes: [], closeMatter: false }), row.summary).toEqual([]);
  }
  const kinds = new Set(lists.specialNeeds?.map(({ key }) => key));
  for (const { arrangements = {} } of Object.values(customers)) for (const kind of Object.keys(arrangements)) expect(kinds).toContain(kind);
});

test('nobody of it can be mistaken for real', () => {
  for (const { email, phone, postalCode } of Object.values(customers)) {
    if (email) expect(email).toMatch(/\.example$/);
    if (phone) expect(phone).toMatch(/^050 000 \d{4}$/);
    if (postalCode) expect(postalCode).toMatch(/^9999\d$/);
  }
});

/** Around weekends, holidays, closing times and a change of the clock. */
const starts = [
  '2026-11-23T08:42:00Z',
  '2026-11-22T17:30:00Z',
  '2026-11-25T05:00:00Z',
  '2026-11-27T12:50:00Z',
  '2026-11-24T07:03:00Z',
  '2026-11-24T13:30:00Z',
  '2026-12-26T12:00:00Z',
  '2027-03-29T06:10:00Z',
];

test.each(starts)('begun at %s, everything has happened in its order', (start) => {
  const now = Temporal.Instant.from(start);
  const times = timesFrom(now);
  const moment = (when: When, unit: string) => times(when, units.find(({ key }) => key === unit) as (typeof units)[number]);
  for (const { key, unit, events, steps = [] } of demoMatters) {
    const told = events.map((event) => ({ event, at: moment(event.at, event.what === 'request' ? event.to : unit) }));
    const ends = (event: DemoEvent) => moment(event.at, unit).add({ minutes: event.what === 'contact' ? (event.minutes ?? 0) : 0 });
    for (const { event } of told) expect(Temporal.Instant.compare(ends(event), now), `${key} ${event.what}`).toBeLessThanOrEqual(0);
    const asked = told.flatMap(({ event, at }) => (event.what === 'request' ? [{ at, entries: event.entries, to: event.to }] : []));
    for (const { at, entries, to } of asked) expectInOrder(key, [at, ...momentsOf(entries, to, moment)], now);
    // A note may be written while a question is away, so only the rest stands in order.
    const plain = told.filter(({ event }) => event.what !== 'note').map(({ at }) => at);
    expectInOrder(key, plain, now);
    for (const step of steps)
      for (const when of [step.at, step.deadline])
        if (when) expect(moment(when, unit).epochMilliseconds).toBeGreaterThan(now.epochMilliseconds);
  }
});

function momentsOf(entries: DemoEntry[], to: string, moment: (when: When, unit: string) => Temporal.Instant): Temporal.Instant[] {
  return entries.flatMap((entry) => [
    moment(entry.at, to),
    ...(entry.kind === 'forwarded' ? momentsOf(entry.entries, entry.to, moment) : []),
  ]);
}

function expectInOrder(key: string, moments: Temporal.Instant[], now: Temporal.Instant): void {
  const told = moments.map(String);
  expect(told, key).toEqual(moments.toSorted(Temporal.Instant.compare).map(String));
  for (const moment of moments) expect(Temporal.Instant.compare(moment, now), `${key} ${moment}`).toBeLessThanOrEqual(0);
}

test('one mapping waits for the advice desk, one has been confirmed; both are read as any other', async () => {
  const aino = await as('Aino Korpela');
  const [waiting] = (await openMappings(desk, aino)).mappings;
  expect(waiting).toMatchObject({ customerName: 'Eino Rautala', state: 'interrupted', personId: null });
  const read = await readMapping(desk, aino, waiting?.id as string);
  expect(MappingPage.parse(read).suggestions[0]).toMatchObject({ channel: 'counter', fits: 'well' });
  const done = await db.selectFrom('mapping').select('id').where('state', '=', 'confirmed').executeTakeFirstOrThrow();
  const confirmed = MappingPage.parse(await readMapping(desk, await as('Ebba Nylund'), done.id));
  expect(confirmed.decision?.reasons).toEqual(confirmed.suggestions[0]?.reasons);
});
