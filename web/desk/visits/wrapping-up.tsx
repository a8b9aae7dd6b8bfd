import { type ReactNode, useState } from 'react';
import { useMatter } from '../queries.ts';
import { WrapUpPanel } from '../wrap-up/wrap-up-panel.tsx';

export type ToWrapUp = { matterId: string; contactId: string };

/** The wrap-up of a visit's contact, after the visitor has left the counter. */
export function useWrappingUp(): { begin: (contact: ToWrapUp) => void; panel: ReactNode } {
  const [contact, setContact] = useState<ToWrapUp | null>(null);
  return { begin: setContact, panel: contact ? <WrapUpOf contact={contact} onClose={() => setContact(null)} /> : null };
}

function WrapUpOf({ contact: { matterId, contactId }, onClose }: { contact: ToWrapUp; onClose: () => void }) {
  const matter = useMatter(matterId);
  // Before the join is seen on the matter's page, its contact is not there to be wrapped up.
  if (!matter.data?.contacts.some(({ id }) => id === contactId)) return null;
  return <WrapUpPanel page={matter.data} contactId={contactId} onClose={onClose} />;
}
