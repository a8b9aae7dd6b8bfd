import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { handOnMapping, mappingColleagues } from '../../shared/api/mappings.ts';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

type HandOnProps = { page: MappingPage; beforeLeaving: () => Promise<boolean>; onDone: () => void; onClose: () => void };

/** To a unit of one's own organisation, with the matter and everything told so far. */
export function HandOnPanel({ page, beforeLeaving, onDone, onClose }: HandOnProps) {
  const { t } = useTranslation('mapping');
  const { t: d } = useTranslation('desk');
  const { directory } = useSession();
  const names = useNames();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const found = useQuery({ queryKey: [...keys.mapping(page.id), 'colleagues'], queryFn: () => mappingColleagues(page.id) });
  const people = (found.data?.people ?? []).filter((one) => one.unitId === unitId).map(({ id, name }) => ({ id, label: name }));
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.mappings, keys.matter(page.matter.id), keys.matters]);
  const own = directory.units.find(({ id }) => id === page.unitId)?.organisationId;
  const units = directory.units
    .filter((unit) => unit.tier === 1 && unit.organisationId === own)
    .map((unit) => ({ id: unit.id, label: names.unit(unit.id) }));
  const chooseUnit = (chosen: string | null) => {
    setUnitId(chosen);
    setPersonId(null);
  };
  const give = async () => {
    if (!unitId) return;
    if (!(await beforeLeaving()) || !(await run(() => handOnMapping(page.id, { unitId, personId, note })))) return;
    showToast({ text: t('handedOn', { unit: names.unit(unitId) }) });
    onDone();
  };
  return (
    <Panel
      title={t('handOnTitle')}
      onClose={onClose}
      foot={<FormFoot save={t('handOnDo')} isDisabled={!unitId} isPending={isRunning} onSave={() => void give()} />}
    >
      <section className="fields">
        <ComboBox label={d('handOver.unit')} options={units} value={unitId} onChange={chooseUnit} autoFocus />
        {people.length > 0 ? <Select label={t('handOnPerson')} options={people} value={personId} onChange={setPersonId} /> : null}
        <TextArea label={t('handOnNote')} value={note} maxLength={4000} onChange={setNote} />
        <p className="quiet">{t('handOnKept')}</p>
      </section>
    </Panel>
  );
}
