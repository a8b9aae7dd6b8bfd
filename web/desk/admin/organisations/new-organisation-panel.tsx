import { useTranslation } from 'react-i18next';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { type Organisation, organisations } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { KeyField } from '../fields/key-field.tsx';
import { keyOf } from '../fields/key-of.ts';
import { noNames } from '../fields/missing.ts';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { type Details, missingIn, OrganisationFields } from './organisation-fields.tsx';

const nothing: Details & { key: string } = {
  key: '',
  name: noNames,
  shortName: noNames,
  kind: 'state',
  validFrom: todayInFinland(),
  validUntil: null,
  successorId: null,
};

export function NewOrganisationPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const edit = useEdit('organisations/new', nothing);
  const saving = useSaving([keys.organisations]);
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      send: () => organisations.create({ ...edit.value, key: edit.value.key || keyOf(edit.value.name.fi) }),
      said: t('added', { what: nameHere(edit.value.name) }),
      onDone: (organisation) => onClose((organisation as Organisation).id),
    });
  return (
    <EditPanel
      isNew
      title={t('organisations.add')}
      facts={t('organisations.addHint')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <OrganisationFields value={edit.value} onChange={edit.change} />
      <section>
        <KeyField value={edit.value.key} name={edit.value.name.fi} onChange={(key) => edit.change({ key })} />
      </section>
    </EditPanel>
  );
}
