import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Spot } from '../stops/driving.ts';

/**
 * About where a municipality or a postal area is: in the middle (the median, so that one place far away moves nothing) of what the directory
 * and the bus's route have there. Of a postal area where nothing is, the one around it that shares its first three digits. Undefined: not
 * known. What somebody types is written nowhere.
 */
export async function middleOf(db: Db, typed: string): Promise<Spot | undefined> {
  const words = typed.trim().replace(/\s+/g, ' ');
  if (/^\d{5}$/.test(words)) return (await middleOfPostal(db, words)) ?? (await middleOfPostal(db, `${words.slice(0, 3)}__`));
  return words === '' ? undefined : middleOfCity(db, words);
}

type Middle = { latitude: number | null; longitude: number | null };
const spotOf = ([row]: Middle[]): Spot | undefined =>
  row && row.latitude !== null && row.longitude !== null ? { latitude: row.latitude, longitude: row.longitude } : undefined;

const middle = sql`percentile_cont(0.5) within group (order by latitude) as latitude, percentile_cont(0.5) within group (order by longitude) as longitude`;
const known = sql`c.kind = 'place' and c.retired_at is null and c.latitude is not null`;

async function middleOfPostal(db: Db, pattern: string): Promise<Spot | undefined> {
  const { rows } = await sql<Middle>`select ${middle} from (
      select c.latitude, c.longitude from service_channel c where ${known} and c.address ->> 'postalCode' like ${pattern}
      union all select s.latitude, s.longitude from bus_stop s where s.active and s.postal_code like ${pattern}) at`.execute(db);
  return spotOf(rows);
}

async function middleOfCity(db: Db, city: string): Promise<Spot | undefined> {
  const { rows } = await sql<Middle>`select ${middle} from (
      select c.latitude, c.longitude from service_channel c where ${known} and exists (
        select from jsonb_each_text(case when jsonb_typeof(c.address -> 'city') = 'object' then c.address -> 'city' else '{}' end) name
        where lower(name.value) = lower(${city}))
      union all select s.latitude, s.longitude from bus_stop s where s.active and lower(s.city) = lower(${city})) at`.execute(db);
  return spotOf(rows);
}
