import './feed-section.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dropFeed, readFeed, renewFeed } from '../../shared/api/calendar.ts';
import { Button } from '../../shared/ui/button.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useDeed } from '../use-deed.ts';
import { useServesVisitors } from '../visits/queries.ts';

const key = ['calendar-feed'];

/** The secret address of one's own calendar: made, made anew and taken away. */
export function FeedSection() {
  const { t, ready } = useTranslation('calendar');
  const { date } = useTimes();
  const queries = useQueryClient();
  const serves = useServesVisitors();
  const { data } = useQuery({ queryKey: key, queryFn: readFeed, enabled: serves, gcTime: 0 });
  const { run, isRunning } = useDeed([key]);
  if (!serves || !data || !ready) return null;
  const { feed } = data;
  const renew = () => run(async () => queries.setQueryData(key, await renewFeed()));
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    showToast({ text: t('feed.copied') });
  };
  return (
    <section className="feed-section">
      <h2>{t('feed.title')}</h2>
      <p className="quiet">{t('feed.hint')}</p>
      {feed ? (
        <>
          <p>
            <code>{feed.address}</code>
            <br />
            <span className="quiet small">
              {t('feed.made', { date: date(feed.madeAt) })}{' '}
              {feed.readOn ? t('feed.read', { date: date(`${feed.readOn}T10:00:00Z`) }) : t('feed.unread')}
            </span>
          </p>
          <div className="actions">
            {window.isSecureContext ? <Button onPress={() => void copy(feed.address)}>{t('feed.copy')}</Button> : null}
            <Button isPending={isRunning} onPress={() => void renew()}>
              {t('feed.renew')}
            </Button>
            <Button isPending={isRunning} onPress={() => void run(dropFeed)}>
              {t('feed.drop')}
            </Button>
          </div>
        </>
      ) : (
        <Button isPending={isRunning} onPress={() => void renew()}>
          {t('feed.make')}
        </Button>
      )}
    </section>
  );
}
