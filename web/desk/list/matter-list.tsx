import './list.css';
import { Link, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterView } from '../../shared/api/matters.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useMatters } from '../queries.ts';
import { groupsOf } from './groups.ts';
import { ListKeys } from './list-keys.tsx';
import { MatterLine } from './matter-line.tsx';
import { More } from './more.tsx';
import { useListKeys } from './use-list-keys.ts';

const views = ['mine', 'unit', 'waiting'] as const;

export function MatterList({ isOnly }: { isOnly: boolean }) {
  const { t } = useTranslation('desk');
  const { view } = useSearch({ from: '/matters' });
  const list = useRef<HTMLElement>(null);
  useListKeys(list);
  return (
    <nav className="pane pane-side pane-list" aria-label={t('list.label')} ref={list}>
      {isOnly ? <h1 className="heard">{t('list.label')}</h1> : null}
      <Views view={view} />
      <div className="pane-body">
        <Rows view={view} />
      </div>
      <ListKeys />
    </nav>
  );
}

function Views({ view }: { view: MatterView }) {
  const { t } = useTranslation('desk');
  const counts = useMatters(view).data?.counts;
  return (
    <div className="tabs">
      {views.map((one) => (
        <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`list.views.${one}`)} {counts ? <span className="count">{counts[one]}</span> : null}
        </Link>
      ))}
      <Link className={`${buttonClass({ kind: 'plain', size: 'small', push: true })} new-matter`} to="/matters/new" search={{ view }}>
        <Icon of={Plus} />
        <span className="new-word">{t('list.new')}</span>
      </Link>
    </div>
  );
}

function Rows({ view }: { view: MatterView }) {
  const { t } = useTranslation('desk');
  const matters = useMatters(view);
  if (matters.error && !matters.data) return <ErrorState error={matters.error} onRetry={() => void matters.refetch()} />;
  if (!matters.data) return <Skeleton lines={8} />;
  if (matters.data.rows.length === 0) return <Nothing view={view} unclaimed={matters.data.counts.unit} />;
  return (
    <>
      {groupsOf(view, matters.data.rows).map((group) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`}>
          <h2 className="group" id={`group-${group.id}`}>
            {t(`list.groups.${group.id}`)} <span className="count">{group.rows.length}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id}>
                <MatterLine row={row} view={view} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <More list={matters} />
    </>
  );
}

function Nothing({ view, unclaimed }: { view: MatterView; unclaimed: number }) {
  const { t } = useTranslation('desk');
  if (view !== 'mine') return <EmptyState title={t(`list.empty.${view}`)}>{t('list.emptyHint')}</EmptyState>;
  return (
    <EmptyState
      title={t('list.empty.mine')}
      action={
        <Link className={buttonClass({})} to="." search={{ view: 'unit' }}>
          {t('list.seeUnit')}
        </Link>
      }
    >
      {t('list.unclaimed', { count: unclaimed })}
    </EmptyState>
  );
}
