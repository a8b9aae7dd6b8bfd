import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageInput } from '../../../server/modules/matters/messages/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { type NewMessage, writeMessage } from '../../shared/api/matters.ts';
import { newKey } from '../../shared/api/request.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { useNameless } from '../words.ts';
import { AttachButton, AttachedFiles } from './attach.tsx';
import { type DraftOf, isEmpty, type MatterDraft, without } from './draft.ts';
import { DraftWord } from './draft-word.tsx';
import { Leaves, useOutgoing } from './leaves.tsx';
import { ReadyAnswers } from './ready-answers.tsx';
import { leaveWriting, SendButton, WritingArea } from './writing.tsx';

const channels = ['email', 'link', 'letter', 'phone', 'counter'] as const;

export function MessageForm({ page, draft }: { page: MatterPage; draft: DraftOf<MatterDraft> }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const nameless = useNameless();
  const { body, write } = draft;
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const key = useRef(newKey());
  const message = asMessage(body);
  const outgoing = useOutgoing(page.id, message);
  const customer = [page.customer.givenName, page.customer.familyName].filter(Boolean).join(' ') || nameless(page.openedChannel);

  async function send() {
    if (!body.message.trim()) return;
    await run(async () => {
      await writeMessage(page.id, message, key.current);
      // Before the page is fetched anew: its news may be on the screen earlier than that is done, and the next key is a command already.
      key.current = newKey();
      leave();
      leaveWriting();
    });
  }

  function leave() {
    const rest = without(body, 'message');
    if (isEmpty({ ...body, ...rest })) draft.clear();
    else write(rest);
  }

  return (
    <form className="writing" aria-label={t('composer.message')} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <div className="send-line">
        <span>
          <span className="quiet">{t('composer.to')}</span> <strong>{customer}</strong>
        </span>
        <Select
          look="line"
          label={t('composer.channel')}
          options={channels.map((id) => ({ id, label: t(`channels.${id}`) }))}
          value={body.channel}
          onChange={(channel) => write({ channel: channel as MessageInput['channel'] })}
        />
        <Select
          look="line"
          label={t('composer.language')}
          options={names.items('serviceLanguages')}
          value={body.language}
          onChange={(language) => write({ language })}
        />
        <Select
          look="line"
          label={t('composer.content')}
          options={[
            { id: 'normal', label: t('composer.sensitivities.normal') },
            { id: 'secret', label: t('composer.sensitivities.secret') },
          ]}
          value={body.sensitivity}
          onChange={(sensitivity) => write({ sensitivity: sensitivity as MatterDraft['sensitivity'] })}
        />
      </div>
      <WritingArea label={t('composer.messageText')} value={body.message} onChange={(message) => write({ message })} />
      <AttachedFiles files={body.files} onChange={(files) => write({ files })} />
      <Leaves outgoing={outgoing} channel={body.channel} isEmpty={!body.message.trim()} />
      <div className="actions">
        <AttachButton files={body.files} onChange={(files) => write({ files })} />
        <ReadyAnswers page={page} language={body.language} onPick={(text, instruction) => write({ message: text, instruction })} />
        <span className="push" />
        {body.message || body.files.length > 0 ? (
          <Button kind="plain" size="small" onPress={leave}>
            {t('draft.drop')}
          </Button>
        ) : null}
        <DraftWord state={draft.state} savedAt={draft.savedAt} />
        <SendButton
          label={t(`composer.send.${outgoing.data?.leaves === 'notice' ? 'protected' : sendWord(body.channel)}`)}
          isPending={isRunning}
          isDisabled={!body.message.trim() || outgoing.error !== null}
          onSend={() => void send()}
        />
      </div>
    </form>
  );
}

function asMessage(draft: MatterDraft): NewMessage {
  return {
    kind: draft.instruction ? 'instruction' : 'message',
    channel: draft.channel,
    language: draft.language,
    sensitivity: draft.sensitivity,
    body: draft.message.trim() || '-',
    fileIds: draft.files.map((file) => file.id),
    requestId: draft.requestId,
  };
}

function sendWord(channel: MatterDraft['channel']): 'message' | 'letter' | 'told' {
  if (channel === 'letter') return 'letter';
  return channel === 'phone' || channel === 'counter' ? 'told' : 'message';
}
