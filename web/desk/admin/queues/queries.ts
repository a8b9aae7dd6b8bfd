import { useQuery } from '@tanstack/react-query';
import { listDevices, readSetUp } from '../../../shared/api/queues.ts';

export const keys = {
  setUp: (pointId: string) => ['admin', 'queues', pointId, 'setup'] as const,
  devices: (pointId: string) => ['admin', 'queues', pointId, 'devices'] as const,
};

/** How soon it is told here that a device has been paired (milliseconds). */
const pairingMs = 3_000;

export const useSetUp = (pointId: string) => useQuery({ queryKey: keys.setUp(pointId), queryFn: () => readSetUp(pointId) });
export const useDevices = (pointId: string, isPairing = false) =>
  useQuery({
    queryKey: keys.devices(pointId),
    queryFn: () => listDevices(pointId),
    refetchInterval: isPairing ? pairingMs : false,
  });
