import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { generateKeyring, readKeyring } from '../../../platform/keys/keyring.ts';
import { aBookable, aResource } from '../../../testing/appointments.ts';
import { testDatabase } from '../../../testing/database.ts';
import { somebodyWaits } from '../../../testing/locks.ts';
import { aTown, type Town } from '../../../testing/town.ts';
import { readQuietHours } from '../../matters/noticing/quiet.ts';
import { confirmHold } from '../booking/confirming.ts';
import { holdTime } from '../booking/holding.ts';
import { appointmentOf } from '../booking/queries.ts';
import { cancel, move } from '../booking/service.ts';
import { createCapacities } from '../capacity/service.ts';
import { ownOf } from '../own/trail.ts';
import { type OfferRow, openOfferOf } from './offer-queries.ts';
import { offerFreeTimes, tendLines } from './offering.ts';
import { waitingOf, waitingWith } from './queries.ts';
import { changeWaiting, declineOffer, joinLine, leaveLine, takeOffer } from './service.ts';
import type { Offering, WaitingWish } from './types.ts';

// Monday, seven o'clock in Finland: nobody is told before eight.
const MORNING = '2027-03-01T07:00:00Z';
const clock = fixedClock(MORNING);
const { kysely: db } = (await testDatabase()).db;
const keys = readKeyring(generateKeyring());
const offering = { db, clock, keys, capacities: createCapacities(db), quietHours: readQuietHours('21:00-08:00', 'Europe/Helsinki') };
const booking = offering as unknown as Offering;
const byLink = ownOf({ id: randomUUID() });
let town: Town;
let bookable: string;

beforeAll(async () => {
  town = await aTown(db, clock);
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:00', closes: '10:00' }));
  const opening = JSON.stringify({ weekly, exceptions: [], holidaysClosed: false });
  await sql`update service_point set opening = ${opening}::jsonb where id = ${town.point}::uuid`.execute(db);
});

/** One who serves, an hour at a time, from eight to ten: two times a day. */
beforeEach(async () => {
  clock.set(MORNING);
  await sql`update waiting set state = 'left' where state = 'waiting'`.execute(db);
  bookable = await aBookable(db, town, { minutes: 60 });
  await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
  await aResource(db, town, { skills: [bookable] });
});

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
let n = 0;
const booked = async (startsAt: string) => {
  n += 1;
  const input = { bookableId: bookable, pointId: town.point, way: 'point' as const, at: at(startsAt), needs: [], language: 'fi' };
  const { resourceId } = await holdTime(booking, undefined, input, { kind: 'anyone', address: '192.0.2.1' });
  await confirmHold(booking, undefined, resourceId, { name: 'Elli Esimerkki', email: `elli-${n}@posti.example`, phone: null });
  return resourceId;
};
const days = ['2027-03-02', '2027-03-03'];
/** The whole of what can be booked. */
const full = async () => {
  const ids: string[] = [];
  for (const day of days) for (const hour of ['06', '07']) ids.push(await booked(`${day}T${hour}:00:00Z`));
  return ids as [string, string, string, string];
};
const wish = (more: Partial<WaitingWish> = {}): WaitingWish => ({
  ...{ bookableId: bookable, way: 'point', pointIds: [town.point], weekdays: [1, 2, 3, 4, 5], fromHour: 0, untilHour: 24 },
  ...{ fromDay: null, untilDay: null, language: 'fi', needs: [], ...more },
});
const joins = async (name: string, more: Partial<WaitingWish> = {}, appointmentId: string | null = null) => {
  const contact = { name, email: `${name}-${bookable}@posti.example`, phone: null };
  clock.advance('PT1S');
  return (await joinLine(booking, undefined, wish(more), contact, { appointmentId })).resourceId;
};
const offered = (id: string) => openOfferOf(db, id) as Promise<OfferRow>;
const run = () => offerFreeTimes(booking, bookable);
const live = async () => {
  const { rows } = await sql<{
    startsAt: Temporal.Instant;
    count: number;
  }>`select a.starts_at as "startsAt", count(*)::int as count from appointment a
    join appointment_resource ar on ar.appointment_id = a.id and ar.live where a.bookable_id = ${bookable}::uuid group by 1 order by 1`.execute(
    db,
  );
  return rows.map(({ startsAt, count }) => `${startsAt} ${count}`);
};

describe('what becomes free', () => {
  test('goes to the first whom it suits, is kept from others, and is theirs when they take it', async () => {
    const [tuesday] = await full();
    const [wednesdays, first, second] = [await joins('Milan', { weekdays: [3] }), await joins('Aada'), await joins('Eero')];
    await run();
    expect(await offered(first)).toBeUndefined();
    await cancel(booking, tuesday);
    await run();
    await run();
    expect(await offered(wednesdays)).toBeUndefined();
    expect(await offered(second)).toBeUndefined();
    const offer = await offered(first);
    expect(offer).toMatchObject({ startsAt: Temporal.Instant.from('2027-03-02T06:00:00Z') });
    // A day to answer, but two hours before the start at the latest.
    expect(String(offer.answerBy)).toBe('2027-03-02T04:00:00Z');
    await expect(booked('2027-03-02T06:00:00Z')).rejects.toThrow('time-taken');
    const id = await takeOffer(booking, first, offer.id, byLink);
    expect(await appointmentOf(db, id)).toMatchObject({ state: 'confirmed', heldUntil: null });
    expect(await takeOffer(booking, first, offer.id, byLink)).toBe(id);
    expect((await waitingOf(db, first))?.state).toBe('taken');
    expect(await live()).toHaveLength(4);
  });

  test('declined or unanswered it is the next one’s, and never free between; after so many unanswered the place is lost', async () => {
    const [tuesday, , wednesday] = await full();
    const [first, second] = [await joins('Aada'), await joins('Eero')];
    await cancel(booking, tuesday);
    await run();
    await declineOffer(booking, first, (await offered(first)).id);
    await expect(booked('2027-03-02T06:00:00Z')).rejects.toThrow('time-taken');
    await run();
    expect((await waitingOf(db, first))?.state).toBe('waiting');
    const offer = await offered(second);
    expect(offer.startsAt.toString()).toBe('2027-03-02T06:00:00Z');
    clock.set('2027-03-02T04:00:00Z');
    await run();
    // Nobody else is in line: free for all.
    expect(await offered(second)).toBeUndefined();
    expect((await waitingOf(db, second))?.unanswered).toBe(1);
    await expect(takeOffer(booking, second, offer.id, byLink)).rejects.toThrow('offer-over');
    expect(await live()).toHaveLength(3);
    // The second in a row: the place is lost, and they are told so.
    await leaveLine(booking, first);
    await cancel(booking, wednesday);
    clock.set('2027-03-02T06:30:00Z');
    await run();
    clock.set((await offered(second)).answerBy.toString());
    await run();
    expect((await waitingOf(db, second))?.state).toBe('lost');
    const letters = await sql<{ kind: string }>`select l.kind from booking_letter l join waiting_offer o on o.id = l.subject_id
      where o.waiting_id = ${second}::uuid order by l.not_before, l.kind`.execute(db);
    expect(letters.rows.map(({ kind }) => kind)).toEqual(['offered', 'unanswered', 'offered', 'lost']);
  });

  test('at night it is told in the morning, and the time to answer runs from there', async () => {
    const [, , , last] = await full();
    const one = await joins('Aada', { weekdays: [3] });
    clock.set('2027-03-01T20:00:00Z');
    await cancel(booking, last);
    await run();
    expect(await offered(one)).toMatchObject({
      toldAt: Temporal.Instant.from('2027-03-02T06:00:00Z'),
      answerBy: Temporal.Instant.from('2027-03-03T05:00:00Z'),
    });
  });

  test('too near to be answered it is offered to nobody', async () => {
    const [tuesday] = await full();
    const one = await joins('Aada', { weekdays: [2] });
    clock.set('2027-03-02T03:30:00Z');
    await cancel(booking, tuesday);
    await run();
    expect(await offered(one)).toBeUndefined();
  });

  test('days and hours that suit are kept to, and may be changed in place', async () => {
    const [tuesday] = await full();
    const one = await joins('Aada', { fromHour: 9 });
    await cancel(booking, tuesday);
    await run();
    expect(await offered(one)).toBeUndefined();
    const when = { weekdays: [2], fromHour: 8, untilHour: 9, fromDay: null, untilDay: Temporal.PlainDate.from('2027-03-02') };
    await changeWaiting(booking, one, when);
    await run();
    expect((await offered(one)).startsAt.toString()).toBe('2027-03-02T06:00:00Z');
  });

  test('whoever has a later time keeps it until they take the earlier, which moves it', async () => {
    const [tuesday, , , own] = await full();
    const one = await joins('Aada', {}, own);
    await run();
    expect(await offered(one)).toBeUndefined();
    await cancel(booking, tuesday);
    await run();
    const offer = await offered(one);
    expect(await takeOffer(booking, one, offer.id, byLink)).toBe(own);
    expect(await takeOffer(booking, one, offer.id, byLink)).toBe(own);
    const trail =
      await sql`select actor_kind as kind, purpose from audit_entry where action = 'appointment.moved' and subjects = array[${own}::uuid]`.execute(
        db,
      );
    expect(trail.rows).toEqual([{ kind: 'link', purpose: 'own-matter' }]);
    expect(await appointmentOf(db, own)).toMatchObject({ state: 'confirmed', startsAt: offer.startsAt, sequence: 1 });
    expect(await live()).toEqual(['2027-03-02T06:00:00Z 1', '2027-03-02T07:00:00Z 1', '2027-03-03T06:00:00Z 1']);
  });

  test('found without any event: a hold that ran out, and hours that are new', async () => {
    await full();
    const one = await joins('Aada');
    const other = await joins('Eero');
    await run();
    await aResource(db, town, { skills: [bookable] });
    await tendLines(booking);
    expect((await offered(one)).startsAt.toString()).toBe('2027-03-02T06:00:00Z');
    expect((await offered(other)).startsAt.toString()).toBe('2027-03-02T07:00:00Z');
  });

  test('whoever’s language nobody serves in is offered another; where somebody does, theirs is kept to', async () => {
    bookable = await aBookable(db, town, { minutes: 60 });
    await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
    await aResource(db, town, { skills: [bookable], languages: ['fi'] });
    const one = await joins('Aada', { language: 'en' });
    await run();
    const offer = await offered(one);
    expect(offer.startsAt.toString()).toBe('2027-03-02T06:00:00Z');
    expect(await appointmentOf(db, await takeOffer(booking, one, offer.id, byLink))).toMatchObject({ state: 'confirmed', language: 'en' });
    await aResource(db, town, { skills: [bookable], languages: ['en'], opens: '09:00', closes: '10:00' });
    const other = await joins('Eero', { language: 'en' });
    await run();
    expect((await offered(other)).startsAt.toString()).toBe('2027-03-02T07:00:00Z');
  });

  test('the same address joins once, whoever types it; whoever has left may join again', async () => {
    const one = await joins('Aada');
    expect(await joins('Aada', { weekdays: [7] })).toBe(one);
    expect((await waitingOf(db, one))?.weekdays).toEqual([1, 2, 3, 4, 5]);
    await leaveLine(booking, one);
    expect(await joins('Aada')).not.toBe(one);
  });
});

describe('a place for an earlier time and the time itself', () => {
  const calledOff = async () => undefined;
  const mine = async (more: Partial<WaitingWish> = {}) => {
    const [tuesday, later, wednesday, own] = await full();
    return { tuesday, later, wednesday, own, one: await joins('Aada', more, own) };
  };

  test('the customer cancels their own: the place ends with it, and what was offered goes to the next', async () => {
    const { tuesday, own, one } = await mine();
    const next = await joins('Eero');
    await cancel(booking, tuesday);
    await run();
    const offer = await offered(one);
    await cancel(booking, own);
    expect((await waitingOf(db, one))?.state).toBe('left');
    expect(await waitingWith(db, own)).toBe('ended');
    await expect(takeOffer(booking, one, offer.id, byLink)).rejects.toThrow('offer-over');
    await run();
    expect(await offered(one)).toBeUndefined();
    expect((await offered(next)).startsAt).toEqual(offer.startsAt);
  });

  test('we call it off: the place stays, for any time that suits', async () => {
    const { own, one } = await mine({ weekdays: [3], fromHour: 9 });
    await run();
    await cancel(booking, own, calledOff);
    expect((await waitingOf(db, one))?.state).toBe('waiting');
    expect(await waitingWith(db, own)).toBe('kept');
    await run();
    const offer = await offered(one);
    expect(String(offer.startsAt)).toBe('2027-03-03T07:00:00Z');
    const id = await takeOffer(booking, one, offer.id, byLink);
    expect(id).not.toBe(own);
    expect((await appointmentOf(db, id))?.state).toBe('confirmed');
    expect(await waitingWith(db, own)).toBeNull();
  });

  test('moved to an earlier time that suits it has got what it waited for; to one that does not, it waits on', async () => {
    const { tuesday, later, own, one } = await mine({ weekdays: [2], fromHour: 8, untilHour: 9 });
    await cancel(booking, later);
    await move(booking, own, at('2027-03-02T07:00:00Z'));
    expect((await waitingOf(db, one))?.state).toBe('waiting');
    expect(await waitingWith(db, own)).toBeNull();
    await cancel(booking, tuesday);
    await move(booking, own, at('2027-03-02T06:00:00Z'));
    expect((await waitingOf(db, one))?.state).toBe('left');
    expect(await waitingWith(db, own)).toBe('ended');
  });

  const staffMove = (id: string, to: string, undoes = false) => move(booking, id, at(to), undefined, { undoes });

  test('moved by staff who take it back: it waits again in its old order, with what was offered to it', async () => {
    const { tuesday, later, own, one } = await mine({ weekdays: [2] });
    const next = await joins('Eero', { weekdays: [2] });
    await cancel(booking, later);
    await run();
    const offer = await offered(one);
    await cancel(booking, tuesday);
    await staffMove(own, '2027-03-02T06:00:00Z');
    expect((await waitingOf(db, one))?.state).toBe('left');
    clock.advance('PT5S');
    await staffMove(own, '2027-03-03T07:00:00Z', true);
    expect((await waitingOf(db, one))?.state).toBe('waiting');
    expect(await waitingWith(db, own)).toBeNull();
    await run();
    expect(await offered(one)).toEqual(offer);
    expect((await offered(next)).startsAt.toString()).toBe('2027-03-02T06:00:00Z');
    expect(await takeOffer(booking, one, offer.id, byLink)).toBe(own);
  });

  test('moved by staff who take it back once somebody behind it was offered a time: it has ended', async () => {
    const { tuesday, later, own, one } = await mine({ weekdays: [2] });
    const next = await joins('Eero', { weekdays: [2] });
    await cancel(booking, tuesday);
    await staffMove(own, '2027-03-02T06:00:00Z');
    clock.advance('PT5S');
    await cancel(booking, later);
    await run();
    expect((await offered(next)).startsAt.toString()).toBe('2027-03-02T07:00:00Z');
    await staffMove(own, '2027-03-03T07:00:00Z', true);
    expect((await waitingOf(db, one))?.state).toBe('left');
  });

  test('joined anew meanwhile, it is one place', async () => {
    const { tuesday, own, one } = await mine({ weekdays: [2] });
    await cancel(booking, tuesday);
    await staffMove(own, '2027-03-02T06:00:00Z');
    const anew = await joins('Aada', { weekdays: [2] });
    await staffMove(own, '2027-03-03T07:00:00Z', true);
    expect([(await waitingOf(db, one))?.state, (await waitingOf(db, anew))?.state]).toEqual(['left', 'waiting']);
  });

  test('joined anew in the very instant in which it is taken back, likewise', async () => {
    const { tuesday, own, one } = await mine({ weekdays: [2] });
    await cancel(booking, tuesday);
    await staffMove(own, '2027-03-02T06:00:00Z');
    const [anew, joining] = [await joins('Eero', { weekdays: [2] }), await db.startTransaction().execute()];
    await sql`update waiting set booker_hash = (select booker_hash from waiting where id = ${one}::uuid) where id = ${anew}::uuid`.execute(
      joining,
    );
    const committed = vi.waitUntil(() => somebodyWaits(db), { timeout: 10_000 }).finally(() => joining.commit().execute());
    await Promise.all([staffMove(own, '2027-03-03T07:00:00Z', true), committed]);
    expect([(await waitingOf(db, one))?.state, (await waitingOf(db, anew))?.state]).toEqual(['left', 'waiting']);
  });

  test('taken back while what was offered goes to the next: it is offered to one of them', async () => {
    for (let round = 0; round < 6; round += 1) {
      await sql`update waiting set state = 'left' where state = 'waiting'`.execute(db);
      bookable = await aBookable(db, town, { minutes: 60 });
      await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
      await aResource(db, town, { skills: [bookable] });
      const { tuesday, later, own, one } = await mine({ weekdays: [2] });
      const next = await joins('Eero', { weekdays: [2], fromHour: 9 });
      await cancel(booking, later);
      await run();
      const offer = await offered(one);
      await cancel(booking, tuesday);
      await staffMove(own, '2027-03-02T06:00:00Z');
      clock.advance('PT5S');
      await Promise.all([run(), staffMove(own, '2027-03-03T07:00:00Z', true), run()]);
      await run();
      const stands = (await waitingOf(db, one))?.state === 'waiting';
      expect((await offered(one))?.id).toBe(stands ? offer.id : undefined);
      expect((await offered(next))?.startsAt.toString()).toBe(stands ? undefined : '2027-03-02T07:00:00Z');
      expect((await live()).every((line) => line.endsWith(' 1'))).toBe(true);
    }
  });

  test('moved before the first day that suits, there is nothing to wait for', async () => {
    const { tuesday, own, one } = await mine({ fromDay: Temporal.PlainDate.from('2027-03-03') });
    await cancel(booking, tuesday);
    await move(booking, own, at('2027-03-02T06:00:00Z'));
    expect((await waitingOf(db, one))?.state).toBe('left');
  });

  test('an offer that is no earlier than the new time goes to the next, and the place waits on', async () => {
    const { tuesday, wednesday, own, one } = await mine({ weekdays: [3] });
    await cancel(booking, wednesday);
    await run();
    const offer = await offered(one);
    expect(String(offer.startsAt)).toBe('2027-03-03T06:00:00Z');
    await cancel(booking, tuesday);
    await move(booking, own, at('2027-03-02T06:00:00Z'));
    await expect(takeOffer(booking, one, offer.id, byLink)).rejects.toThrow('offer-over');
    await run();
    expect(await offered(one)).toBeUndefined();
    expect((await waitingOf(db, one))?.state).toBe('waiting');
    expect((await appointmentOf(db, offer.appointmentId))?.state).toBe('expired');
  });

  test('when the time itself has come, nobody waits for an earlier one', async () => {
    const { own, one } = await mine();
    await run();
    await sql`update appointment set state = 'arrived' where id = ${own}::uuid`.execute(db);
    await run();
    expect((await waitingOf(db, one))?.state).toBe('left');
  });

  test('cancelled while it is offered: never an offer to whoever is in no line', async () => {
    for (let round = 0; round < 6; round += 1) {
      await sql`update waiting set state = 'left' where state = 'waiting'`.execute(db);
      bookable = await aBookable(db, town, { minutes: 60 });
      await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
      await aResource(db, town, { skills: [bookable] });
      const { tuesday, own, one } = await mine();
      await cancel(booking, tuesday);
      await Promise.all([run(), cancel(booking, own), run()]);
      expect((await waitingOf(db, one))?.state).toBe('left');
      expect((await appointmentOf(db, own))?.state).toBe('cancelled');
      expect(await offered(one)).toBeUndefined();
      await run();
      // Nothing is kept for anybody: both times are free again.
      expect(await live()).toEqual(['2027-03-02T07:00:00Z 1', '2027-03-03T06:00:00Z 1']);
    }
  });

  test('moved while it is offered: no offer is later than the time they have', async () => {
    for (let round = 0; round < 6; round += 1) {
      await sql`update waiting set state = 'left' where state = 'waiting'`.execute(db);
      bookable = await aBookable(db, town, { minutes: 60 });
      await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
      await aResource(db, town, { skills: [bookable] });
      const { tuesday, wednesday, own, one } = await mine({ weekdays: [3] });
      await cancel(booking, tuesday);
      await cancel(booking, wednesday);
      await Promise.all([run(), move(booking, own, at('2027-03-02T06:00:00Z'))]);
      expect((await appointmentOf(db, own))?.startsAt.toString()).toBe('2027-03-02T06:00:00Z');
      expect(await offered(one)).toBeUndefined();
    }
  });

  test('cancelled while one joins: in line with a time that is agreed, or not at all', async () => {
    for (let round = 0; round < 6; round += 1) {
      const own = await booked(`2027-03-0${2 + (round % 2)}T06:00:00Z`);
      const [joined] = await Promise.allSettled([joins(`Aada-${round}`, {}, own), cancel(booking, own)]);
      if (joined.status === 'rejected') expect(String(joined.reason)).toContain('booked-already');
      else expect((await waitingOf(db, joined.value))?.state).toBe('left');
    }
  });
});

describe('at the same moment', () => {
  test('two times and eight who wait, offered by four at once: the first two get one each', async () => {
    const [tuesday, later] = await full();
    const line: string[] = [];
    for (let i = 0; i < 8; i += 1) line.push(await joins(`Aada-${i}`));
    await Promise.all([cancel(booking, tuesday), cancel(booking, later)]);
    await Promise.all([run(), run(), run(), run()]);
    const open = await Promise.all(line.map(offered));
    expect(open.filter(Boolean)).toHaveLength(2);
    expect(new Set(open.filter(Boolean).map(({ startsAt }) => startsAt.toString())).size).toBe(2);
    expect(await live()).toHaveLength(4);
  });

  test('taken, declined and run out at once: one of them', async () => {
    for (let round = 0; round < 6; round += 1) {
      const own = bookable;
      bookable = await aBookable(db, town, { minutes: 60 });
      await aResource(db, town, { skills: [bookable], opens: '08:00', closes: '09:00' });
      await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
      clock.set(MORNING);
      const [first, second] = [await joins('Aada', { weekdays: [2] }), await joins('Eero', { weekdays: [2] })];
      await run();
      const offer = await offered(first);
      clock.set(offer.answerBy.toString());
      const done = await Promise.allSettled([
        takeOffer(booking, first, offer.id, byLink),
        declineOffer(booking, first, offer.id),
        run(),
        run(),
      ]);
      for (const one of done) if (one.status === 'rejected') expect(String(one.reason)).toMatch(/offer-over|waiting-over/);
      await run();
      const isTaken = (await waitingOf(db, first))?.state === 'taken';
      expect((await appointmentOf(db, offer.appointmentId))?.state).toBe(isTaken ? 'confirmed' : 'expired');
      expect((await offered(second)) === undefined).toBe(isTaken || Temporal.Instant.compare(clock.now(), offer.answerBy) >= 0);
      expect((await live()).every((line) => line.endsWith(' 1'))).toBe(true);
      bookable = own;
    }
  });

  test('whoever cancels what would move, while they take the offer: one appointment or none, and nothing kept twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      await sql`update waiting set state = 'left' where state = 'waiting'`.execute(db);
      bookable = await aBookable(db, town, { minutes: 60 });
      await sql`update bookable set horizon_days = 2 where id = ${bookable}::uuid`.execute(db);
      await aResource(db, town, { skills: [bookable] });
      const [tuesday, , , own] = await full();
      const one = await joins('Aada', {}, own);
      await cancel(booking, tuesday);
      await run();
      const offer = await offered(one);
      const done = await Promise.allSettled([takeOffer(booking, one, offer.id, byLink), cancel(booking, own)]);
      await run();
      const mine = [await appointmentOf(db, own), await appointmentOf(db, offer.appointmentId)];
      expect(mine.filter((it) => it?.state === 'confirmed').length, JSON.stringify(done)).toBeLessThanOrEqual(1);
      expect((await live()).every((line) => line.endsWith(' 1'))).toBe(true);
    }
  });

  test('a process that dies between the answer and the next offer: the next run goes on where it was', async () => {
    const [tuesday] = await full();
    const [first, second] = [await joins('Aada'), await joins('Eero')];
    await cancel(booking, tuesday);
    await run();
    // The answer is written, and the job that passes it on has not run.
    await declineOffer(booking, first, (await offered(first)).id);
    clock.advance('PT2H');
    await tendLines(booking);
    expect((await offered(second)).startsAt.toString()).toBe('2027-03-02T06:00:00Z');
  });
});
