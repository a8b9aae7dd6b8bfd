import { useTranslation } from 'react-i18next';
import type { ArrivedAnswer } from '../../shared/api/visits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PrintNumber } from '../printing/print-number.tsx';
import { NumberPanel } from './number-panel.tsx';

type GreetedProps = { pointId: string; given: ArrivedAnswer; onNext: () => void; onClose: () => void };

/** Who was greeted has a number; the next visitor is one key away. */
export function Greeted({ pointId, given, onNext, onClose }: GreetedProps) {
  const { t } = useTranslation('visits');
  return (
    <NumberPanel
      title={t('greet.given')}
      given={given}
      onClose={onClose}
      foot={
        <Button kind="primary" push autoFocus onPress={onNext}>
          {t('greet.next')}
        </Button>
      }
    >
      <PrintNumber visitId={given.visitId} pointId={pointId} />
    </NumberPanel>
  );
}
