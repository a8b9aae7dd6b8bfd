import type { OpeningHours } from '../../../server/platform/clock/opening.ts';
import type { Trx } from '../../../server/platform/db/transaction.ts';
import { staff } from '../people.ts';

export type PlacedUnit = {
  id: string;
  organisationId: string;
  pointId: string | null;
  tier: number;
  opening: OpeningHours;
  answerMinutes: number;
  remindMinutes: number;
};

/** Who and what the matters name, by key; people by their name. */
export type Places = {
  organisation: (key: string) => string;
  point: (key: string) => string;
  unit: (key: string) => PlacedUnit;
  person: (name: string) => string;
};

/** Null when somebody of the seed is no more as it was: a database that has been worked in is left alone. */
export async function placesOf(trx: Trx): Promise<Places | null> {
  const organisations = new Map((await trx.selectFrom('organisation').select(['id', 'key']).execute()).map(({ id, key }) => [key, id]));
  const points = new Map((await trx.selectFrom('service_point').select(['id', 'key']).execute()).map(({ id, key }) => [key, id]));
  const units = new Map((await trx.selectFrom('unit').selectAll().execute()).map((row) => [row.key, unitOf(row)]));
  const ids = new Map((await trx.selectFrom('person').select(['id', 'email']).execute()).map(({ id, email }) => [email, id]));
  if (!staff.every(({ email }) => ids.has(email))) return null;
  const people = new Map(staff.map(({ name, email }) => [name, ids.get(email) as string]));
  return { organisation: named(organisations), point: named(points), unit: named(units), person: named(people) };
}

type UnitRow = {
  id: string;
  organisation_id: string;
  point_id: string | null;
  tier: number;
  opening: unknown;
  answer_minutes: number;
  remind_minutes: number;
};

function unitOf(row: UnitRow): PlacedUnit {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    pointId: row.point_id,
    tier: row.tier,
    opening: row.opening as OpeningHours,
    answerMinutes: row.answer_minutes,
    remindMinutes: row.remind_minutes,
  };
}

function named<T>(known: Map<string, T>): (key: string) => T {
  return (key) => {
    const found = known.get(key);
    if (found === undefined) throw new Error(`the seed names ${key}, which is not there`);
    return found;
  };
}
