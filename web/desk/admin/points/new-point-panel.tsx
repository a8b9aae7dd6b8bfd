import { useTranslation } from 'react-i18next';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { points, type ServicePoint } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { KeyField } from '../fields/key-field.tsx';
import { keyOf } from '../fields/key-of.ts';
import { noNames } from '../fields/missing.ts';
import { OwnerField, useOnlyOwner } from '../fields/owner-field.tsx';
import { usualHours, zone } from '../opening/usual-hours.ts';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { type Details, missingIn, PointFields } from './point-fields.tsx';

const nothing: Details & { key: string } = {
  key: '',
  name: noNames,
  typeLabel: noNames,
  mobile: false,
  street: '',
  postalCode: '',
  city: '',
  phone: '',
  opening: usualHours,
  validFrom: todayInFinland(),
  validUntil: null,
};

export function NewPointPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const edit = useEdit('points/new', { ...nothing, organisationId: useOnlyOwner() });
  const saving = useSaving([keys.points]);
  const { organisationId, key, ...details } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: [...(organisationId ? [] : ['organisationId']), ...missingIn(details)],
      send: () => points.create({ ...details, zone, organisationId: organisationId ?? '', key: key || keyOf(details.name.fi) }),
      said: t('added', { what: nameHere(details.name) }),
      onDone: (point) => onClose((point as ServicePoint).id),
    });
  return (
    <EditPanel
      isNew
      title={t('points.add')}
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
      <PointFields isNew value={details} onChange={edit.change} />
      <section>
        <KeyField value={key} name={details.name.fi} onChange={(written) => edit.change({ key: written })} />
      </section>
    </EditPanel>
  );
}
