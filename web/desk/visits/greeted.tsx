import { useTranslation } from 'react-i18next';
import type { ArrivedAnswer } from '../../shared/api/visits.ts';
import { PrintNumber } from '../printing/print-number.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { NextVisitor } from './next-visitor.tsx';
import { NumberPanel } from './number-panel.tsx';

type GreetedProps = { pointId: string; given: ArrivedAnswer; onNext: () => void; onClose: () => void };

/** Who was greeted has a number, or is shown to their meeting; the next visitor is one key away. */
export function Greeted({ pointId, given, onNext, onClose }: GreetedProps) {
  const { t } = useTranslation('visits');
  const next = <NextVisitor onNext={onNext} />;
  if (given.meeting) return <MeetingPanel meeting={given.meeting} foot={next} onClose={onClose} />;
  return (
    <NumberPanel title={t('greet.given')} given={given} onClose={onClose} foot={next}>
      <PrintNumber visitId={given.visitId} pointId={pointId} />
    </NumberPanel>
  );
}
