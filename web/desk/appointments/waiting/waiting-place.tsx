import './waiting.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type LineView, readLines } from '../../../shared/api/invitations.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { AppointmentTabs } from '../appointment-tabs.tsx';

/** Who waits for a time to become free, by service and place: how many and for how long; names for those who serve there. */
export function WaitingPlace() {
  const { t, ready } = useTranslation('invitations');
  const found = useQuery({ queryKey: ['waiting-lines'], queryFn: readLines, refetchInterval: 60_000 });
  if (!ready) return <Skeleton lines={8} />;
  const lines = found.data?.lines;
  return (
    <main className="waiting-lines" id="main" tabIndex={-1}>
      <title>{`${t('waiting.title')} · Polku`}</title>
      <AppointmentTabs here="/appointments/waiting" />
      <h1>{t('waiting.title')}</h1>
      <p className="quiet">{t('waiting.lead')}</p>
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {!lines && !found.error ? <Skeleton lines={6} /> : null}
      {lines?.length === 0 ? <EmptyState title={t('waiting.none')}>{t('waiting.noneHint')}</EmptyState> : null}
      {lines?.map((line) => (
        <Line key={`${line.serviceId} ${line.placeId}`} line={line} />
      ))}
    </main>
  );
}

function Line({ line }: { line: LineView }) {
  const { t } = useTranslation('invitations');
  const locale = useLocale();
  const { serviceName, placeName, count, since, offered, waiters } = line;
  const title = `${nameIn(serviceName, locale)}, ${placeName ? nameIn(placeName, locale) : t('waiting.remote')}`;
  return (
    <section className="waiting-line">
      <h2>{title}</h2>
      <p>
        <strong>{t('waiting.count', { count })}</strong> · {t('waiting.since')} <Time at={since} />
        {offered > 0 ? ` · ${t('waiting.offered', { count: offered })}` : ''}
      </p>
      {waiters ? (
        <ol>
          {waiters.map(({ id, name, joinedAt, hasTime, offeredUntil }) => (
            <li key={id}>
              <span>{name}</span>
              <span className="quiet">
                <Time at={joinedAt} look="date" />
              </span>
              <span className="waiting-state quiet">
                {hasTime ? t('waiting.hasTime') : ''}
                {hasTime && offeredUntil ? ' · ' : ''}
                {offeredUntil ? (
                  <>
                    {t('waiting.until')} <Time at={offeredUntil} look="full" />
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
