import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookingConflicts, ToldOfAddress } from '../../../shared/api/booking-setup.ts';
import { points, type ServicePoint } from '../api.ts';
import { keys as booking, useComing, useConflictsAt } from '../booking/queries.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { pick } from '../edit/three-way.ts';
import { useEdit } from '../edit/use-edit.ts';
import { useLatest } from '../edit/use-latest.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { useNameHere, useOrganisationName } from '../words.ts';
import { BookedHere } from './booked-here.tsx';
import { type Details, missingIn, PointFields } from './point-fields.tsx';

const fields = ['name', 'typeLabel', 'mobile', 'street', 'postalCode', 'city', 'phone', 'opening', 'validFrom', 'validUntil'] as const;
const detailsOf = (point: ServicePoint) => pick(point, fields) as Details;

export function PointPanel({ point, onClose }: { point: ServicePoint; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const edit = useEdit(`points/${point.id}`, detailsOf(point));
  const saving = useSaving([keys.points, booking.all]);
  const queries = useQueryClient();
  const adrift = useConflictsAt(point.id).data?.count ?? 0;
  const coming = useComing(point.id).data;
  const [told, setTold] = useState<ToldOfAddress | null>(null);
  const willTell = coming && isAnybody(coming) && hasOtherAddress(point, edit.value) ? coming : null;
  const latest = useLatest(keys.points, points.list, point.id, detailsOf);
  const isSeenTo = () => !willTell && !queries.getQueryData<BookingConflicts>(booking.conflictsAt(point.id))?.count;
  const save = () =>
    saving.run({
      edit,
      missing: missingIn(edit.value),
      latest,
      send: (change) => points.change(point.id, change),
      said: t('saved', { what: nameHere(edit.value.name) }),
      // Letters with a new address have left.
      hasUndo: !willTell,
      onDone: () => (isSeenTo() ? onClose() : setTold(willTell)),
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
      <BookedHere pointId={point.id} adrift={adrift} told={told} />
      <PointFields
        isNew={false}
        value={edit.value}
        onChange={edit.change}
        addressWarning={willTell ? t('points.willTell', { count: willTell.letters + willTell.unreached.length }) : null}
      />
    </EditPanel>
  );
}

const isAnybody = ({ letters, unreached }: ToldOfAddress): boolean => letters + unreached.length > 0;

const hasOtherAddress = (was: Details, becomes: Details): boolean =>
  (['street', 'postalCode', 'city'] as const).some((field) => was[field] !== becomes[field].trim());
