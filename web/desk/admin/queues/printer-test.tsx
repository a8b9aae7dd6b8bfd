import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaperDone, printTestTicket } from '../../../shared/api/printing.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { PaperPicture } from '../../printing/paper-picture.tsx';
import { useDeed } from '../../use-deed.ts';

const good: readonly PaperDone['outcome'][] = ['printed', 'picture', 'bytes'];
type Told = 'printed' | 'unreachable' | 'no-paper' | 'not-allowed' | 'unsure' | 'bytes' | 'picture';

/** A ticket of nobody, by the settings as they are saved; what came of it is said, and what the paper should look like. */
export function PrinterTest({ deviceId, isChanged }: { deviceId: string; isChanged: boolean }) {
  const { t } = useTranslation('printing');
  const locale = useLocale();
  const [came, setCame] = useState<PaperDone | null>(null);
  const { run, isRunning, problem } = useDeed([], { tellsHere: true });
  const print = async () => {
    setCame(null);
    await run(async () => setCame(await printTestTicket(deviceId, locale)));
  };
  return (
    <section className="fields">
      <h2>{t('test.title')}</h2>
      <p>
        <Button icon={Printer} isPending={isRunning} isDisabled={isChanged} onPress={() => void print()}>
          {t('test.print')}
        </Button>
      </p>
      {isChanged ? <p className="hint">{t('test.saveFirst')}</p> : null}
      <p role="status" className={came && !good.includes(came.outcome) ? 'field-problem' : undefined}>
        {came ? t(`test.${came.outcome as Told}`) : ''}
      </p>
      {came?.picture ? <PaperPicture svg={came.picture} label={t('test.shown')} /> : null}
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
