import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useNames } from '../session.tsx';
import { useOnward } from './queries.ts';
import { useToldWords } from './words.ts';

type QueuePanelProps = {
  board: QueueBoard;
  step: BoardStep;
  onChoose: (queueId: string) => Promise<unknown>;
  onClose: () => void;
};

/** The next of the chain, entered when this step ends. */
export function NextPanel({ board, step, onChoose, onClose }: QueuePanelProps) {
  const { t } = useTranslation('visits');
  const [queueId, setQueueId] = useState<string | null>(null);
  return (
    <Choosing
      title={t('deed.continued')}
      facts={t('chain.kept', { code: step.code })}
      save={t('chain.continued')}
      queueId={queueId}
      onChoose={onChoose}
      onClose={onClose}
    >
      <QueueField queues={board.queues.filter(({ id }) => id !== step.queueId)} queueId={queueId} onQueue={setQueueId} />
    </Choosing>
  );
}

/** To another queue, here or at another point, at once. Only the other point gives another number. */
export function MovePanel({ board, step, onChoose, onClose }: QueuePanelProps) {
  const { t } = useTranslation('visits');
  const lists = useNames();
  const onward = useOnward(board.pointId);
  const [pointId, setPointId] = useState(board.pointId);
  const [queueId, setQueueId] = useState<string | null>(null);
  const elsewhere = onward.data?.points ?? [];
  const there = elsewhere.find(({ id }) => id === pointId);
  const choosePoint = (id: string) => {
    setPointId(id);
    setQueueId(null);
  };
  return (
    <Choosing
      title={t('deed.moved')}
      facts={t(there ? 'move.newNumber' : 'chain.kept', { code: step.code })}
      save={t('chain.moved')}
      queueId={queueId}
      onChoose={onChoose}
      onClose={onClose}
    >
      {elsewhere.length > 0 ? (
        <Select
          label={t('move.point')}
          options={[board.pointId, ...elsewhere.map(({ id }) => id)].map((id) => ({ id, label: lists.point(id) }))}
          value={pointId}
          onChange={choosePoint}
        />
      ) : null}
      <QueueField
        key={pointId}
        queues={there?.queues ?? board.queues.filter(({ id }) => id !== step.queueId)}
        queueId={queueId}
        onQueue={setQueueId}
      />
    </Choosing>
  );
}

type ChoosingProps = {
  title: string;
  facts: string;
  save: string;
  queueId: string | null;
  onChoose: (queueId: string) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

function Choosing({ title, facts, save, queueId, onChoose, onClose, children }: ChoosingProps) {
  const [isRunning, setRunning] = useState(false);
  const choose = async () => {
    if (!queueId) return;
    setRunning(true);
    await onChoose(queueId);
    setRunning(false);
  };
  return (
    <Panel
      title={title}
      facts={facts}
      onClose={onClose}
      place="middle"
      foot={<FormFoot save={save} isPending={isRunning} isDisabled={!queueId} onSave={() => void choose()} />}
    >
      <section className="fields">{children}</section>
    </Panel>
  );
}

type OfferedQueue = Pick<QueueBoard['queues'][number], 'id' | 'name' | 'waiting' | 'newcomer' | 'openCounters'> & { isOpen?: boolean };
type QueueFieldProps = { queues: readonly OfferedQueue[]; queueId: string | null; onQueue: (id: string | null) => void };

function QueueField({ queues, queueId, onQueue }: QueueFieldProps) {
  const { t } = useTranslation('visits');
  const locale = useLocale();
  const told = useToldWords();
  const queue = queues.find(({ id }) => id === queueId);
  return (
    <>
      <ComboBox
        label={t('queue')}
        autoFocus
        options={queues.map(({ id, name }) => ({ id, label: nameIn(name, locale) }))}
        value={queueId}
        onChange={onQueue}
      />
      {queue ? (
        <p role="status">
          {t('waitingCount', { count: queue.waiting })} · {queue.openCounters === 0 ? t('nobodyServes') : told(queue.newcomer)}
          {queue.isOpen === false ? ` · ${t('move.closed')}` : null}
        </p>
      ) : null}
    </>
  );
}
