import '../cards.css';
import './support.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActorView } from '../../../shared/api/support.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { ActorArticle } from './actor-article.tsx';
import { ActorPanel } from './actor-panel.tsx';
import { useActors, useActorsToCheck } from './queries.ts';
import { useKeptSupport } from './use-kept-support.ts';
import { actorViews } from './views.ts';

/** Who gives digital support in the region; of one's own, what wants looking over. */
export function SupportPlace() {
  const { t } = useTranslation('support');
  const { view } = useSearch({ from: '/knowledge/support' });
  const go = useNavigate();
  const kept = useKeptSupport();
  const [isNew, setNew] = useState(false);
  const count = useActorsToCheck(kept.length > 0);
  const tabOf = (id: ActorView) => ({ id, label: t(`views.${id}`), ...(id === 'check' ? { count } : {}) });
  return (
    <main className="cards support" id="main" tabIndex={-1}>
      <title>{`${t('many')} · Polku`}</title>
      <header className="cards-head">
        <h1>{t('many')}</h1>
        {kept.length > 0 ? (
          <Button icon={Plus} onPress={() => setNew(true)}>
            {t('add')}
          </Button>
        ) : null}
      </header>
      {kept.length > 0 ? (
        <Tabs
          label={t('many')}
          tabs={actorViews.map(tabOf)}
          value={view}
          onChange={(next) => void go({ to: '/knowledge/support', search: { view: next } })}
        >
          <Actors view={view} />
        </Tabs>
      ) : (
        <Actors view="all" />
      )}
      {isNew ? <ActorPanel actor={null} onClose={() => setNew(false)} /> : null}
    </main>
  );
}

function Actors({ view }: { view: ActorView }) {
  const { t } = useTranslation('support');
  const { data, error, refetch } = useActors(view);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.actors.length === 0) return <EmptyState title={t(`none.${view}`)} />;
  return (
    <div className="actors">
      {data.actors.map((actor) => (
        <ActorArticle key={actor.id} actor={actor} />
      ))}
    </div>
  );
}
