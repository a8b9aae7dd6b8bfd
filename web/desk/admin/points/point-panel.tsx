import { useTranslation } from 'react-i18next';
import { points, type ServicePoint } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useNameHere, useOrganisationName } from '../words.ts';
import { type Details, missingIn, PointFields } from './point-fields.tsx';

const fields = ['name', 'typeLabel', 'mobile', 'street', 'postalCode', 'city', 'phone', 'opening', 'validFrom', 'validUntil'] as const;
const detailsOf = (point: ServicePoint) => pick(point, fields) as Details;

export function PointPanel({ point, onClose }: { point: ServicePoint; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const edit = useEdit(`points/${point.id}`, detailsOf(point));
  const saving = useSaving([keys.points]);
  const latest = useLatest(keys.points, points.list, point.id, detailsOf);
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: (change) => points.change(point.id, change),
      said: t('saved', { what: nameHere(edit.value.name) }),
      hasUndo: true,
      onDone: () => onClose(),
    });
  return (
    <EditPanel
      title={nameHere(point.name)}
      facts={organisationName(point.organisationId)}
      edit={edit}
      saving={saving}
      labels={{
        name: t('points.name'),
        typeLabel: t('points.type'),
        mobile: t('points.mobile'),
        street: t('points.street'),
        postalCode: t('points.postalCode'),
        city: t('points.city'),
        phone: t('points.phone'),
        opening: t('opening.title'),
        validFrom: t('validFrom'),
        validUntil: t('lastDay'),
      }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PointFields isNew={false} value={edit.value} onChange={edit.change} />
    </EditPanel>
  );
}
