import '../register/register.css';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useConflicts } from '../booking/queries.ts';
import { useAgreements, useMailboxes, useOrganisations, usePeople, useUnits } from '../queries.ts';
import { useConcerns } from './use-concerns.ts';

/** What an administrator should look at today: nothing here needs a look when all is well. */
export function Overview() {
  const { t } = useTranslation('admin');
  const queries = [usePeople(), useUnits(), useAgreements(), useMailboxes(), useOrganisations(), useConflicts()];
  const failed = queries.find((query) => query.error && query.data === undefined);
  return (
    <>
      <title>{`${t('overview.title')} · Polku`}</title>
      <header className="admin-head">
        <h1>{t('overview.title')}</h1>
        <p className="quiet">{t('overview.intro')}</p>
      </header>
      <div className="pane-body">
        {failed ? <ErrorState error={failed.error} onRetry={() => void failed.refetch()} /> : null}
        {queries.some((query) => query.isPending) ? <Skeleton lines={4} /> : <Concerns />}
      </div>
    </>
  );
}

function Concerns() {
  const { t } = useTranslation('admin');
  const concerns = useConcerns();
  if (concerns.length === 0) {
    return (
      <p className="admin-after good">
        <span className="status">
          <Icon of={CircleCheck} />
          {t('overview.allWell')}
        </span>
      </p>
    );
  }
  return (
    <ul className="admin-lines concerns">
      {concerns.map(({ id, tone, section, itemId, what, why, open }) => (
        <li key={id}>
          <span>
            <Link className="row-link" to="/admin/$section/$itemId" params={{ section, itemId }} search={open ? { open } : {}}>
              {what}
            </Link>
            <span className="admin-under small">
              <StatusWord tone={tone}>{why}</StatusWord>
            </span>
          </span>
          <span className="quiet small">{t(`sections.${section}`)}</span>
        </li>
      ))}
    </ul>
  );
}
