import { describe, expect, test } from 'vitest';
import { distanceKm, estimatedDrive, type Spot, told, within } from './driving.ts';

const at = (latitude: number, longitude: number): Spot => ({ latitude, longitude });
const towns = {
  helsinki: at(60.17, 24.94),
  porvoo: at(60.39, 25.66),
  hameenlinna: at(60.99, 24.46),
  mikkeli: at(61.69, 27.27),
  juva: at(61.9, 27.86),
  savonlinna: at(61.87, 28.88),
};

test.each([
  [at(60, 25), at(60, 25), 0],
  [at(60, 25), at(61, 25), 111.2],
  [at(60, 25), at(60, 26), 55.6],
  [towns.helsinki, towns.porvoo, 46.6],
])('%o to %o as the crow flies', (from, to, km) => {
  expect(distanceKm(from, to)).toBeCloseTo(km, 0);
  expect(distanceKm(to, from)).toBeCloseTo(km, 0);
});

// By the road, in round figures as they are commonly told, measured by nobody here: the estimate may say up to a half more, and hardly less.
test.each([
  ['Helsinki to Porvoo', towns.helsinki, towns.porvoo, { km: 50, minutes: 45 }],
  ['Helsinki to Hämeenlinna', towns.helsinki, towns.hameenlinna, { km: 100, minutes: 70 }],
  ['Mikkeli to Juva', towns.mikkeli, towns.juva, { km: 45, minutes: 38 }],
  ['Juva to Savonlinna', towns.juva, towns.savonlinna, { km: 62, minutes: 50 }],
])('%s', (_, from, to, real) => {
  const { km, minutes } = estimatedDrive(from, to);
  expect(km / real.km).toBeGreaterThan(0.9);
  expect(km / real.km).toBeLessThan(1.5);
  expect(minutes / real.minutes).toBeGreaterThan(0.9);
  expect(minutes / real.minutes).toBeLessThan(1.5);
});

test.each([
  [0, 3],
  [1, 4.7],
  [3, 8.1],
  [20, 25.1],
  [100, 85.1],
])('%d km of road takes %d minutes', (km, minutes) => {
  // North along a meridian: a degree is 111.2 km, a kilometre of it 1.3 km of road.
  const drive = estimatedDrive(at(60, 25), at(60 + km / 1.3 / 111.195, 25));
  expect(drive.km).toBeCloseTo(km, 1);
  expect(drive.minutes).toBeCloseTo(minutes, 0);
});

test.each([
  [
    { km: 0.2, minutes: 3.4 },
    { km: 1, minutes: 5 },
  ],
  [
    { km: 7.4, minutes: 12.4 },
    { km: 7, minutes: 10 },
  ],
  [
    { km: 12.6, minutes: 17.6 },
    { km: 15, minutes: 20 },
  ],
  [
    { km: 61.9, minutes: 57.6 },
    { km: 60, minutes: 60 },
  ],
])('%o is told as %o', (drive, words) => expect(told(drive)).toEqual(words));

describe('within a drive', () => {
  const places = [
    { id: 'here', spot: towns.mikkeli },
    { id: 'near', spot: towns.juva },
    { id: 'unplaced', spot: null },
    { id: 'far', spot: towns.helsinki },
  ];
  test.each([
    [5, ['here']],
    [60, ['here', 'near']],
    [600, ['here', 'near', 'far']],
  ])('of %d minutes', (minutes, ids) => {
    const { near, unknown } = within(places, towns.mikkeli, minutes);
    expect(near.map(({ id }) => id)).toEqual(ids);
    expect(unknown.map(({ id }) => id)).toEqual(['unplaced']);
  });
});
