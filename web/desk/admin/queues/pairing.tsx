import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makePairingCode, type PairingCode, type QueueDevice } from '../../../shared/api/queues.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { epochOf } from '../../../shared/ui/time-format.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useDeed } from '../../use-deed.ts';
import { Asked } from './asked.tsx';
import { pairingPages } from './device-details.ts';
import { DeviceState } from './device-state.tsx';
import { keys } from './queries.ts';

type PairingProps = { device: QueueDevice; onPairing: (isPairing: boolean) => void };

/** A device is let in by a code typed at it. The code is in sight here once; the page tells when the device has used it. */
export function Pairing({ device, onPairing }: PairingProps) {
  const { t } = useTranslation('queues');
  const [made, setMade] = useState<PairingCode | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { run, isRunning, problem } = useDeed([keys.devices(device.pointId)], { tellsHere: true });
  const isPaired = device.state === 'paired';
  const make = () => {
    setAsked(false);
    void run(async () => {
      setMade(await makePairingCode(device.id));
      onPairing(true);
    });
  };
  return (
    <section className="fields">
      <h2>{t('pairing.title')}</h2>
      <p className="admin-state" role="status">
        <DeviceState device={device} />
        {device.seenAt ? (
          <span className="quiet">
            {t('device.seen')} <Time at={device.seenAt} />
          </span>
        ) : null}
      </p>
      {made && !isPaired ? (
        <Code made={made} device={device} />
      ) : (
        <p className="quiet">{t(isPaired ? 'pairing.isPaired' : 'pairing.how')}</p>
      )}
      <p>
        <Button kind={made || isPaired ? 'normal' : 'primary'} isPending={isRunning} onPress={() => (isPaired ? setAsked(true) : make())}>
          {t(isPaired ? 'pairing.again' : made ? 'pairing.makeNew' : 'pairing.make')}
        </Button>
      </p>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {isAsked ? (
        <Asked title={t('pairing.againTitle')} act={t('pairing.make')} onAct={make} onClose={() => setAsked(false)}>
          {t('pairing.againWarning', { name: device.name })}
        </Asked>
      ) : null}
    </section>
  );
}

function Code({ made: { code, until }, device }: { made: PairingCode; device: QueueDevice }) {
  const { t } = useTranslation('queues');
  const { now } = useTimes();
  const page = pairingPages[device.kind];
  if (epochOf(until) <= now) return <p className="warn">{t('pairing.over')}</p>;
  return (
    <div className="pairing-shown">
      <p>{page ? t('pairing.where', { address: `${location.origin}${page}` }) : t('pairing.whereComputer')}</p>
      <output className="pairing-code" aria-label={t('pairing.code')}>
        {code}
      </output>
      <p className="quiet">
        {t('pairing.until')} <Time at={until} look="clock" />
      </p>
    </div>
  );
}
