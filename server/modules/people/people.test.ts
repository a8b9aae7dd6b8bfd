import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '../../platform/db/transaction.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Browser } from '../../testing/browser.ts';
import { testDatabase } from '../../testing/database.ts';
import { aStaffService } from '../../testing/staff-service.ts';
import type { Person } from './schema.ts';

/** Units with an open request and no successor, as matters would know them. */
const busy = new Set<string>();
const emptied: string[] = [];

const service = await aStaffService(await testDatabase(), {
  beforeUnitEmptied: async (_, unit) => {
    if (busy.has(unit.id)) throw new Conflict('unit-has-open-requests');
    emptied.push(unit.id);
  },
});
const { db, signIn, personId, organisationId, unitId } = service;

const outi = await signIn('outi.lehtola@mallila.example');
const [mallila, kuvala, kela] = [await organisationId('mallila'), await organisationId('kuvala'), await organisationId('kela')];

let count = 0;
async function aColleague(role = 'service-advisor', organisation = mallila, admin: Browser = outi): Promise<Person> {
  const email = `colleague${++count}@mallila.example`;
  const { status, body } = await admin.json<Person>('POST', '/api/admin/people', {
    name: `Colleague ${count}`,
    email,
    grant: { role, organisationId: organisation },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const find = async (words: string, admin: Browser = outi) =>
  (await admin.json<{ people: Person[] }>('GET', `/api/admin/people?words=${encodeURIComponent(words)}`)).body.people;

const auditOf = (subject: string) =>
  db
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'owner_org'])
    .where((e) => e(e.val(subject), '=', e.fn.any('subjects')))
    .orderBy('id')
    .execute();

const eventsOf = async (subject: string) =>
  (await db.selectFrom('event').select('type').where('subject', '=', subject).orderBy('seq').execute()).map(({ type }) => type);

test('a new colleague is added, found, given a unit, and each step is on the audit log', async () => {
  const person = await aColleague();
  expect(await find(person.name)).toEqual([person]);
  const unit = await unitId('mallila-neuvonta');
  const joined = await outi.json<Person>('PUT', `/api/admin/people/${person.id}/units/${unit}`);
  expect(joined).toMatchObject({ status: 200, body: { unitIds: [unit] } });
  expect((await auditOf(person.id)).map(({ action }) => action)).toEqual(['grant.give.service-advisor', 'person.create', 'unit.join']);
  expect((await auditOf(person.id)).every((line) => line.outcome === 'done' && line.owner_org === mallila)).toBe(true);
  expect(await eventsOf(person.id)).toEqual(['person.changed', 'person.changed']);
});

test('somebody known by the address gets the grant, not a second self', async () => {
  const first = await aColleague();
  const input = { name: 'Other', email: first.email.toUpperCase(), grant: { role: 'guard', organisationId: mallila } };
  const second = await outi.json<Person>('POST', '/api/admin/people', input);
  expect(second).toMatchObject({ status: 201, body: { id: first.id, name: first.name } });
  expect(second.body.grants.map(({ role }) => role)).toEqual(['guard', 'service-advisor']);
});

test('words are searched as they are', async () => {
  const person = await aColleague();
  for (const words of ['%', '_olleague', '\\']) expect(await find(words), words).toEqual([]);
  expect((await find(person.email.slice(0, 12))).length).toBeGreaterThan(0);
});

test('people of another organisation do not exist, and trying is on the audit log', async () => {
  const own = await aColleague();
  const foreign = await personId('olli.kuusela@kuvala.example');
  const [ownGrant] = own.grants;
  const foreignGrant = await db.selectFrom('person_grant').select('id').where('person_id', '=', foreign).executeTakeFirstOrThrow();
  const [ownUnit, foreignUnit] = [await unitId('mallila-neuvonta'), await unitId('kuvala-neuvonta')];
  const grant = { role: 'guard', organisationId: mallila };
  const cases: [string, string, unknown, string, string][] = [
    ['PATCH', '', { name: 'X' }, own.id, foreign],
    ['POST', '/grants', grant, own.id, foreign],
    ['PUT', `/units/${ownUnit}`, undefined, own.id, foreign],
    ['DELETE', `/units/${ownUnit}`, undefined, own.id, foreign],
  ];
  for (const [method, rest, body, allowed, denied] of cases) {
    expect((await outi.json(method, `/api/admin/people/${denied}${rest}`, body)).status, `${method} ${rest}`).toBe(404);
    expect((await outi.json(method, `/api/admin/people/${allowed}${rest}`, body)).status, `${method} ${rest}`).toBeLessThan(300);
  }
  expect((await outi.json('PUT', `/api/admin/people/${own.id}/units/${foreignUnit}`)).status).toBe(404);
  expect((await outi.json('DELETE', `/api/admin/people/${foreign}/grants/${foreignGrant.id}`)).status).toBe(404);
  expect((await outi.json('DELETE', `/api/admin/people/${own.id}/grants/${foreignGrant.id}`)).status).toBe(404);
  expect((await outi.json('DELETE', `/api/admin/people/${own.id}/grants/${ownGrant?.id}`)).status).toBe(200);
  const refusals = (await auditOf(foreign)).filter((line) => line.outcome === 'refused');
  expect(refusals.map(({ action }) => action)).toEqual([
    'PATCH /api/admin/people/:id',
    'POST /api/admin/people/:id/grants',
    'PUT /api/admin/people/:id/units/:unitId',
    'DELETE /api/admin/people/:id/units/:unitId',
    'DELETE /api/admin/people/:id/grants/:grantId',
  ]);
  expect((await find('kuusela')).length).toBe(0);
});

test('keeping an agency’s details gives no right to its people', async () => {
  const own = await aColleague();
  for (const organisation of [kela, kuvala]) {
    const grant = { role: 'administrator', organisationId: organisation };
    expect((await outi.json('POST', `/api/admin/people/${own.id}/grants`, grant)).status).toBe(404);
    expect((await outi.json('POST', '/api/admin/people', { name: 'X', email: 'x@x.example', grant })).status).toBe(404);
  }
  expect(await db.selectFrom('person').select('id').where('email', '=', 'x@x.example').execute()).toEqual([]);
  expect((await outi.json('POST', `/api/admin/people/${own.id}/grants`, { role: 'guard', organisationId: mallila })).status).toBe(201);
});

test('of a person at two organisations, each administrator sees their own part', async () => {
  const venla = await signIn('venla.suomela@kuvala.example');
  const person = await aColleague();
  const known = { name: ` ${person.name.toUpperCase()} `, email: person.email, grant: { role: 'receptionist', organisationId: kuvala } };
  expect((await venla.json('POST', '/api/admin/people', known)).status).toBe(201);
  expect((await find(person.email))[0]?.grants.map(({ role }) => role)).toEqual(['service-advisor']);
  expect((await find(person.email, venla))[0]?.grants.map(({ role }) => role)).toEqual(['receptionist']);
  const disabled = await outi.json<{ code: string }>('PATCH', `/api/admin/people/${person.id}`, { disabled: true });
  expect(disabled).toMatchObject({ status: 409, body: { code: 'person-works-elsewhere' } });
  const renamed = await venla.json<{ code: string }>('PATCH', `/api/admin/people/${person.id}`, { name: 'Somebody Else' });
  expect(renamed).toMatchObject({ status: 409, body: { code: 'person-works-elsewhere' } });
});

test('an address alone tells no name, and lets nobody in whom their own organisation has shut out', async () => {
  const venla = await signIn('venla.suomela@kuvala.example');
  const person = await aColleague();
  const meet = (name: string) =>
    venla.json<{ code: string }>('POST', '/api/admin/people', {
      name,
      email: person.email,
      grant: { role: 'guard', organisationId: kuvala },
    });
  const guessed = await meet('A Guess');
  expect(guessed).toMatchObject({ status: 409, body: { code: 'person-known-otherwise' } });
  expect(JSON.stringify(guessed.body)).not.toContain(person.name);
  expect(await find(person.email, venla)).toEqual([]);
  await outi.json('PATCH', `/api/admin/people/${person.id}`, { disabled: true });
  expect(await meet(person.name)).toMatchObject({ status: 409, body: { code: 'person-known-otherwise' } });
  await outi.json('PATCH', `/api/admin/people/${person.id}`, { disabled: false });
  expect((await meet(person.name)).status).toBe(201);
});

test('a former colleague’s closed account is opened by where they work now, and by nobody else', async () => {
  const venla = await signIn('venla.suomela@kuvala.example');
  const person = await aColleague();
  const guard = { role: 'guard', organisationId: kuvala };
  const met = await venla.json<Person>('POST', '/api/admin/people', { name: person.name, email: person.email, grant: guard });
  await venla.json('DELETE', `/api/admin/people/${person.id}/grants/${met.body.grants[0]?.id}`);
  expect((await outi.json('PATCH', `/api/admin/people/${person.id}`, { disabled: true })).status).toBe(200);
  const works = { status: 409, body: { code: 'person-works-elsewhere' } };
  expect(await venla.json('PATCH', `/api/admin/people/${person.id}`, { disabled: false })).toMatchObject(works);
  expect(await venla.json('POST', `/api/admin/people/${person.id}/grants`, guard)).toMatchObject(works);
  expect((await outi.json('PATCH', `/api/admin/people/${person.id}`, { disabled: false })).status).toBe(200);
});

test('a disabled person is out at once, told by an event, and back when enabled', async () => {
  const leo = await signIn('leo.salmi@mallila.example');
  const id = await personId('leo.salmi@mallila.example');
  expect((await leo.json('GET', '/api/me')).status).toBe(200);
  expect((await outi.json<Person>('PATCH', `/api/admin/people/${id}`, { disabled: true })).body.disabled).toBe(true);
  expect((await leo.json('GET', '/api/me')).status).toBe(401);
  await service.feed.caughtUp();
  expect(service.closed).toContain(id);
  expect(await eventsOf(id)).toEqual(['person.left-unit', 'person.disabled', 'person.changed']);
  await expect(signIn('leo.salmi@mallila.example')).rejects.toThrow('could not sign in');
  expect((await outi.json('PATCH', `/api/admin/people/${id}`, { disabled: false })).status).toBe(200);
  expect((await leo.json('GET', '/api/me')).status).toBe(401);
  expect((await (await signIn('leo.salmi@mallila.example')).json('GET', '/api/me')).status).toBe(200);
  expect((await auditOf(id)).map(({ action }) => action)).toEqual(expect.arrayContaining(['person.disable', 'person.enable']));
});

test('an administrator who is not the last may be disabled, the last one not', async () => {
  const own = await personId('outi.lehtola@mallila.example');
  const disable = () => outi.json<{ code: string }>('PATCH', `/api/admin/people/${own}`, { disabled: true });
  const [grant] = (await find('outi.lehtola'))[0]?.grants ?? [];
  expect(await disable()).toMatchObject({ status: 409, body: { code: 'last-administrator' } });
  const revoked = await outi.json<{ code: string }>('DELETE', `/api/admin/people/${own}/grants/${grant?.id}`);
  expect(revoked).toMatchObject({ status: 409, body: { code: 'last-administrator' } });
  const second = await aColleague('administrator');
  expect((await outi.json('PATCH', `/api/admin/people/${second.id}`, { disabled: true })).status).toBe(200);
  expect((await disable()).status).toBe(409);
});

test('a unit with open requests keeps its last able member, by whichever way they would leave', async () => {
  const unit = await unitId('digituki');
  const [ebba, petri] = [await personId('ebba.nylund@mallila.example'), await personId('petri.laakso@mallila.example')];
  busy.add(unit);
  expect((await outi.json('PATCH', `/api/admin/people/${ebba}`, { disabled: true })).status).toBe(200);
  const [grant] = (await find('petri.laakso'))[0]?.grants ?? [];
  const ways: [string, string, unknown][] = [
    ['PATCH', `/api/admin/people/${petri}`, { disabled: true }],
    ['DELETE', `/api/admin/people/${petri}/units/${unit}`, undefined],
    ['DELETE', `/api/admin/people/${petri}/grants/${grant?.id}`, undefined],
  ];
  for (const [method, url, body] of ways)
    expect(await outi.json(method, url, body), url).toMatchObject({ status: 409, body: { code: 'unit-has-open-requests' } });
  busy.delete(unit);
  expect((await outi.json('DELETE', `/api/admin/people/${petri}/grants/${grant?.id}`)).status).toBe(200);
  expect(emptied).toContain(unit);
  expect(await db.selectFrom('unit_member').select('unit_id').where('person_id', '=', petri).execute()).toEqual([]);
});

test('the last two members cannot leave a busy unit at the same time', async () => {
  const unit = await unitId('kirkkoranta-neuvonta');
  const ids = [(await aColleague()).id, (await aColleague()).id];
  await db.deleteFrom('unit_member').where('unit_id', '=', unit).execute();
  busy.add(unit);
  for (const id of ids) await outi.json('PUT', `/api/admin/people/${id}/units/${unit}`);
  for (let round = 0; round < 8; round++) {
    for (const id of ids) await outi.json('PATCH', `/api/admin/people/${id}`, { disabled: false });
    // Both wait at their own row, then go on together.
    const leaving = await inTransaction(db, async (trx) => {
      await trx.selectFrom('person').select('id').where('id', 'in', ids).forUpdate().execute();
      const both = ids.map((id) => outi.json('PATCH', `/api/admin/people/${id}`, { disabled: true }));
      await waitingForLocks(2);
      return { both };
    });
    const left = await Promise.all(leaving.both);
    expect(left.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
});

async function waitingForLocks(count: number): Promise<void> {
  await expect
    .poll(
      async () =>
        (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)).rows.length,
    )
    .toBe(count);
}

test('an external digital supporter cannot be an advisor', async () => {
  const person = await aColleague('external-digital-supporter');
  const give = (role: string) =>
    outi.json<{ code: string }>('POST', `/api/admin/people/${person.id}/grants`, { role, organisationId: mallila });
  expect(await give('service-advisor')).toMatchObject({ status: 409, body: { code: 'roles-exclude-each-other' } });
  expect((await give('development-team')).status).toBe(201);
  expect(await give('development-team')).toMatchObject({ status: 409, body: { code: 'grant-exists' } });
});

test('one changes one’s own language, settings and place, and no other place than one’s own', async () => {
  const mika = await signIn('mika.ranta@kela.example');
  const { body: before } = await mika.json<{ points: { id: string; name: { fi: string } }[] }>('GET', '/api/me');
  expect(before.points.map(({ name }) => name.fi)).toEqual(['Mallilan palvelupiste']);
  const pointId = before.points[0]?.id;
  const change = { language: 'sv', settings: { theme: 'dark' }, pointId };
  expect((await mika.json('PATCH', '/api/me', change)).body).toMatchObject({
    language: 'sv',
    pointId,
    settings: { theme: 'dark', shortcuts: true },
  });
  const other = await db.selectFrom('service_point').select('id').where('key', '=', 'suvanto').executeTakeFirstOrThrow();
  expect(await mika.json('PATCH', '/api/me', { pointId: other.id })).toMatchObject({ status: 422, body: { code: 'point-not-yours' } });
  expect((await mika.json('PATCH', '/api/me', { roles: ['administrator'] })).status).toBe(422);
  // The next session begins where this one sat.
  expect((await (await signIn('mika.ranta@kela.example')).json('GET', '/api/me')).body).toMatchObject({ pointId, language: 'sv' });
});

test('fields that no form offers are refused', async () => {
  const person = await aColleague();
  for (const body of [{ email: 'new@x.example' }, { oidc_subject: 'x' }, { id: person.id }, { grants: [] }]) {
    expect((await outi.json('PATCH', `/api/admin/people/${person.id}`, body)).status).toBe(422);
  }
});

test('a grant for one point holds while its person sits there, and the first session begins there', async () => {
  const points = await db.selectFrom('service_point').select('id').where('organisation_id', '=', mallila).orderBy('key').limit(2).execute();
  const [first, second] = points.map(({ id }) => id) as [string, string];
  const colleague = await aColleague('guard');
  await outi.json('DELETE', `/api/admin/people/${colleague.id}/grants/${colleague.grants[0]?.id}`);
  for (const [role, pointId] of [
    ['receptionist', first],
    ['point-manager', second],
  ]) {
    const given = await outi.json('POST', `/api/admin/people/${colleague.id}/grants`, { role, organisationId: mallila, pointId });
    expect(given.status).toBe(201);
  }
  const browser = await signIn(colleague.email);
  type Seat = { pointId: string | null; roles: string[] };
  const begun = (await browser.json<Seat>('GET', '/api/me')).body;
  expect([
    { pointId: first, roles: ['receptionist'] },
    { pointId: second, roles: ['point-manager'] },
  ]).toContainEqual({ pointId: begun.pointId, roles: begun.roles });
  const seats: [string | null, string[]][] = [
    [first, ['receptionist']],
    [second, ['point-manager']],
    [null, []],
  ];
  for (const [pointId, held] of seats) {
    expect((await browser.json('PATCH', '/api/me', { pointId })).body).toMatchObject({ pointId, roles: held });
    expect((await browser.json('GET', '/api/me')).body).toMatchObject({ pointId, roles: held });
  }
});
