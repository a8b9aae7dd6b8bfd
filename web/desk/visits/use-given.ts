import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ArrivedAnswer, doToVisit } from '../../shared/api/visits.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** The number of whoever was expected and has come; taken back within a minute, it is shown no more. */
export function useGiven(pointId: string) {
  const { t } = useTranslation('visits');
  const [given, setGiven] = useState<ArrivedAnswer | null>(null);
  const { run } = useDeed([keys.board(pointId)]);
  const takeBack = ({ visitId }: ArrivedAnswer) =>
    run(async () => {
      await doToVisit(visitId, { deed: 'undone', of: 'arrived' });
      setGiven((shown) => (shown?.visitId === visitId ? null : shown));
    });
  const tell = (it: ArrivedAnswer) => {
    setGiven(it);
    const text = it.meeting ? t('did.sent') : t('did.arrived', { code: it.code });
    showToast({ text, kind: `visit:${it.visitId}`, undo: () => void takeBack(it) });
  };
  return { given, tell, clear: () => setGiven(null) };
}
