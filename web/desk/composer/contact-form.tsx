import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, Identification } from '../../../server/modules/matters/contacts/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { noteContact } from '../../shared/api/matters.ts';
import { Select } from '../../shared/ui/select.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { isoNow } from '../../shared/ui/time-format.ts';
import { Timer } from '../new/timer.tsx';
import { keys } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { isTalk } from '../talk.ts';
import { useDeed } from '../use-deed.ts';
import { type DraftOf, isEmpty, type MatterDraft, without } from './draft.ts';
import { DraftWord } from './draft-word.tsx';
import { SendButton, WritingArea } from './writing.tsx';

const channels = ['phone', 'counter', 'letter', 'sms', 'social'] as const;

/** The customer called or came again: noted while talking, its length counts from the first letter until it is kept, unless they stay. */
export function ContactForm({ page, draft }: { page: MatterPage; draft: DraftOf<MatterDraft> }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { me } = useSession();
  const { body, write } = draft;
  const [openedAt] = useState(isoNow);
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const startedAt = body.contactStartedAt;

  async function keep() {
    const contact = {
      channel: body.contactChannel,
      direction: body.contactDirection,
      identification: body.contactIdentification,
      summary: body.contact,
      startedAt: startedAt ?? openedAt,
      endedAt: isTalk(body.contactChannel) && !body.contactGoesOn ? isoNow() : null,
      pointId: me.pointId,
    };
    if (!(await run(() => noteContact(page.id, contact)))) return;
    const rest = without(body, 'contact');
    if (isEmpty({ ...body, ...rest })) draft.clear();
    else write(rest);
  }

  return (
    <form className="writing" aria-label={t('composer.contact')} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <div className="send-line">
        <Select
          look="line"
          label={t('composer.channel')}
          options={channels.map((id) => ({ id, label: t(`channels.${id}`) }))}
          value={body.contactChannel}
          onChange={(channel) => write({ contactChannel: channel as Channel })}
        />
        <Select
          look="line"
          label={t('new.direction')}
          options={[
            { id: 'in', label: t('new.in') },
            { id: 'out', label: t('new.out') },
          ]}
          value={body.contactDirection}
          onChange={(direction) => write({ contactDirection: direction as 'in' | 'out' })}
        />
        <Select
          look="line"
          label={t('new.identification')}
          options={names.items('identificationLevels')}
          value={body.contactIdentification}
          onChange={(level) => write({ contactIdentification: level as Identification })}
        />
        {startedAt && isTalk(body.contactChannel) ? (
          <>
            <Tap value="goes-on" isSelected={body.contactGoesOn} onChange={(contactGoesOn) => write({ contactGoesOn })}>
              {t('talk.goesOn')}
            </Tap>
            <Timer since={startedAt} />
          </>
        ) : null}
      </div>
      <WritingArea
        label={t('new.summary')}
        value={body.contact}
        onChange={(contact) => write({ contact, contactStartedAt: startedAt ?? isoNow() })}
      />
      <div className="actions">
        <span className="push" />
        <DraftWord state={draft.state} savedAt={draft.savedAt} />
        <SendButton label={t('composer.keepContact')} isPending={isRunning} isDisabled={!body.contact.trim()} onSend={() => void keep()} />
      </div>
    </form>
  );
}
