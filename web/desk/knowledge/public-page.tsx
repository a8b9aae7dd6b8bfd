import { ExternalLink } from 'lucide-react';
import { Icon } from '../../shared/ui/icon.tsx';

/** As residents see it, in a window of its own. */
export function PublicPage({ address, name }: { address: string; name: string }) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {name} <Icon of={ExternalLink} />
    </a>
  );
}
