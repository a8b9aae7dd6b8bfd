import { useSession } from '../session.tsx';

const writing: readonly string[] = ['service-advisor', 'authority-specialist', 'point-manager', 'administrator', 'digital-support-advisor'];

/** The organisation whose cards one writes; null for those who only read. The server decides; this only spares a refusal. */
export function useKeptOrganisation(): string | null {
  const { me } = useSession();
  return me.grants.find((grant) => writing.includes(grant.role))?.organisationId ?? null;
}
