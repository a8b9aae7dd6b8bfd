import { useTranslation } from 'react-i18next';
import { addResource } from '../../../../shared/api/booking-setup.ts';
import { EditPanel } from '../../edit/edit-panel.tsx';
import { useEdit } from '../../edit/use-edit.ts';
import { useSaving } from '../../edit/use-saving.ts';
import { useOnlyOwner } from '../../fields/owner-field.tsx';
import { keys } from '../queries.ts';
import type { Place } from '../use-place.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { missingInResource, noResource } from './resource-details.ts';
import { ResourceFields } from './resource-fields.tsx';

/** Once added it stays open, for its hours. */
export function NewResourcePanel({ setUp, place }: { setUp: BookingSetUp; place: Place }) {
  const { t } = useTranslation(['booking-setup', 'admin']);
  const owner = useOnlyOwner();
  const edit = useEdit('booking/new-resource', { ...noResource, organisationId: owner ?? '' });
  const saving = useSaving([keys.all]);
  const { hours: _, ...input } = edit.value;
  const save = () =>
    saving.run({
      edit,
      missing: missingInResource(edit.value),
      send: () => addResource(input),
      said: t('resource.added', { name: edit.value.name }),
      onDone: (answer) => place.open((answer as { id: string }).id),
    });
  return (
    <EditPanel
      wide
      isNew
      title={t('resource.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={place.leave}
    >
      <ResourceFields isNew value={edit.value} onChange={edit.change} setUp={setUp} />
    </EditPanel>
  );
}
