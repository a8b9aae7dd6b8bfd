import '../beside.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideList } from '../../../shared/api/guides.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { GuideFacts } from './guide-facts.tsx';
import { GuideText } from './guide-text.tsx';
import { useGuide } from './queries.ts';

/** `threats`: undefined while they have not been fetched yet. */
type ThreatPanelProps = { threats: GuideList['rows'] | undefined; onClose: () => void };

/** The threat guide of where one sits, over whatever one was doing; the others are a press away. */
export function ThreatPanel({ threats, onClose }: ThreatPanelProps) {
  const { t } = useTranslation('guides');
  const locale = useLocale();
  const [picked, setPicked] = useState<string>();
  const id = picked ?? threats?.[0]?.id;
  const chosen = threats?.find((row) => row.id === id);
  const others = threats?.filter((row) => row.id !== id) ?? [];
  const guide = useGuide(id);
  const content = guide.data?.content;
  return (
    <Panel title={(chosen && nameIn(chosen.titles, locale)) || t('threat.button')} onClose={onClose}>
      {threats?.length === 0 ? <p>{t('threat.none')}</p> : null}
      {guide.data && content ? (
        <div className="guide-threat" key={id}>
          <GuideText content={content} />
          <GuideFacts guide={guide.data} />
        </div>
      ) : null}
      {guide.error && !content ? <ErrorState error={guide.error} onRetry={() => void guide.refetch()} /> : null}
      {guide.isLoading || !threats ? <Skeleton lines={8} /> : null}
      {others.length > 0 ? (
        <section>
          <h3>{t('threat.others')}</h3>
          <ul className="card-links">
            {others.map((row) => (
              <li key={row.id}>
                <button type="button" className="beside-open" onClick={() => setPicked(row.id)}>
                  {nameIn(row.titles, locale)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Panel>
  );
}
