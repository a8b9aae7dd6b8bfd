import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { anApp } from '../../../testing/app.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aTown, type Town } from '../../../testing/town.ts';

const clock = fixedClock('2027-03-01T05:00:00Z');
const service = await anApp(await testDatabase(), { clock });
const { db } = service.polku.desk;
const anyone = service.caller();
const SLOTS = 5;
let town: Town;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

const timeOf = (slot: number) =>
  Temporal.Instant.from('2027-03-15T06:00:00Z')
    .add({ minutes: 30 * slot })
    .toString();
type Held = { id: string; secret: string };
const bearer = ({ secret }: Held) => ({ authorization: `Bearer ${secret}` });
const once = () => ({ 'idempotency-key': randomUUID() });
const contact = { name: 'Elli Esimerkki', email: null, phone: '050 000 1234' };

const acts = {
  hold: (bookable: string, slot: number) =>
    anyone.call<Held>(
      'POST',
      '/api/v1/booking/holds',
      { serviceId: bookable, placeId: town.point, way: 'point', startsAt: timeOf(slot) },
      once(),
    ),
  confirm: (it: Held) => anyone.call('POST', `/api/v1/booking/appointments/${it.id}/confirmation`, contact, { ...bearer(it), ...once() }),
  cancel: (it: Held) => anyone.call('DELETE', `/api/v1/booking/appointments/${it.id}`, undefined, bearer(it)),
  move: (it: Held, slot: number) => anyone.call('PATCH', `/api/v1/booking/appointments/${it.id}`, { startsAt: timeOf(slot) }, bearer(it)),
};

type Act = { act: keyof typeof acts | 'wait'; which: number; slot: number };
const someActs = (maxLength: number) =>
  fc.array(
    fc.record({
      act: fc.constantFrom<Act['act']>('hold', 'hold', 'hold', 'confirm', 'confirm', 'cancel', 'move', 'wait'),
      which: fc.nat(30),
      slot: fc.nat(SLOTS - 1),
    }),
    { minLength: 5, maxLength },
  );

/** One who serves, and what the booking should answer and leave behind, in the plainest words. */
type One = Held & { state: 'held' | 'confirmed' | 'over'; slot: number; heldUntil: number };

function expected(model: One[], { act, slot }: Act, it: One | undefined, now: number): number {
  const isTaken = model.some(
    (one) => one !== it && one.slot === slot && (one.state === 'confirmed' || (one.state === 'held' && one.heldUntil > now)),
  );
  if (act === 'hold') return isTaken ? 409 : 201;
  if (!it) return 0;
  if (act === 'confirm') return it.state === 'over' ? 409 : 201;
  if (act === 'cancel') return 204;
  return it.state !== 'confirmed' ? 409 : isTaken ? 409 : 200;
}

test('booked, moved, cancelled and left lying at random, it answers as the plainest model does', async () => {
  await fc.assert(
    fc.asyncProperty(someActs(25), async (list) => {
      const bookable = await aBookable(db, town);
      await aResource(db, town, { skills: [bookable] });
      const model: One[] = [];
      for (const one of list) await act(bookable, model, one);
      expect(await takenNow(bookable)).toEqual(
        model
          .filter(({ state }) => state === 'confirmed')
          .map(({ slot }) => timeOf(slot))
          .sort(),
      );
    }),
    { numRuns: 25, seed: 66 },
  );
}, 60_000);

async function act(bookable: string, model: One[], it: Act): Promise<void> {
  const now = () => clock.now().epochMilliseconds;
  if (it.act === 'wait') return clock.advance('PT11M');
  const one = model[it.which % Math.max(1, model.length)];
  const status = expected(model, it, it.act === 'hold' ? undefined : one, now());
  if (status === 0) return;
  const answer = await (it.act === 'hold' ? acts.hold(bookable, it.slot) : acts[it.act](one as One, it.slot));
  expect(answer.status, `${it.act} ${answer.text}`).toBe(status);
  if (it.act === 'hold' && status === 201) {
    // What stood in its way had run out, and is over now.
    for (const old of model) if (old.slot === it.slot && old.state === 'held') old.state = 'over';
    model.push({ ...(answer.body as Held), state: 'held', slot: it.slot, heldUntil: now() + 600_000 });
  }
  if (!one) return;
  if (it.act === 'confirm' && status === 201) one.state = 'confirmed';
  if (it.act === 'cancel') one.state = 'over';
  if (it.act === 'move' && status === 200) {
    for (const old of model) if (old !== one && old.slot === it.slot && old.state === 'held') old.state = 'over';
    one.slot = it.slot;
  }
}

test('all at once, nothing is ever in two places and nothing confirmed is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someActs(12), { minLength: 4, maxLength: 6 }), async (bookers) => {
      const bookable = await aBookable(db, town, { parts: [{ kind: 'person' }, { kind: 'room' }] });
      for (let n = 0; n < 2; n += 1) await aResource(db, town, { skills: [bookable] });
      await aResource(db, town, { kind: 'room', skills: [bookable] });
      const confirmed = (await Promise.all(bookers.map((list) => bookAlone(bookable, list)))).flat();
      const times = await takenNow(bookable);
      expect(times).toHaveLength(confirmed.length);
      expect(new Set(times).size).toBe(times.length);
    }),
    { numRuns: 15, seed: 67 },
  );
}, 60_000);

/** @returns what this booker has been told is theirs */
async function bookAlone(bookable: string, list: readonly Act[]): Promise<string[]> {
  const mine: Held[] = [];
  const confirmed = new Set<string>();
  for (const { act: kind, which, slot } of list) {
    const one = mine[which % Math.max(1, mine.length)];
    // Holds of all of them run out, wherever they stand.
    if (kind === 'wait') clock.advance('PT11M');
    if (kind === 'wait' || (kind !== 'hold' && !one)) continue;
    const answer = await (kind === 'hold' ? acts.hold(bookable, slot) : acts[kind](one as Held, slot));
    expect(answer.status, answer.text).toBeLessThan(500);
    if (answer.status === 201 && kind === 'hold') mine.push(answer.body as Held);
    if (answer.status === 201 && kind === 'confirm') confirmed.add((one as Held).id);
    if (answer.status === 204) confirmed.delete((one as Held).id);
  }
  return [...confirmed];
}

async function takenNow(bookable: string): Promise<string[]> {
  const { rows } = await sql<{
    at: Temporal.Instant;
  }>`select starts_at as at from appointment a where bookable_id = ${bookable}::uuid and state = 'confirmed'
    and exists (select from appointment_resource r where r.appointment_id = a.id and r.live) order by starts_at`.execute(db);
  return rows.map(({ at }) => at.toString());
}
