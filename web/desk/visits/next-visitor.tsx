import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';

/** At hand with one key once somebody has been greeted. */
export function NextVisitor({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation('visits');
  return (
    <Button kind="primary" push autoFocus onPress={onNext}>
      {t('greet.next')}
    </Button>
  );
}
