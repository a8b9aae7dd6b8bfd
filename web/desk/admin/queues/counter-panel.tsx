import { useTranslation } from 'react-i18next';
import { addCounter, type Counter, changeCounter, type QueueSetUp, readSetUp } from '../../../shared/api/queues.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { useNameHere } from '../words.ts';
import { counterDetails, missingInCounter, noCounter } from './counter-details.ts';
import { CounterFields } from './counter-fields.tsx';
import { keys } from './queries.ts';
import { lastPlace } from './queue-details.ts';
import { useVersioned } from './use-versioned.ts';

type PanelProps = { setUp: QueueSetUp; onClose: () => void };

export function NewCounterPanel({ setUp: { pointId, counters, queues }, onClose }: PanelProps) {
  const { t } = useTranslation(['queues', 'admin']);
  const nameHere = useNameHere();
  const edit = useEdit(`queues/${pointId}/new-counter`, { ...noCounter, position: lastPlace(counters) });
  const saving = useSaving([keys.setUp(pointId)]);
  const save = () =>
    saving.run({
      edit,
      missing: missingInCounter(edit.value),
      send: () => addCounter(pointId, edit.value),
      said: t('admin:added', { what: nameHere(edit.value.name) }),
      onDone: onClose,
    });
  return (
    <EditPanel
      wide
      isNew
      title={t('counter.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <CounterFields isNew value={edit.value} onChange={edit.change} queues={queues} />
    </EditPanel>
  );
}

export function CounterPanel({ setUp: { pointId, queues }, counter, onClose }: PanelProps & { counter: Counter }) {
  const { t } = useTranslation(['queues', 'admin']);
  const nameHere = useNameHere();
  const edit = useEdit(`queues/${counter.id}`, counterDetails(counter));
  const saving = useSaving([keys.setUp(pointId)]);
  const { latest, send } = useVersioned({
    queryKey: keys.setUp(pointId),
    read: () => readSetUp(pointId),
    find: (setUp) => setUp.counters.find(({ id }) => id === counter.id),
    detailsOf: counterDetails,
    write: (change, version) => changeCounter(counter.id, { ...change, version }),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInCounter(edit.value),
      latest,
      send,
      said: t('admin:saved', { what: nameHere(edit.value.name) }),
      hasUndo: true,
      onDone: onClose,
    });
  return (
    <EditPanel
      wide
      title={nameHere(counter.name)}
      facts={t(`counter.kinds.${counter.kind}`)}
      edit={edit}
      saving={saving}
      labels={{
        kind: t('counter.kind'),
        name: t('counter.name'),
        direction: t('counter.direction'),
        suits: t('counter.suits'),
        queueIds: t('counter.queues'),
        active: t('counter.active'),
      }}
      save={t('admin:save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <CounterFields isNew={false} value={edit.value} onChange={edit.change} queues={queues} />
    </EditPanel>
  );
}
