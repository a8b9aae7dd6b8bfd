import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeDevice, type QueueDevice } from '../../../shared/api/queues.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { Asked } from './asked.tsx';
import { keys } from './queries.ts';

/** A device that is lost, broken or given away opens nothing from the moment it is revoked. */
export function Revoking({ device, onDone }: { device: QueueDevice; onDone: () => void }) {
  const { t } = useTranslation('queues');
  const [isAsked, setAsked] = useState(false);
  const { run, isRunning, problem } = useDeed([keys.devices(device.pointId)], { tellsHere: true });
  const revoke = async () => {
    setAsked(false);
    if (!(await run(() => changeDevice(device.id, { revoked: true, version: device.version })))) return;
    showToast({ text: t('device.revokedNow', { name: device.name }) });
    onDone();
  };
  return (
    <section className="fields">
      <h2>{t('device.revokeTitle')}</h2>
      <p className="quiet">{t('device.revokeHint')}</p>
      <p>
        <Button isPending={isRunning} onPress={() => setAsked(true)}>
          {t('device.revoke')}
        </Button>
      </p>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {isAsked ? (
        <Asked title={t('device.revokeAsk')} act={t('device.revoke')} onAct={() => void revoke()} onClose={() => setAsked(false)}>
          {t('device.revokeWarning', { name: device.name })}
        </Asked>
      ) : null}
    </section>
  );
}
