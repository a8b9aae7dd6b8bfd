import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addBlock, type ResourceView, readBlock, removeBlock } from '../../../shared/api/calendar.ts';
import { localOf, momentOfLocal } from '../../../shared/ui/local-time.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';

const reasons = ['lunch', 'meeting', 'training', 'away', 'upkeep', 'other'] as const;
export type Reason = (typeof reasons)[number];
export type BlockWish = { resourceId: string; startsAt: string; endsAt: string; reason: Reason | null };

type BlockProps = {
  wish: BlockWish;
  calendars: readonly ResourceView[];
  /** Somebody is booked in it. */
  onTouched: (blockId: string) => void;
  onClose: () => void;
};

/** Time in which no customer is taken: a lunch hour, a meeting, days of absence. */
export function BlockPanel({ wish, calendars, onTouched, onClose }: BlockProps) {
  const { t } = useTranslation('calendar');
  const [resourceId, setResource] = useState(wish.resourceId);
  const [from, setFrom] = useState(localOf(wish.startsAt));
  const [until, setUntil] = useState(localOf(wish.endsAt));
  const [reason, setReason] = useState<Reason | null>(wish.reason);
  const { run, isRunning, problem, faults } = useDeed([keys.calendars], { tellsHere: true });
  const [startsAt, endsAt] = [momentOfLocal(from), momentOfLocal(until)];

  async function save(): Promise<void> {
    if (!startsAt || !endsAt || !reason) return;
    let id = '';
    let count = 0;
    const isDone = await run(async () => {
      ({ id } = await addBlock(resourceId, { startsAt, endsAt, reason }));
      count = (await readBlock(id)).touched.length;
    });
    if (!isDone) return;
    if (count > 0) return onTouched(id);
    showToast({ text: t('block.done'), undo: async () => void (await run(() => removeBlock(id))) });
    onClose();
  }

  return (
    <Panel
      title={t(wish.reason === 'away' ? 'block.away' : 'block.title')}
      facts={t('block.hint')}
      onClose={onClose}
      place="middle"
      foot={
        <FormFoot
          save={t('block.save')}
          isPending={isRunning}
          isDisabled={!startsAt || !endsAt || !reason}
          problem={problem}
          onSave={() => void save()}
        />
      }
    >
      <section className="fields">
        <Select
          label={t('block.whose')}
          options={calendars.filter(({ arranged }) => arranged).map(({ id, name }) => ({ id, label: name }))}
          value={resourceId}
          onChange={setResource}
        />
        <TextField label={t('block.from')} type="datetime-local" value={from} onChange={setFrom} problem={faults.startsAt} />
        <TextField label={t('block.until')} type="datetime-local" value={until} onChange={setUntil} problem={faults.endsAt} />
        <Select
          label={t('block.reason')}
          options={reasons.map((id) => ({ id, label: t(`reasons.${id}`) }))}
          value={reason}
          onChange={(id) => setReason(id as Reason)}
          hint={reason === 'away' ? t('block.noWhy') : undefined}
        />
      </section>
    </Panel>
  );
}
