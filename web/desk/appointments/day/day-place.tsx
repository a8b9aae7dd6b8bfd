import '../../list/list.css';
import './day.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CalendarPlus, ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayOfPoint, readDay } from '../../../shared/api/booked.ts';
import { ApiProblem } from '../../../shared/api/problem.ts';
import type { ArrivedAnswer } from '../../../shared/api/visits.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { keys } from '../../queries.ts';
import { useNames, useSession } from '../../session.tsx';
import { PointChoice } from '../../settings/point-choice.tsx';
import { ArrivedPanel } from '../../visits/arrived-panel.tsx';
import { AppointmentTabs } from '../appointment-tabs.tsx';
import { BookingPanel } from '../book/booking-panel.tsx';
import { DayRow } from './day-row.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { StateWord } from './state-word.tsx';

/** Everyone who is expected at the point on a day. */
export function DayPlace() {
  const { t } = useTranslation('booked');
  const { me } = useSession();
  const { day = todayInFinland() } = useSearch({ from: '/appointments/day' });
  // The live line makes the point's board old, and its day with it.
  const found = useQuery({
    queryKey: [...keys.board(me.pointId ?? ''), 'day', day],
    queryFn: () => readDay(me.pointId as string, day),
    enabled: me.pointId !== null,
    refetchInterval: 60_000,
  });
  const isNotHere = found.error instanceof ApiProblem && found.error.status === 404;
  return (
    <main className="day-place" id="main" tabIndex={-1}>
      <title>{`${t('day.title')} · Polku`}</title>
      <AppointmentTabs here="/appointments/day" day={day} />
      {me.pointId === null || isNotHere ? (
        <>
          <h1>{t('day.title')}</h1>
          <EmptyState title={t('day.noPoint')} action={<PointChoice />}>
            {t('day.noPointHint')}
          </EmptyState>
        </>
      ) : (
        <>
          <DayHead day={day} />
          {found.error && !found.data ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
          {found.data ? <DayRows list={found.data} /> : <Skeleton lines={8} />}
        </>
      )}
    </main>
  );
}

function DayHead({ day }: { day: string }) {
  const { t } = useTranslation('booked');
  const { me } = useSession();
  const names = useNames();
  const go = useNavigate();
  const { date } = useTimes();
  const [isBooking, setBooking] = useState(false);
  const show = (to: string) => void go({ to: '/appointments/day', search: to === todayInFinland() ? {} : { day: to } });
  return (
    <header className="day-head">
      <div>
        <p className="quiet">{names.point(me.pointId)}</p>
        <h1>
          {t('day.title')} <span className="nowrap">{date(`${day}T10:00:00Z`)}</span>
        </h1>
      </div>
      <div className="actions day-commands">
        <Button kind="plain" icon={ChevronLeft} aria-label={t('day.before')} onPress={() => show(daysAfter(day, -1))} />
        <Button isDisabled={day === todayInFinland()} onPress={() => show(todayInFinland())}>
          {t('day.today')}
        </Button>
        <Button kind="plain" icon={ChevronRight} aria-label={t('day.after')} onPress={() => show(daysAfter(day, 1))} />
        <Button icon={Printer} onPress={() => window.print()}>
          {t('day.print')}
        </Button>
        <Button kind="primary" icon={CalendarPlus} onPress={() => setBooking(true)}>
          {t('book')}
        </Button>
      </div>
      {isBooking ? <BookingPanel page={null} onClose={() => setBooking(false)} /> : null}
    </header>
  );
}

function DayRows({ list }: { list: DayOfPoint }) {
  const { t } = useTranslation('booked');
  const locale = useLocale();
  const [given, setGiven] = useState<ArrivedAnswer | null>(null);
  const { appointments, walkIns, day, pointId } = list;
  return (
    <>
      {appointments.length === 0 ? (
        <EmptyState title={t('day.none')}>{t('day.noneHint')}</EmptyState>
      ) : (
        <ul className="day-rows" aria-label={t('day.title')}>
          {appointments.map((one) =>
            one.meeting ? (
              <MeetingRow key={one.id} one={one} meeting={one.meeting} />
            ) : (
              <DayRow key={one.id} one={one} isToday={day === todayInFinland()} onGiven={setGiven} />
            ),
          )}
        </ul>
      )}
      {walkIns.length > 0 ? (
        <section aria-labelledby="walk-ins">
          <h2 id="walk-ins">{t('day.walkIns')}</h2>
          <ul className="day-rows">
            {walkIns.map((one) => (
              <li key={one.visitId} className="row day-row">
                <span className="day-time">
                  <Time at={one.arrivedAt} look="clock" />
                </span>
                <span>
                  {one.code} <span className="quiet">{nameIn(one.queueName, locale)}</span>
                </span>
                <span className="day-marks quiet">{t('day.walkIn')}</span>
                <StateWord state={one.state} />
                <span />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {given ? <ArrivedPanel given={given} pointId={pointId} onClose={() => setGiven(null)} /> : null}
    </>
  );
}
