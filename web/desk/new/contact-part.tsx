import { useTranslation } from 'react-i18next';
import type { Channel, Identification } from '../../../server/modules/matters/contacts/schema.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { TextArea, TextField } from '../../shared/ui/text-field.tsx';
import { useNames } from '../session.tsx';
import { isTalk } from '../talk.ts';
import type { NewContactDraft } from './draft.ts';
import { Timer } from './timer.tsx';

const channels = ['phone', 'counter', 'letter', 'sms', 'social'] as const;

export type PartProps = { body: NewContactDraft; onChange: (change: Partial<NewContactDraft>) => void };

/** The words first; channel and identification are one tap. */
export function ContactPart({ body, onChange }: PartProps) {
  const { t } = useTranslation('desk');
  const names = useNames();
  return (
    <section className="fields">
      <div className="new-channel">
        <Choice
          label={t('new.channel')}
          hideLabel
          options={channels.map((id) => ({ id, label: t(`channels.${id}`) }))}
          value={body.channel}
          onChange={(channel) => onChange({ channel: channel as Channel })}
        />
        <Choice
          label={t('new.direction')}
          hideLabel
          options={[
            { id: 'in', label: t('new.in') },
            { id: 'out', label: t('new.out') },
          ]}
          value={body.direction}
          onChange={(direction) => onChange({ direction: direction as 'in' | 'out' })}
        />
        {isTalk(body.channel) ? <TalkTime body={body} onChange={onChange} /> : null}
      </div>
      <TextArea
        label={t('new.summary')}
        hint={t('new.summaryHint')}
        rows={6}
        autoFocus
        value={body.summary}
        onChange={(summary) => onChange({ summary })}
      />
      <div className="fields two">
        <TextField label={t('matter.title')} hint={t('new.titleHint')} value={body.title} onChange={(title) => onChange({ title })} />
        <Select
          label={t('new.identification')}
          hint={t('new.identificationHint')}
          options={names.items('identificationLevels')}
          value={body.identification}
          onChange={(identification) => onChange({ identification: identification as Identification })}
        />
      </div>
    </section>
  );
}

/** The clock stands when the matter is opened, unless the customer stays; a note found again says so to start it once more. */
function TalkTime({ body, onChange }: PartProps) {
  const { t } = useTranslation('desk');
  if (!body.startedAt) return null;
  return (
    <>
      <Tap value="goes-on" isSelected={body.goesOn} onChange={(goesOn) => onChange({ goesOn, ...(goesOn ? { stoppedAt: null } : {}) })}>
        {t('new.goesOn')}
      </Tap>
      <Timer since={body.startedAt} until={body.stoppedAt} />
    </>
  );
}
