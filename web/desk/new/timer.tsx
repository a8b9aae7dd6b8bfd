import { useTranslation } from 'react-i18next';
import { epochOf, minutesBetween } from '../../shared/ui/time-format.ts';
import { useNow } from '../../shared/ui/use-now.ts';

/** How long the talk has lasted. */
export function Timer({ since }: { since: string }) {
  const { t } = useTranslation('desk');
  const now = useNow('second');
  const seconds = Math.max(0, Math.floor((now - epochOf(since)) / 1000)) % 60;
  return (
    <span className="timer" role="timer" aria-label={t('new.timer')}>
      {minutesBetween(since, now)}:{String(seconds).padStart(2, '0')}
    </span>
  );
}
