import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { PreVisitSection } from '../day/appointment-panel.tsx';
import { FollowUp } from './follow-up.tsx';
import { useBookedOfVisit } from './queries.ts';

/** By which time a visitor has come and what they have told before, and the next one. */
export function BookedOfVisit({ visitId, matterId }: { visitId: string; matterId: string | null }) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const booked = useBookedOfVisit(visitId).data;
  return (
    <section className="section" aria-labelledby="visit-booked">
      <div className="section-head">
        <h2 id="visit-booked">{t('mine')}</h2>
        <span className="push">
          <FollowUp matterId={matterId} />
        </span>
      </div>
      {booked ? (
        <>
          <p>
            {dateTime(booked.startsAt)} <span className="quiet">{booked.customer?.name}</span>
          </p>
          <PreVisitSection booked={booked} />
        </>
      ) : null}
    </section>
  );
}
