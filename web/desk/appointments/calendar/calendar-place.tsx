import './calendar.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useSession } from '../../session.tsx';
import { AppointmentTabs } from '../appointment-tabs.tsx';
import { CalendarBoard } from './calendar-board.tsx';
import { CalendarHead } from './calendar-head.tsx';
import { daysOf, type Search } from './days.ts';
import { useCalendar, useChoices } from './queries.ts';

/** The appointments of a point, or of one person or room, day by day or a week at a time. */
export function CalendarPlace() {
  const { t, ready } = useTranslation('calendar');
  const { me } = useSession();
  const locale = useLocale();
  const go = useNavigate();
  const search = useSearch({ from: '/appointments' });
  const choices = useChoices();
  const pointIds = choices.data?.pointIds ?? [];
  const point = search.point ?? pointIds.find((id) => id === me.pointId) ?? pointIds[0];
  const own = choices.data?.calendars.find(({ isMine }) => isMine)?.id;
  // A week is of one: one's own first, else the first there is.
  const of = search.of ?? (search.view === 'week' || !point ? (own ?? choices.data?.calendars[0]?.id) : undefined);
  const days = daysOf(search);
  const range = { from: days[0] as string, until: days.at(-1) as string };
  const calendar = useCalendar(of ? { ...range, resource: of } : point ? { ...range, point } : null);
  const turn = (change: Partial<Search>) => void go({ to: '/appointments', search: { ...search, ...change } });
  if (!ready) return <Skeleton lines={8} />;
  return (
    <main className="calendar" id="main" tabIndex={-1} lang={locale}>
      <title>{`${t('title')} · Polku`}</title>
      <AppointmentTabs here="/appointments" day={search.day} />
      {choices.error ? <h1>{t('title')}</h1> : null}
      {choices.data && !of && !point ? (
        <>
          <h1>{t('title')}</h1>
          <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
        </>
      ) : null}
      {choices.data && (of || point) ? <CalendarHead search={search} point={point} of={of} choices={choices.data} onTurn={turn} /> : null}
      {choices.error || calendar.error ? (
        <ErrorState error={choices.error ?? calendar.error} onRetry={() => void (choices.error ? choices.refetch() : calendar.refetch())} />
      ) : calendar.data ? (
        <CalendarBoard
          calendars={calendar.data.calendars}
          days={days}
          search={search}
          asked={of ? { ...range, resource: of } : { ...range, point: point as string }}
        />
      ) : choices.data && !of && !point ? null : (
        <Skeleton lines={10} />
      )}
    </main>
  );
}
