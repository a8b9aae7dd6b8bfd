import { useTranslation } from 'react-i18next';
import {
  addBookable,
  type Bookable,
  type ChangedSetUp,
  changeBookable,
  listBookables,
  tryBookable,
} from '../../../../shared/api/booking-setup.ts';
import { EditPanel } from '../../edit/edit-panel.tsx';
import { pick } from '../../edit/three-way.ts';
import { useEdit } from '../../edit/use-edit.ts';
import { useSaving } from '../../edit/use-saving.ts';
import { useOnlyOwner } from '../../fields/owner-field.tsx';
import { useVersioned } from '../../queues/use-versioned.ts';
import { useNameHere, useOrganisationName } from '../../words.ts';
import { keys } from '../queries.ts';
import { FreeWeek } from '../trial/free-week.tsx';
import { useLook } from '../trial/use-look.ts';
import { useTrial } from '../trial/use-trial.ts';
import type { Place } from '../use-place.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { missingInService, noService, serviceDetails } from './service-details.ts';
import { ServiceFields } from './service-fields.tsx';

type PanelProps = { setUp: BookingSetUp; place: Place };

/** A new service stays open once it is added: its times can be seen then. */
export function NewServicePanel({ setUp, place }: PanelProps) {
  const { t } = useTranslation(['booking-setup', 'admin']);
  const nameHere = useNameHere();
  const owner = useOnlyOwner();
  const edit = useEdit('booking/new-service', { ...noService, organisationId: owner ?? '' });
  const saving = useSaving([keys.all]);
  const save = () =>
    saving.run({
      edit,
      missing: missingInService(edit.value),
      send: () => addBookable(edit.value),
      said: t('admin:added', { what: nameHere(edit.value.name) }),
      onDone: (answer) => place.open((answer as { id: string }).id),
    });
  return (
    <EditPanel
      wide
      isNew
      title={t('service.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={place.leave}
    >
      <div className="booking-edit-fields">
        <ServiceFields isNew value={edit.value} onChange={edit.change} setUp={setUp} />
      </div>
    </EditPanel>
  );
}

export function ServicePanel({ setUp, place, service }: PanelProps & { service: Bookable }) {
  const { t } = useTranslation(['booking-setup', 'admin']);
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const edit = useEdit(`booking/${service.id}`, serviceDetails(service));
  const saving = useSaving([keys.all]);
  const { latest, send } = useVersioned({
    queryKey: keys.services,
    read: listBookables,
    find: (all) => all.find(({ id }) => id === service.id),
    detailsOf: serviceDetails,
    write: (change, version) => changeBookable(service.id, { ...change, version }),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInService(edit.value),
      latest,
      send,
      said: t('admin:saved', { what: nameHere(edit.value.name) }),
      hasUndo: true,
      onDone: (answer) => ((answer as ChangedSetUp).count > 0 ? place.show('moves', service.id) : place.leave()),
    });
  const look = useLook(edit.value.places, edit.value.ways);
  const trial = useTrial(service.id, { change: pick(edit.value, edit.changed), ...look.asked }, (input, signal) =>
    tryBookable(service.id, input, signal),
  );
  return (
    <EditPanel
      wide
      title={nameHere(service.name)}
      facts={organisationName(service.organisationId)}
      readOnly={service.kept ? undefined : t('service.readOnly')}
      edit={edit}
      saving={saving}
      labels={useLabels()}
      save={t('admin:save')}
      onSave={() => void save()}
      onClose={place.leave}
    >
      <div className="booking-edit">
        <div className="booking-edit-fields" inert={!service.kept}>
          <ServiceFields isNew={false} value={edit.value} onChange={edit.change} setUp={setUp} />
        </div>
        <aside className="booking-beside" aria-label={t('trial.title')}>
          <div className="booking-preview">
            <FreeWeek trial={trial} look={look} who={edit.value.who} hasChanges={edit.changed.length > 0} />
          </div>
        </aside>
      </div>
    </EditPanel>
  );
}

function useLabels() {
  const { t } = useTranslation('booking-setup');
  return {
    organisationId: t('service.organisation'),
    serviceId: t('service.ofDirectory'),
    situations: t('service.situations'),
    name: t('service.name'),
    bring: t('service.bring'),
    minutes: t('service.minutes'),
    step: t('service.step'),
    bufferBefore: t('service.bufferBefore'),
    bufferAfter: t('service.bufferAfter'),
    notice: t('service.notice'),
    horizonDays: t('service.horizon'),
    mostPerPerson: t('service.mostPerPerson'),
    mostPeople: t('service.mostPeople'),
    minutesEach: t('service.minutesEach'),
    fixed: t('service.fixed'),
    missedAfter: t('service.missedAfter'),
    answerMinutes: t('service.answer'),
    mostUnanswered: t('service.mostUnanswered'),
    who: t('service.who'),
    ways: t('service.ways'),
    parts: t('part.title'),
    rules: t('rule.title'),
    places: t('places.title'),
    active: t('service.active'),
  };
}
