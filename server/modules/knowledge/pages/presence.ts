import { dayOf } from '../../../platform/clock/day.ts';
import { nameIn } from '../../directory/service.ts';
import { type Directory, weekOf } from '../../site/service.ts';
import type { PagesDeps } from './deps.ts';
import { principalsAt } from './queries.ts';
import type { Reader } from './reader.ts';

/** An organisation at a point and the week of its people there. */
export type Present = { name: string; week: string };

/** Who serves at a point of ours on which days: by the units that sit there. */
export function presentAt({ view }: Reader, { units, organisations }: Directory, pointId: string): Present[] {
  const here = units.filter((unit) => unit.pointId === pointId);
  const byOrganisation = Map.groupBy(here, ({ organisationId }) => organisationId);
  return [...byOrganisation].flatMap(([organisationId, theirs]) => {
    const organisation = organisations.find(({ id }) => id === organisationId);
    const weeks = [...new Set(theirs.map((unit) => weekOf(unit.opening, view)))].filter((week) => week !== '');
    return organisation && weeks.length > 0 ? [{ name: nameIn(organisation.name, view.locale), week: weeks.join('; ') }] : [];
  });
}

/** Authorities in whose matters the point's advisors help though their own people are not there. */
export async function adviceAt({ db }: PagesDeps, { view }: Reader, pointId: string): Promise<string[]> {
  const principals = await principalsAt(db, pointId, dayOf(view.now));
  return principals.map((name) => nameIn(name, view.locale)).toSorted((a, b) => a.localeCompare(b, view.locale));
}
