import '../list/list.css';
import './documents.css';
import { Link, Outlet, useMatchRoute, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRow, Lies } from '../../../server/modules/matters/documents/schema.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { ListKeys } from '../list/list-keys.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useNames } from '../session.tsx';
import { useDocuments } from './queries.ts';
import { usePointOptions } from './use-point-options.ts';

export const documentViews = ['here', 'away', 'authority', 'return', 'ended'] as const satisfies readonly Lies[];
const everywhere = 'everywhere';

/** What lies where: every paper one may see, by state and point, the oldest first. */
export function DocumentsPlace() {
  const { t } = useTranslation('documents');
  const { view } = useSearch({ from: '/documents' });
  const isListOnly = Boolean(useMatchRoute()({ to: '/documents' }));
  const [pointId, setPointId] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const points = usePointOptions();
  useListKeys(list);
  return (
    <main className="panes" data-showing={isListOnly ? 'list' : 'main'}>
      <nav className="pane pane-side pane-list" aria-label={t('where')} ref={list}>
        {isListOnly ? <h1 className="heard">{t('where')}</h1> : null}
        <Views view={view} pointId={pointId} />
        <div className="point-filter">
          <Select
            look="line"
            label={t('fields.point')}
            options={[{ id: everywhere, label: t('everywhere') }, ...points]}
            value={pointId ?? everywhere}
            onChange={(id) => setPointId(id === everywhere ? null : id)}
          />
        </div>
        <div className="pane-body">
          <Rows view={view} pointId={pointId} />
        </div>
        <ListKeys />
      </nav>
      <Outlet />
    </main>
  );
}

function Views({ view, pointId }: { view: Lies; pointId: string | null }) {
  const { t } = useTranslation('documents');
  const counts: Partial<Record<Lies, number>> | undefined = useDocuments(view, pointId).data?.counts;
  return (
    <div className="tabs document-views">
      {documentViews.map((one) => (
        <Link key={one} className="tab" to="." search={{ view: one }} aria-current={one === view ? 'page' : undefined}>
          {t(`views.${one}`)} {counts?.[one] === undefined ? null : <span className="count">{counts[one]}</span>}
        </Link>
      ))}
    </div>
  );
}

function Rows({ view, pointId }: { view: Lies; pointId: string | null }) {
  const { t } = useTranslation('documents');
  const documents = useDocuments(view, pointId);
  if (documents.error && !documents.data) return <ErrorState error={documents.error} onRetry={() => void documents.refetch()} />;
  if (!documents.data) return <Skeleton lines={8} />;
  const { rows, isCut } = documents.data;
  if (rows.length === 0) return <EmptyState title={t(`empty.${view}`)}>{t('emptyHint')}</EmptyState>;
  return (
    <>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <DocumentLine row={row} view={view} />
          </li>
        ))}
      </ul>
      {isCut ? <p className="quiet small cut">{t('cut', { count: rows.length })}</p> : null}
    </>
  );
}

/** What, where, since when. */
function DocumentLine({ row, view }: { row: DocumentRow; view: Lies }) {
  const { t } = useTranslation('documents');
  const names = useNames();
  const lies = [names.point(row.pointId), row.place].filter(Boolean).join(', ');
  const where = row.nextOrganisationId
    ? t('next', { organisation: names.shortOrganisation(row.nextOrganisationId) })
    : lies || names.shortOrganisation(row.organisationId);
  const movedTo = names.shortOrganisation(row.movedToOrganisationId);
  return (
    <Link
      className="row document-row"
      to="/documents/$documentId"
      params={{ documentId: row.id }}
      search={{ view }}
      activeOptions={{ includeSearch: false }}
    >
      <span className="who">
        {row.title}
        {row.kind === 'original' ? <span className="quiet small"> {t('kinds.original')}</span> : null}
      </span>
      <span className="need">{movedTo ? t('moved', { organisation: movedTo }) : where || t('noAuthority')}</span>
      <span className={`age ${row.isOverdue ? 'bad' : ''}`}>
        {view === 'return' && row.returnBy ? <Time at={`${row.returnBy}T12:00:00Z`} look="date" /> : <Time at={row.stateAt} />}
        {row.isOverdue ? <span className="heard"> {t('overdue')}</span> : null}
      </span>
    </Link>
  );
}
