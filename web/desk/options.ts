import { useMemo } from 'react';
import type { Option } from '../shared/ui/select.tsx';
import { useNames, useSession } from './session.tsx';

/** Organisations to choose from, by name; found by the short name too. */
export function useOrganisationOptions(): Option[] {
  const { directory } = useSession();
  const names = useNames();
  return useMemo(
    () => byLabel(directory.organisations.map(({ id }) => ({ id, label: names.organisation(id), alias: names.shortOrganisation(id) }))),
    [directory, names],
  );
}

/** Service points by name. */
export function usePointOptions(): Option[] {
  const { directory } = useSession();
  const names = useNames();
  return useMemo(() => byLabel(directory.points.map(({ id }) => ({ id, label: names.point(id) }))), [directory, names]);
}

/** Units that answer at a tier, those of one organisation first. */
export function useUnitOptions(tiers: readonly number[], firstOrganisationId?: string | null): Option[] {
  const { directory } = useSession();
  const names = useNames();
  return useMemo(() => {
    const units = directory.units.filter((unit) => tiers.includes(unit.tier));
    const asOption = (unit: (typeof units)[number]) => ({
      id: unit.id,
      label: names.unit(unit.id),
      hint: names.organisation(unit.organisationId),
    });
    const isFirst = (unit: (typeof units)[number]) => unit.organisationId === firstOrganisationId;
    return [...byLabel(units.filter(isFirst).map(asOption)), ...byLabel(units.filter((unit) => !isFirst(unit)).map(asOption))];
  }, [directory, names, tiers, firstOrganisationId]);
}

function byLabel(options: Option[]): Option[] {
  return options.sort((one, other) => one.label.localeCompare(other.label, document.documentElement.lang));
}
