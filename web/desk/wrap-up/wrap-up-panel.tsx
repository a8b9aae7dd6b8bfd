import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { readWrapUp } from '../../shared/api/matters.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { CloseOnly } from './close-only.tsx';
import { WrapUpFields } from './wrap-up-fields.tsx';

/** `answeredWith`: the advisor has said that this card answered the customer. Ends a contact: everything that comes by itself is filled in, the rest is one tap each. Undone within a minute. */
export function WrapUpPanel({
  page,
  answeredWith = null,
  contactId,
  onClose,
}: {
  page: MatterPage;
  answeredWith?: string | null;
  /** This contact, not the latest one that is open. */
  contactId?: string;
  onClose: () => void;
}) {
  const contact = page.contacts.findLast((one) => one.wrappedAt === null && (!contactId || one.id === contactId));
  if (!contact) return <CloseOnly page={page} onClose={onClose} />;
  return <WrapUp page={page} contactId={contact.id} answeredWith={answeredWith} onClose={onClose} />;
}

type WrapUpProps = { page: MatterPage; contactId: string; answeredWith: string | null; onClose: () => void };

function WrapUp({ page, contactId, answeredWith, onClose }: WrapUpProps) {
  const { t } = useTranslation('desk');
  const form = useQuery({
    queryKey: ['wrap-up', contactId],
    queryFn: () => readWrapUp(contactId),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (form.data) return <WrapUpFields page={page} form={form.data} answeredWith={answeredWith} onClose={onClose} />;
  return (
    <Panel title={t('wrapUp.title')} onClose={onClose}>
      {form.error ? <ErrorState error={form.error} onRetry={() => void form.refetch()} /> : <Skeleton lines={8} />}
    </Panel>
  );
}
