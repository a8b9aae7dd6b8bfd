import { useTranslation } from 'react-i18next';
import { addDevice, changeDevice, listDevices, type QueueDevice } from '../../../shared/api/queues.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { type DeviceKind, deviceDetails, deviceKinds, missingInDevice, noDevice, settingsOf } from './device-details.ts';
import { DeviceFields } from './device-fields.tsx';
import { Pairing } from './pairing.tsx';
import { PrinterTest } from './printer-test.tsx';
import { keys } from './queries.ts';
import { Revoking } from './revoking.tsx';
import { useVersioned } from './use-versioned.ts';

type NewProps = { pointId: string; onClose: () => void; onAdded: (id: string) => void };

/** What it is and how it is set; the code for pairing comes next. */
export function NewDevicePanel({ pointId, onClose, onAdded }: NewProps) {
  const { t } = useTranslation(['queues', 'admin']);
  const edit = useEdit(`queues/${pointId}/new-device`, { ...noDevice, kind: 'display' as DeviceKind });
  const saving = useSaving([keys.devices(pointId)]);
  const { kind, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: missingInDevice(kind, details),
      send: () => addDevice(pointId, { kind, name: details.name, settings: settingsOf(kind, details) }),
      said: t('admin:added', { what: details.name }),
      onDone: (answer) => onAdded((answer as { id: string }).id),
    });
  return (
    <EditPanel
      isNew
      title={t('device.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <section>
        <Choice
          label={t('device.kind')}
          options={deviceKinds.map((id) => ({ id, label: t(`device.kinds.${id}`) }))}
          value={kind}
          onChange={(id) => edit.change({ kind: id as DeviceKind })}
        />
      </section>
      <DeviceFields pointId={pointId} kind={kind} value={details} onChange={edit.change} />
    </EditPanel>
  );
}

type PanelProps = { device: QueueDevice; onClose: () => void; onPairing: (isPairing: boolean) => void };

export function DevicePanel({ device, onClose, onPairing }: PanelProps) {
  const { t } = useTranslation(['queues', 'admin', 'printing']);
  const { t: displays } = useTranslation('displays');
  const { id, kind, pointId } = device;
  const edit = useEdit(`queues/${id}`, deviceDetails(device));
  const saving = useSaving([keys.devices(pointId)]);
  const { latest, send } = useVersioned({
    queryKey: keys.devices(pointId),
    read: () => listDevices(pointId),
    find: (devices) => devices.find((one) => one.id === id),
    detailsOf: deviceDetails,
    write: (_, version) => changeDevice(id, { name: edit.value.name, settings: settingsOf(kind, edit.value), version }),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInDevice(kind, edit.value),
      latest,
      send,
      said: t('admin:saved', { what: edit.value.name }),
      onDone: onClose,
    });
  const isRevoked = device.state === 'revoked';
  return (
    <EditPanel
      title={device.name}
      facts={t(`device.kinds.${kind}`)}
      edit={edit}
      saving={saving}
      labels={{
        name: t('device.name'),
        shows: t('device.shows'),
        speaks: t('device.speaks'),
        languages: displays('display.first'),
        slides: displays('display.slides'),
        byTurns: displays('display.byTurns'),
        ways: displays('way.title'),
        printer: t('device.printer'),
        host: t('device.host'),
        port: t('device.port'),
        width: t('printing:paper'),
        cpl: t('printing:cpl'),
        encoding: t('printing:encoding'),
        command: t('printing:command'),
        baudRate: t('printing:baudRate'),
      }}
      save={t('admin:save')}
      readOnly={isRevoked ? t('device.revokedNote') : undefined}
      onSave={() => void save()}
      onClose={onClose}
    >
      {isRevoked || kind === 'printer' ? null : <Pairing device={device} onPairing={onPairing} />}
      {isRevoked ? null : <DeviceFields pointId={pointId} kind={kind} value={edit.value} onChange={edit.change} />}
      {isRevoked || !device.settings.printer ? null : <PrinterTest deviceId={id} isChanged={edit.changed.length > 0} />}
      {isRevoked ? null : <Revoking device={device} onDone={onClose} />}
    </EditPanel>
  );
}
