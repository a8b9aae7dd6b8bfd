import './meetings.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Attendance, readAttendance } from '../../../shared/api/meetings.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { MeetingLinkSection } from '../meeting-link/meeting-link-section.tsx';
import { AttendanceList } from './attendance-list.tsx';
import { BookPlace } from './book-place.tsx';
import { CallOff } from './call-off.tsx';
import { attendanceKey } from './keys.ts';

/** One meeting: who has a place, and who came. */
export function AttendancePlace() {
  const { t, ready } = useTranslation(['meetings', 'booked']);
  const locale = useLocale();
  const { meetingId } = useParams({ from: '/meetings/$meetingId' });
  const found = useQuery({ queryKey: attendanceKey(meetingId), queryFn: () => readAttendance(meetingId) });
  if (!ready) return <Skeleton lines={8} />;
  return (
    <main className="meetings" id="main" tabIndex={-1} lang={locale}>
      <title>{`${t('attendance.title')} · Polku`}</title>
      <p>
        <Link to="/meetings" className="meetings-back">
          <Icon of={ArrowLeft} /> {t('back')}
        </Link>
      </p>
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Shown attendance={found.data} />
      ) : (
        <Skeleton lines={8} />
      )}
    </main>
  );
}

function Shown({ attendance: { meeting, open, attenders } }: { attendance: Attendance }) {
  const { t } = useTranslation('meetings');
  const locale = useLocale();
  const names = useNames();
  const { dateTime, time } = useTimes();
  const { id, houseId, way, name, startsAt, endsAt, pointId, taken, capacity, cancelled } = meeting;
  return (
    <>
      <h1>{name[locale]}</h1>
      <p>
        {dateTime(startsAt)}–{time(endsAt).replace(/^\D+/, '')}
        <br />
        {pointId ? names.point(pointId) : t('remote')}
        <br />
        {cancelled ? t('cancelled') : t('places', { taken, capacity })}
      </p>
      {way === 'remote' && !cancelled ? <MeetingLinkSection id={houseId} /> : null}
      {!open && !cancelled ? <Notice icon={CalendarClock} title={t('attendance.closed')} /> : null}
      <BookPlace meeting={meeting} />
      <section aria-labelledby="who">
        <h2 id="who">{t('attendance.who')}</h2>
        {attenders.length === 0 ? (
          <p className="quiet">{t('attendance.none')}</p>
        ) : (
          <AttendanceList meetingId={id} attenders={attenders} open={open} />
        )}
      </section>
      {!cancelled && attenders.every(({ mark }) => mark !== 'present') ? <CallOff meetingId={id} /> : null}
    </>
  );
}
