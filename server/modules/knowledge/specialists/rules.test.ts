import { describe, expect, test } from 'vitest';
import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { changesAt, standings, type Watched } from './rules.ts';

const zone = 'Europe/Helsinki';
const hours = (weekday: number, opens: string, closes: string, rest: Partial<OpeningHours> = {}): OpeningHours => ({
  zone,
  weekly: [{ weekday, opens, closes }],
  exceptions: [],
  holidaysClosed: true,
  ...rest,
});
const at = (iso: string) => Temporal.Instant.from(iso);
const until = at('2026-11-23T22:00:00Z');
const one = (id: string, rest: Partial<Watched> = {}): Watched => ({
  id,
  name: id,
  duty: hours(1, '09:00', '12:00'),
  phoneHours: null,
  askedBy: ['call'],
  backupId: null,
  presence: null,
  ...rest,
});
const standing = (all: Watched[], id: string, now: string) => standings(all, at(now)).get(id);

describe('on duty', () => {
  test('is what the weekly hours say, in the zone they are of', () => {
    expect(standing([one('a')], 'a', '2026-11-23T07:00:00Z')).toMatchObject({
      onDuty: true,
      dutyUntil: at('2026-11-23T10:00:00Z'),
      nextDuty: at('2026-11-30T07:00:00Z'),
      answersPhone: true,
    });
    expect(standing([one('a')], 'a', '2026-11-23T10:00:00Z')).toMatchObject({ onDuty: false, dutyUntil: null, answersPhone: false });
    const stockholm = one('a', { duty: { ...hours(1, '09:00', '12:00'), zone: 'Europe/Stockholm' } });
    expect(standing([stockholm], 'a', '2026-11-23T07:30:00Z')?.onDuty).toBe(false);
  });

  test('follows exceptions, and holidays where it is so', () => {
    const closed = hours(1, '09:00', '12:00', { exceptions: [{ date: '2026-11-23', closed: true }] });
    expect(standing([one('a', { duty: closed })], 'a', '2026-11-23T08:00:00Z')?.onDuty).toBe(false);
    const moved = hours(1, '09:00', '12:00', { exceptions: [{ date: '2026-11-24', opens: '13:00', closes: '15:00', closed: false }] });
    expect(standing([one('a', { duty: moved })], 'a', '2026-11-24T11:30:00Z')?.onDuty).toBe(true);
    // Christmas Day of 2026 is a Friday.
    const christmas = (holidaysClosed: boolean) => [one('a', { duty: hours(5, '09:00', '12:00', { holidaysClosed }) })];
    expect(standing(christmas(true), 'a', '2026-12-25T08:00:00Z')?.onDuty).toBe(false);
    expect(standing(christmas(false), 'a', '2026-12-25T08:00:00Z')?.onDuty).toBe(true);
  });

  test.each([
    ['23 hours long', '2027-03-28', '2027-03-27T22:00:00Z', '2027-03-28T02:00:00Z', '2027-03-28T02:59:59Z', '2027-03-28T03:00:00Z'],
    ['25 hours long', '2027-10-31', '2027-10-30T21:00:00Z', '2027-10-31T03:00:00Z', '2027-10-31T03:59:59Z', '2027-10-31T04:00:00Z'],
  ])('on a Sunday %s the night’s hours are as long as they are', (_, day, begins, late, lastSecond, ends) => {
    const night = [one('a', { duty: hours(7, '00:00', '06:00', { holidaysClosed: false }) })];
    expect(Temporal.PlainDate.from(day).dayOfWeek).toBe(7);
    for (const now of [begins, late, lastSecond]) expect(standing(night, 'a', now)).toMatchObject({ onDuty: true, dutyUntil: at(ends) });
    expect(standing(night, 'a', ends)?.onDuty).toBe(false);
  });
});

describe('presence', () => {
  const away = { state: 'away' as const, until };

  test('who is away has no duty, and the backup has it until it ends', () => {
    const all = [one('a', { presence: away, backupId: 'b' }), one('b', { duty: hours(5, '09:00', '12:00') })];
    expect(standing(all, 'a', '2026-11-23T08:00:00Z')).toMatchObject({ onDuty: false, answersPhone: false });
    expect(standing(all, 'b', '2026-11-23T08:00:00Z')).toMatchObject({
      onDuty: true,
      standsInFor: [{ id: 'a', name: 'a' }],
      dutyUntil: at('2026-11-23T10:00:00Z'),
      answersPhone: true,
    });
    expect(standing(all, 'b', '2026-11-23T11:00:00Z')).toMatchObject({ onDuty: false, standsInFor: [] });
  });

  test('a backup who is away as well stands in for nobody', () => {
    const all = [one('a', { presence: away, backupId: 'b' }), one('b', { presence: away })];
    for (const id of ['a', 'b']) expect(standing(all, id, '2026-11-23T08:00:00Z')).toMatchObject({ onDuty: false, standsInFor: [] });
  });

  test('a busy one is still on duty, and does not answer the telephone', () => {
    const busy = one('a', { presence: { state: 'busy', until } });
    expect(standing([busy], 'a', '2026-11-23T08:00:00Z')).toMatchObject({
      onDuty: true,
      answersPhone: false,
      presence: { state: 'busy' },
    });
  });

  test('is none from the moment its day has ended', () => {
    const all = [one('a', { presence: away, duty: hours(2, '00:00', '06:00') })];
    expect(standing(all, 'a', '2026-11-23T21:59:59Z')?.presence).toEqual(away);
    expect(standing(all, 'a', '2026-11-23T22:00:00Z')).toMatchObject({ presence: null, onDuty: true });
  });
});

test('the clock next changes things when a duty begins or ends, the telephone opens or a presence runs out', () => {
  const all = [one('a'), one('b', { phoneHours: hours(1, '10:00', '11:00') })];
  expect(changesAt(all, at('2026-11-23T06:00:00Z'))).toEqual(at('2026-11-23T07:00:00Z'));
  expect(changesAt(all, at('2026-11-23T07:00:00Z'))).toEqual(at('2026-11-23T08:00:00Z'));
  expect(changesAt(all, at('2026-11-23T09:00:00Z'))).toEqual(at('2026-11-23T10:00:00Z'));
  expect(changesAt([one('a', { presence: { state: 'busy', until } })], at('2026-11-23T11:00:00Z'))).toEqual(until);
  expect(changesAt([], at('2026-11-23T11:00:00Z'))).toBeNull();
});
