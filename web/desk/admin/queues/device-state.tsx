import { CircleCheck, CircleDashed, CircleOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueDevice } from '../../../shared/api/queues.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';

const looks = {
  set: { tone: 'good', icon: CircleCheck },
  paired: { tone: 'good', icon: CircleCheck },
  waiting: { tone: 'wait', icon: CircleDashed },
  revoked: { tone: 'quiet', icon: CircleOff },
} as const;

export function DeviceState({ device: { state } }: { device: QueueDevice }) {
  const { t } = useTranslation('queues');
  return <StatusWord {...looks[state]}>{t(`device.states.${state}`)}</StatusWord>;
}
