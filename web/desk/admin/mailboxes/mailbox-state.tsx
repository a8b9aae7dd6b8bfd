import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../shared/ui/status.tsx';
import type { Mailbox } from '../api.ts';

/** Whether mail comes and goes, by the worst of what is known. */
export function MailboxState({ mailbox: { active, imap, smtp, trouble, sendingTrouble } }: { mailbox: Mailbox }) {
  const { t } = useTranslation('admin');
  if (!active) return <span className="quiet">{t('mailboxes.stopped')}</span>;
  if (trouble) return <StatusWord tone="bad">{t('mailboxes.doesNotFetch', { why: t(`mailboxes.troubles.${trouble}`) })}</StatusWord>;
  if (sendingTrouble)
    return <StatusWord tone="bad">{t('mailboxes.doesNotSend', { why: t(`mailboxes.troubles.${sendingTrouble}`) })}</StatusWord>;
  if (!imap || !smtp) return <StatusWord tone="warn">{t('mailboxes.incomplete')}</StatusWord>;
  return <StatusWord tone="good">{t('mailboxes.works')}</StatusWord>;
}
