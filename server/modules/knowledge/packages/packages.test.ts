import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPackage, moving } from '../../../testing/packages.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import type { Package, PackageList } from './schema.ts';
import { lifeEventSource } from './sources.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let aino: Caller;
let admin: Caller;
let nelli: Caller;
let mika: Caller;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  await sql`insert into classification (scheme, code, uri, names) values ('life-event', 'KE99', 'urn:test:ke99', '{"fi": "Muuttaminen", "sv": "Flyttning"}')
    on conflict do nothing`.execute(db);
  [aino, admin, nelli, mika] = (await Promise.all([town.aino, town.admin, town.nelli, town.mika].map((by) => service.signIn(by)))) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ];
});

const once = () => ({ 'idempotency-key': randomUUID() });
const inputOf = (lifeEvent: string | null = null) => ({
  ownerOrganisationId: town.organisations.city,
  lifeEvent,
  content: moving(town.organisations.kela),
});
const create = (by: Caller, body: object = inputOf()) =>
  by.call<{ id: string; code: string; fields: unknown }>('POST', '/api/knowledge/packages', body, once());
const read = (id: string, by = aino) => by.call<Package>('GET', `/api/knowledge/packages/${id}`);
const change = (by: Caller, id: string, body: object) => by.call<{ code: string }>('PATCH', `/api/knowledge/packages/${id}`, body);
const foundKeys = async (key: string) => [...(await (lifeEventSource.load(db, [key]) as Promise<Iterable<{ id: string; words: object }>>))];

describe('a package is kept', () => {
  test('by who approves for the organisation; all staff read it', async () => {
    expect((await create(aino)).status).toBe(403);
    const { status, body } = await create(admin);
    expect(status).toBe(201);
    for (const by of [aino, nelli, mika]) expect((await read(body.id, by)).body).toMatchObject({ version: 1, may: { write: false } });
    expect((await read(body.id, admin)).body.may.write).toBe(true);
    const { packages } = (await aino.call<PackageList>('GET', '/api/knowledge/packages')).body;
    expect(packages.find(({ id }) => id === body.id)).toMatchObject({ steps: 3, titles: { sv: 'Flytt till en annan kommun' } });
  });

  test('whole or not at all, and naming only what is there', async () => {
    const { content, ...rest } = inputOf();
    const [first] = content.steps;
    const wanting = { ...rest, content: { texts: { fi: content.texts.fi }, steps: [{ ...first, texts: { fi: first?.texts.fi } }] } };
    expect((await create(admin, wanting)).body).toMatchObject({ code: 'package-incomplete' });
    const nowhere = { ...rest, lifeEvent: 'KE404', content: { ...content, steps: [{ ...first, serviceId: randomUUID() }] } };
    expect((await create(admin, nowhere)).body).toMatchObject({ code: 'unknown-reference' });
  });

  test('one in use for a life event; a second only after the first is out of use', async () => {
    const first = (await create(admin, inputOf('KE99'))).body.id;
    expect((await create(admin, inputOf('KE99'))).body.code).toBe('package-exists');
    expect((await change(admin, first, { version: 1, active: false })).status).toBe(204);
    expect((await read(first)).status).toBe(404);
    expect((await read(first, admin)).body.isActive).toBe(false);
    const second = await create(admin, inputOf('KE99'));
    expect(second.status).toBe(201);
    expect((await change(admin, first, { version: 2, active: true })).body.code).toBe('package-exists');
  });

  test('one in use for a life event, though two are put into use at once', async () => {
    await sql`insert into classification (scheme, code, uri, names) values ('life-event', 'KE98', 'urn:test:ke98', '{"fi": "Opiskelu"}')
      on conflict do nothing`.execute(db);
    const ids: string[] = [];
    for (let made = 0; made < 4; made++) {
      const { id } = (await create(admin, inputOf('KE98'))).body;
      await change(admin, id, { version: 1, active: false });
      ids.push(id);
    }
    const answers = await Promise.all(ids.map((id) => change(admin, id, { version: 2, active: true })));
    expect(answers.map(({ status, body }) => body?.code ?? status).toSorted()).toEqual([204, ...Array(3).fill('package-exists')]);
  });

  test('a change keeps what was said before, and an old page changes nothing', async () => {
    const id = await aPackage(db, town);
    const content = moving(town.organisations.kela);
    const shorter = { ...content, steps: content.steps.slice(0, 1) };
    expect((await change(aino, id, { version: 1, content: shorter })).status).toBe(404);
    expect((await change(admin, id, { version: 1, content: shorter })).status).toBe(204);
    expect((await change(admin, id, { version: 1, content })).body.code).toBe('package-changed');
    expect((await read(id)).body).toMatchObject({ version: 2, changedByName: town.admin.actor.name, content: { steps: { length: 1 } } });
    const { body } = await aino.call<{ versions: { version: number; content: object }[] }>('GET', `/api/knowledge/packages/${id}/versions`);
    expect(body.versions).toMatchObject([{ version: 1, content }]);
  });

  test('leaves use though a service it names is no more', async () => {
    const serviceId = randomUUID();
    await sql`with t as (insert into service_text (hash, texts) values (${serviceId}, '{}') returning id)
      insert into service (id, source, text_id) select ${serviceId}::uuid, 'own', id from t`.execute(db);
    const content = moving(town.organisations.kela);
    const steps = content.steps.map((step) => ({ ...step, serviceId }));
    const { id } = (await create(admin, { ...inputOf(), content: { ...content, steps } })).body;
    await sql`update service set retired_at = now() where id = ${serviceId}::uuid`.execute(db);
    expect((await change(admin, id, { version: 1, active: false })).status).toBe(204);
    expect((await change(admin, id, { version: 2, active: true })).body.code).toBe('unknown-reference');
  });

  test('is found by the search under its life event, or under its own id', async () => {
    const id = await aPackage(db, town);
    expect(await foundKeys(id)).toMatchObject([{ id, words: { en: { title: 'Moving to another municipality' } } }]);
    const [national] = await foundKeys('KE99');
    expect(national).toMatchObject({ words: { fi: { title: 'Muutto toiseen kuntaan', alsoCalled: ['Muuttaminen'] } } });
    expect(await foundKeys(randomUUID())).toEqual([]);
  });
});

describe('a package becomes a matter’s path', () => {
  const take = (by: Caller, matterId: string, body: object) =>
    by.call<{ added: number; code: string }>('POST', `/api/matters/${matterId}/packages`, body);
  type Step = { title: string; deadlineAt: string | null; organisationId: string | null; state: string };
  const pathOf = async (matterId: string) => (await aino.call<{ steps: Step[] }>('GET', `/api/matters/${matterId}`)).body.steps;

  test('in its language, with deadlines from the day of the event, once', async () => {
    const packageId = await aPackage(db, town);
    const { id } = await aMatter(town, town.aino, { language: 'sv' });
    expect((await take(aino, id, { packageId, eventDay: '2026-12-01' })).body).toEqual({ added: 3 });
    const steps = await pathOf(id);
    expect(steps.map(({ title, state }) => [title, state])).toEqual([
      ['Gör flyttanmälan', 'now'],
      ['Ansök om bostadsbidrag', 'planned'],
      ['Ingå elavtal', 'planned'],
    ]);
    // 23.59 in Helsinki, where it is winter time.
    expect(Temporal.Instant.from(steps[0]?.deadlineAt ?? '').toString()).toBe('2026-12-08T21:59:00Z');
    expect(steps[1]?.organisationId).toBe(town.organisations.kela);
    expect(steps[2]?.deadlineAt).toBeNull();
    expect((await take(aino, id, { packageId, eventDay: '2026-12-01' })).body).toEqual({ added: 0 });
    expect(await pathOf(id)).toHaveLength(3);
  });

  test('never on a matter one does not keep, nor from a package out of use', async () => {
    const packageId = await aPackage(db, town);
    const { id } = await aMatter(town, town.aino);
    expect((await take(nelli, id, { packageId })).status).toBe(404);
    await change(admin, packageId, { version: 1, active: false });
    expect((await take(aino, id, { packageId })).body.code).toBe('unknown-reference');
    expect(await pathOf(id)).toEqual([]);
  });
});
