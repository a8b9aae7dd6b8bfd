import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useFaults } from '../queries.ts';
import { SectionHead } from '../register/section-head.tsx';
import { useKeepsShared } from '../words.ts';
import { FaultLine } from './fault-line.tsx';

/** Background work that was given up: for those who keep what is common to the region. */
export function FaultsPage() {
  const { t } = useTranslation('admin');
  const keepsShared = useKeepsShared();
  const query = useFaults(keepsShared);
  return (
    <>
      <SectionHead section="faults" intro={t('givenUp.intro')} count={query.data?.length} />
      <div className="pane-body">
        {keepsShared ? <Faults query={query} /> : <EmptyState title={t('givenUp.notYours')}>{t('givenUp.notYoursHint')}</EmptyState>}
      </div>
    </>
  );
}

function Faults({ query }: { query: ReturnType<typeof useFaults> }) {
  const { t } = useTranslation('admin');
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={4} />;
  if (query.data.length === 0) return <EmptyState title={t('givenUp.none')}>{t('givenUp.noneHint')}</EmptyState>;
  return (
    <ul className="admin-lines">
      {query.data.map((fault) => (
        <FaultLine key={`${fault.kind}-${fault.id}`} fault={fault} />
      ))}
    </ul>
  );
}
