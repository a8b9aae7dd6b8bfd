import { useTranslation } from 'react-i18next';
import { addPresence, changePresence, listPresences, type Presence, removePresence } from '../../../../shared/api/displays.ts';
import { useNames, useSession } from '../../../session.tsx';
import { EditPanel } from '../../edit/edit-panel.tsx';
import { useEdit } from '../../edit/use-edit.ts';
import { useSaving } from '../../edit/use-saving.ts';
import { PickField } from '../../fields/fields.tsx';
import { noNames } from '../../fields/missing.ts';
import { OpeningEditor } from '../../opening/opening-editor.tsx';
import { DirectionField } from '../direction-field.tsx';
import { SideNames } from '../side-names.tsx';
import { usePointOpening } from '../use-kept-points.ts';
import { useVersioned } from '../use-versioned.ts';
import { missingInPresence, type PresenceDetails, placeOf, presenceDetails } from './presence-details.ts';
import { keys } from './queries.ts';
import { Removing } from './removing.tsx';

type NewProps = { pointId: string; known: readonly Presence[]; onClose: () => void };

/** Begins from the point's own hours. */
export function NewPresencePanel({ pointId, known, onClose }: NewProps) {
  const { t } = useTranslation(['displays', 'admin']);
  const names = useNames();
  const { directory } = useSession();
  const opening = usePointOpening(pointId);
  const empty = { organisationId: null as string | null, opening, direction: null, place: null };
  const edit = useEdit<PresenceDetails & { organisationId: string | null }>(`queues/${pointId}/new-presence`, empty);
  const saving = useSaving([keys.presences(pointId)]);
  const { organisationId, ...details } = edit.value;
  const offered = directory.organisations.filter(({ id }) => !known.some((one) => one.organisationId === id));
  const save = () =>
    saving.run({
      edit,
      missing: [...(organisationId ? [] : ['organisationId']), ...missingInPresence(details)],
      send: () => addPresence(pointId, { ...details, place: placeOf(details), organisationId: organisationId ?? '' }),
      said: t('here.saved'),
      onDone: onClose,
    });
  return (
    <EditPanel
      wide
      isNew
      title={t('here.add')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('admin:addThis')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <section className="fields">
        <PickField
          name="organisationId"
          label={t('here.who')}
          options={offered.map(({ id }) => ({ id, label: names.organisation(id) }))}
          value={organisationId}
          onChange={(id) => edit.change({ organisationId: id })}
        />
      </section>
      <PresenceFields value={details} onChange={edit.change} />
    </EditPanel>
  );
}

export function PresencePanel({ presence, onClose }: { presence: Presence; onClose: () => void }) {
  const { t } = useTranslation(['displays', 'admin']);
  const names = useNames();
  const { id, pointId } = presence;
  const edit = useEdit(`queues/${id}`, presenceDetails(presence));
  const saving = useSaving([keys.presences(pointId)]);
  const { latest, send } = useVersioned({
    queryKey: keys.presences(pointId),
    read: () => listPresences(pointId),
    find: (all) => all.find((one) => one.id === id),
    detailsOf: presenceDetails,
    write: (change, version) => changePresence(id, { ...change, ...('place' in change ? { place: placeOf(edit.value) } : {}), version }),
  });
  const save = () =>
    saving.run({
      edit,
      missing: missingInPresence(edit.value),
      latest,
      send,
      said: t('here.saved'),
      onDone: onClose,
    });
  return (
    <EditPanel
      wide
      title={names.organisation(presence.organisationId)}
      edit={edit}
      saving={saving}
      labels={{ opening: t('here.hours'), direction: t('here.direction'), place: t('here.place') }}
      save={t('admin:save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PresenceFields value={edit.value} onChange={edit.change} />
      <Removing what={t('here.remove')} touched={keys.presences(pointId)} remove={() => removePresence(id)} onDone={onClose} />
    </EditPanel>
  );
}

function PresenceFields({ value, onChange }: { value: PresenceDetails; onChange: (change: Partial<PresenceDetails>) => void }) {
  const { t } = useTranslation('displays');
  return (
    <>
      <OpeningEditor value={value.opening} onChange={(opening) => onChange({ opening })} />
      <section className="fields">
        <DirectionField value={value.direction} onChange={(direction) => onChange({ direction })} />
        <SideNames label={t('here.place')} name="place" value={value.place ?? noNames} onChange={(place) => onChange({ place })} />
        <p className="hint">{t('here.placeHint')}</p>
      </section>
    </>
  );
}
