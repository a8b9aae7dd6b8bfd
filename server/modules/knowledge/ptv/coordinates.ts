/**
 * ETRS-TM35FIN (EPSG:3067) to WGS84 degrees by the Krüger series that JHS 197 gives, to the fourth order: exact to a millimetre in the
 * whole of Finland. ETRS89 and WGS84 differ by less than a metre, which a map on a telephone does not see.
 */
export type Degrees = { latitude: number; longitude: number };

/** GRS80. */
const A = 6_378_137;
const F = 1 / 298.257222101;
const K0 = 0.9996;
const E0 = 500_000;
const LONGITUDE0 = (27 * Math.PI) / 180;

const n = F / (2 - F);
const A1 = (A / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const e = Math.sqrt(2 * F - F ** 2);
const h = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161_280) * n ** 4,
];

/** The box in which coordinates of Finland lie, in metres, as the directory itself bounds them. */
const FINLAND = { north: [6_522_000, 7_796_000], east: [43_500, 765_000] } as const;

/** Metres to degrees; null for what lies outside Finland, such as coordinates given the wrong way round. */
export function toDegrees(northing: number, easting: number): Degrees | null {
  if (!isWithin(northing, FINLAND.north) || !isWithin(easting, FINLAND.east)) return null;
  const xi = northing / (A1 * K0);
  const eta = (easting - E0) / (A1 * K0);
  const terms = h.map((factor, at) => [factor, 2 * (at + 1)] as const);
  const xi0 = xi - sum(terms.map(([factor, k]) => factor * Math.sin(k * xi) * Math.cosh(k * eta)));
  const eta0 = eta - sum(terms.map(([factor, k]) => factor * Math.cos(k * xi) * Math.sinh(k * eta)));
  const beta = Math.asin(Math.sin(xi0) / Math.cosh(eta0));
  return { latitude: inDegrees(latitudeOf(beta)), longitude: inDegrees(LONGITUDE0 + Math.asin(Math.tanh(eta0) / Math.cos(beta))) };
}

/** From the conformal latitude by iteration, until it moves by less than a micrometre. */
function latitudeOf(beta: number): number {
  const conformal = Math.asinh(Math.tan(beta));
  let isometric = conformal;
  for (let turn = 0; turn < 12; turn++) isometric = conformal + e * Math.atanh(e * Math.tanh(isometric));
  return Math.atan(Math.sinh(isometric));
}

/** Seven decimals are a centimetre; more would make equal places differ by rounding. */
const inDegrees = (radians: number) => Math.round((radians * 180 * 1e8) / Math.PI) / 1e8;
const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + term, 0);
const isWithin = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;
