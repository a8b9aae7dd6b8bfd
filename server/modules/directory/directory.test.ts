import { expect, test } from 'vitest';
import { inTransaction } from '../../platform/db/transaction.ts';
import { Conflict } from '../../platform/errors.ts';
import { testDatabase } from '../../testing/database.ts';
import { aStaffService } from '../../testing/staff-service.ts';
import { permittedTasks, seedDefaults, successorOf } from './service.ts';
import type { Organisation, Unit } from './types.ts';

const busy = new Set<string>();
const { db, feed, signIn, organisationId, unitId } = await aStaffService(await testDatabase(), {
  beforeUnitEmptied: async (_, unit) => {
    if (busy.has(unit.id)) throw new Conflict('unit-has-open-requests');
  },
});

const outi = await signIn('outi.lehtola@mallila.example');
const kaisa = await signIn('kaisa.rinne@kela.example');
const venla = await signIn('venla.suomela@kuvala.example');
const [mallila, kela, kuvala] = [await organisationId('mallila'), await organisationId('kela'), await organisationId('kuvala')];
const day = (text: string) => Temporal.PlainDate.from(text);
const names = (text: string) => ({ fi: text, sv: text, en: text });

async function pointId(key: string): Promise<string> {
  return (await db.selectFrom('service_point').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id;
}

async function directoryOf(browser = outi) {
  return (await browser.json<Record<string, { id: string; key: string; name: { fi: string } }[]>>('GET', '/api/directory')).body;
}

const keysOf = (rows: { key: string }[] | undefined) => rows?.map(({ key }) => key) ?? [];

test('the directory of today shows who is here now, and not who has ended', async () => {
  const { organisations, points, units } = await directoryOf();
  expect(keysOf(organisations)).toEqual(expect.arrayContaining(['mallila', 'kela', 'lvv', 'elinvoimakeskus']));
  for (const ended of ['avi', 'ely', 'valvira', 'te-toimisto']) expect(keysOf(organisations)).not.toContain(ended);
  expect(keysOf(points)).toEqual(expect.arrayContaining(['mallila', 'kirkkoranta', 'suvanto', 'palvelubussi']));
  expect(keysOf(units)).toEqual(expect.arrayContaining(['mallila-neuvonta', 'kela-2', 'kela-3', 'dvv-2']));
});

test('ended organisations are carried on by their successors, through a chain', async () => {
  const [avi, te] = [await organisationId('avi'), await organisationId('te-toimisto')];
  expect((await successorOf(db, avi, day('2025-12-31')))?.key).toBe('avi');
  expect((await successorOf(db, avi, day('2026-01-01')))?.key).toBe('lvv');
  expect((await successorOf(db, te, day('2026-11-23')))?.key).toBe('tyollisyysalue');
});

test('what may be done for an authority follows place, day and succession', async () => {
  const ask = async (principal: string, point: string | null, on = '2026-11-23', provider = mallila) => {
    const pointIdOrNull = point && (await pointId(point));
    return (
      await permittedTasks(db, {
        providerIds: [provider],
        principalId: await organisationId(principal),
        pointId: pointIdOrNull,
        day: day(on),
      })
    ).tasks;
  };
  expect(await ask('kela', 'mallila')).toEqual(['inform', 'guide', 'help-fill', 'receive']);
  expect(await ask('kela', 'palvelubussi')).toEqual(['inform', 'guide']);
  expect(await ask('kela', 'mallila', '2024-12-31')).toEqual([]);
  expect(await ask('poliisi', 'mallila')).toEqual(['inform']);
  expect(await ask('mallila', 'mallila')).toEqual(['inform', 'guide', 'help-fill', 'receive', 'decide']);
  expect(await ask('kuvala', 'mallila')).toEqual([]);
  // The agreement was made with the agency that has ended.
  expect(await ask('lvv', 'mallila')).toEqual(['inform', 'guide']);
  expect(await ask('avi', 'mallila')).toEqual(['inform', 'guide']);
  expect(await ask('valvira', 'mallila', '2025-06-01')).toEqual([]);
  expect(await ask('kela', 'kuvala', '2026-11-23', kuvala)).toEqual(['inform']);
});

test('a change shows in the directory as soon as its event comes, on every node', async () => {
  await directoryOf();
  const id = await unitId('dvv-2');
  const changed = await outi.json('PATCH', `/api/admin/units/${id}`, { name: names('Uusi nimi') });
  expect(changed.status).toBe(200);
  const event = await db.selectFrom('event').select(['type', 'data']).where('subject', '=', id).executeTakeFirstOrThrow();
  expect(event).toEqual({ type: 'directory.changed', data: { what: 'unit' } });
  await feed.caughtUp();
  expect((await directoryOf()).units?.find((unit) => unit.id === id)?.name.fi).toBe('Uusi nimi');
});

test('an administrator keeps the own organisation and those it hosts, no others', async () => {
  const list = async (browser: typeof outi) =>
    keysOf((await browser.json<{ organisations: Organisation[] }>('GET', '/api/admin/organisations')).body.organisations);
  expect(await list(outi)).toEqual(expect.arrayContaining(['mallila', 'kela', 'avi']));
  expect(await list(outi)).not.toContain('kuvala');
  expect(await list(kaisa)).toEqual(['kela']);
  const change = { shortName: names('Uusi') };
  for (const [browser, id, expected] of [
    [outi, kuvala, 404],
    [venla, kela, 404],
    [kaisa, mallila, 404],
    [outi, kela, 200],
    [kaisa, kela, 200],
  ] as const) {
    expect((await browser.json('PATCH', `/api/admin/organisations/${id}`, change)).status).toBe(expected);
  }
  const [kelaUnit, kuvalaUnit] = [await unitId('kela-2'), await unitId('kuvala-neuvonta')];
  for (const [browser, id, expected] of [
    [outi, kuvalaUnit, 404],
    [venla, kelaUnit, 404],
    [kaisa, kelaUnit, 200],
  ] as const) {
    expect((await browser.json('PATCH', `/api/admin/units/${id}`, { answerMinutes: 300 })).status).toBe(expected);
  }
  const refused = await db.selectFrom('audit_entry').select('subjects').where('outcome', '=', 'refused').execute();
  expect(refused.flatMap(({ subjects }) => subjects)).toEqual(expect.arrayContaining([kuvala, kela, mallila, kuvalaUnit, kelaUnit]));
});

test('an organisation is added, ends and is carried on', async () => {
  const input = { key: 'uusi', kind: 'company', name: names('Uusi Oy'), shortName: names('Uusi'), validFrom: '2026-01-01' };
  const { status, body } = await outi.json<Organisation>('POST', '/api/admin/organisations', input);
  expect(status).toBe(201);
  expect(body.keptById).toBe(mallila);
  expect((await outi.json<{ code: string }>('POST', '/api/admin/organisations', input)).body.code).toBe('key-taken');
  const patch = (change: unknown) => outi.json<{ code: string }>('PATCH', `/api/admin/organisations/${body.id}`, change);
  expect((await patch({ successorId: kela })).body.code).toBe('successor-without-end');
  expect((await patch({ validUntil: '2025-01-01' })).body.code).toBe('end-before-start');
  expect((await patch({ validUntil: '2026-06-01', successorId: body.id })).body.code).toBe('successor-loops');
  expect((await patch({ validUntil: '2026-06-01', successorId: kela })).status).toBe(200);
  expect((await successorOf(db, body.id, day('2026-06-01')))?.key).toBe('kela');
});

test('a unit that names itself, a loop or nothing real is refused', async () => {
  const [tier2, tier3] = [await unitId('kela-2'), await unitId('kela-3')];
  const patch = async (id: string, change: unknown) =>
    (await outi.json<{ code: string }>('PATCH', `/api/admin/units/${id}`, change)).body.code;
  expect(await patch(tier2, { successorId: tier2 })).toBe('unit-loops');
  expect(await patch(tier3, { escalatesToId: tier2 })).toBe('unit-loops');
  expect(await patch(tier3, { successorId: mallila })).toBe('unknown-reference');
  expect(await patch(tier3, { remindMinutes: 720 })).toBe('reminder-after-due');
  expect(await patch(tier3, { opening: { zone: 'Europe/Nowhere', weekly: [], exceptions: [], holidaysClosed: true } })).toBe(
    'invalid-fields',
  );
});

test('a unit with open requests is not closed', async () => {
  const id = await unitId('vero-2');
  busy.add(id);
  expect(await outi.json('PATCH', `/api/admin/units/${id}`, { active: false })).toMatchObject({
    status: 409,
    body: { code: 'unit-has-open-requests' },
  });
  busy.delete(id);
  expect((await outi.json<Unit>('PATCH', `/api/admin/units/${id}`, { active: false })).body.active).toBe(false);
  await feed.caughtUp();
  expect(keysOf((await directoryOf()).units)).not.toContain('vero-2');
});

test('an agreement is entered by a party, and only by a party', async () => {
  const agreement = (principalId: string, providerId: string) => ({
    principalId,
    providerId,
    tasks: ['inform'],
    wording: { fi: { may: ['x'], mayNot: [] } },
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
  });
  expect((await venla.json('POST', '/api/admin/agreements', agreement(kela, mallila))).status).toBe(404);
  expect((await kaisa.json('POST', '/api/admin/agreements', agreement(kela, mallila))).status).toBe(201);
  expect((await venla.json('POST', '/api/admin/agreements', agreement(kela, kuvala))).status).toBe(201);
  expect((await venla.json<{ code: string }>('POST', '/api/admin/agreements', agreement(kuvala, kuvala))).body.code).toBe(
    'agreement-with-itself',
  );
  expect((await venla.json('POST', '/api/admin/agreements', { ...agreement(kela, kuvala), tasks: ['decide'] })).status).toBe(422);
});

test('lists come with defaults, and a change survives the next start', async () => {
  type Lists = { lists: Record<string, { key: string; label: { fi: string }; extra: Record<string, unknown> }[]> };
  const read = async () => (await venla.json<Lists>('GET', '/api/lists')).body.lists;
  const before = await read();
  expect(before.reasonsForComing?.length).toBe(14);
  expect(before.tallyKinds?.length).toBe(6);
  expect(before.specialNeeds?.find(({ key }) => key === 'sign-language')?.extra).toEqual({ group: 'language' });
  const item = { label: names('Oma sana'), position: 3, active: true };
  expect((await outi.json('PUT', '/api/admin/lists/tallyKinds/where-is', item)).status).toBe(200);
  expect((await outi.json('PUT', '/api/admin/lists/tallyKinds/other-short', { ...item, active: false })).status).toBe(200);
  expect((await outi.json('PUT', '/api/admin/lists/madeUp/x', item)).status).toBe(404);
  // One kept by the city, the other of a municipality that keeps itself: neither decides for the region.
  for (const browser of [kaisa, venla]) expect((await browser.json('PUT', '/api/admin/lists/tallyKinds/where-is', item)).status).toBe(403);
  await inTransaction(db, seedDefaults);
  const after = await read();
  expect(after.tallyKinds?.find(({ key }) => key === 'where-is')?.label.fi).toBe('Oma sana');
  expect(after.tallyKinds?.map(({ key }) => key)).not.toContain('other-short');
});
