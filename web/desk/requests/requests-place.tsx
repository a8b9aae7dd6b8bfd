import { Link, Outlet, useMatchRoute, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../../server/modules/matters/requests/schema.ts';
import type { RequestView } from '../../shared/api/requests.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Age } from '../list/age.tsx';
import { ListKeys } from '../list/list-keys.tsx';
import { More } from '../list/more.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useRequests } from '../queries.ts';
import { useNames, useSendsOn } from '../session.tsx';
import { type RequestGroup, requestGroupsOf } from './groups.ts';
import '../list/list.css';
import { Time } from '../../shared/ui/time.tsx';
import { useNow } from '../../shared/ui/use-now.ts';

const views = ['mine', 'unit', 'below', 'answered'] as const;

export function RequestsPlace() {
  const { t } = useTranslation('desk');
  const { view } = useSearch({ from: '/requests' });
  const isListOnly = Boolean(useMatchRoute()({ to: '/requests' }));
  const list = useRef<HTMLElement>(null);
  useListKeys(list);
  return (
    <main className="panes" data-showing={isListOnly ? 'list' : 'main'}>
      <nav className="pane pane-side pane-list" aria-label={t('requests.title')} ref={list}>
        {isListOnly ? <h1 className="heard">{t('requests.title')}</h1> : null}
        <Views view={view} />
        <div className="pane-body">
          <Rows view={view} />
        </div>
        <ListKeys />
      </nav>
      <Outlet />
    </main>
  );
}

function Views({ view }: { view: RequestView }) {
  const { t } = useTranslation('desk');
  const counts: Partial<Record<RequestView, number>> | undefined = useRequests(view).data?.counts;
  const offered = useViews();
  return (
    <div className="tabs">
      {offered.map((one) => (
        <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`requests.views.${one}`)} {counts?.[one] === undefined ? null : <span className="count">{counts[one]}</span>}
        </Link>
      ))}
    </div>
  );
}

/** From the last tier nothing goes further. */
function useViews(): RequestView[] {
  const sendsOn = useSendsOn();
  return views.filter((view) => view !== 'below' || sendsOn);
}

function Rows({ view }: { view: RequestView }) {
  const { t } = useTranslation('desk');
  const now = useNow();
  const requests = useRequests(view);
  if (requests.error && !requests.data) return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  if (!requests.data) return <Skeleton lines={8} />;
  if (requests.data.rows.length === 0) return <Nothing view={view} inUnit={requests.data.counts.unit} />;
  return (
    <>
      {requestGroupsOf(requests.data.rows, now).map((group: RequestGroup) => (
        <section key={group.id} aria-labelledby={`group-${group.id}`}>
          <h2 className="group" id={`group-${group.id}`}>
            {t(`requests.groups.${group.id}`)} <span className="count">{group.rows.length}</span>
          </h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id}>
                <RequestLine row={row} view={view} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <More list={requests} />
    </>
  );
}

function Nothing({ view, inUnit }: { view: RequestView; inUnit: number }) {
  const { t } = useTranslation('desk');
  if (view !== 'mine' || inUnit === 0) return <EmptyState title={t(`requests.empty.${view}`)}>{t('requests.emptyHint')}</EmptyState>;
  return (
    <EmptyState
      title={t('requests.empty.mine')}
      action={
        <Link className={buttonClass({})} to="." search={{ view: 'unit' }}>
          {t('requests.seeUnit')}
        </Link>
      }
    >
      {t('requests.inUnit', { count: inUnit })}
    </EmptyState>
  );
}

function RequestLine({ row, view }: { row: RequestRow; view: RequestView }) {
  const names = useNames();
  return (
    <Link
      className="row request-row"
      to="/requests/$requestId"
      params={{ requestId: row.id }}
      search={{ view }}
      activeOptions={{ includeSearch: false }}
    >
      <span className={row.toPersonName ? 'who' : 'who strong'}>{row.title}</span>
      <span className="need">{row.fromPoint ?? names.unit(row.fromUnitId)}</span>
      {row.state === 'open' ? (
        <Age since={row.askedAt} dueAt={row.dueAt} />
      ) : (
        <span className="age">
          <Time at={row.dueAt} />
        </span>
      )}
    </Link>
  );
}
