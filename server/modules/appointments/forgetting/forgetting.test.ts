import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aQueue } from '../../../testing/floor.ts';
import { aMatter, aTown, type Town } from '../../../testing/town.ts';
import { forgetVisits } from '../../queue/service.ts';
import { countPunctuality } from '../metrics/punctuality/counting.ts';
import { forgetAppointments } from './forgetting.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
let town: Town;
let bookable: string;
let matter: string;
let step: string;
let customer: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  bookable = await aBookable(db, town);
  const made = await aMatter(town, town.aino, { customer: { givenName: 'Elli', familyName: 'Esimerkki' } });
  matter = made.id;
  customer = (await sql<{ id: string }>`select customer_id as id from matter where id = ${matter}::uuid`.execute(db)).rows[0]?.id as string;
  const written = await sql<{
    id: string;
  }>`insert into step (matter_id, owner_org, title, position) values (${matter}::uuid, ${town.organisations.city}::uuid, 'Varattu aika', 0)
    returning id`.execute(db);
  step = written.rows[0]?.id as string;
});
beforeEach(() => clock.set('2027-03-01T05:00:00Z'));

type Made = { state?: string; at?: string; joint?: string; changed?: string; held?: string };

/** An appointment of which everything is known that can be. */
async function made({ state = 'arrived', at = '2027-03-02T08:00:00Z', joint, changed = at, held = '2027-03-01T06:00:00Z' }: Made = {}) {
  const id = randomUUID();
  const isAgreed = state !== 'held' && state !== 'expired';
  await sql`insert into appointment (id, bookable_id, point_id, owner_org, way, starts_at, ends_at, state, held_until, needs, secret_hash, holder_hash, contact, booker_hash,
      matter_id, step_id, booked_by, arrived_at, joint_id, created_at, changed_at)
    values (${id}::uuid, ${bookable}::uuid, ${town.point}::uuid, ${town.organisations.city}::uuid, 'point', ${at}::timestamptz, ${at}::timestamptz + interval '30 minutes', ${state},
      ${held}::timestamptz, '{wheelchair}', ${id}, 'from there', ${isAgreed ? 'sealed' : null}, ${isAgreed ? 'who' : null}, ${isAgreed ? matter : null}::uuid,
      ${isAgreed ? step : null}::uuid, ${isAgreed ? town.aino.actor.personId : null}::uuid, ${state === 'arrived' ? at : null}::timestamptz, ${joint ?? null}::uuid,
      '2027-03-01T05:50:00Z', ${changed}::timestamptz)`.execute(db);
  if (isAgreed) {
    await sql`insert into previsit (appointment_id, answers, written_at) values (${id}::uuid, 'sealed', now())`.execute(db);
    await sql`insert into appointment_letter (appointment_id, version, kind, not_before) values (${id}::uuid, 1, 'confirmed', now())`.execute(
      db,
    );
  }
  return id;
}

type Row = Record<string, unknown>;
const rowOf = async (table: string, id: string): Promise<Row | undefined> =>
  (await sql<Row>`select * from ${sql.table(table)} where id = ${id}::uuid`.execute(db)).rows[0];
const countOf = async (table: string, id: string, column = 'appointment_id') =>
  (await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${id}::uuid`.execute(db)).rows.length;
const forgetAt = async (moment: string) => {
  clock.set(moment);
  await forgetAppointments({ db, clock });
};

describe('an appointment', () => {
  test('ninety days after its end nothing says whose it was, and all that figures count stays', async () => {
    const id = await made();
    const before = await rowOf('appointment', id);
    await forgetAt('2027-05-31T08:29:59Z');
    expect(await rowOf('appointment', id)).toEqual(before);
    expect(await countOf('previsit', id)).toBe(1);
    await forgetAt('2027-05-31T08:30:01Z');
    const nobody = { contact: null, booker_hash: null, holder_hash: null, needs: [], matter_id: null, step_id: null, booked_by: null };
    expect(await rowOf('appointment', id)).toEqual({ ...before, ...nobody, secret_hash: `forgotten ${id}` });
    expect([await countOf('previsit', id), await countOf('appointment_letter', id)]).toEqual([0, 0]);
    // On the matter's path it stands that there was one.
    expect(await rowOf('step', step)).toMatchObject({ matter_id: matter });
    await forgetAt('2027-06-30T08:30:01Z');
    expect(await rowOf('appointment', id)).toMatchObject({ secret_hash: `forgotten ${id}` });
  });

  test('that was cancelled was over then; one that is to come is kept', async () => {
    const cancelled = await made({ state: 'cancelled', at: '2027-12-01T08:00:00Z', changed: '2027-03-02T08:00:00Z' });
    const coming = await made({ state: 'confirmed', at: '2027-12-01T08:00:00Z', changed: '2027-03-02T08:00:00Z' });
    await forgetAt('2027-05-31T08:00:01Z');
    expect(await rowOf('appointment', cancelled)).toMatchObject({ contact: null, state: 'cancelled' });
    expect(await rowOf('appointment', coming)).toMatchObject({ contact: 'sealed' });
  });

  test('of a course is kept until the last meeting is as old', async () => {
    const joint = randomUUID();
    await sql`insert into joint_booking (id, kind, secret_hash, contact, asked_by, created_at)
      values (${joint}::uuid, 'visit', ${joint}, 'sealed', ${town.organisations.kela}::uuid, now())`.execute(db);
    const first = await made({ joint });
    const last = await made({ joint, at: '2027-04-02T08:00:00Z' });
    await sql`insert into attendance (appointment_id, mark, marked_by, marked_at) values (${first}::uuid, 'present', ${town.aino.actor.personId}::uuid, now())`.execute(
      db,
    );
    await forgetAt('2027-06-30T08:00:00Z');
    expect(await rowOf('appointment', first)).toMatchObject({ contact: 'sealed' });
    await forgetAt('2027-07-01T08:30:01Z');
    for (const id of [first, last]) expect(await rowOf('appointment', id)).toMatchObject({ contact: null });
    expect(await rowOf('joint_booking', joint)).toMatchObject({ contact: null, asked_by: null, secret_hash: `forgotten ${joint}` });
    expect(await countOf('attendance', first)).toBe(0);
  });
});

test('who was expected on a visit of many can be forgotten with the visits, whichever is first', async () => {
  const [joint, expected] = [randomUUID(), randomUUID()];
  await sql`insert into expected_visit (id, point_id, queue_id, code_hash, due_at) values (${expected}::uuid, ${town.point}::uuid, ${await aQueue(db, town)}::uuid, ${expected}, '2027-03-01T08:00:00Z')`.execute(
    db,
  );
  await sql`insert into joint_booking (id, kind, secret_hash, expected_id, created_at) values (${joint}::uuid, 'visit', ${joint}, ${expected}::uuid, now())`.execute(
    db,
  );
  clock.set('2027-06-30T02:42:00Z');
  await forgetVisits({ db, clock });
  expect(await rowOf('expected_visit', expected)).toBeUndefined();
  expect(await rowOf('joint_booking', joint)).toMatchObject({ expected_id: null });
});

describe('a time that was held and never agreed to', () => {
  test.each(['held', 'expired'])('%s: nothing of its holder after a day; gone when its day is counted for good', async (state) => {
    const id = await made({ state, at: '2027-03-20T08:00:00Z', changed: '2027-03-01T06:00:00Z' });
    const resource = await aResource(db, town, { skills: [bookable] });
    await sql`insert into appointment_resource (appointment_id, resource_id, during, live)
      values (${id}::uuid, ${resource}::uuid, '[2027-03-20T08:00:00Z,2027-03-20T08:30:00Z)', false)`.execute(db);
    await forgetAt('2027-03-02T05:59:59Z');
    expect(await rowOf('appointment', id)).toMatchObject({ holder_hash: 'from there', needs: ['wheelchair'] });
    await forgetAt('2027-03-02T06:00:01Z');
    expect(await rowOf('appointment', id)).toMatchObject({ holder_hash: null, needs: [], secret_hash: `forgotten ${id}` });
    await forgetAt('2027-06-01T06:00:00Z');
    expect([await rowOf('appointment', id), await countOf('appointment_resource', id)]).toEqual([undefined, 0]);
  });

  test('is counted among the unused, and the count stands when it is gone', async () => {
    await sql`delete from booking_punctuality`.execute(db);
    const unused = async () =>
      (await sql<{ unused: number }>`select unused from booking_punctuality where day = '2027-03-01'`.execute(db)).rows[0]?.unused;
    const id = await made({ state: 'expired', at: '2027-03-20T08:00:00Z', changed: '2027-03-01T06:00:00Z' });
    const kept = await made({ at: '2027-03-06T08:00:00Z' });
    clock.set('2027-03-02T05:10:00Z');
    await countPunctuality({ db, clock });
    const counted = await unused();
    expect(counted).toBeGreaterThan(0);
    await forgetAt('2027-03-03T05:00:00Z');
    expect(await rowOf('appointment', id)).toBeDefined();
    clock.set('2027-03-07T05:10:00Z');
    await countPunctuality({ db, clock });
    await forgetAt('2027-03-08T02:43:00Z');
    expect(await rowOf('appointment', id)).toBeUndefined();
    expect(await rowOf('appointment', kept)).toBeDefined();
    await countPunctuality({ db, clock });
    expect(await unused()).toBe(counted);
  });
});

describe('who waited and who was invited', () => {
  async function waits(more: { ended?: string; untilDay?: string; appointment?: string } = {}): Promise<string> {
    const id = randomUUID();
    await sql`insert into waiting (id, bookable_id, way, weekdays, language, contact, booker_hash, secret_hash, state, joined_at, ended_at, until_day, appointment_id)
      values (${id}::uuid, ${bookable}::uuid, 'point', '{1}', 'fi', 'sealed', ${id}, ${id}, ${more.ended ? 'left' : 'waiting'}, now(), ${more.ended ?? null}::timestamptz,
        ${more.untilDay ?? null}::date, ${more.appointment ?? null}::uuid)`.execute(db);
    return id;
  }

  test('the line is forgotten thirty days after it was over for them, with what they were offered', async () => {
    const left = await waits({ ended: '2027-03-01T08:00:00Z' });
    const tooLate = await waits({ untilDay: '2027-02-28' });
    const came = await waits({ appointment: await made({ at: '2027-03-01T07:00:00Z' }) });
    const still = await waits({ untilDay: '2027-12-01' });
    const hold = await made({ state: 'expired' });
    const offer = randomUUID();
    await sql`insert into waiting_offer (id, waiting_id, appointment_id, starts_at, told_at, answer_by, state)
      values (${offer}::uuid, ${left}::uuid, ${hold}::uuid, now(), now(), now() + interval '1 hour', 'declined')`.execute(db);
    for (const subject of [left, offer])
      await sql`insert into booking_letter (kind, subject_id, not_before) values ('offered', ${subject}::uuid, now())`.execute(db);
    await forgetAt('2027-03-31T07:59:59Z');
    expect(await rowOf('waiting', left)).toMatchObject({ contact: 'sealed' });
    await forgetAt('2027-03-31T08:00:01Z');
    for (const id of [left, tooLate, came]) expect(await rowOf('waiting', id)).toBeUndefined();
    expect(await rowOf('waiting', still)).toMatchObject({ contact: 'sealed' });
    expect(await rowOf('waiting_offer', offer)).toBeUndefined();
    for (const subject of [left, offer]) expect(await countOf('booking_letter', subject, 'subject_id')).toBe(0);
  });

  test('an invitation loses its words after thirty days and is gone after ninety; a booked one counts from the appointment’s end', async () => {
    const appointment = await made({ at: '2027-04-01T08:00:00Z' });
    const invited = async (state: string, ended: string | null, booked: string | null = null) => {
      const id = randomUUID();
      await sql`insert into invitation (id, matter_id, customer_id, owner_org, bookable_id, way, deadline, language, content, secret_hash, state, appointment_id, invited_by, sent_at, ended_at)
        values (${id}::uuid, ${matter}::uuid, ${customer}::uuid, ${town.organisations.city}::uuid, ${bookable}::uuid, 'point', '2027-03-12T00:00:00Z', 'fi', 'sealed', ${id}, ${state},
          ${booked}::uuid, ${town.aino.actor.personId}::uuid, now(), ${ended}::timestamptz)`.execute(db);
      return id;
    };
    const open = await invited('sent', null);
    const expired = await invited('expired', '2027-03-01T08:00:00Z');
    const booked = await invited('booked', '2027-03-01T08:00:00Z', appointment);
    await forgetAt('2027-03-31T08:00:01Z');
    expect(await rowOf('invitation', expired)).toMatchObject({ content: null, state: 'expired' });
    expect(await rowOf('invitation', booked)).toMatchObject({ content: 'sealed' });
    await forgetAt('2027-05-01T08:30:01Z');
    expect(await rowOf('invitation', booked)).toMatchObject({ content: null });
    await forgetAt('2027-06-30T08:30:01Z');
    for (const id of [expired, booked]) expect(await rowOf('invitation', id)).toBeUndefined();
    expect(await rowOf('appointment', appointment)).toMatchObject({ contact: null, state: 'arrived' });
    expect(await rowOf('invitation', open)).toMatchObject({ content: 'sealed' });
  });
});
