import { useTranslation } from 'react-i18next';
import { addQueue, changeQueue, type Queue, type QueueSetUp, readSetUp } from '../../../shared/api/queues.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { useNameHere } from '../words.ts';
import { keys } from './queries.ts';
import { lastPlace, missingInQueue, noQueue, queueDetails } from './queue-details.ts';
import { QueueFields } from './queue-fields.tsx';
import { usePointOpening } from './use-kept-points.ts';
import { useVersioned } from './use-versioned.ts';

type PanelProps = { setUp: QueueSetUp; onClose: () => void };

export function NewQueuePanel({ setUp: { pointId, queues }, onClose }: PanelProps) {
  const { t } = useTranslation(['queues', 'admin']);
  const nameHere = useNameHere();
  const edit = useEdit(`queues/${pointId}/new-queue`, { ...noQueue, position: lastPlace(queues) });
  const saving = useSaving([keys.setUp(pointId)]);
  const opening = usePointOpening(pointId);
  const save = () =>
    saving.run({
      edit,
      missing: missingInQueue(edit.value),
      send: () => addQueue(pointId, edit.value),
      said: t('admin:added', { what: nameHere(edit.value.name) }),
      onDone: onClose,
    });
  return (
    <EditPanel
      wide
      isNew
      title={t('queue.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <QueueFields isNew value={edit.value} onChange={edit.change} others={queues} pointOpening={opening} />
    </EditPanel>
  );
}

export function QueuePanel({ setUp: { pointId, queues }, queue, onClose }: PanelProps & { queue: Queue }) {
  const { t } = useTranslation(['queues', 'admin']);
  const nameHere = useNameHere();
  const edit = useEdit(`queues/${queue.id}`, queueDetails(queue));
  const saving = useSaving([keys.setUp(pointId)]);
  const opening = usePointOpening(pointId);
  const { latest, send } = useVersioned({
    queryKey: keys.setUp(pointId),
    read: () => readSetUp(pointId),
    find: (setUp) => setUp.queues.find(({ id }) => id === queue.id),
    detailsOf: queueDetails,
    write: (change, version) => changeQueue(queue.id, { ...change, version }),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInQueue(edit.value),
      latest,
      send,
      said: t('admin:saved', { what: nameHere(edit.value.name) }),
      hasUndo: true,
      onDone: onClose,
    });
  return (
    <EditPanel
      wide
      title={nameHere(queue.name)}
      facts={t('queue.facts', { letter: queue.prefix })}
      edit={edit}
      saving={saving}
      labels={{
        organisationId: t('queue.organisation'),
        kind: t('queue.kind'),
        serviceId: t('queue.service'),
        situation: t('queue.situation'),
        name: t('queue.name'),
        prefix: t('queue.letter'),
        atKiosk: t('queue.atKiosk'),
        opening: t('queue.ownHours'),
        usualMinutes: t('queue.usualMinutes'),
        active: t('queue.active'),
      }}
      save={t('admin:save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <QueueFields
        isNew={false}
        value={edit.value}
        onChange={edit.change}
        others={queues.filter(({ id }) => id !== queue.id)}
        pointOpening={opening}
      />
    </EditPanel>
  );
}
