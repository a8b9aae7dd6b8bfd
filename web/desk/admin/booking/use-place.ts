import { useNavigate } from '@tanstack/react-router';
import type { BookingTab } from './views.ts';

/** Where one is in the set-up of booking, and how one goes on: to a tab, to one of its things, or back to the list. */
export function usePlace(tab: BookingTab) {
  const navigate = useNavigate();
  const to = (itemId: BookingTab, open?: string) => ({ params: { section: 'booking' as const, itemId }, search: open ? { open } : {} });
  const go = (itemId: BookingTab, open?: string) => void navigate({ to: '/admin/$section/$itemId', ...to(itemId, open) });
  return {
    tab,
    show: (other: BookingTab, open?: string) => go(other, open),
    open: (id: string) => go(tab, id),
    leave: () => go(tab),
    line: (id: string) => to(tab, id),
  };
}

export type Place = ReturnType<typeof usePlace>;
