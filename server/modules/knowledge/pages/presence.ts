import { dayOf } from '../../../platform/clock/day.ts';
import { nameIn, successorOf } from '../../directory/service.ts';
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

/** Authorities in whose matters the point's advisors help though their own people are not there; for one that has ended, who carries on. */
export async function adviceAt({ db }: PagesDeps, { view }: Reader, directory: Directory, pointId: string): Promise<string[]> {
  const today = dayOf(view.now);
  const here = new Set(directory.units.filter((unit) => unit.pointId === pointId).map(({ organisationId }) => organisationId));
  const names = new Set<string>();
  for (const id of await principalsAt(db, pointId, today)) {
    const organisation = directory.organisations.find((each) => each.id === id) ?? (await successorOf(db, id, today));
    if (organisation && !here.has(organisation.id)) names.add(nameIn(organisation.name, view.locale));
  }
  return [...names].toSorted((a, b) => a.localeCompare(b, view.locale));
}
