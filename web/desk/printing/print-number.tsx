import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { listPrinters, type PaperDone, printNumber, ticketAddress } from '../../shared/api/printing.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useDeed } from '../use-deed.ts';
import { PaperPicture } from './paper-picture.tsx';

type Told = 'printed' | 'already' | 'unreachable' | 'no-paper' | 'not-allowed' | 'unsure' | 'picture';
/** Something may have come on paper: a second one is only for those who ask for it. */
const onPaper: readonly PaperDone['outcome'][] = ['printed', 'already', 'unsure'];

/** The number on paper, for who wants it: by a printer of the point, or by that of this computer. */
export function PrintNumber({ visitId, pointId }: { visitId: string; pointId: string }) {
  const { t } = useTranslation('printing');
  const { data: printers = [] } = useQuery({ queryKey: ['printers', pointId], queryFn: () => listPrinters(pointId), staleTime: 60_000 });
  const [came, setCame] = useState<PaperDone | null>(null);
  const [isHere, setHere] = useState(false);
  const { run, isRunning, problem } = useDeed([], { tellsHere: true });
  const again = came !== null && onPaper.includes(came.outcome);
  const print = (printerId: string) => void run(async () => setCame(await printNumber(visitId, printerId, again)));
  const nameOf = (name: string) => (printers.length > 1 ? t('number.printAt', { name }) : t(again ? 'number.again' : 'number.print'));
  return (
    <section>
      <div className="number-print">
        {printers.map(({ id, name }) => (
          <Button key={id} icon={Printer} isPending={isRunning} onPress={() => print(id)}>
            {nameOf(name)}
          </Button>
        ))}
        <Button kind="plain" {...(printers.length > 0 ? {} : { icon: Printer })} onPress={() => setHere(true)}>
          {t('number.here')}
        </Button>
      </div>
      <p role="status">{came ? t(`number.${came.outcome as Told}`) : ''}</p>
      {came?.picture ? <PaperPicture svg={came.picture} label={t('number.shown')} /> : null}
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {isHere ? <PaperHere visitId={visitId} onDone={() => setHere(false)} /> : null}
    </section>
  );
}

/** Outside the page, so that the page can be left out of the print. */
function PaperHere({ visitId, onDone }: { visitId: string; onDone: () => void }) {
  useEffect(() => {
    addEventListener('afterprint', onDone);
    return () => removeEventListener('afterprint', onDone);
  }, [onDone]);
  return createPortal(
    <img className="number-paper" src={ticketAddress(visitId)} alt="" onLoad={() => print()} onError={onDone} />,
    document.body,
  );
}
