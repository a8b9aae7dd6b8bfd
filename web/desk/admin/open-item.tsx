import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Panel } from '../../shared/ui/panel.tsx';

type OpenItemProps<Row> = {
  itemId: string | undefined;
  query: UseQueryResult<unknown>;
  rows: readonly Row[] | undefined;
  idOf: (row: Row) => string;
  adding?: (() => ReactNode) | undefined;
  children: (row: Row) => ReactNode;
  onClose: () => void;
};

/** The panel that belongs to the address: of one thing, of a new one, or the word that there is none. */
export function OpenItem<Row>({ itemId, query, rows, idOf, adding, children, onClose }: OpenItemProps<Row>) {
  const { t } = useTranslation('admin');
  if (itemId === undefined) return null;
  if (itemId === 'new' && adding) return adding();
  const row = rows?.find((one) => idOf(one) === itemId);
  if (row) return children(row);
  if (!query.isSuccess || query.isFetching) return null;
  return (
    <Panel title={t('notHere.title')} onClose={onClose}>
      <EmptyState title={t('notHere.title')}>{t('notHere.hint')}</EmptyState>
    </Panel>
  );
}
