import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BookingConflicts } from '../../../../shared/api/booking-setup.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { useNameHere } from '../../words.ts';

const shown = 4;

/** Whoever has booked stays booked: so many would have to be moved, the first of them by their times. */
export function MustMove({ conflicts: { count, conflicts }, hasChanges }: { conflicts: BookingConflicts; hasChanges: boolean }) {
  const { t } = useTranslation('booking-setup');
  const { dateTime } = useTimes();
  const nameHere = useNameHere();
  return (
    <div className="admin-note warn booking-must" role="status">
      <Icon of={TriangleAlert} />
      <div>
        <strong>{t(hasChanges ? 'trial.wouldMove' : 'trial.mustMove', { count })}</strong>
        <ul>
          {conflicts.slice(0, shown).map(({ appointmentId, startsAt, stop }) => (
            <li key={appointmentId}>{[dateTime(startsAt), nameHere(stop?.name)].filter(Boolean).join(' · ')}</li>
          ))}
          {count > shown ? <li>{t('trial.more', { count: count - shown })}</li> : null}
        </ul>
        <p>{t('trial.kept')}</p>
      </div>
    </div>
  );
}
