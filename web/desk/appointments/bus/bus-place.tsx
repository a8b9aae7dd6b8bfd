import './bus.css';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, Bus, WifiOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBusDay } from '../../../shared/api/bus.ts';
import { ApiProblem } from '../../../shared/api/problem.ts';
import { useConnection } from '../../../shared/live/connection.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter } from '../../../shared/ui/days.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useSession } from '../../session.tsx';
import { PointChoice } from '../../settings/point-choice.tsx';
import { CodeForm } from './code-form.tsx';
import { busDayKey } from './keys.ts';
import { StandPart } from './stand-part.tsx';

/** A day of the bus for those who travel in it: its stops in order, who comes, and one press when they have come. */
export function BusPlace() {
  const { t, ready } = useTranslation(['bus', 'booked', 'visits']);
  const { me, directory } = useSession();
  const bus = directory.points.find(({ id, mobile }) => id === me.pointId && mobile);
  if (!ready) return <Skeleton lines={8} />;
  return (
    <main className="bus-place" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      {bus ? (
        <BusDayPage busId={bus.id} />
      ) : (
        <>
          <h1>{t('title')}</h1>
          <EmptyState title={t('notAboard')} action={<PointChoice />}>
            {t('notAboardHint')}
          </EmptyState>
        </>
      )}
    </main>
  );
}

function BusDayPage({ busId }: { busId: string }) {
  const { t } = useTranslation('bus');
  const [day, setDay] = useState<string | undefined>(undefined);
  const { date: dayName } = useTimes();
  const found = useQuery({ queryKey: [...busDayKey(busId), day], queryFn: () => readBusDay(busId, day), refetchInterval: 30_000 });
  const shown = found.data;
  const isNoBus = found.error instanceof ApiProblem && found.error.status === 404;
  if (isNoBus)
    return (
      <>
        <h1>{t('title')}</h1>
        <EmptyState title={t('noTimetable')}>{t('noTimetableHint')}</EmptyState>
      </>
    );
  if (!shown) return found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton lines={8} />;
  const go = (days: number) => setDay(daysAfter(shown.day, days));
  return (
    <>
      <header className="bus-head">
        <h1>{t('title')}</h1>
        <p className="bus-day">
          <Button kind="plain" icon={ArrowLeft} aria-label={t('dayBefore')} onPress={() => go(-1)} />
          <strong aria-live="polite">{dayName(`${shown.day}T12:00:00Z`)}</strong>
          <Button kind="plain" icon={ArrowRight} aria-label={t('dayAfter')} onPress={() => go(1)} />
        </p>
      </header>
      <Offline readAt={shown.readAt} />
      {day === undefined ? <CodeForm busId={busId} /> : null}
      {shown.adrift.length > 0 ? (
        <Notice icon={Bus} title={t('adrift', { count: shown.adrift.length })}>
          {t('adriftHint')}
        </Notice>
      ) : null}
      {shown.stands.length === 0 ? <p className="quiet">{t('noStops')}</p> : null}
      {shown.stands.map((stand) => (
        <StandPart key={`${stand.stopId} ${stand.startsAt}`} busId={busId} stand={stand} isToday={day === undefined} />
      ))}
      {shown.walkIns.length > 0 ? <p className="quiet">{t('walkIns', { count: shown.walkIns.length })}</p> : null}
    </>
  );
}

/** The bus goes where there is no network: what is seen then is how it was, and since when is said at once. */
function Offline({ readAt }: { readAt: string }) {
  const { t } = useTranslation('bus');
  const { time } = useTimes();
  const connection = useConnection();
  if (connection.state === 'here') return null;
  return (
    <Notice icon={WifiOff} title={t('offline')}>
      {t('offlineHint', { time: time(readAt) })}
    </Notice>
  );
}
