import './specialists.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useSpecialist } from './queries.ts';
import { SpecialistFacts } from './specialist-facts.tsx';

/** A specialist beside the work, found by the search: asked in the matter that is open. */
export function SpecialistBeside({ id }: { id: string }) {
  const { t } = useTranslation('specialists');
  const { data, error, refetch } = useSpecialist(id);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <>
      <SpecialistFacts of={data} heading="h3" />
      <p className="beside-part">
        <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge/specialists/$personId" params={{ personId: id }}>
          {t('wholePage')}
        </Link>
      </p>
    </>
  );
}
