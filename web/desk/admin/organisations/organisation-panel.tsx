import { useTranslation } from 'react-i18next';
import { type Organisation, organisations } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useNameHere } from '../words.ts';
import { type Details, missingIn, OrganisationFields } from './organisation-fields.tsx';

const fields = ['name', 'shortName', 'kind', 'validFrom', 'validUntil', 'successorId'] as const;
const detailsOf = (organisation: Organisation) => pick(organisation, fields) as Details;

export function OrganisationPanel({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const edit = useEdit(`organisations/${organisation.id}`, detailsOf(organisation));
  const saving = useSaving([keys.organisations]);
  const latest = useLatest(keys.organisations, organisations.list, organisation.id, detailsOf);
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: (change) => organisations.change(organisation.id, change),
      said: t('saved', { what: nameHere(edit.value.name) }),
      hasUndo: true,
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      title={nameHere(organisation.name)}
      facts={organisation.key}
      edit={edit}
      saving={saving}
      labels={{
        name: t('organisations.name'),
        shortName: t('organisations.shortName'),
        kind: t('organisations.kind'),
        validFrom: t('validFrom'),
        validUntil: t('lastDay'),
        successorId: t('organisations.successor'),
      }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <OrganisationFields id={organisation.id} value={edit.value} onChange={edit.change} />
    </EditPanel>
  );
}
