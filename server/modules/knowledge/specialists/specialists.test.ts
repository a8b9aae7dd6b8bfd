import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { follow } from '../../../platform/live/testing/follow.ts';
import { anApp, type Caller, PUBLIC_URL } from '../../../testing/app.ts';
import { aCard } from '../../../testing/cards.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPerson, aTown, aUnit, type Town } from '../../../testing/town.ts';
import type { By } from '../../identity/types.ts';
import type { SearchAnswer } from '../search/schema.ts';
import { aService } from '../search/testing/directory.ts';
import { endPresences } from './presence.ts';
import type { CardSpecialists, OwnPresence, Specialist, SpecialistCandidates, SpecialistList } from './schema.ts';

// A Monday, 10.00 in Helsinki.
const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let mika: Caller;
let manager: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  const kela = town.organisations.kela;
  const leads = await aPerson(db, { name: 'Manager', role: 'point-manager', organisationId: kela, units: [] });
  [aino, mika, manager] = await Promise.all([service.signIn(town.aino), service.signIn(town.mika), service.signIn(leads)]);
});

const skill = { fi: 'Asumistuki', sv: 'Bostadsbidrag', en: 'Housing allowance' };
const mornings = {
  weekly: [{ weekday: 1, opens: '09:00', closes: '12:00' }],
  exceptions: [],
  holidaysClosed: true,
};
const profile = (rest: object = {}) => ({
  version: 0,
  unitId: town.units.kelaTier2,
  skills: [skill],
  languages: ['fi', 'sv'],
  serviceIds: [],
  cardIds: [],
  askedBy: ['request', 'call'],
  phone: '019 000 4010',
  phoneHours: null,
  duty: mornings,
  backupId: null,
  ...rest,
});
const at = (by: By | string) => `/api/knowledge/specialists/${typeof by === 'string' ? by : by.actor.personId}`;
const put = (caller: Caller, of: By, rest: object = {}) => caller.call<{ code: string }>('PUT', at(of), profile(rest));
const written = async (caller: Caller, of: By, rest: object = {}) => {
  const answer = await put(caller, of, rest);
  expect(answer.status, answer.text).toBe(204);
};
const read = async (caller: Caller, of: By) => (await caller.call<Specialist>('GET', at(of))).body;
const all = async (caller: Caller) => (await caller.call<SpecialistList>('GET', '/api/knowledge/specialists')).body;
const say = (caller: Caller, state: string | null) => caller.call('PUT', '/api/knowledge/own-presence', { state });
/** One more specialist of tier 2, with a profile. */
async function aSpecialist(name: string, rest: object = {}): Promise<{ by: By; caller: Caller }> {
  const by = await aPerson(db, {
    name: `${name} ${randomUUID().slice(0, 6)}`,
    role: 'authority-specialist',
    organisationId: town.organisations.kela,
    units: [town.units.kelaTier2],
  });
  const caller = await service.signIn(by);
  await written(caller, by, rest);
  return { by, caller };
}

describe('a profile', () => {
  test('is written by the person, mended by who answers for the organisation, and read by all staff', async () => {
    const { people } = (await mika.call<SpecialistCandidates>('GET', '/api/knowledge/specialist-candidates')).body;
    expect(people).toEqual([{ id: town.mika.actor.personId, name: town.mika.actor.name, unitIds: [town.units.kelaTier2] }]);
    await written(mika, town.mika);
    await written(manager, town.mika, { version: 1, languages: ['fi', 'sv', 'en'] });
    expect(await read(aino, town.mika)).toMatchObject({
      name: town.mika.actor.name,
      tier: 2,
      languages: ['fi', 'sv', 'en'],
      phone: '019 000 4010',
      version: 2,
      may: { write: false },
      now: { onDuty: true, dutyUntil: '2026-11-23T10:00:00Z', nextDuty: '2026-11-30T07:00:00Z', answersPhone: true },
    });
    expect((await read(manager, town.mika)).may.write).toBe(true);
    expect(
      (await manager.call<SpecialistCandidates>('GET', '/api/knowledge/specialist-candidates')).body.people.map(({ id }) => id),
    ).toEqual([town.sari.actor.personId]);
    const { rows } =
      await sql`select 1 from audit_entry where action = 'specialist.changed' and ${town.mika.actor.personId}::uuid = any(subjects)`.execute(
        db,
      );
    expect(rows).toHaveLength(2);
  });

  test('does not exist to be written or taken away by anybody else', async () => {
    const { by, caller } = await aSpecialist('Oma');
    const foreign = await service.signIn(town.admin);
    for (const other of [aino, mika, foreign]) {
      expect((await put(other, by, { version: 1 })).status).toBe(404);
      expect((await other.call('DELETE', at(by))).status).toBe(404);
    }
    expect((await put(foreign, by, { version: 1, unitId: town.units.front })).status).toBe(404);
    expect((await service.caller().call('GET', at(by))).status).toBe(401);
    expect((await caller.call('DELETE', at(by))).status).toBe(204);
    expect((await aino.call('GET', at(by))).status).toBe(404);
  });

  test('is of a unit one is a member of, names what is there, and loses no change of another', async () => {
    const { by, caller } = await aSpecialist('Tarkka');
    const code = async (rest: object) => (await put(caller, by, { version: 1, ...rest })).body.code;
    expect(await code({ unitId: town.units.kelaTier3 })).toBe('not-in-unit');
    expect(await code({ serviceIds: [randomUUID()] })).toBe('unknown-reference');
    expect(await code({ cardIds: [randomUUID()] })).toBe('unknown-reference');
    expect(await code({ backupId: by.actor.personId })).toBe('unknown-reference');
    expect(await code({ version: 0 })).toBe('specialist-changed');
    expect((await put(caller, by, { version: 1, phone: '' })).status).toBe(422);
    expect((await put(aino, town.aino, { unitId: town.units.front })).body.code).toBe('specialist-not-asked');
    const both = await Promise.all([put(caller, by, { version: 1 }), put(caller, by, { version: 1, languages: ['sv'] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe('presence', () => {
  test('is one’s own, shown to all at once and over at the end of the day where the unit is', async () => {
    const { by, caller } = await aSpecialist('Paikalla');
    expect((await say(aino, 'busy')).status).toBe(404);
    expect((await say(caller, 'busy')).status).toBe(204);
    expect((await read(aino, by)).now.presence).toEqual({ state: 'busy', until: '2026-11-23T22:00:00Z' });
    expect((await caller.call<OwnPresence>('GET', '/api/knowledge/own-presence')).body).toEqual({
      isSpecialist: true,
      presence: { state: 'busy', until: '2026-11-23T22:00:00Z' },
    });
    expect((await aino.call<OwnPresence>('GET', '/api/knowledge/own-presence')).body).toEqual({ isSpecialist: false, presence: null });
    await say(caller, null);
    expect((await read(aino, by)).now.presence).toBeNull();
  });

  test('leaves no trace of how days went: one row, no audit line, no name on the event', async () => {
    const { by, caller } = await aSpecialist('Jäljetön');
    for (const state of ['busy', 'away', 'available']) await say(caller, state);
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from specialist_presence where person_id = ${by.actor.personId}::uuid`.execute(db);
    expect(rows[0]?.n).toBe(1);
    const events = await sql<{
      subject: string | null;
      data: object;
    }>`select subject, data from event where type = 'knowledge.presence-changed'`.execute(db);
    expect(events.rows.length).toBeGreaterThan(2);
    expect(events.rows.every(({ subject, data }) => subject === null && Object.keys(data).length === 0)).toBe(true);
    const audited = await sql`select 1 from audit_entry where action like '%presence%' and person_id = ${by.actor.personId}::uuid`.execute(
      db,
    );
    expect(audited.rows).toHaveLength(0);
  });

  test('who is away has a backup on duty in their place', async () => {
    const backup = await aSpecialist('Vara', { duty: { ...mornings, weekly: [] } });
    const { by, caller } = await aSpecialist('Poissa', { backupId: backup.by.actor.personId });
    expect((await read(aino, backup.by)).now).toMatchObject({ onDuty: false, standsInFor: [] });
    await say(caller, 'away');
    expect((await read(aino, by)).now).toMatchObject({ onDuty: false, answersPhone: false });
    expect(await read(aino, by)).toMatchObject({ backup: { id: backup.by.actor.personId } });
    expect((await read(aino, backup.by)).now).toMatchObject({ onDuty: true, standsInFor: [{ id: by.actor.personId }] });
  });

  test('its news reach open desks, also when it runs out with nobody’s doing', async () => {
    const { by, caller } = await aSpecialist('Vilkas');
    const origin = await service.listen();
    const desk = await follow(`${origin}/api/live`, { headers: { cookie: aino.cookie, host: new URL(PUBLIC_URL).host } });
    await desk.untilBeat(1);
    const news = () => desk.heard.filter(({ data }) => data.topic === 'specialists:all').length;
    await say(caller, 'away');
    await desk.until(() => news() >= 1);
    expect((await read(aino, by)).now.presence?.state).toBe('away');
    const heard = news();
    // A minute before midnight in Helsinki nothing runs out; then everything said of the day does.
    clock.set('2026-11-23T21:59:00Z');
    expect(await endPresences({ db, clock })).toBe(0);
    clock.set('2026-11-23T22:00:00Z');
    const night = await service.signIn(town.aino);
    expect((await read(night, by)).now.presence).toBeNull();
    expect(await endPresences({ db, clock })).toBeGreaterThan(0);
    await desk.until(() => news() > heard);
    expect(await endPresences({ db, clock })).toBe(0);
    desk.drop();
    clock.set('2026-11-23T08:00:00Z');
  });

  test('the list says when the clock alone will change it', async () => {
    const { changesAt } = await all(aino);
    expect(changesAt).toBe('2026-11-23T10:00:00Z');
  });
});

describe('found', () => {
  const find = async (caller: Caller, url: string, words: string, language: string) =>
    (await caller.call<SearchAnswer>('POST', url, { words, language, kinds: ['specialist'] })).body;

  test('by what they know in each language, by staff only', async () => {
    const [serviceId] = (await aService(db, { fi: { name: 'Kotiseutupalkinto', summary: 'Palkinto kotiseututyöstä.' } })) as [string];
    const words = { fi: 'Venepaikkojen vuokraus', sv: 'Uthyrning av båtplatser', en: 'Renting of boat berths' };
    const { by } = await aSpecialist('Löytyvä', { skills: [words], serviceIds: [serviceId] });
    await service.polku.search.caughtUp();
    for (const [language, said] of [
      ['fi', 'venepaikat'],
      ['sv', 'båtplats'],
      ['en', 'boat berth'],
      ['fi', 'kotiseutupalkinto'],
    ]) {
      const { hits } = await find(aino, '/api/knowledge/search', said as string, language as string);
      expect([said, hits.map(({ id }) => id)]).toEqual([said, [by.actor.personId]]);
    }
    const open = await service.caller().call<SearchAnswer>('POST', '/api/public/knowledge/search', { words: 'venepaikat', language: 'fi' });
    expect(open.text).not.toContain(by.actor.personId);
    expect(open.text).not.toContain('Löytyvä');
    expect((await read(aino, by)).services).toEqual([{ id: serviceId, names: { fi: 'Kotiseutupalkinto' } }]);
  });

  test('by name, yet no search is counted with anybody’s name', async () => {
    const { by } = await aSpecialist('Ruustinna');
    await service.polku.search.caughtUp();
    expect((await find(aino, '/api/knowledge/search', 'ruustinna', 'fi')).hits.map(({ id }) => id)).toEqual([by.actor.personId]);
    expect(service.polku.search.knows('ruustinna', 'fi')).toBe(false);
    expect(service.polku.search.knows('asumistuki', 'fi')).toBe(true);
  });
});

describe('who serves no more', () => {
  const ids = async () => (await all(aino)).specialists.map(({ id }) => id);

  test('is not shown while disabled, and loses the profile on leaving the unit', async () => {
    const { by } = await aSpecialist('Lähtijä');
    const { personId } = by.actor;
    const keeper = await service.signIn(
      await aPerson(db, { name: 'Keeper', role: 'administrator', organisationId: town.organisations.kela, units: [] }),
    );
    const disable = (disabled: boolean) => keeper.call('PATCH', `/api/admin/people/${personId}`, { disabled });
    expect((await disable(true)).status).toBe(200);
    expect(await ids()).not.toContain(personId);
    await disable(false);
    expect(await ids()).toContain(personId);
    expect((await keeper.call('DELETE', `/api/admin/people/${personId}/units/${town.units.kelaTier2}`)).status).toBeLessThan(300);
    expect(await ids()).not.toContain(personId);
    await expect
      .poll(async () => (await sql`select 1 from specialist where person_id = ${personId}::uuid`.execute(db)).rows.length, {
        timeout: 5000,
      })
      .toBe(0);
  });
});

test('a profile in a unit that was closed is there for nobody, and may be written anew in another', async () => {
  const { by, caller } = await aSpecialist('Siirtyvä');
  const { personId } = by.actor;
  const { kela } = town.organisations;
  const [old, next] = [
    await aUnit(db, { key: `old-${personId.slice(0, 8)}`, organisationId: kela, tier: 2 }),
    await aUnit(db, { key: `next-${personId.slice(0, 8)}`, organisationId: kela, tier: 2 }),
  ];
  for (const unitId of [old, next])
    await sql`insert into unit_member (unit_id, person_id) values (${unitId}::uuid, ${personId}::uuid)`.execute(db);
  await written(caller, by, { version: 1, unitId: old });
  await sql`update unit set active = false where id = ${old}::uuid`.execute(db);
  expect((await aino.call('GET', at(by))).status).toBe(404);
  expect((await say(caller, 'busy')).status).toBe(404);
  expect((await caller.call<OwnPresence>('GET', '/api/knowledge/own-presence')).body.isSpecialist).toBe(false);
  const { people } = (await caller.call<SpecialistCandidates>('GET', '/api/knowledge/specialist-candidates')).body;
  expect(people.map(({ id }) => id)).toEqual([personId]);
  await written(caller, by, { version: 0, unitId: next });
  expect(await read(aino, by)).toMatchObject({ unitId: next, version: 3 });
});

test('a card names whom to ask, those on duty first of those who answer for its service', async () => {
  const [serviceId] = (await aService(db, { fi: { name: 'Hautausmaakävely', summary: 'Opastettu kävely.' } })) as [string];
  const named = await aSpecialist('Nimetty', { duty: { ...mornings, weekly: [] } });
  const offDuty = await aSpecialist('Vapaalla', { serviceIds: [serviceId], duty: { ...mornings, weekly: [] } });
  const onDuty = await aSpecialist('Vuorossa', { serviceIds: [serviceId] });
  const forward = { unitId: town.units.kelaTier2, specialist: named.by.actor.name, phone: '' };
  const cardId = await aCard(db, town, { serviceId, content: { forward } });
  const of = async (id: string) => aino.call<CardSpecialists>('GET', `/api/knowledge/cards/${id}/specialists`);
  expect((await of(cardId)).body.specialists.map(({ id, isNamed }) => [id, isNamed])).toEqual([
    [named.by.actor.personId, true],
    [onDuty.by.actor.personId, false],
    [offDuty.by.actor.personId, false],
  ]);
  expect((await of(randomUUID())).status).toBe(404);
});
