import { useTranslation } from 'react-i18next';
import type { ArrivedAnswer } from '../../shared/api/visits.ts';
import { PrintNumber } from '../printing/print-number.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { NumberPanel } from './number-panel.tsx';

type ArrivedPanelProps = { given: ArrivedAnswer; pointId: string; onClose: () => void };

/** What to tell somebody who has come at their agreed time: their number, or the room of their meeting. */
export function ArrivedPanel({ given, pointId, onClose }: ArrivedPanelProps) {
  const { t } = useTranslation('visits');
  if (given.meeting) return <MeetingPanel meeting={given.meeting} onClose={onClose} />;
  return (
    <NumberPanel title={t('greet.given')} given={given} onClose={onClose}>
      <PrintNumber visitId={given.visitId} pointId={pointId} />
    </NumberPanel>
  );
}
