import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../shared/ui/status.tsx';
import type { Mailbox } from '../api.ts';

/** Whether mail comes and goes, by the worst of what is known. */
export function MailboxState({ mailbox: { address, active, imap, smtp, trouble, sendingTrouble, checkedAt } }: { mailbox: Mailbox }) {
  const { t } = useTranslation('admin');
  if (!active) return <span className="quiet">{t('mailboxes.stopped')}</span>;
  if (trouble) return <StatusWord tone="bad">{t('mailboxes.doesNotFetch', { why: t(`mailboxes.troubles.${trouble}`) })}</StatusWord>;
  if (sendingTrouble)
    return <StatusWord tone="bad">{t('mailboxes.doesNotSend', { why: t(`mailboxes.troubles.${sendingTrouble}`) })}</StatusWord>;
  if (!imap && !smtp && isDemoAddress(address)) return <StatusWord tone="good">{t('mailboxes.demo')}</StatusWord>;
  if (!imap || !smtp) return <StatusWord tone="warn">{t('mailboxes.incomplete')}</StatusWord>;
  if (!checkedAt) return <StatusWord tone="wait">{t('mailboxes.notTried')}</StatusWord>;
  return <StatusWord tone="good">{t('mailboxes.works')}</StatusWord>;
}

/** No such name is ever found on the internet (RFC 2606): the demo itself takes and keeps this mail. */
function isDemoAddress(address: string): boolean {
  return address.endsWith('.example');
}
