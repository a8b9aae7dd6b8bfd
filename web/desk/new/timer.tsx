import { useTranslation } from 'react-i18next';
import { epochOf, minutesBetween } from '../../shared/ui/time-format.ts';
import { useNow } from '../../shared/ui/use-now.ts';

/** How long the talk has lasted; `until`: the clock stands. */
export function Timer({ since, until }: { since: string; until?: string | null }) {
  const { t } = useTranslation('desk');
  const now = useNow('second');
  const end = until ? epochOf(until) : now;
  const seconds = Math.max(0, Math.floor((end - epochOf(since)) / 1000)) % 60;
  return (
    <span className="timer" role="timer" aria-label={t('new.timer')}>
      {minutesBetween(since, end)}:{String(seconds).padStart(2, '0')}
    </span>
  );
}
