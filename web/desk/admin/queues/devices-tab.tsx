import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueDevice } from '../../../shared/api/queues.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import type { Column } from '../register/register.tsx';
import { deviceDetails, hasPrinter } from './device-details.ts';
import { DevicePanel, NewDevicePanel } from './device-panel.tsx';
import { DeviceState } from './device-state.tsx';
import { useDevices } from './queries.ts';
import { Rows } from './rows.tsx';
import { TabHead } from './tab-head.tsx';
import type { Place } from './use-place.ts';

/** Kiosks, displays and self-service computers of the point. */
export function DevicesTab({ place, open }: { place: Place; open: string | undefined }) {
  const { t } = useTranslation('queues');
  const [isPairing, setPairing] = useState(false);
  const query = useDevices(place.pointId, isPairing && open !== undefined);
  const columns = useColumns();
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={6} />;
  const device = query.data.find(({ id }) => id === open);
  const leave = () => {
    setPairing(false);
    place.leave();
  };
  const groups = [
    { id: 'used', rows: query.data.filter(({ state }) => state !== 'revoked') },
    { id: 'unused', label: t('device.revokedOnes'), rows: query.data.filter(({ state }) => state === 'revoked') },
  ];
  return (
    <>
      <TabHead intro={t('device.intro')} add={t('device.add')} onAdd={() => place.open('new')} />
      {query.data.length > 0 ? (
        <Rows label={t('tabs.devices')} place={place} groups={groups} columns={columns} />
      ) : (
        <EmptyState title={t('device.none')}>{t('device.noneHint')}</EmptyState>
      )}
      {open === 'new' ? <NewDevicePanel pointId={place.pointId} onClose={leave} onAdded={place.open} /> : null}
      {device ? <DevicePanel key={device.id} device={device} onClose={leave} onPairing={setPairing} /> : null}
    </>
  );
}

function useColumns(): Column<QueueDevice>[] {
  const { t } = useTranslation('queues');
  const settings = useSettingsWords();
  return [
    { id: 'name', label: t('device.column'), cell: (device) => device.name },
    { id: 'kind', label: t('device.kind'), cell: (device) => t(`device.kinds.${device.kind}`) },
    { id: 'state', label: t('device.state'), cell: (device) => <DeviceState device={device} /> },
    { id: 'settings', label: t('device.settings'), cell: settings },
    { id: 'seen', label: t('device.seen'), cell: (device) => (device.seenAt ? <Time at={device.seenAt} /> : t('device.never')) },
  ];
}

function useSettingsWords(): (device: QueueDevice) => string {
  const { t } = useTranslation('queues');
  return (device) => {
    const { shows, speaks, printer } = deviceDetails(device);
    if (hasPrinter(device.kind)) return `${t('device.printer')}: ${t(`device.printers.${printer}`)}`;
    if (device.kind === 'computer') return '';
    return [t(`device.showings.${shows}`), t(speaks ? 'device.speaking' : 'device.silent')].join(' · ');
  };
}
