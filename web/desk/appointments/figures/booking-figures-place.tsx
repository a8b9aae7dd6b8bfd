import '../../figures/figures.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BookingChoice, bookingFiguresTable, readBookingFigures, readMeasuredServices } from '../../../shared/api/booking-figures.ts';
import { inOrder, nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { BookingTables } from './booking-tables.tsx';
import { WholeBooking } from './whole-booking.tsx';

const ALL = 'all';
const REMOTE = 'remote';
const DAYS = 365;

/** How soon an appointment can be had and how it is kept: of services and places, never of a person. */
export function BookingFiguresPlace() {
  const { t, ready } = useTranslation('booking-figures');
  const { service, place } = useSearch({ from: '/figures/booking' });
  const today = todayInFinland();
  const choice = { from: daysAfter(today, 1 - DAYS), until: today, service, place };
  if (!ready) return <Skeleton lines={8} />;
  return (
    <main className="figures" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      <header className="figures-head">
        <h1>{t('title')}</h1>
        <Choices choice={choice} />
      </header>
      <p>
        <Link to="/figures" search={{ period: 'week' }}>
          {t('ofVisits')}
        </Link>
      </p>
      <Found choice={choice} />
    </main>
  );
}

function Choices({ choice }: { choice: BookingChoice }) {
  const { t } = useTranslation('booking-figures');
  const locale = useLocale();
  const go = useNavigate();
  const { data } = useQuery({ queryKey: ['booking-figures', 'services'], queryFn: readMeasuredServices });
  if (!data || data.services.length === 0) return null;
  const show = (next: { service?: string | undefined; place?: string | undefined }) => {
    const { service, place } = { service: choice.service, place: choice.place, ...next };
    void go({ to: '/figures/booking', search: { ...(service ? { service } : {}), ...(place ? { place } : {}) } });
  };
  const chosen = (id: string) => (id === ALL ? undefined : id);
  return (
    <>
      <Select
        label={t('service')}
        options={[
          { id: ALL, label: t('allServices') },
          ...inOrder(
            data.services.map(({ id, name }) => ({ id, label: nameIn(name, locale) })),
            ({ label }) => label,
            locale,
          ),
        ]}
        value={choice.service ?? ALL}
        onChange={(id) => show({ service: chosen(id) })}
      />
      <Select
        label={t('place')}
        options={[
          { id: ALL, label: t('allPlaces') },
          ...inOrder(
            data.places.map(({ id, name }) => ({ id: id ?? REMOTE, label: name ? nameIn(name, locale) : t('remote') })),
            ({ label }) => label,
            locale,
          ),
        ]}
        value={choice.place ?? ALL}
        onChange={(id) => show({ place: chosen(id) })}
      />
      <a className={buttonClass({ kind: 'normal', size: 'normal', wide: false, push: false })} href={bookingFiguresTable(choice)} download>
        <Icon of={Download} /> {t('table')}
      </a>
    </>
  );
}

function Found({ choice }: { choice: BookingChoice }) {
  const { t } = useTranslation('booking-figures');
  const { data, error, refetch } = useQuery({
    queryKey: ['booking-figures', choice],
    queryFn: () => readBookingFigures(choice),
    placeholderData: keepPreviousData,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.byService.length === 0) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>;
  return (
    <div className="figures-found">
      <WholeBooking figure={data.whole} />
      <BookingTables figures={data} />
      <p className="quiet">{t('fewHint')}</p>
    </div>
  );
}
