import { CircleCheck, CircleDot, CircleX, Clock, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MappingState as State } from '../../../server/modules/matters/mapping/schema.ts';
import { StatusWord } from '../../shared/ui/status.tsx';

const looks = {
  open: { tone: 'brand', icon: CircleDot },
  interrupted: { tone: 'warn', icon: Pause },
  decided: { tone: 'wait', icon: Clock },
  confirmed: { tone: 'good', icon: CircleCheck },
  dropped: { tone: 'quiet', icon: CircleX },
} as const;

export function MappingState({ state }: { state: State }) {
  const { t } = useTranslation('mapping');
  const { tone, icon } = looks[state];
  return (
    <StatusWord tone={tone} icon={icon}>
      {t(`states.${state}`)}
    </StatusWord>
  );
}
