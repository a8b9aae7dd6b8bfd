import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aCounter, aQueue } from '../../../testing/floor.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { bestTimes, busyOf } from './rules.ts';
import type { PublicWaits } from './schema.ts';

/** A Monday, ten in the morning; the town's point is open on weekdays from 8 to 16. */
const clock = fixedClock('2026-11-23T08:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anybody = service.caller();
let town: Town;
let advice: string;

/** Finished visits that came at this moment and waited this many minutes each. */
async function finished(queue: string, arrived: string, waits: number[], prefix: string): Promise<void> {
  await sql`with r as (select n, wait from unnest(${waits}::int[]) with ordinality as o (wait, n)),
    v as (insert into visit (point_id, day, code, came_by, arrived_at, language, ended_at, ended_how)
      select ${town.point}::uuid, left(${arrived}, 10)::date, ${prefix} || n, 'kiosk', ${arrived}::timestamptz, 'fi', ${arrived}::timestamptz + interval '3 hours', 'served' from r returning id, code)
    insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at, called_at, serving_at, ended_at)
    select v.id, ${town.point}::uuid, ${queue}::uuid, 'finished', ${arrived}::timestamptz, ${arrived}::timestamptz, ${arrived}::timestamptz + make_interval(mins => r.wait),
      ${arrived}::timestamptz + make_interval(mins => r.wait), ${arrived}::timestamptz + interval '3 hours' from v join r on v.code = ${prefix} || r.n`.execute(
    db,
  );
}

const read = async () => (await anybody.call<PublicWaits>('GET', `/api/public/points/${town.point}/waits`)).body;

beforeAll(async () => {
  town = await aTown(db, clock);
  service.polku.desk.directory.forget();
  advice = await aQueue(db, town);
  const secret = await aQueue(db, town, { organisationId: town.organisations.dvv, prefix: 'B' });
  await sql`update queue set name = '{"fi":"Salattu apu","sv":"Salattu apu","en":"Salattu apu"}'::jsonb where id = ${secret}::uuid`.execute(
    db,
  );
  await finished(advice, '2026-11-16T09:20:00Z', [5, 7, 9, 11, 30], 'A');
  await finished(advice, '2026-11-16T11:00:00Z', [1, 1, 1, 1], 'B');
  await finished(advice, '2026-11-18T07:10:00Z', [2, 3, 4, 5, 6], 'C');
  await finished(advice, '2026-09-01T07:10:00Z', [1, 1, 1, 1, 1, 1], 'D');
});

describe('how busy a point is, for anybody', () => {
  test('nobody serves: not known yet, never zero; hours of five visits or more of sixty days', async () => {
    expect(await read()).toEqual({
      pointId: town.point,
      at: '2026-11-23T08:00:00Z',
      isOpen: true,
      changesAt: '2026-11-23T14:00:00Z',
      busy: null,
      helps: [
        { name: { fi: 'Neuvonta', sv: 'Neuvonta', en: 'Neuvonta' }, isOpen: true, wait: null },
        { name: null, isOpen: true, wait: null },
      ],
      hours: [
        { weekday: 1, hour: 11, minutes: 9 },
        { weekday: 3, hour: 9, minutes: 4 },
      ],
      bestToday: { date: '2026-11-23', hour: 11, minutes: 9 },
      bestThisWeek: { date: '2026-11-25', hour: 9, minutes: 4 },
    });
    const { text } = await anybody.call('GET', `/waits/${town.point}`);
    expect(text).toContain('Odotusaika ei ole vielä tiedossa');
    expect(text).not.toMatch(/\b0 min|Salattu/);
  });

  test('is kept for ten seconds and no longer; a newcomer’s range is what they would be told', async () => {
    const counter = await aCounter(db, town, [advice]);
    await sql`update counter set state = 'open', person_id = ${town.aino.actor.personId}::uuid where id = ${counter}::uuid`.execute(db);
    for (const code of ['E1', 'E2'])
      await sql`with v as (insert into visit (point_id, day, code, came_by, arrived_at, language) values (${town.point}::uuid, '2026-11-23', ${code}, 'kiosk', ${clock.now()}::timestamptz, 'fi') returning id)
        insert into visit_step (visit_id, point_id, queue_id, state, waits_from, joined_at) select id, ${town.point}::uuid, ${advice}::uuid, 'waiting', ${clock.now()}::timestamptz, ${clock.now()}::timestamptz from v`.execute(
        db,
      );
    clock.advance('PT9S');
    expect((await read()).busy).toBeNull();
    clock.advance('PT2S');
    expect(await read()).toMatchObject({ busy: 'some', helps: [{ wait: { low: 10, high: 36 } }, { name: null, wait: null }] });
    const { text, headers } = await anybody.call('GET', `/waits/${town.point}`);
    expect(text).toContain('noin 10–36 min');
    expect(text).not.toMatch(/E1|E2| style=|<script(?! src)/);
    expect(headers['cache-control']).toBe('private, no-cache');
    const api = await anybody.call('GET', `/api/public/points/${town.point}/waits`);
    expect(api.headers['cache-control']).toBe('public, max-age=10');
  });

  test('in four languages, and all points on one page', async () => {
    for (const [lang, words, best] of [
      ['fi', 'Nyt on jonkin verran jonoa', 'Tänään odotus on yleensä lyhin kello 11–12: noin 9 min'],
      ['sv', 'Det är en del kö nu', 'I dag är väntan vanligen kortast klockan 11–12: cirka 9 min'],
      ['en', 'There is some queue now', 'Today the wait is usually shortest between 11:00 and 12:00: about 9 min'],
      ['fi-x-plain', 'Nyt on vähän jonoa', 'Tänään odotat vähiten kello 11–12.'],
    ]) {
      const { text } = await anybody.call('GET', `/waits/${town.point}?lang=${lang}`);
      expect(text).toContain(words);
      expect(text).toContain(best);
    }
    expect((await anybody.call('GET', '/waits')).text).toContain(`/waits/${town.point}`);
    expect((await anybody.call('GET', `/places/${town.point}`)).text).toContain(`href="/waits/${town.point}"`);
    expect((await anybody.call('GET', '/')).text).toContain('href="/waits"');
  });

  test('a closed point says when it opens and no wait', async () => {
    clock.advance('PT7H');
    const waits = await read();
    expect(waits).toMatchObject({ isOpen: false, changesAt: '2026-11-24T06:00:00Z', busy: null, bestToday: null });
    expect(waits.helps.every(({ isOpen, wait }) => !isOpen && wait === null)).toBe(true);
    expect((await anybody.call('GET', `/waits/${town.point}`)).text).toContain('Palvelupiste on nyt suljettu.');
  });

  test('a point that is not there, or has no queues, is not there', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', town.organisations.city])
      for (const url of [`/waits/${id}`, `/api/public/points/${id}/waits`]) expect((await anybody.call('GET', url)).status).toBe(404);
    expect((await anybody.call('GET', '/api/public/points/x/waits')).status).toBeGreaterThanOrEqual(400);
  });
});

test('busy is the middle of what newcomers are told; the best hour is open, ahead, and the earlier of two alike', () => {
  expect([[], [3], [9, 30], [10, 12, 90], [26, 27]].map(busyOf)).toEqual([null, 'calm', 'calm', 'some', 'busy']);
  const opening = {
    zone: 'Europe/Helsinki',
    weekly: [{ weekday: 1, opens: '08:30', closes: '12:00' }],
    exceptions: [],
    holidaysClosed: true,
  };
  const hours = [8, 9, 10, 11, 12].map((hour) => ({ weekday: 1, hour, minutes: hour === 12 ? 0 : hour < 10 ? 1 : 5 }));
  const at = (time: string) => bestTimes(hours, opening, Temporal.Instant.from(time)).bestToday?.hour ?? null;
  expect([at('2026-11-23T04:00:00Z'), at('2026-11-23T07:30:00Z'), at('2026-11-23T08:00:00Z'), at('2026-11-23T10:00:00Z')]).toEqual([
    8,
    9,
    10,
    null,
  ]);
});
