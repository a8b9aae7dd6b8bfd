import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { handOver } from '../../shared/api/matters.ts';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { usePapersLeft } from '../documents/papers-left.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

/** Gives the whole matter to another unit, with everything known and the arrival time kept (hallintolaki 434/2003, 21 §). */
export function HandOverPanel({ page, toUnitId = null, onClose }: { page: MatterPage; toUnitId?: string | null; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { directory } = useSession();
  const names = useNames();
  const papers = usePapersLeft(page.id).filter(({ state }) => state === 'here');
  const [unitId, setUnitId] = useState(toUnitId);
  const [note, setNote] = useState('');
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters, keys.documents]);
  const units = directory.units
    .filter((unit) => unit.tier === 1 && unit.id !== page.unitId)
    .map((unit) => ({ id: unit.id, label: names.unit(unit.id), hint: names.organisation(unit.organisationId) }));
  const give = async () => {
    if (!unitId) return;
    if (await run(() => handOver(page.id, { unitId, note }))) {
      showToast({ text: t('handOver.done', { unit: names.unit(unitId) }) });
      onClose();
    }
  };
  return (
    <Panel
      title={t('handOver.title')}
      facts={page.title}
      onClose={onClose}
      foot={<FormFoot save={t('handOver.give')} isDisabled={!unitId} isPending={isRunning} onSave={() => void give()} />}
    >
      <section className="fields">
        <ComboBox label={t('handOver.unit')} options={units} value={unitId} onChange={setUnitId} autoFocus />
        <TextArea label={t('handOver.note')} hint={t('handOver.noteHint')} value={note} onChange={setNote} />
        <p className="quiet">{t('handOver.kept')}</p>
        {papers.length > 0 ? <p>{t('handOver.papers', { count: papers.length })}</p> : null}
      </section>
    </Panel>
  );
}
