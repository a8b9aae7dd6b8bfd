import { useNavigate } from '@tanstack/react-router';
import type { Section } from './sections.ts';

/** Back to the section's list, or on to another of its things. */
export function useLeave(section: Section): (itemId?: string) => void {
  const navigate = useNavigate();
  return (itemId) =>
    void (itemId
      ? navigate({ to: '/admin/$section/$itemId', params: { section, itemId } })
      : navigate({ to: '/admin/$section', params: { section } }));
}
