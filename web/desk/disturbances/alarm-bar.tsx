import './disturbances.css';
import { useNavigate } from '@tanstack/react-router';
import { LifeBuoy, Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type AlarmList, comeToAlarm, endAlarm, finishHelpCall, type HelpCalls, takeHelpCall } from '../../shared/api/disturbances.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { useAlarms, useHelpCalls } from './queries.ts';
import { useHelpSound } from './use-help-sound.ts';

/** What one must know wherever one is on the desk: a colleague's silent alarm, without a sound, and somebody at a computer who waits for help. */
export function AlarmBar() {
  const alarms = useAlarms().data?.alarms ?? [];
  const calls = useHelpCalls().data?.calls ?? [];
  useHelpSound(calls);
  return (
    <>
      <div aria-live="assertive">
        {alarms.map((alarm) => (
          <Alarm key={`${alarm.id} ${alarm.raisedAt}`} alarm={alarm} />
        ))}
      </div>
      <div aria-live="polite">
        {calls.map((call) => (
          <HelpCall key={call.id} call={call} />
        ))}
      </div>
    </>
  );
}

function Alarm({ alarm }: { alarm: AlarmList['alarms'][number] }) {
  const { t } = useTranslation('disturbances');
  const { me } = useSession();
  const locale = useLocale();
  const go = useNavigate();
  const { run, isRunning } = useDeed([keys.alarms(me.pointId ?? '')]);
  const end = async () => {
    let entry: string | null = null;
    const isDone = await run(async () => {
      entry = (await endAlarm(alarm.id)).disturbanceId;
    });
    if (isDone && entry) await go({ to: '/disturbances', search: { entry } });
  };
  const place = alarm.counter ? nameIn(alarm.counter, locale) : t('alarm.noCounter');
  if (alarm.mistaken) return <TakenBack place={place} raisedBy={alarm.raisedBy} />;
  return (
    <div className="notice alarm">
      <Icon of={Siren} />
      <p>
        <strong>{t('alarm.title', { place })}</strong> {alarm.raisedBy} · <Time at={alarm.raisedAt} look="clock" />
        {alarm.coming.length > 0 ? <> · {t('alarm.coming', { names: alarm.coming.join(', ') })}</> : null}
      </p>
      <span className="push actions">
        {alarm.isMine ? null : (
          <Button kind="primary" size="small" isDisabled={isRunning} onPress={() => void run(() => comeToAlarm(alarm.id))}>
            {t('alarm.come')}
          </Button>
        )}
        <Button size="small" isDisabled={isRunning} onPress={() => void end()}>
          {t('alarm.end')}
        </Button>
      </span>
    </div>
  );
}

/** Whoever was on the way judges for themselves whether it was said freely: it says who raised it and where. */
function TakenBack({ place, raisedBy }: { place: string; raisedBy: string }) {
  const { t } = useTranslation('disturbances');
  return (
    <div className="notice">
      <Icon of={Siren} />
      <p>
        <strong>{t('alarm.mistaken', { place })}</strong> {t('alarm.mistakenBy', { name: raisedBy })}
      </p>
    </div>
  );
}

function HelpCall({ call }: { call: HelpCalls['calls'][number] }) {
  const { t } = useTranslation('disturbances');
  const { me } = useSession();
  const { run, isRunning } = useDeed([keys.helpCalls(me.pointId ?? '')]);
  return (
    <div className="notice">
      <Icon of={LifeBuoy} />
      <p>
        <strong>{t(call.isMine ? 'help.mine' : 'help.title', { name: call.name })}</strong> <Time at={call.askedAt} />
      </p>
      <span className="push">
        {call.isMine ? (
          <Button size="small" isDisabled={isRunning} onPress={() => void run(() => finishHelpCall(call.id))}>
            {t('help.finish')}
          </Button>
        ) : (
          <Button kind="primary" size="small" isDisabled={isRunning} onPress={() => void run(() => takeHelpCall(call.id))}>
            {t('help.take')}
          </Button>
        )}
      </span>
    </div>
  );
}
