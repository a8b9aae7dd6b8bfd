import './mapping.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingList } from '../../../server/modules/matters/mapping/schema.ts';
import { openMappings } from '../../shared/api/mappings.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { MappingState } from './mapping-state.tsx';
import { StartFromNothing } from './start-mapping.tsx';

/** What is under way in one's unit: an interrupted or handed-on mapping is found and gone on with here. */
export function MappingsPlace() {
  const { t } = useTranslation('mapping');
  const list = useRef<HTMLElement>(null);
  useListKeys(list);
  return (
    <main className="mapping" id="main" tabIndex={-1} ref={list}>
      <title>{`${t('nav')} · Polku`}</title>
      <header className="mapping-head">
        <div className="mapping-title">
          <h1>{t('nav')}</h1>
        </div>
        <StartFromNothing />
      </header>
      <Lines />
    </main>
  );
}

function Lines() {
  const { t } = useTranslation('mapping');
  const found = useQuery({ queryKey: keys.mappings, queryFn: openMappings });
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={5} />;
  if (found.data.mappings.length === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>;
  return (
    <ul className="mapping-lines">
      {found.data.mappings.map((line) => (
        <li key={line.id}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: MappingList['mappings'][number] }) {
  const { t } = useTranslation('mapping');
  const names = useNames();
  return (
    <Link className="row mapping-line" to="/mappings/$mappingId" params={{ mappingId: line.id }}>
      <strong>{line.customerName || t('list.nameless')}</strong>
      <span>{t('toMatter', { number: sayMatterNumber(line.number) })}</span>
      <span>{t(`groups.${line.at}`)}</span>
      <span>{line.personName ?? names.unit(line.unitId)}</span>
      <MappingState state={line.state} />
      <span className="quiet">
        <Time at={line.changedAt} />
      </span>
      {line.note ? <span className="quiet mapping-note">{line.note}</span> : null}
    </Link>
  );
}
