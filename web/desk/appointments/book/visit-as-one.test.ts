import { expect, test } from 'vitest';
import type { Booked } from '../../../shared/api/booked.ts';
import { asToldOf, visitAsOne } from './visit-as-one.ts';

const part = (startsAt: string, endsAt: string, bring: Record<string, string>) =>
  ({ startsAt, endsAt, bring, page: 'https://polku.example/b/part', code: 'K7M4PX' }) as Booked;

test('a visit is told as one arrival: from the first part to the end of the last, by the page of the whole, each thing to bring once', () => {
  const parts = [
    part('2027-03-08T07:00:00Z', '2027-03-08T07:30:00Z', { fi: 'Henkilötodistus\nVuokrasopimus', sv: 'Legitimation' }),
    part('2027-03-08T07:30:00Z', '2027-03-08T08:00:00Z', { fi: 'Henkilötodistus\nOma laite' }),
  ];
  expect(visitAsOne({ page: 'https://polku.example/b/together/whole', parts })).toMatchObject({
    ...{ startsAt: '2027-03-08T07:00:00Z', endsAt: '2027-03-08T08:00:00Z', code: 'K7M4PX' },
    page: 'https://polku.example/b/together/whole',
    // What nobody has put into Swedish is told as it is.
    bring: { fi: 'Henkilötodistus\nVuokrasopimus\nOma laite', sv: 'Legitimation\nHenkilötodistus\nOma laite' },
  });
});

test('a part of a visit is told with the others of it, and no other time of the matter; a time by itself as it is', () => {
  const page = 'https://polku.example/b/together/whole';
  const of = (id: string, visit: string | null) =>
    ({ ...part('2027-03-08T07:00:00Z', '2027-03-08T07:30:00Z', {}), id, visit: visit && { id: visit, page } }) as unknown as Booked;
  const [first, second, alone] = [of('first', 'whole'), of('second', 'whole'), of('alone', null)] as [Booked, Booked, Booked];
  const times = [first, of('other', 'another'), second, alone];
  expect(asToldOf(second, times)).toMatchObject({ page, parts: [{ id: 'first' }, { id: 'second' }] });
  expect(asToldOf(alone, times)).toBe(alone);
});
