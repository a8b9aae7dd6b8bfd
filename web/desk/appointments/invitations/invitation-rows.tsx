import { useTranslation } from 'react-i18next';
import { type InvitationView, withdrawInvitation } from '../../../shared/api/invitations.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';

type Props = { rows: InvitationView[]; matterId: string; onPaper: (id: string) => void };

/** What came of each. */
export function InvitationRows({ rows, matterId, onPaper }: Props) {
  const { t } = useTranslation('invitations');
  const locale = useLocale();
  const { run, isRunning } = useDeed([['invitations', matterId], keys.matter(matterId)]);
  const withdraw = async (id: string) => {
    if (await run(() => withdrawInvitation(id))) showToast({ text: t('withdrawn') });
  };
  return (
    <ul className="invitations">
      {rows.map(({ id, serviceName, state, sentAt, startsAt, byEmail }) => (
        <li key={id}>
          <p>
            <strong>{nameIn(serviceName, locale)}</strong>{' '}
            <span className="quiet">
              {t(`states.${state}`)} · {startsAt && state === 'booked' ? <Time at={startsAt} look="full" /> : <Time at={sentAt} />}
            </span>
          </p>
          {state === 'sent' || state === 'opened' ? (
            <p className="actions">
              {byEmail ? null : (
                <Button size="small" onPress={() => onPaper(id)}>
                  {t('paper')}
                </Button>
              )}
              <Button size="small" isPending={isRunning} onPress={() => void withdraw(id)}>
                {t('withdraw')}
                <span className="heard">{`: ${nameIn(serviceName, locale)}`}</span>
              </Button>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
