import { HandHelping } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { askToCounter, type CounterCall, comeToCounter, endCounterCall } from '../../shared/api/visits.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { useCounterCalls } from './queries.ts';

/** A colleague who has asked somebody to their counter: on every page of the desk, without a sound. */
export function CounterCalls() {
  const calls = (useCounterCalls().data?.calls ?? []).filter(({ isOwn }) => !isOwn);
  return (
    <div aria-live="polite">
      {calls.map((call) => (
        <Call key={call.id} call={call} />
      ))}
    </div>
  );
}

function Call({ call }: { call: CounterCall }) {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const locale = useLocale();
  const { run, isRunning } = useDeed([keys.counterCalls(me.pointId ?? '')]);
  return (
    <div className="notice">
      <Icon of={HandHelping} />
      <p>
        <strong>{t('help.title', { counter: nameIn(call.counter, locale) })}</strong> {call.askedBy} ·{' '}
        <Time at={call.askedAt} look="clock" />
      </p>
      <span className="push">
        {call.isTaker ? (
          <Button size="small" isDisabled={isRunning} onPress={() => void run(() => endCounterCall(call.id))}>
            {t('help.done')}
          </Button>
        ) : (
          <Button size="small" isDisabled={isRunning} onPress={() => void run(() => comeToCounter(call.id))}>
            {t('help.come')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** Asks a colleague to one's own counter. What the visitor may see of the screen says no more than that. */
export function HelpToCounter({ counterId }: { counterId: string }) {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const own = useCounterCalls().data?.calls.find(({ isOwn }) => isOwn);
  const { run, isRunning } = useDeed([keys.counterCalls(me.pointId ?? '')]);
  const toggle = () => void run(() => (own ? endCounterCall(counterId) : askToCounter(counterId)));
  useShortcuts([{ keys: 'a', label: t(own ? 'help.end' : 'help.ask'), run: toggle }]);
  return (
    <>
      {own ? (
        <p className="help-asked" role="status">
          {own.taker ? t('help.coming', { name: own.taker }) : t('help.asked')}
        </p>
      ) : null}
      <Button wide icon={HandHelping} keys="a" isDisabled={isRunning} onPress={toggle}>
        {t(own ? 'help.end' : 'help.ask')}
      </Button>
    </>
  );
}
