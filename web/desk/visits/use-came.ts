import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameByCode, setPresence } from '../../shared/api/booked.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** Who has come by the list of the day; taken back within a minute, it is shown no more. */
export function useCame(pointId: string) {
  const { t } = useTranslation('visits');
  const [came, setCame] = useState<CameByCode | null>(null);
  const { run } = useDeed([keys.board(pointId)]);
  const takeBack = (it: CameByCode) =>
    run(async () => {
      for (const { appointmentId, isNew } of it.times) if (isNew) await setPresence(appointmentId, { state: 'coming' });
      setCame((shown) => (shown === it ? null : shown));
    });
  const tell = (it: CameByCode) => {
    setCame(it);
    // Who had come before is only told of again.
    if (!it.times.some(({ isNew }) => isNew)) return;
    const kind = `came:${it.times[0]?.appointmentId}`;
    showToast({
      text: it.customerName ? t('did.arrived', { code: it.customerName }) : t('came.title'),
      kind,
      undo: () => void takeBack(it),
    });
  };
  return { came, tell, clear: () => setCame(null) };
}
