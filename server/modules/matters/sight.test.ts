import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { NotFound } from '../../platform/errors.ts';
import { testDatabase } from '../../testing/database.ts';
import { aMatter, aPerson, aTown, needsOf, type Town } from '../../testing/town.ts';
import { type By, roles } from '../identity/types.ts';
import { lockMatter } from './locking.ts';
import { changeNeed } from './needs/service.ts';
import { readList, readMatter } from './reading/service.ts';
import { search } from './search/service.ts';

const { db } = await testDatabase();
const clock = fixedClock('2026-11-24T08:00:00Z');
let town: Town;
let matterId: string;
let kelaNeed: string;
let dvvNeed: string;

beforeAll(async () => {
  town = await aTown(db.kysely, clock);
  const { kela, dvv } = town.organisations;
  const opened = await aMatter(town, town.aino, {
    title: 'Moving and benefits',
    customer: { givenName: 'Veikko', familyName: 'Lahdensuo', email: 'veikko@posti.example' },
    needs: [
      { organisationId: kela, serviceName: 'Housing benefit', ownWords: 'The rent went up' },
      { organisationId: dvv, serviceName: 'Notice of move', ownWords: 'A new sekretaddress' },
    ],
  });
  matterId = opened.id;
  [kelaNeed, dvvNeed] = (await needsOf(db.kysely, matterId)) as [string, string];
  await share(kelaNeed, kela);
});

async function share(needId: string, organisationId: string): Promise<string> {
  const made = await sql<{ id: string }>`insert into share (matter_id, need_id, organisation_id, basis, ground)
    values (${matterId}::uuid, ${needId}::uuid, ${organisationId}::uuid, 'consent', 'Asked at the desk') returning id`.execute(db.kysely);
  return (made.rows[0] as { id: string }).id;
}

const page = (by: By) => readMatter(town.desk, by, matterId);

describe('a keeper', () => {
  test('sees everything of a matter of their organisation', async () => {
    const seen = await page(town.tiina);
    expect(seen.title).toBe('Moving and benefits');
    expect(seen.needs.map((need) => need.ownerOrganisationId)).toEqual([town.organisations.city, town.organisations.city]);
    expect(seen.contacts).toHaveLength(1);
    expect(seen.customer.email).toBe('veikko@posti.example');
    expect(seen.may.write).toBe(true);
  });

  test('of another municipality gets nothing, not even in lists and search', async () => {
    await expect(page(town.nelli)).rejects.toBeInstanceOf(NotFound);
    expect((await readList(town.desk, town.nelli, 'unit')).rows).toEqual([]);
    for (const words of ['Lahdensuo', 'Moving', 'rent', 'sekretaddress']) {
      expect(await search(town.desk, town.nelli, words)).toEqual({ matters: [], customers: [] });
    }
  });
});

describe('an authority the need is shared with', () => {
  test('sees that need and its name as the title, nothing of the other authority', async () => {
    const seen = await page(town.mika);
    expect(seen.needs.map((need) => [need.serviceName, need.ownerOrganisationId])).toEqual([['Housing benefit', null]]);
    expect(seen.title).toBe('Housing benefit');
    expect(seen.contacts).toEqual([]);
    expect(seen.happenings).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/sekretaddress|Notice of move|Moving and benefits|posti\.example/);
    expect(seen.may.write).toBe(false);
    expect((await search(town.desk, town.mika, 'sekretaddress')).matters).toEqual([]);
    expect((await search(town.desk, town.mika, 'rent')).matters.map((matter) => matter.id)).toEqual([matterId]);
  });

  test('may not change it', async () => {
    const change = (by: By, need: string) => changeNeed(town.desk, by, matterId, need, { ownWords: 'Changed' });
    await expect(change(town.mika, kelaNeed)).rejects.toMatchObject({ code: 'matter-kept-elsewhere' });
    await expect(change(town.daniel, dvvNeed)).rejects.toBeInstanceOf(NotFound);
    await change(town.aino, dvvNeed);
  });

  test('loses sight the moment the share is revoked or runs out', async () => {
    const shareId = await share(dvvNeed, town.organisations.dvv);
    expect((await page(town.daniel)).needs.map((need) => need.id)).toEqual([dvvNeed]);
    await sql`update share set until = now() - interval '1 second' where id = ${shareId}::uuid`.execute(db.kysely);
    await expect(page(town.daniel)).rejects.toBeInstanceOf(NotFound);
    await sql`update share set until = null, revoked_at = now() where id = ${shareId}::uuid`.execute(db.kysely);
    await expect(inTransaction(db.kysely, (trx) => lockMatter(trx, town.daniel, matterId))).rejects.toBeInstanceOf(NotFound);
  });
});

describe.each(roles)('%s of the keeping organisation', (role) => {
  const keeping = ['service-advisor', 'receptionist', 'point-manager', 'digital-support-advisor'].includes(role);
  const mayAssist = keeping && role !== 'digital-support-advisor';
  const someone = (organisationId: string) =>
    aPerson(db.kysely, { name: role, role, organisationId, units: [town.units.front], pointId: town.point });

  test(`${keeping ? 'keeps' : 'does not see'} its matters`, async () => {
    const by = await someone(town.organisations.city);
    if (!keeping) return expect(page(by)).rejects.toBeInstanceOf(NotFound);
    expect((await page(by)).needs).toHaveLength(2);
    expect((await page(by)).may.write).toBe(true);
  });

  test(`${mayAssist ? 'does' : 'does not do'} an authority's assisting tasks`, async () => {
    const { city, kela } = town.organisations;
    await sql`insert into agreement (principal_id, provider_id, tasks, valid_from, valid_until)
      values (${kela}::uuid, ${city}::uuid, '{inform,receive}', '2026-01-01', '2026-12-31')`.execute(db.kysely);
    const by = await someone(city);
    const received = changeNeed(town.desk, by, matterId, kelaNeed, { received: { pointId: town.point } });
    if (mayAssist) {
      await received;
      expect((await page(by)).permitted.find((one) => one.organisationId === kela)?.tasks).toEqual(['inform', 'receive']);
    } else await expect(received).rejects.toMatchObject({ code: keeping ? 'not-permitted-here' : 'not-found' });
    if (keeping && !mayAssist) expect((await page(by)).permitted.flatMap((one) => one.tasks)).toEqual([]);
  });

  test('sees nothing from elsewhere', async () => {
    await expect(page(await someone(town.organisations.neighbour))).rejects.toBeInstanceOf(NotFound);
  });
});

test('roles without matters see none: administrator and guard', async () => {
  for (const by of [town.admin, town.guard]) {
    await expect(page(by)).rejects.toBeInstanceOf(NotFound);
    expect((await search(town.desk, by, 'Lahdensuo')).customers).toEqual([]);
  }
});

test('under turvakielto contact data does not leave the database, nor does it find the customer', async () => {
  const before = await search(town.desk, town.aino, 'veikko@posti.example');
  expect(before.matters).toHaveLength(1);
  await sql`update customer set restricted = true where family_name = 'Lahdensuo'`.execute(db.kysely);
  const seen = await page(town.aino);
  expect(seen.customer).toMatchObject({ restricted: true, email: null, phone: null, street: null, city: null });
  expect((await search(town.desk, town.aino, 'veikko@posti.example')).matters).toEqual([]);
});

test('what the customer wrote is new until a keeper has opened the matter, and stays new for those who only share it', async () => {
  const { id } = await aMatter(town, town.aino, { needs: [{ organisationId: town.organisations.kela, ownWords: 'Is there an answer?' }] });
  await sql`insert into message (matter_id, owner_org, kind, direction, channel, body, state)
    values (${id}::uuid, ${town.organisations.city}::uuid, 'message', 'in', 'email', 'Hello', 'received')`.execute(db.kysely);
  const [needId] = await needsOf(db.kysely, id);
  await sql`insert into share (matter_id, need_id, organisation_id, basis, ground)
    values (${id}::uuid, ${needId}::uuid, ${town.organisations.kela}::uuid, 'consent', 'Asked at the desk')`.execute(db.kysely);
  const isNew = async () => (await readList(town.desk, town.aino, 'mine')).rows.find((row) => row.id === id)?.unread;
  await readMatter(town.desk, town.mika, id);
  expect(await isNew()).toBe(true);
  await readMatter(town.desk, town.tiina, id);
  expect(await isNew()).toBe(false);
});

test('every look is on the audit log', async () => {
  await page(town.tiina);
  const looks = await db.kysely
    .selectFrom('audit_entry')
    .select(['person_id', 'action'])
    .where('matter_id', '=', matterId)
    .orderBy('id', 'desc')
    .limit(1)
    .execute();
  expect(looks).toEqual([{ person_id: town.tiina.actor.personId, action: 'matter.read' }]);
});
