import { useMemo } from 'react';
import type { Option } from '../../shared/ui/select.tsx';
import { useNames, useSession } from '../session.tsx';

/** Service points to choose from, by name. */
export function usePointOptions(): Option[] {
  const { directory } = useSession();
  const names = useNames();
  return useMemo(
    () =>
      directory.points
        .map(({ id }) => ({ id, label: names.point(id) }))
        .sort((one, other) => one.label.localeCompare(other.label, document.documentElement.lang)),
    [directory, names],
  );
}
