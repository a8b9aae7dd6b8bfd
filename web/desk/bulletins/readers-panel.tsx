import { useTranslation } from 'react-i18next';
import type { Bulletin } from '../../shared/api/bulletins.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useReaders } from './queries.ts';

/** Who has read it and who has not, so that a must-read one reaches everybody before it holds. */
export function ReadersPanel({ bulletin, onClose }: { bulletin: Bulletin; onClose: () => void }) {
  const { t } = useTranslation('bulletins');
  const locale = useLocale();
  const { data, error, refetch } = useReaders(bulletin.id);
  return (
    <Panel title={t('readersOf')} facts={bulletin.texts[locale].title} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={5} /> : null}
      {data ? (
        <>
          <section aria-labelledby="unread">
            <h2 className="section-head" id="unread">
              {t('notYet', { count: data.unread.length })}
            </h2>
            <ul className="bulletin-readers">
              {data.unread.map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="read">
            <h2 className="section-head" id="read">
              {t('haveRead', { count: data.read.length })}
            </h2>
            <ul className="bulletin-readers">
              {data.read.map(({ name, at }) => (
                <li key={`${name}${at}`}>
                  {name} <span className="quiet">· {<Time at={at} />}</span>
                </li>
              ))}
            </ul>
          </section>
        </>
      ) : null}
    </Panel>
  );
}
