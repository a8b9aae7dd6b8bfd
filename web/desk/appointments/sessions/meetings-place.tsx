import './meetings.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listMeetings, type Meeting } from '../../../shared/api/meetings.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { AppointmentTabs } from '../appointment-tabs.tsx';
import { AddMeetings } from './add-meetings.tsx';
import { meetingsKey } from './keys.ts';
import { MissedSection } from './missed-section.tsx';

/** Two weeks back, for what is still to be marked, and ten ahead. */
const [BEFORE, AFTER] = [14, 70];

/** Meetings of many and courses: those one may lead, and what one's own customers have missed. */
export function MeetingsPlace() {
  const { t, ready } = useTranslation('meetings');
  const locale = useLocale();
  const today = todayInFinland();
  const [from, until] = [daysAfter(today, -BEFORE), daysAfter(today, AFTER)];
  const found = useQuery({ queryKey: [...meetingsKey, from], queryFn: () => listMeetings(from, until) });
  if (!ready) return <Skeleton lines={8} />;
  return (
    <main className="meetings" id="main" tabIndex={-1} lang={locale}>
      <title>{`${t('title')} · Polku`}</title>
      <AppointmentTabs here="/meetings" />
      <h1>{t('title')}</h1>
      <AddMeetings />
      <MissedSection />
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton lines={8} />
      ) : found.data.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
      ) : (
        <ul className="meeting-rows">
          {found.data.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
    </main>
  );
}

function MeetingRow({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const locale = useLocale();
  const names = useNames();
  const { dateTime, time } = useTimes();
  const { id, name, startsAt, endsAt, pointId, seriesId, position, taken, capacity, marked, cancelled } = meeting;
  return (
    <li>
      <Link to="/meetings/$meetingId" params={{ meetingId: id }} className="meeting-row">
        <span className="meeting-when">
          {dateTime(startsAt)}–{time(endsAt).replace(/^\D+/, '')}
        </span>
        <span>
          <strong>{name[locale]}</strong>{' '}
          <span className="quiet">
            {[pointId ? names.point(pointId) : t('remote'), seriesId ? t('ofCourse', { number: position + 1 }) : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className="meeting-places quiet">
          {cancelled ? t('cancelled') : t('places', { taken, capacity })}
          {marked > 0 ? ` · ${t('marked', { count: marked })}` : ''}
        </span>
      </Link>
    </li>
  );
}
