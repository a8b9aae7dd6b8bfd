import './restriction.css';
import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Restriction } from '../../../server/modules/matters/data-requests/schema.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';

/** On every page of a matter whose data are restricted: what may be done with them, before somebody tries (GDPR art. 18). */
export function RestrictionBanner({ restriction }: { restriction: Restriction | null }) {
  const { t } = useTranslation('rights');
  const times = useTimes();
  if (!restriction) return null;
  return (
    <div className="restriction" role="note">
      <Icon of={Ban} />
      <p>
        <strong>{t('restricted')}.</strong> {t('restrictedHow', { day: times.date(restriction.since) })}{' '}
        {restriction.liftsAt ? t('restrictedUntil', { day: times.date(restriction.liftsAt) }) : ''}
      </p>
    </div>
  );
}

/** The same as a sign in a list. */
export function RestrictionSign() {
  const { t } = useTranslation('rights');
  return <Icon of={Ban} label={t('restricted')} />;
}
