import { useTranslation } from 'react-i18next';
import type { BookingFigure } from '../../../shared/api/booking-figures.ts';
import { Fact } from '../../figures/fact.tsx';
import { useBookingWords } from './use-booking-words.ts';

/** How far away an appointment has been, and how it was kept, over all that is chosen. */
export function WholeBooking({ figure: { availability, punctuality } }: { figure: BookingFigure }) {
  const { t } = useTranslation('booking-figures');
  const words = useBookingWords();
  return (
    <>
      <section aria-labelledby="booking-availability">
        <h2 id="booking-availability">{t('availability')}</h2>
        <p className="quiet">{t('availabilityHint')}</p>
        <dl className="figures-facts">
          <Fact name={t('first')} value={words.days(availability?.first)} more={words.hours(availability?.first)} />
          <Fact name={t('third')} value={words.days(availability?.third)} more={words.hours(availability?.third)} />
          <Fact name={t('withFree')} value={words.share(availability?.withFree)} />
          <Fact name={t('taken')} value={words.share(availability?.taken)} />
        </dl>
      </section>
      <section aria-labelledby="booking-punctuality">
        <h2 id="booking-punctuality">{t('punctuality')}</h2>
        <p className="quiet">{t('punctualityHint')}</p>
        <dl className="figures-facts">
          <Fact name={t('booked')} value={words.count(punctuality.booked)} />
          <Fact name={t('start')} value={words.minutes(punctuality.startMinutes)} />
          <Fact name={t('within5')} value={words.share(punctuality.within5)} />
          <Fact name={t('within10')} value={words.share(punctuality.within10)} />
          <Fact name={t('arrival')} value={words.minutes(punctuality.arrivalMinutes)} />
          <Fact name={t('arrivedLate')} value={words.share(punctuality.arrivedLate)} />
          <Fact name={t('missed')} value={words.share(punctuality.missed)} />
          <Fact name={t('cancelled')} value={words.share(punctuality.cancelled)} />
          <Fact name={t('unused')} value={words.share(punctuality.unused)} />
        </dl>
      </section>
    </>
  );
}
