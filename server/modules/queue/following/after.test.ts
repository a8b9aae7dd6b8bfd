import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp, type Caller } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aServedCounter } from '../../../testing/following.ts';
import { aMatter } from '../../../testing/town.ts';
import type { Place } from '../board/schema.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const { town, aino, queue, other, greet, callNext, open, empty, once, ...floor } = await aServedCounter(service, clock);
beforeEach(empty);

const deed = async (visitId: string, name: string, rest: object = {}) => {
  clock.advance('PT2S');
  expect((await floor.deed(visitId, name, rest)).status).toBe(204);
};
const shown = async (phone: Caller) => (await phone.call('GET', '/q')).text;
const place = async (phone: Caller) => (await phone.call<{ place: Place | null }>('GET', '/q/place')).body.place;

describe('a visit over several counters', () => {
  test('says that one goes on with the place kept, that there is more to come, and how often one was called', async () => {
    const arrived = await greet();
    const phone = await open(arrived);
    expect(await place(phone)).toMatchObject({ goesOn: false, more: false, calls: 0 });
    await callNext();
    await deed(arrived.visitId, 'recalled');
    expect(await shown(phone)).toContain('Olemme kutsuneet sinua jo 2 kertaa');
    await deed(arrived.visitId, 'serving');
    await deed(arrived.visitId, 'continued', { queueId: other });
    expect(await place(phone)).toMatchObject({ state: 'serving', more: true });
    expect(await shown(phone)).toContain('Tämän jälkeen jatkat toiselle palvelupaikalle');
    await deed(arrived.visitId, 'finished');
    expect(await place(phone)).toMatchObject({ state: 'waiting', goesOn: true, more: false });
    expect(await shown(phone)).toContain('Paikkasi säilyy: odotus lasketaan siitä, kun saavuit.');
    await callNext();
    await deed(arrived.visitId, 'parked');
    expect(await shown(phone)).toContain('kutsumme sinut uudelleen samalla numerolla');
  });

  test('says in time when the queue may not be served before closing', async () => {
    const hours = (closes: string) => ({
      zone: 'Europe/Helsinki',
      weekly: [{ weekday: 1, opens: '09:00', closes }],
      exceptions: [],
      holidaysClosed: false,
    });
    const closeAt = (closes: string) =>
      sql`update queue set opening = ${JSON.stringify(hours(closes))}::jsonb where id = ${queue}::uuid`.execute(db);
    await closeAt('17:00');
    await greet();
    const phone = await open(await greet());
    expect(await place(phone)).toMatchObject({ closing: null });
    await closeAt('10:12');
    clock.advance('PT2S');
    expect(await place(phone)).toMatchObject({ closing: { at: '2026-11-23T08:12:00Z', surely: false } });
    expect(await shown(phone)).toContain('Palvelu suljetaan');
    await closeAt('10:03');
    clock.advance('PT2S');
    expect((await place(phone))?.closing?.surely).toBe(true);
    expect(await shown(phone)).toContain('ei todennäköisesti ehdi');
    await sql`update queue set opening = null where id = ${queue}::uuid`.execute(db);
  });
});

describe('after the visit', () => {
  test('the matter’s next step is told, without naming any authority, once it has ended', async () => {
    const { id: matterId } = await aMatter(town, town.aino);
    const inMatter = `/api/matters/${matterId}/steps`;
    await aino.call('POST', inMatter, { title: 'Toimita vuokrasopimus', who: 'customer', deadlineAt: '2026-12-01T13:00:00Z' }, once());
    await aino.call('POST', inMatter, { title: 'Kela käsittelee hakemuksen', who: 'authority' }, once());
    await sql`update step set state = 'now' where matter_id = ${matterId}::uuid and title = 'Toimita vuokrasopimus'`.execute(db);
    await sql`update matter set awaits = 'customer', names_agreed = true where id = ${matterId}::uuid`.execute(db);
    const arrived = await greet({ matterId });
    const phone = await open(arrived);
    await callNext();
    expect(await shown(phone)).not.toContain('vuokrasopimus');
    await deed(arrived.visitId, 'finished');
    const text = await shown(phone);
    expect(text).toContain('Kiitos käynnistä');
    expect(text).toContain('Toimita vuokrasopimus');
    expect(text).toMatch(/1\.12\./);
    expect(text).toContain('href="/slip"');
    expect(text).toContain('/my/sign-in');
    expect(text).not.toMatch(/Kela/);
    const looks = await sql<{ kind: string }>`select actor_kind as kind from audit_entry
      where matter_id = ${matterId}::uuid and action = 'matter.followed'`.execute(db);
    expect(looks.rows.length).toBeGreaterThan(0);
  });

  test('without a matter it says where to ask again; who was not there or left is told what to do', async () => {
    const [served, missed, gone] = [await greet(), await greet(), await greet()];
    await callNext();
    await deed(served.visitId, 'finished');
    expect(await shown(await open(served))).toMatch(/Kiitos käynnistä[\s\S]*href="\/contact"/);
    await callNext();
    await deed(missed.visitId, 'no-show');
    expect(await shown(await open(missed))).toMatch(/Et tullut, kun kutsuimme[\s\S]*vastaanotossa[\s\S]*\/waits\//);
    await deed(gone.visitId, 'left');
    expect(await shown(await open(gone))).toContain('Numerosi ei ole enää voimassa');
  });

  test('a number that was taken by a telephone number tells nothing of a matter: it may be anybody’s', async () => {
    const { id: matterId } = await aMatter(town, town.aino);
    const arrived = await greet({ matterId });
    await sql`update visit set came_by = 'phone' where id = ${arrived.visitId}::uuid`.execute(db);
    await callNext();
    await deed(arrived.visitId, 'finished');
    expect(await shown(await open(arrived))).not.toContain('next-step');
  });
});
