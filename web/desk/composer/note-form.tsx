import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { writeMessage } from '../../shared/api/matters.ts';
import { newKey } from '../../shared/api/request.ts';
import { Select } from '../../shared/ui/select.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { type DraftOf, isEmpty, type MatterDraft, without } from './draft.ts';
import { DraftWord } from './draft-word.tsx';
import { SendButton, WritingArea } from './writing.tsx';

/** For colleagues of one's own organisation: never leaves it, whatever is shared. */
export function NoteForm({ page, draft }: { page: MatterPage; draft: DraftOf<MatterDraft> }) {
  const { t } = useTranslation('desk');
  const { body, write } = draft;
  const { run, isRunning } = useDeed([keys.matter(page.id)]);
  const key = useRef(newKey());

  async function keep() {
    const note = {
      kind: 'note',
      channel: 'internal',
      language: page.language,
      sensitivity: body.noteSensitivity,
      body: body.note,
    } as const;
    if (!(await run(() => writeMessage(page.id, note, key.current)))) return;
    key.current = newKey();
    const rest = without(body, 'note');
    if (isEmpty({ ...body, ...rest })) draft.clear();
    else write(rest);
  }

  return (
    <form className="writing" aria-label={t('composer.note')} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <div className="send-line">
        <span className="quiet">{t('composer.noteSeen')}</span>
        <Select
          look="line"
          label={t('composer.content')}
          options={[
            { id: 'normal', label: t('composer.sensitivities.normal') },
            { id: 'secret', label: t('composer.sensitivities.secret') },
          ]}
          value={body.noteSensitivity}
          onChange={(noteSensitivity) => write({ noteSensitivity: noteSensitivity as MatterDraft['noteSensitivity'] })}
        />
      </div>
      <WritingArea label={t('composer.noteText')} value={body.note} onChange={(note) => write({ note })} />
      <div className="actions">
        <span className="push" />
        <DraftWord state={draft.state} savedAt={draft.savedAt} />
        <SendButton label={t('composer.keep')} isPending={isRunning} isDisabled={!body.note.trim()} onSend={() => void keep()} />
      </div>
    </form>
  );
}
