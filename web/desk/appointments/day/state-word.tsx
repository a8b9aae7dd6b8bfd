import { CalendarClock, CircleCheck, CircleSlash, ClockAlert, DoorOpen, type LucideIcon, Play, UserCheck, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DayAppointment } from '../../../shared/api/booked.ts';
import { StatusWord, type Tone } from '../../../shared/ui/status.tsx';

type State = DayAppointment['state'];

const looks: Record<State, [Tone, LucideIcon]> = {
  coming: ['quiet', CalendarClock],
  due: ['warn', ClockAlert],
  late: ['wait', ClockAlert],
  arrived: ['brand', UserCheck],
  serving: ['brand', Play],
  done: ['good', CircleCheck],
  left: ['quiet', DoorOpen],
  missed: ['bad', UserX],
  cancelled: ['quiet', CircleSlash],
};

/** How it stands with somebody who is expected. */
export function StateWord({ state, until }: { state: State; until?: string | undefined }) {
  const { t } = useTranslation('booked');
  const [tone, icon] = looks[state];
  return (
    <StatusWord tone={tone} icon={icon}>
      {until ? t('states.lateUntil', { time: until }) : t(`states.${state}`)}
    </StatusWord>
  );
}
