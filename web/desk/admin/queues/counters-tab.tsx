import { useTranslation } from 'react-i18next';
import type { Counter, QueueSetUp } from '../../../shared/api/queues.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useNames } from '../../session.tsx';
import type { Column } from '../register/register.tsx';
import { useNameHere } from '../words.ts';
import { CounterPanel, NewCounterPanel } from './counter-panel.tsx';
import { DirectionWord } from './direction.tsx';
import { Rows } from './rows.tsx';
import { TabHead } from './tab-head.tsx';
import type { Place } from './use-place.ts';

/** Where visitors are served, and what is served there. */
export function CountersTab({ setUp, place, open }: { setUp: QueueSetUp; place: Place; open: string | undefined }) {
  const { t } = useTranslation('queues');
  const counter = setUp.counters.find(({ id }) => id === open);
  const columns = useColumns(setUp);
  const groups = [
    { id: 'used', rows: setUp.counters.filter(({ active }) => active) },
    { id: 'unused', label: t('unused'), rows: setUp.counters.filter(({ active }) => !active) },
  ];
  return (
    <>
      <TabHead intro={t('counter.intro')} add={t('counter.add')} onAdd={() => place.open('new')} />
      {setUp.counters.length > 0 ? (
        <Rows label={t('tabs.counters')} place={place} groups={groups} columns={columns} />
      ) : (
        <EmptyState title={t('counter.none')}>{t('counter.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewCounterPanel setUp={setUp} onClose={place.leave} /> : null}
      {counter ? <CounterPanel key={counter.id} setUp={setUp} counter={counter} onClose={place.leave} /> : null}
    </>
  );
}

function useColumns({ queues }: QueueSetUp): Column<Counter>[] {
  const { t } = useTranslation('queues');
  const names = useNames();
  const nameHere = useNameHere();
  return [
    { id: 'name', label: t('counter.column'), cell: (counter) => nameHere(counter.name) },
    { id: 'kind', label: t('counter.kind'), cell: (counter) => t(`counter.kinds.${counter.kind}`) },
    {
      id: 'direction',
      label: t('counter.direction'),
      cell: (counter) => (counter.direction ? <DirectionWord to={counter.direction} /> : t('counter.noDirection')),
    },
    {
      id: 'queues',
      label: t('counter.queues'),
      cell: (counter) =>
        queues
          .filter(({ id }) => counter.queueIds.includes(id))
          .map(({ prefix, name }) => `${prefix} ${nameHere(name)}`)
          .join(' · ') || (counter.active ? <StatusWord tone="warn">{t('counter.servesNothing')}</StatusWord> : null),
    },
    {
      id: 'suits',
      label: t('counter.suits'),
      cell: (counter) => counter.suits.map((need) => names.item('specialNeeds', need)).join(' · '),
    },
  ];
}
