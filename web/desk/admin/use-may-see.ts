import { keepsPoints, useSession } from '../session.tsx';
import { developed, type Section } from './sections.ts';
import { useKeepsDirectory, useKeepsShared } from './words.ts';

/** Which pages are one's own to keep. The server decides; this only spares an empty page. */
export function useMaySee(): (section: Section) => boolean {
  const { me } = useSession();
  const keepsShared = useKeepsShared();
  const keepsDirectory = useKeepsDirectory();
  const isDeveloper = me.roles.includes('development-team');
  const isAdministrator = me.roles.includes('administrator');
  return (section) => {
    if (section === 'queues' || section === 'booking') return keepsPoints(me);
    if (section === 'faults') return keepsShared;
    if (section === 'directory') return keepsDirectory;
    return isAdministrator || (isDeveloper && developed.includes(section));
  };
}
