import '../../shared/ui/tabs.css';
import './appointment-tabs.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMissedCount } from './sessions/use-missed-count.ts';

const places = [
  { to: '/appointments', words: 'desk:nav.calendar' },
  { to: '/appointments/day', words: 'booked:day.nav' },
  { to: '/meetings', words: 'desk:nav.meetings' },
  { to: '/appointments/waiting', words: 'desk:nav.waitingLines' },
] as const;

/** Everything that is booked, by hours, as a list of the day, as meetings of many, and who waits for a time: one step from each other. */
export function AppointmentTabs({ here, day }: { here: (typeof places)[number]['to']; day?: string }) {
  const { t } = useTranslation(['desk', 'booked']);
  const missed = useMissedCount();
  return (
    <nav className="tabs appointment-tabs" aria-label={t('desk:nav.appointments')}>
      {places.map(({ to, words }) => (
        <Link
          key={to}
          className="tab"
          to={to}
          {...(day && (to === '/appointments' || to === '/appointments/day') ? { search: { day } } : {})}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{}}
          aria-current={to === here ? 'page' : undefined}
        >
          {t(words)}
          {to === '/meetings' && missed > 0 ? (
            <>
              {' '}
              <span className="count">
                {missed} <span className="heard">{t('desk:nav.missed', { count: missed })}</span>
              </span>
            </>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
