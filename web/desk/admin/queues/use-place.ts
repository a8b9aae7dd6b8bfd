import { useNavigate } from '@tanstack/react-router';
import type { SetUpTab } from './views.ts';

/** Where one is in a point's set-up, and how one goes on: to a tab, to one of its things, or back to the list. */
export function usePlace(pointId: string, tab: SetUpTab) {
  const navigate = useNavigate();
  const go = (itemId: string, to: SetUpTab, open?: string) =>
    void navigate({ to: '/admin/$section/$itemId', params: { section: 'queues', itemId }, search: { tab: to, ...(open ? { open } : {}) } });
  return {
    pointId,
    tab,
    show: (to: SetUpTab) => go(pointId, to),
    open: (id: string) => go(pointId, tab, id),
    line: (id: string) => ({ params: { section: 'queues' as const, itemId: pointId }, search: { tab, open: id } }),
    leave: () => go(pointId, tab),
    other: (id: string) => go(id, tab),
  };
}

export type Place = ReturnType<typeof usePlace>;
