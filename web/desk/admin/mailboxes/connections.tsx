import { PlugZap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { useDeed } from '../../use-deed.ts';
import { checkMailbox, type Mailbox, type MailboxCheck } from '../api.ts';
import { keys } from '../queries.ts';
import { MailboxState } from './mailbox-state.tsx';

type Found = MailboxCheck['imap'];

/** Whether mail comes and goes, as last seen, and as tried now with what is saved. */
export function Connections({ mailbox, hasUnsaved }: { mailbox: Mailbox; hasUnsaved: boolean }) {
  const { t } = useTranslation('admin');
  const [found, setFound] = useState<MailboxCheck | null>(null);
  const { run, isRunning } = useDeed([keys.mailboxes]);
  const tryNow = () => run(async () => setFound(await checkMailbox(mailbox.id)));
  return (
    <section>
      <div className="section-head">
        <h2>{t('mailboxes.connections')}</h2>
        <Button size="small" kind="plain" push icon={PlugZap} isPending={isRunning} isDisabled={hasUnsaved} onPress={() => void tryNow()}>
          {isRunning ? t('mailboxes.trying') : t('mailboxes.try')}
        </Button>
      </div>
      <p>
        <MailboxState mailbox={mailbox} />
        {mailbox.checkedAt ? (
          <span className="quiet small">
            {' '}
            · {t('mailboxes.checked')} <Time at={mailbox.checkedAt} />
          </span>
        ) : null}
      </p>
      {hasUnsaved ? <p className="hint">{t('mailboxes.tryAfterSaving')}</p> : null}
      <dl className="facts-list" aria-live="polite">
        {found ? (
          <>
            <dt>{t('mailboxes.imap')}</dt>
            <dd>
              <Result found={found.imap} />
            </dd>
            <dt>{t('mailboxes.smtp')}</dt>
            <dd>
              <Result found={found.smtp} />
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Result({ found }: { found: Found }) {
  const { t } = useTranslation('admin');
  if (found === 'ok') return <StatusWord tone="good">{t('mailboxes.found.ok')}</StatusWord>;
  if (found === 'unset') return <span className="quiet">{t('mailboxes.found.unset')}</span>;
  return (
    <>
      <StatusWord tone="bad">{t(`mailboxes.troubles.${found}`)}</StatusWord>
      <span className="admin-under quiet small">{t(`mailboxes.advice.${found}`)}</span>
    </>
  );
}
