import { expect, test } from 'vitest';
import { toDegrees } from './coordinates.ts';

/** A degree of latitude is 111 km: a centimetre is 0.9e-7 degrees. */
const CENTIMETRE = 0.9e-7;

// The meridian from the equator to 60° is 6,654,072.819 m on GRS80, times 0.9996; the others are by PROJ 9's utm, zone 35 on GRS80.
test.each([
  ['60° on the middle meridian', 6_651_411.19, 500_000, 60, 27],
  ['Mikkeli, Maaherrankatu', 6_839_282, 514_366, 61.686457794, 27.271493835],
  ['Helsinki, the railway station', 6_672_069, 385_595, 60.169452328, 24.938133925],
  ['Nuorgam, the northernmost village', 7_776_450, 502_670, 70.094830658, 27.070267292],
  ['Åland', 6_690_000, 110_000, 60.159663928, 19.965125003],
  ['Ilomantsi, the easternmost', 6_974_000, 720_000, 62.829703019, 31.320568207],
  ['Kilpisjärvi', 7_680_000, 255_000, 69.119288521, 20.831830992],
  ['the box’s corner in the south-west', 6_522_000, 43_500, 58.597103247, 19.134494754],
  ['the box’s corner in the north-east', 7_796_000, 765_000, 70.133412469, 34.000484261],
])('%s lies where it should, within a centimetre', (_, northing, easting, latitude, longitude) => {
  const place = toDegrees(northing, easting);
  expect(Math.abs((place?.latitude ?? 0) - latitude)).toBeLessThan(CENTIMETRE);
  expect(Math.abs((place?.longitude ?? 0) - longitude) * Math.cos((latitude * Math.PI) / 180)).toBeLessThan(CENTIMETRE);
});

test('what lies outside Finland, or is given the wrong way round, is no place', () => {
  expect(toDegrees(385_595, 6_672_069)).toBeNull();
  expect(toDegrees(0, 0)).toBeNull();
  expect(toDegrees(60.17, 24.94)).toBeNull();
  expect(toDegrees(Number.NaN, 500_000)).toBeNull();
});
