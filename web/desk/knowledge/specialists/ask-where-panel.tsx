import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { sayMatterNumber } from '../../../shared/ui/matter-number.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useMatters } from '../../queries.ts';
import { useBeside } from '../beside.tsx';
import type { AskTarget } from './ask.ts';

/** A question is always about somebody's need, so it is asked in a matter: one of one's own, where it opens ready to be written. */
export function AskWherePanel({ target, name, onClose }: { target: AskTarget; name: string; onClose: () => void }) {
  const { t } = useTranslation('specialists');
  const go = useNavigate();
  const { askNow, close } = useBeside();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMatters('mine');
  const open = data?.rows.filter(({ state }) => state === 'open') ?? [];

  function choose(matterId: string) {
    askNow.current = { matterId, ...target };
    onClose();
    close();
    void go({ to: '/matters/$matterId', params: { matterId }, search: { view: 'mine' } });
  }

  return (
    <Panel title={t('askWhere')} facts={name} onClose={onClose}>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={5} /> : null}
      {data && open.length === 0 ? <EmptyState title={t('noMatters')}>{t('noMattersHint')}</EmptyState> : null}
      <ul className="ask-where">
        {open.map(({ id, title, customerName, number }) => (
          <li key={id}>
            <button type="button" className="result" onClick={() => choose(id)}>
              <strong>{title}</strong> <span className="quiet">{customerName}</span>
              <span className="option-hint">{sayMatterNumber(number)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <p className="actions">
          <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('moreMatters')}
          </Button>
        </p>
      ) : null}
    </Panel>
  );
}
