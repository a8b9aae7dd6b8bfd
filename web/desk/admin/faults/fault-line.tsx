import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { type Fault, retryFault } from '../api.ts';
import { keys } from '../queries.ts';

const named = [
  'remind-and-escalate',
  'tend-event-partitions',
  'forget-old-keys',
  'forget-old-sessions',
  'forget-automatic-answers',
  'sweep-orphan-files',
  'forget-wrap-up-undo',
  'rotate-keys',
  'give-back-requests',
  'tell-of-locked-slips',
  'remind-of-deadlines',
  'remind-of-data-requests',
  'tell-of-data-requests',
  'tell-customers',
  'forget-contact-changes',
  'forget-text-messages',
  'forget-searches',
  'forget-disturbances',
  'publish-cards',
  'tell-of-todays-bulletins',
  'remind-of-card-reviews',
  'check-card-links',
  'start-directory-import',
  'import-directory',
  'ask-register',
  'end-presences',
  'publish-guides',
  'remind-of-support-actors',
  'specialists-follow-people',
  'close-days',
  'learn-paces',
] as const;

export function FaultLine({ fault }: { fault: Fault }) {
  const { t } = useTranslation('admin');
  const { run, isRunning } = useDeed([keys.faults]);
  const known = named.find((name) => fault.name === name || fault.name.endsWith(`.${name}`));
  const retry = () =>
    run(async () => {
      const { state } = await retryFault(fault);
      showToast({ text: t(`givenUp.retried.${state}`), tone: state === 'failed' ? 'bad' : 'good' });
    });
  return (
    <li>
      <span>
        {known ? t(`givenUp.names.${known}`) : fault.name}
        <span className="admin-under quiet small">
          {t(`givenUp.kinds.${fault.kind}`)} · <Time at={fault.gaveUpAt} look="full" /> · {t('givenUp.tries', { count: fault.tries })} ·{' '}
          {t('givenUp.error', { error: fault.error })}
        </span>
      </span>
      <Button size="small" icon={RotateCw} isPending={isRunning} onPress={() => void retry()}>
        {t('givenUp.retry')}
      </Button>
    </li>
  );
}
