import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../server/modules/matters/contacts/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { changeContact } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { isoNow } from '../../shared/ui/time-format.ts';
import { Timer } from '../new/timer.tsx';
import { keys } from '../queries.ts';
import { isTalk } from '../talk.ts';
import { useDeed } from '../use-deed.ts';

/** Whether the customer is still there: it stops the clock and starts it again, until the contact is recorded. */
export function TalkCommand({ page, contact }: { page: MatterPage; contact: Contact }) {
  const { t } = useTranslation('desk');
  const { run, isRunning } = useDeed([keys.matter(page.id)]);
  if (!page.may.write || page.state !== 'open' || contact.wrappedAt || !isTalk(contact.channel)) return null;
  const change = (endedAt: string | null) => void run(() => changeContact(contact.id, { endedAt, version: contact.version }));
  if (contact.endedAt) {
    return (
      <Button kind="plain" size="small" isPending={isRunning} onPress={() => change(null)}>
        {t('talk.goesOn')}
      </Button>
    );
  }
  return (
    <span className="actions">
      <Timer since={contact.startedAt} />
      <Button size="small" isPending={isRunning} onPress={() => change(isoNow())}>
        {t('talk.end')}
      </Button>
    </span>
  );
}
