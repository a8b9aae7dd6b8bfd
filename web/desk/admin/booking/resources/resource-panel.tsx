import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BookingResource,
  type ChangedSetUp,
  changeResource,
  listResources,
  type ResourceHours,
  tryResource,
  writeDays,
} from '../../../../shared/api/booking-setup.ts';
import { EditPanel } from '../../edit/edit-panel.tsx';
import { pick } from '../../edit/three-way.ts';
import { useEdit } from '../../edit/use-edit.ts';
import { useSaving } from '../../edit/use-saving.ts';
import { useVersioned } from '../../queues/use-versioned.ts';
import { useOrganisationName } from '../../words.ts';
import { type DaysDraft, DaysEditor } from '../days/days-editor.tsx';
import { keys } from '../queries.ts';
import { FreeWeek } from '../trial/free-week.tsx';
import { useTrial } from '../trial/use-trial.ts';
import type { Place } from '../use-place.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { useResourceName } from '../words.ts';
import { Fortnight } from './fortnight.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { missingInResource, type ResourceDetails, resourceDetails } from './resource-details.ts';
import { ResourceFields } from './resource-fields.tsx';
import { ServicePick, useSeenService } from './seen-service.tsx';
import { useDaysWords } from './use-days-words.ts';

type PanelProps = { setUp: BookingSetUp; place: Place; resource: BookingResource };

export function ResourcePanel({ setUp, place, resource }: PanelProps) {
  const { t } = useTranslation(['booking-setup', 'admin']);
  const organisationName = useOrganisationName();
  const nameOf = useResourceName();
  const edit = useEdit(`booking/${resource.id}`, resourceDetails(resource));
  const saving = useSaving([keys.all]);
  const [days, setDays] = useState<DaysDraft | null>(null);
  const { latest, send } = useVersioned({
    queryKey: keys.resources,
    read: listResources,
    find: (all) => all.find(({ id }) => id === resource.id),
    detailsOf: resourceDetails,
    write: (change, version) => write(resource.id, change, version),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInResource(edit.value),
      latest,
      send,
      said: t('admin:saved', { what: nameOf(edit.value) }),
      hasUndo: true,
      onDone: (answer) => ((answer as ChangedSetUp).count > 0 ? place.show('moves', resource.id) : place.leave()),
    });
  const seen = useSeenService(setUp, edit.value);
  const { hours, ...change } = pick(edit.value, edit.changed);
  const asked = { change, ...(hours ? { hours } : {}), ...(days ? { days } : {}), bookableId: seen.serviceId, ...seen.look.asked };
  const trial = useTrial(resource.id, asked, (input, signal) => tryResource(resource.id, input, signal));
  const hasChanges = edit.changed.length > 0 || days !== null;
  return (
    <EditPanel
      wide
      title={nameOf(resource)}
      facts={`${t(`kinds.${resource.kind}`)} · ${organisationName(resource.organisationId)}`}
      edit={edit}
      saving={saving}
      labels={useLabels()}
      save={t('admin:save')}
      onSave={() => void save()}
      onClose={place.leave}
    >
      <div className="booking-edit">
        <div className="booking-edit-fields">
          <HoursEditor value={edit.value.hours} onChange={(next) => edit.change({ hours: next })} resource={edit.value} setUp={setUp} />
          <DaysEditor
            days={resource.exceptions}
            words={useDaysWords()}
            draft={days}
            onDraft={setDays}
            write={async (those) => (await writeDays(resource.id, { ...those, version: resource.version })).count}
            onWritten={(mustMove) => mustMove > 0 && place.show('moves', resource.id)}
          />
          <ResourceFields isNew={false} value={edit.value} onChange={edit.change} setUp={setUp} />
        </div>
        <aside className="booking-beside" aria-label={t('trial.label')}>
          <div className="booking-preview">
            <ServicePick seen={seen} />
            <FreeWeek trial={trial} look={seen.look} who={seen.service?.who ?? 'public'} hasChanges={hasChanges} />
            <Fortnight trial={trial} pointId={resource.pointId} />
          </div>
        </aside>
      </div>
    </EditPanel>
  );
}

/** What it is and when it is there are one change: all of it is kept, or nothing. */
const write = (id: string, { hours, kind: _, ...change }: Partial<ResourceDetails>, version: number): Promise<ChangedSetUp> =>
  changeResource(id, { ...change, ...(hours ? { hours: hours as ResourceHours[] } : {}), version });

function useLabels() {
  const { t } = useTranslation('booking-setup');
  return {
    organisationId: t('resource.organisation'),
    pointId: t('resource.point'),
    personId: t('resource.person'),
    name: t('resource.name'),
    features: t('resource.features'),
    languages: t('resource.languages'),
    bookableIds: t('resource.serves'),
    active: t('resource.active'),
    hours: t('hours.title'),
  };
}
