import { RotateCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retryNow, useConnection } from '../live/connection.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useNow } from './use-now.ts';
import { useTimes } from './use-times.ts';

/** A cut shorter than this mends itself before anyone needs to know (milliseconds). */
const patienceMs = 3_000;

/** Shown while the server does not answer: since when, what is kept, what happens next. */
export function ConnectionNotice() {
  const connection = useConnection();
  const since = connection.state === 'away' ? connection.since : null;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (since === null) return undefined;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, [since]);
  if (connection.state === 'here' || !isLong) return null;
  return <Away since={connection.since} retryAt={connection.retryAt} />;
}

function Away({ since, retryAt }: { since: number; retryAt: number | null }) {
  const { t } = useTranslation('ui');
  const { time } = useTimes();
  const now = useNow('second');
  const seconds = retryAt === null ? 0 : Math.ceil((retryAt - now) / 1000);
  return (
    <Notice
      icon={WifiOff}
      title={t('connection.lostAt', { time: time(new Date(since).toISOString()) })}
      action={
        <Button size="small" icon={RotateCw} onPress={retryNow}>
          {t('connection.retryNow')}
        </Button>
      }
    >
      {t('connection.kept')} <span aria-hidden="true">{seconds > 0 ? t('connection.retryIn', { seconds }) : t('connection.retrying')}</span>
    </Notice>
  );
}
