import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aResident } from '../../../testing/resident.ts';
import { anActor } from '../../../testing/support.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { MatterPage } from '../schema.ts';
import type { Referral, ReferralList } from './schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const origin = await service.listen();
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let nelli: Caller;
let mika: Caller;
let admin: Caller;
let matterId: string;
/** A library's club, and an authority's own advice: by the latter one can tell whose customer somebody is. */
let club: string;
let authority: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  [aino, nelli, mika, admin] = (await Promise.all([town.aino, town.nelli, town.mika, town.admin].map((by) => service.signIn(by)))) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ];
  club = await anActor(admin, town.organisations.city);
  authority = await anActor(admin, town.organisations.city, { kind: 'authority', answersTo: ['beyond-advisor'], phone: '019 000 2222' });
});

beforeEach(async () => {
  matterId = (
    await aMatter(town, town.aino, {
      language: 'fi',
      customer: { givenName: 'Maija', familyName: 'Mallikas', email: 'maija@resident.test' },
    })
  ).id;
});

const key = () => ({ 'idempotency-key': randomUUID() });
const at = (rest = '') => `/api/matters/${matterId}/referrals${rest}`;
const referBy = (by: Caller, input: object = {}) =>
  by.call<{ id: string; code: string }>('POST', at(), { actorId: club, criteria: ['long-term-guidance'], ...input }, key());
const referred = async (input: object = {}) => {
  const answer = await referBy(aino, input);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
};
const list = async (by = aino) => (await by.call<ReferralList>('GET', at())).body.referrals;
const steps = async () => (await aino.call<MatterPage>('GET', `/api/matters/${matterId}`)).body.steps;
const agree = () => aino.call('PUT', `/api/matters/${matterId}/naming`, { agreed: true });
const linkOf = async (id: string) => new URL((await aino.call<{ url: string }>('POST', at(`/${id}/links`))).body.url).pathname;

describe('a referral', () => {
  test('is a step of the customer’s own and one of ours to ask how it went; saying so ends both', async () => {
    const id = await referred({ wish: 'Videopuhelu lapsenlapselle' });
    expect(await steps()).toMatchObject([
      { title: 'Ota yhteyttä digitukeen', who: 'customer', state: 'now', place: expect.stringContaining('Kirjaston laitekerho') },
      { title: 'Kysymme, auttoiko digituki', who: 'staff', state: 'planned', deadlineAt: '2026-12-07T21:59:00.000Z' },
    ]);
    expect(await list()).toMatchObject([
      { id, askOn: '2026-12-07', outcome: null, given: [], isWithheld: false, wish: 'Videopuhelu lapsenlapselle' },
    ]);
    expect((await aino.call('PUT', at(`/${id}/outcome`), { outcome: 'partly' })).status).toBe(204);
    expect((await steps()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(await list()).toMatchObject([{ outcome: 'partly', outcomeByName: town.aino.actor.name }]);
    await aino.call('PUT', at(`/${await referred()}/outcome`), { outcome: 'did-not-go' });
    expect((await list()).map(({ outcome }) => outcome).sort()).toEqual(['did-not-go', 'partly']);
    expect((await steps()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  test('is the keepers’ own: others see and make none, and know of none', async () => {
    const id = await referred();
    for (const by of [nelli, mika]) {
      expect((await by.call('GET', at())).status).toBe(404);
      expect((await referBy(by)).status).toBe(404);
      for (const [method, rest] of [
        ['PUT', '/outcome'],
        ['POST', '/emails'],
        ['POST', '/links'],
      ] as const)
        expect((await by.call(method, at(`/${id}${rest}`), method === 'PUT' ? { outcome: 'helped' } : undefined, key())).status).toBe(404);
      expect((await by.call('GET', `/print/referrals/${id}`)).status).toBe(404);
    }
    const elsewhere = matterId;
    matterId = (await aMatter(town, town.aino)).id;
    expect((await aino.call('PUT', at(`/${id}/outcome`), { outcome: 'helped' })).status).toBe(404);
    matterId = elsewhere;
    expect((await list())[0]?.outcome).toBeNull();
  });

  test('names an actor in use and criteria of the list', async () => {
    const retired = await anActor(admin, town.organisations.city);
    await admin.call('PATCH', `/api/knowledge/support-actors/${retired}`, { version: 1, retired: true });
    expect((await referBy(aino, { actorId: retired })).body.code).toBe('unknown-reference');
    expect((await referBy(aino, { criteria: ['no-such'] })).body.code).toBe('unknown-list-key');
    expect((await referBy(aino, { criteria: [] })).status).toBe(422);
    expect(await steps()).toEqual([]);
  });

  test('goes along when its matter is merged into another', async () => {
    const id = await referred();
    const from = matterId;
    matterId = (await aMatter(town, town.aino)).id;
    expect((await aino.call('POST', `/api/matters/${matterId}/merges`, { otherId: from }, key())).status).toBeLessThan(300);
    expect((await list()).map((one) => one.id)).toEqual([id]);
  });
});

describe('given', () => {
  test('by e-mail: the details and that credentials are one’s own, under a subject that tells nothing', async () => {
    const id = await referred({ wish: 'Videopuhelut' });
    expect((await aino.call('POST', at(`/${id}/emails`), undefined, key())).status).toBe(201);
    const { rows } = await sql<{
      subject: string;
      body: string;
      state: string;
      recipient: string;
    }>`select subject, body, state, recipient from message
      where matter_id = ${matterId}::uuid and kind = 'instruction'`.execute(db);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ state: 'scheduled', recipient: 'maija@resident.test' });
    expect(rows[0]?.subject).not.toMatch(/digi|kirjasto/i);
    for (const words of ['Kirjaston laitekerho', 'Videopuhelut', '019 000 1160', 'Pankkitunnuksesi'])
      expect(rows[0]?.body).toContain(words);
    expect((await list())[0]?.given).toEqual(['email']);
  });

  test('behind the link, where the customer says how it went', async () => {
    const id = await referred();
    const resident = aResident(origin);
    const page = await resident.open(await linkOf(id));
    for (const words of ['Kirjaston laitekerho', '019 000 1160', 'Saitko apua digituesta?', 'Pankkitunnuksesi'])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain('Hyötyisi pidemmästä opastuksesta');
    await resident.send('/a/referral', { outcome: 'did-not-go' });
    expect((await list())[0]?.outcome).toBe('did-not-go');
    expect((await steps()).map(({ state }) => state)).toEqual(['now', 'planned']);
    const after = await resident.send('/a/referral', { outcome: 'helped' });
    expect([after.status, after.path]).toEqual([200, '/a?done=referral']);
    expect((await list())[0]).toMatchObject({ given: ['link'], outcome: 'helped', outcomeByName: null });
    const foreign = await aMatter(town, town.tiina);
    const mine = matterId;
    matterId = foreign.id;
    const others = await referred();
    matterId = mine;
    const answer = await resident.post('/a/referral', { ...resident.hidden('/a/referral'), referral: others, outcome: 'helped' });
    expect(answer.status).toBe(404);
  });

  test('on paper, which is on the record', async () => {
    const id = await referred();
    const paper = await aino.call('GET', `/print/referrals/${id}?link=yes`);
    expect(paper.status).toBe(200);
    for (const words of ['Kirjaston laitekerho', '019 000 1160', 'Pankkitunnuksesi', '/a/']) expect(paper.text).toContain(words);
    expect((await list())[0]?.given).toEqual(['paper']);
    const looks = await sql<{
      action: string;
    }>`select action from audit_entry where ${id}::uuid = any(subjects) and action like 'referral.printed%'`.execute(db);
    expect(looks.rows).toEqual([{ action: 'referral.printed' }]);
  });
});

describe('an authority', () => {
  const tells = /Kirjaston laitekerho|019 000 2222/;
  const itself = (id: string) => aino.call('POST', at(`/${id}/emails`), undefined, key());
  const ofAuthority = (input: object = {}) => referred({ actorId: authority, ...input });

  test('is named nowhere before the customer agrees, and everywhere after', async () => {
    const id = await ofAuthority();
    const one = async (): Promise<Referral> => (await list())[0] as Referral;
    expect((await one()).isWithheld).toBe(true);
    expect((await steps())[0]?.place).toBe('');
    expect(await itself(id)).toMatchObject({ status: 409, body: { code: 'referral-names-authority' } });
    const link = await linkOf(id);
    const before = await aResident(origin).open(link);
    expect(before.text).toContain('Sait yhteystiedot digitukeen.');
    expect(before.text).not.toMatch(tells);
    expect((await aino.call('GET', `/print/referrals/${id}`)).text).not.toMatch(tells);
    expect((await aino.call('GET', `/print/referrals/${id}?authorities=yes`)).text).toMatch(tells);
    expect((await agree()).status).toBe(204);
    expect((await one()).isWithheld).toBe(false);
    expect((await itself(id)).status).toBe(201);
    expect((await aResident(origin).open(link)).text).toMatch(tells);
  });

  test('is no association that gives digital support, whatever is said of it elsewhere', async () => {
    const name = `Digiapu-${randomUUID().slice(0, 6)}`;
    const names = JSON.stringify({ fi: name, sv: name, en: name });
    await sql`insert into organisation (key, name, short_name, kind) values (${name.toLowerCase()}, ${names}::jsonb, ${names}::jsonb, 'association')`.execute(
      db,
    );
    const own = { name, helpsWith: 'Apua', where: 'Kirjasto', how: 'Soita.' };
    const actorId = await anActor(admin, town.organisations.city, { kind: 'association', texts: { fi: own, sv: own, en: own } });
    const id = await referred({ actorId });
    expect((await list())[0]?.isWithheld).toBe(false);
    expect((await aResident(origin).open(await linkOf(id))).text).toContain(name);
  });

  test('is not named by the customer’s wish either', async () => {
    const { rows } = await sql<{
      name: string;
    }>`select name ->> 'fi' as name from organisation where id = ${town.organisations.kela}::uuid`.execute(db);
    const id = await referred({ wish: `Tunnukset ${rows[0]?.name} palveluun` });
    expect((await list())[0]?.isWithheld).toBe(true);
    expect((await aResident(origin).open(await linkOf(id))).text).not.toContain(rows[0]?.name);
  });
});

test('a few answers give the level of digital skill, which is the customer’s from then on', async () => {
  const answer = (answers: object, by = aino) =>
    by.call<{ skill: string | null }>('PUT', `/api/matters/${matterId}/digital-skill`, { answers });
  expect((await answer({ wants: 'yes', device: 'own' })).body.skill).toBeNull();
  expect((await answer({ wants: 'yes', device: 'own', identification: 'yes', forms: 'beside' })).body.skill).toBe('side-by-side');
  expect((await aino.call<MatterPage>('GET', `/api/matters/${matterId}`)).body.customer.digitalSkill).toBe('side-by-side');
  await referred();
  await answer({ wants: 'no' });
  expect((await list())[0]?.skill).toBe('side-by-side');
  expect((await answer({ wants: 'no' }, nelli)).status).toBe(404);
});
