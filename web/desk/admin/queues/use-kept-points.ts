import { useMemo } from 'react';
import type { DeskDirectory } from '../../../shared/api/desk.ts';
import { keepsPoint, useNames, useSession } from '../../session.tsx';
import type { OpeningHours } from '../api.ts';
import { usualHours } from '../opening/usual-hours.ts';

/** The points one sets up, one's own first. The server decides; this only spares an empty page. */
export function useKeptPoints(): DeskDirectory['points'] {
  const { me, directory } = useSession();
  const names = useNames();
  return useMemo(() => {
    const isHere = (id: string) => (id === me.pointId ? 0 : 1);
    return directory.points
      .filter((point) => keepsPoint(me, point))
      .sort((a, b) => isHere(a.id) - isHere(b.id) || names.point(a.id).localeCompare(names.point(b.id), document.documentElement.lang));
  }, [me, directory, names]);
}

/** What a queue's own opening hours begin from. */
export function usePointOpening(pointId: string): OpeningHours {
  const { directory } = useSession();
  return directory.points.find(({ id }) => id === pointId)?.opening ?? usualHours;
}
