import { useNames, useSession } from '../../session.tsx';

const keeping: readonly string[] = ['digital-support-advisor', 'point-manager', 'administrator'];

/** The organisations whose digital support actors one keeps. The server decides; this only spares a refusal. */
export function useKeptSupport(): { id: string; label: string }[] {
  const { me } = useSession();
  const names = useNames();
  const ids = me.grants.filter(({ role }) => keeping.includes(role)).map(({ organisationId }) => organisationId);
  return [...new Set(ids)].map((id) => ({ id, label: names.organisation(id) }));
}
