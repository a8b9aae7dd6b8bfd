import './bulletins.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulletinView } from '../../shared/api/bulletins.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { BulletinArticle } from './bulletin-article.tsx';
import { BulletinPanel, usePublishers } from './bulletin-panel.tsx';
import { useBulletins } from './queries.ts';

/** What is new, what is to come and what has been. */
export function BulletinsPlace() {
  const { t } = useTranslation('bulletins');
  const { view } = useSearch({ from: '/knowledge/bulletins' });
  const go = useNavigate();
  const publishes = usePublishers().length > 0;
  const [isWriting, setWriting] = useState(false);
  const views: BulletinView[] = publishes ? ['news', 'coming', 'past'] : ['news', 'past'];
  return (
    <main className="bulletins" id="main" tabIndex={-1}>
      <title>{`${t('many')} · Polku`}</title>
      <header className="bulletins-head">
        <h1>{t('many')}</h1>
        {publishes ? (
          <Button icon={Plus} onPress={() => setWriting(true)}>
            {t('add')}
          </Button>
        ) : null}
      </header>
      <Tabs
        label={t('many')}
        tabs={views.map((id) => ({ id, label: t(`views.${id}`) }))}
        value={view}
        onChange={(next) => void go({ to: '/knowledge/bulletins', search: { view: next } })}
      >
        <Bulletins view={view} />
      </Tabs>
      {isWriting ? <BulletinPanel bulletin={null} onClose={() => setWriting(false)} /> : null}
    </main>
  );
}

/** Those of one view, the newest first. */
export function Bulletins({ view, heading = 'h2' }: { view: BulletinView; heading?: 'h2' | 'h3' }) {
  const { t } = useTranslation('bulletins');
  const { data, error, refetch } = useBulletins(view);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  if (data.bulletins.length === 0) return <EmptyState title={t(`none.${view}`)} />;
  return (
    <div className="bulletin-list">
      {data.bulletins.map((bulletin) => (
        <BulletinArticle key={bulletin.id} bulletin={bulletin} heading={heading} />
      ))}
    </div>
  );
}
