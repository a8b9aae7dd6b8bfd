import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../server/modules/matters/path/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { addStep, changeStep } from '../../shared/api/matters.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { localOf, momentOfLocal } from '../../shared/ui/local-time.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useOrganisationOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { MomentField } from './moment-field.tsx';

const whos = ['customer', 'staff', 'authority'] as const;
const channels = ['counter', 'phone', 'video', 'email', 'web', 'letter', 'self-service'] as const;

/** One step of the path: who does what, where, when or by when. */
export function StepPanel({ page, step, onClose }: { page: MatterPage; step: Step | null; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const organisations = useOrganisationOptions();
  const [title, setTitle] = useState(step?.title ?? '');
  const [who, setWho] = useState<(typeof whos)[number]>(step?.who ?? 'customer');
  const [organisationId, setOrganisationId] = useState(step?.organisationId ?? null);
  const [channel, setChannel] = useState(step?.channel ?? null);
  const [place, setPlace] = useState(step?.place ?? '');
  const [at, setAt] = useState(step?.at ? localOf(step.at) : '');
  const [deadline, setDeadline] = useState(step?.deadlineAt ? localOf(step.deadlineAt) : '');
  const [isAtWrong, setAtWrong] = useState(false);
  const [isDeadlineWrong, setDeadlineWrong] = useState(false);
  const { run, isRunning } = useDeed([keys.matter(page.id)]);

  async function save() {
    const input = { title, who, organisationId, channel, place, at: momentOfLocal(at), deadlineAt: momentOfLocal(deadline) };
    if (await run(() => (step ? changeStep(page.id, step.id, input) : addStep(page.id, input)))) onClose();
  }

  return (
    <Panel
      title={step ? t('path.edit') : t('path.add')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('save')}
          isPending={isRunning}
          isDisabled={!title.trim() || isAtWrong || isDeadlineWrong}
          onSave={() => void save()}
        />
      }
    >
      <section className="fields">
        <TextField label={t('path.stepTitle')} hint={t('path.stepTitleHint')} value={title} onChange={setTitle} autoFocus />
        <Choice
          label={t('path.who')}
          options={whos.map((id) => ({ id, label: t(`path.whos.${id}`) }))}
          value={who}
          onChange={(id) => setWho(id as (typeof whos)[number])}
        />
        {who === 'authority' ? (
          <ComboBox label={t('needs.organisation')} options={organisations} value={organisationId} onChange={setOrganisationId} />
        ) : null}
      </section>
      <section className="fields two">
        <Select
          label={t('path.channel')}
          options={channels.map((id) => ({ id, label: t(`channels.${id}`) }))}
          value={channel}
          onChange={setChannel}
        />
        <TextField label={t('path.place')} value={place} onChange={setPlace} />
        <MomentField label={t('path.at')} value={at} onChange={setAt} onWrong={setAtWrong} />
        <MomentField label={t('path.deadline')} value={deadline} onChange={setDeadline} onWrong={setDeadlineWrong} />
      </section>
    </Panel>
  );
}
