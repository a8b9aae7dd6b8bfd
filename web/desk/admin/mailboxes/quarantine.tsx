import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { type QuarantinedMail, retryQuarantined } from '../api.ts';
import { keys, useMailboxes, useQuarantined } from '../queries.ts';

/** Mails that could not be taken. Nothing of what they say is shown: they may hold anything. */
export function Quarantine() {
  const { t } = useTranslation('admin');
  const query = useQuarantined();
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  return (
    <section className="admin-after">
      <h2>
        {t('mailboxes.quarantine')} <span className="count">{query.data.length}</span>
      </h2>
      <p className="quiet">{query.data.length === 0 ? t('mailboxes.noQuarantine') : t('mailboxes.quarantineHint')}</p>
      <ul className="admin-lines">
        {query.data.map((mail) => (
          <Mail key={mail.id} mail={mail} />
        ))}
      </ul>
    </section>
  );
}

function Mail({ mail }: { mail: QuarantinedMail }) {
  const { t } = useTranslation('admin');
  const sizeWords = useSizeWords();
  const address = useMailboxes().data?.find(({ id }) => id === mail.mailboxId)?.address ?? '';
  const { run, isRunning } = useDeed([keys.quarantined, keys.mailboxes]);
  const retry = () =>
    run(async () => {
      const { state } = await retryQuarantined(mail.id);
      showToast({ text: t(`mailboxes.retried.${state}`), tone: state === 'quarantined' ? 'bad' : 'good' });
    });
  return (
    <li>
      <span>
        {t(`mailboxes.reasons.${mail.reason}`)}
        <span className="admin-under quiet small">
          {address} · <Time at={mail.receivedAt} look="full" /> · {sizeWords(mail.size)} · {t('mailboxes.tries', { count: mail.tries })}
        </span>
      </span>
      {mail.kept ? (
        <Button size="small" icon={RotateCw} isPending={isRunning} onPress={() => void retry()}>
          {t('mailboxes.retry')}
        </Button>
      ) : (
        <span className="quiet small">{t('mailboxes.onlyInMailbox')}</span>
      )}
    </li>
  );
}

function useSizeWords(): (bytes: number) => string {
  const locale = useLocale();
  return (bytes) =>
    bytes < 1_000_000
      ? new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(Math.max(1, bytes / 1000))
      : new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000);
}
