import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useListKeys } from '../../list/use-list-keys.ts';
import type { Section } from '../sections.ts';
import { RowTable } from './row-table.tsx';
import { type Search, SectionHead } from './section-head.tsx';

export type Column<Row> = { id: string; label: string; cell: (row: Row) => ReactNode };
export type RowGroup<Row> = { id: string; label?: string; rows: readonly Row[] };

type RegisterProps<Data, Row> = {
  section: Section;
  intro: string;
  query: UseQueryResult<Data>;
  groups: (data: Data) => readonly RowGroup<Row>[];
  idOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  search?: Search;
  /** The word of the button that adds one; absent: nothing may be added. */
  add?: string | undefined;
  empty: { title: string; hint: string };
  /** Stands under the table. */
  after?: ReactNode;
  /** The panel of the thing that is open. */
  children?: ReactNode;
};

/** A section's page: what there is, found and opened. */
export function Register<Data, Row>(props: RegisterProps<Data, Row>) {
  const { section, intro, query, groups, search, add, after, children } = props;
  const body = useRef<HTMLDivElement>(null);
  useListKeys(body, '.row-link');
  const shown = query.data === undefined ? undefined : groups(query.data);
  const count = shown?.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <>
      <SectionHead section={section} intro={intro} count={count} search={search} add={add} />
      <div className="pane-body" ref={body}>
        <Body {...props} shown={shown} />
        {after}
      </div>
      {children}
    </>
  );
}

function Body<Data, Row>({
  query,
  shown,
  section,
  columns,
  idOf,
  empty,
  search,
}: RegisterProps<Data, Row> & { shown: readonly RowGroup<Row>[] | undefined }) {
  const { t } = useTranslation('admin');
  if (query.error && !shown) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!shown) return <Skeleton lines={8} />;
  const filled = shown.filter((group) => group.rows.length > 0);
  if (filled.length > 0) return <RowTable section={section} groups={filled} columns={columns} idOf={idOf} />;
  if (search?.words.trim()) return <EmptyState title={t('nothingFound.title')}>{t('nothingFound.hint')}</EmptyState>;
  return <EmptyState title={empty.title}>{empty.hint}</EmptyState>;
}
