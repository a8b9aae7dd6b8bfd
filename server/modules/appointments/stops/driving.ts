/**
 * About how long one drives, where nobody computes routes. Pure; degrees of WGS84, kilometres, minutes.
 *
 * An estimate, and said as one ("noin"). What it rests on:
 * - In the motorway networks of various countries a road is 1.3 ± 0.1 times as long as the line as the crow flies (Wang, Bette, Schreckenberg
 *   & Guhr 2024, npj Complexity 1, 22, doi 10.1038/s44260-024-00023-x). Taken for our roads, of which nobody has measured it for us.
 * - The line as the crow flies tells the drive well (r² > 0.9 over 66,000 drives to hospitals), but not where water or another barrier lies
 *   between (Boscoe, Henry & Zdeb 2012, The Professional Geographer 64, doi 10.1080/00330124.2011.583586). The page says so.
 * - Cars drove 90.9 km/h on Finland's main roads in 2009, and all 81.1 km/h where the limit was 80 (Finnish Transport Agency, vehicle speeds
 *   on main roads and connecting roads 2009). 80 is taken, with villages on the way; 60 for minor roads, 35 for streets and 3 minutes to the
 *   car and from it are assumptions of ours without a source.
 * It is to say too much rather than too little: whoever comes too late loses more than who comes early.
 */
export type Spot = { latitude: number; longitude: number };

const WINDING = 1.3;
/** Kilometres of road up to which one drives at this many kilometres an hour. */
const PACES = [
  { upTo: 3, kmh: 35 },
  { upTo: 20, kmh: 60 },
  { upTo: Number.POSITIVE_INFINITY, kmh: 80 },
] as const;
/** To the car and from it. */
const AT_ENDS = 3;
const EARTH_KM = 6371;

/** Great-circle distance in kilometres, by the haversine. */
export function distanceKm(a: Spot, b: Spot): number {
  const [φ1, φ2] = [radians(a.latitude), radians(b.latitude)];
  const h = Math.sin((φ2 - φ1) / 2) ** 2 + Math.cos(φ1) * Math.cos(φ2) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

export type Drive = { km: number; minutes: number };

/** By car, estimated: not rounded, which is for whoever tells it. */
export function estimatedDrive(from: Spot, to: Spot): Drive {
  const km = distanceKm(from, to) * WINDING;
  let [minutes, done] = [AT_ENDS as number, 0];
  for (const { upTo, kmh } of PACES) {
    const stretch = Math.max(0, Math.min(km, upTo) - done);
    minutes += (stretch / kmh) * 60;
    done += stretch;
  }
  return { km, minutes };
}

/** As it is said: to five minutes, never none; over ten kilometres to five of them. An estimate told to the minute would be a lie. */
export const told = ({ km, minutes }: Drive): Drive => ({
  km: km < 10 ? Math.max(1, Math.round(km)) : Math.round(km / 5) * 5,
  minutes: Math.max(5, Math.round(minutes / 5) * 5),
});

/** What lies within so many minutes, the given order kept; `unknown`: nobody knows where it is. */
export function within<T extends { spot: Spot | null }>(places: readonly T[], from: Spot, minutes: number) {
  const near: (T & { drive: Drive })[] = [];
  const unknown: T[] = [];
  for (const place of places) {
    if (!place.spot) unknown.push(place);
    else {
      const drive = estimatedDrive(from, place.spot);
      if (drive.minutes <= minutes) near.push({ ...place, drive });
    }
  }
  return { near, unknown };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
