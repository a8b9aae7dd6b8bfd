import { useTranslation } from 'react-i18next';
import { type Unit, units } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { KeyField } from '../fields/key-field.tsx';
import { keyOf } from '../fields/key-of.ts';
import { noNames } from '../fields/missing.ts';
import { OwnerField, useOnlyOwner } from '../fields/owner-field.tsx';
import { usualHours } from '../opening/usual-hours.ts';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { type Details, missingIn, UnitFields } from './unit-fields.tsx';

/** Two seven-hour days to answer, a reminder two hours before. */
const nothing: Details & { key: string } = {
  key: '',
  pointId: null,
  name: noNames,
  tier: 1,
  opening: usualHours,
  answerMinutes: 840,
  remindMinutes: 120,
  successorId: null,
  escalatesToId: null,
  active: true,
};

export function NewUnitPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const edit = useEdit('units/new', { ...nothing, organisationId: useOnlyOwner() });
  const saving = useSaving([keys.units]);
  const { organisationId, key, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: [...(organisationId ? [] : ['organisationId']), ...missingIn(details)],
      send: () => units.create({ ...details, organisationId: organisationId ?? '', key: key || keyOf(details.name.fi) }),
      said: t('added', { what: nameHere(details.name) }),
      onDone: (unit) => onClose((unit as Unit).id),
    });
  return (
    <EditPanel
      isNew
      title={t('units.add')}
      facts={t('units.addHint')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <section>
        <OwnerField value={organisationId} onChange={(chosen) => edit.change({ organisationId: chosen })} />
      </section>
      <UnitFields value={details} onChange={edit.change} />
      <section>
        <KeyField value={key} name={details.name.fi} onChange={(written) => edit.change({ key: written })} />
      </section>
    </EditPanel>
  );
}
