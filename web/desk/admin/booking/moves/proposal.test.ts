import { expect, test } from 'vitest';
import type { BookingConflict } from '../../../../shared/api/booking-setup.ts';
import { epochOf } from '../../../../shared/ui/time-format.ts';
import { promisedBy, proposalFor } from './proposal.ts';

const booked = { startsAt: '2027-03-08T08:00:00Z', stop: null };
const now = epochOf('2027-03-01T08:00:00Z');
const nobody: never[] = [];
type Stop = NonNullable<BookingConflict['stop']>;
const halfAnHourAfter = (at: string) => Temporal.Instant.from(at).add({ minutes: 30 }).toString();
const times = (...starts: string[]) => ({ times: starts.map((startsAt) => ({ startsAt, endsAt: halfAnHourAfter(startsAt), stop: null })) });

test('others who are free at one’s own time go before everything', () => {
  expect(proposalFor(booked, times('2027-03-08T07:00:00Z', '2027-03-08T08:00:00.000Z'), nobody, now)).toMatchObject({
    kind: 'same',
    startsAt: '2027-03-08T08:00:00.000Z',
  });
});

test('else the nearest time, before or after', () => {
  expect(proposalFor(booked, times('2027-03-04T08:00:00Z', '2027-03-09T09:00:00Z'), nobody, now)).toMatchObject({
    kind: 'other',
    startsAt: '2027-03-09T09:00:00Z',
  });
  expect(proposalFor(booked, times(), nobody, now)).toEqual({ kind: 'none' });
});

test('what is proposed to another is left to them, while there is something else', () => {
  const two = times('2027-03-08T09:00:00Z', '2027-03-09T09:00:00Z');
  const promised = [promisedBy({ startsAt: '2027-03-08T09:00:00Z', endsAt: '2027-03-08T09:30:00Z' }, 0)];
  expect(proposalFor(booked, two, promised, now)).toMatchObject({ startsAt: '2027-03-09T09:00:00Z' });
  expect(proposalFor(booked, times('2027-03-08T09:00:00Z'), promised, now)).toMatchObject({ kind: 'other' });
});

test('so is what would overlap it, with the minutes that are taken around each', () => {
  const near = times('2027-03-08T09:20:00Z', '2027-03-08T09:40:00Z', '2027-03-08T10:00:00Z');
  const apart = (minutes: number) => [promisedBy({ startsAt: '2027-03-08T09:00:00Z', endsAt: '2027-03-08T09:40:00Z' }, minutes)];
  expect(proposalFor(booked, near, apart(0), now)).toMatchObject({ startsAt: '2027-03-08T09:40:00Z' });
  expect(proposalFor(booked, near, apart(20), now)).toMatchObject({ startsAt: '2027-03-08T10:00:00Z' });
});

test('a time of today or tomorrow morning is not proposed while there is a later one', () => {
  const soon = epochOf('2027-03-07T12:00:00Z');
  const two = times('2027-03-08T07:00:00Z', '2027-03-10T07:00:00Z');
  expect(proposalFor(booked, two, nobody, soon)).toMatchObject({ startsAt: '2027-03-10T07:00:00Z' });
  expect(proposalFor(booked, times('2027-03-08T07:00:00Z'), nobody, soon)).toMatchObject({ startsAt: '2027-03-08T07:00:00Z' });
});

test('another stop of the bus is never proposed: it is agreed with the customer', () => {
  const [hall, church] = ['hall', 'church'].map((id) => ({ id, name: { fi: id, sv: id, en: id } })) as [Stop, Stop];
  const near = { startsAt: '2027-03-08T10:00:00Z', endsAt: '2027-03-08T10:30:00Z', stop: church };
  const far = { startsAt: '2027-03-15T08:00:00Z', endsAt: '2027-03-15T08:30:00Z', stop: hall };
  const aboard = { ...booked, stop: hall };
  expect(proposalFor(aboard, { times: [near, far] }, nobody, now)).toMatchObject({ kind: 'other', startsAt: far.startsAt });
  expect(proposalFor(aboard, { times: [near, { ...near, startsAt: booked.startsAt }] }, nobody, now)).toEqual({ kind: 'none' });
});
