import { useTranslation } from 'react-i18next';
import type { Queue, QueueSetUp } from '../../../shared/api/queues.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { useWeekWords } from '../opening/use-week-words.ts';
import type { Column } from '../register/register.tsx';
import { useNameHere } from '../words.ts';
import { NewQueuePanel, QueuePanel } from './queue-panel.tsx';
import { Rows } from './rows.tsx';
import { TabHead } from './tab-head.tsx';
import type { Place } from './use-place.ts';

/** What people wait for at the point. */
export function QueuesTab({ setUp, place, open }: { setUp: QueueSetUp; place: Place; open: string | undefined }) {
  const { t } = useTranslation('queues');
  const queue = setUp.queues.find(({ id }) => id === open);
  const columns = useColumns(setUp);
  const groups = [
    { id: 'used', rows: setUp.queues.filter(({ active }) => active) },
    { id: 'unused', label: t('unused'), rows: setUp.queues.filter(({ active }) => !active) },
  ];
  return (
    <>
      <TabHead intro={t('queue.intro')} add={t('queue.add')} onAdd={() => place.open('new')} />
      {setUp.queues.length > 0 ? (
        <Rows label={t('tabs.queues')} place={place} groups={groups} columns={columns} />
      ) : (
        <EmptyState title={t('queue.none')}>{t('queue.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewQueuePanel setUp={setUp} onClose={place.leave} /> : null}
      {queue ? <QueuePanel key={queue.id} setUp={setUp} queue={queue} onClose={place.leave} /> : null}
    </>
  );
}

function useColumns({ counters }: QueueSetUp): Column<Queue>[] {
  const { t } = useTranslation('queues');
  const names = useNames();
  const nameHere = useNameHere();
  const weekWords = useWeekWords();
  const { duration } = useTimes();
  const servedAt = (queue: Queue) => counters.filter(({ active, queueIds }) => active && queueIds.includes(queue.id));
  return [
    {
      id: 'name',
      label: t('queue.column'),
      cell: (queue) => (
        <>
          <span className="queues-letter">{queue.prefix}</span> {nameHere(queue.name)}
        </>
      ),
    },
    {
      id: 'whose',
      label: t('queue.organisation'),
      cell: (queue) =>
        [names.organisation(queue.organisationId), queue.situation ? names.item('lifeSituations', queue.situation) : '']
          .filter(Boolean)
          .join(' · '),
    },
    { id: 'kind', label: t('queue.kind'), cell: (queue) => t(`queue.kinds.${queue.kind}`) },
    { id: 'kiosk', label: t('queue.kioskColumn'), cell: (queue) => t(queue.atKiosk ? 'queue.shown' : 'queue.hidden') },
    {
      id: 'minutes',
      label: t('queue.usualMinutes'),
      cell: (queue) => (queue.usualMinutes === null ? t('queue.unknownMinutes') : duration(queue.usualMinutes)),
    },
    { id: 'opening', label: t('queue.hoursColumn'), cell: (queue) => (queue.opening ? weekWords(queue.opening) : t('queue.asPoint')) },
    {
      id: 'served',
      label: t('queue.servedAt'),
      cell: (queue) =>
        servedAt(queue)
          .map(({ name }) => nameHere(name))
          .join(', ') || (queue.active ? <StatusWord tone="warn">{t('queue.servedNowhere')}</StatusWord> : null),
    },
  ];
}
