import '../list/list.css';
import '../notices/notices.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRequest } from '../../../server/modules/matters/data-requests/schema.ts';
import { type DataRequestView, listDataRequests } from '../../shared/api/data-requests.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { LiftPanel } from './lift-panel.tsx';

export const rightsViews = ['open', 'answered'] as const satisfies readonly DataRequestView[];

/** What customers ask of their data, for those who answer for an organisation's records (GDPR art. 16-18). */
export function RightsPlace() {
  const { t } = useTranslation('rights');
  const { view } = useSearch({ from: '/data-requests' });
  return (
    <main className="notices" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      <h1>{t('title')}</h1>
      <nav className="tabs" aria-label={t('title')}>
        {rightsViews.map((one) => (
          <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
            {t(one)}
          </Link>
        ))}
      </nav>
      <Lines view={view} />
    </main>
  );
}

function Lines({ view }: { view: DataRequestView }) {
  const { t } = useTranslation('rights');
  const [answering, setAnswering] = useState<DataRequest | null>(null);
  const [lifting, setLifting] = useState<DataRequest | null>(null);
  const found = useQuery({ queryKey: [...keys.dataRequests, view], queryFn: () => listDataRequests(view) });
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={4} />;
  if (found.data.rows.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>;
  return (
    <>
      <ul className="notice-lines">
        {found.data.rows.map((row) => (
          <Line key={row.id} row={row} onAnswer={() => setAnswering(row)} onLift={() => setLifting(row)} />
        ))}
      </ul>
      {answering ? <AnswerPanel request={answering} onClose={() => setAnswering(null)} /> : null}
      {lifting ? <LiftPanel request={lifting} onClose={() => setLifting(null)} /> : null}
    </>
  );
}

function Line({ row, onAnswer, onLift }: { row: DataRequest; onAnswer: () => void; onLift: () => void }) {
  const { t } = useTranslation('rights');
  const times = useTimes();
  const names = useNames();
  const due = times.date(`${row.dueOn}T09:00:00Z`);
  const numbers = row.matterNumber
    ? t('one', { number: sayMatterNumber(row.matterNumber) })
    : t('all', { numbers: row.matterNumbers.map(sayMatterNumber).join(', ') });
  return (
    <li className="notice-line">
      <div>
        <strong>{t(`kinds.${row.kind}`)}</strong> {row.customerName}
        {row.askedByName ? ` (${t('by', { name: row.askedByName })})` : ''}
        <p className="said">{row.words}</p>
        <p className="quiet small">
          {[numbers, names.organisation(row.ownerOrganisationId), t('asked', { day: times.date(row.askedAt) })].join(' · ')}
        </p>
        {row.outcome && row.answeredAt ? (
          <p>
            <strong>{t(`outcomes.${row.outcome}`)}</strong> {ended(t('answeredAt', { day: times.date(row.answeredAt) }))} {row.reason}{' '}
            {row.erased.length > 0 ? t('removed', { what: row.erased.map((one) => t(`erased.${one}`)).join(', ') }) : ''}
          </p>
        ) : (
          <p>{t(row.isLate ? 'late' : 'due', { day: due })}</p>
        )}
        {row.mayLift ? <p>{t('holds')}</p> : null}
        {row.liftsAt ? <p>{t('lifting.ends', { day: times.date(row.liftsAt), reason: row.liftReason })}</p> : null}
      </div>
      {row.outcome ? null : <Button onPress={onAnswer}>{t('answer')}</Button>}
      {row.mayLift ? <Button onPress={onLift}>{t('lifting.open')}</Button> : null}
    </li>
  );
}

/** A Finnish date ends with a dot of its own. */
const ended = (words: string): string => (words.endsWith('.') ? words : `${words}.`);
