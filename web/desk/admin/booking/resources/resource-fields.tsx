import { useTranslation } from 'react-i18next';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { Tap, Taps } from '../../../../shared/ui/taps.tsx';
import { useLanguageWords } from '../../../knowledge/specialists/use-specialist-words.ts';
import { useOrganisationOptions } from '../../../options.ts';
import { useNames } from '../../../session.tsx';
import { LineField, PickField } from '../../fields/fields.tsx';
import { useNameHere } from '../../words.ts';
import type { BookingSetUp } from '../use-set-up.ts';
import { kinds, useFeatureOptions } from '../words.ts';
import type { ResourceDetails } from './resource-details.ts';

type FieldsProps = { value: ResourceDetails; onChange: (change: Partial<ResourceDetails>) => void; setUp: BookingSetUp };

export function ResourceFields({ isNew, value, onChange, setUp }: FieldsProps & { isNew: boolean }) {
  const { t } = useTranslation('booking-setup');
  return (
    <section className="fields">
      {isNew ? (
        <Choice
          label={t('resource.kind')}
          options={kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          value={value.kind}
          onChange={(kind) => onChange({ kind: kind as ResourceDetails['kind'], personId: null })}
        />
      ) : null}
      <Whose value={value} onChange={onChange} setUp={setUp} />
      <Serves value={value} onChange={onChange} setUp={setUp} />
      <Has value={value} onChange={onChange} setUp={setUp} />
      {isNew ? null : (
        <>
          <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
            {t('resource.active')}
          </Tap>
          <p className="hint">{t('resource.activeHint')}</p>
        </>
      )}
    </section>
  );
}

function Whose({ value, onChange, setUp: { choices } }: FieldsProps) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const keepsPoint = choices.places.some(({ kept }) => kept);
  const organisations = useOrganisationOptions().filter(
    ({ id }) => keepsPoint || choices.organisationIds.includes(id) || id === value.organisationId,
  );
  const mayBeAt = choices.places.filter(({ kept, organisationIds }) => kept || organisationIds.includes(value.organisationId));
  const ids = new Set([...mayBeAt.map(({ pointId }) => pointId), ...(value.pointId ? [value.pointId] : [])]);
  return (
    <>
      <div className="fields two">
        <PickField
          name="organisationId"
          label={t('resource.organisation')}
          options={organisations}
          value={value.organisationId || null}
          onChange={(organisationId) => onChange({ organisationId: organisationId ?? '', personId: null })}
          isRequired
        />
        <PickField
          name="pointId"
          label={t('resource.point')}
          options={[...ids].map((id) => ({ id, label: names.point(id) }))}
          none={t('resource.noPoint')}
          value={value.pointId}
          onChange={(pointId) => onChange({ pointId })}
        />
      </div>
      <div className="fields two">
        {value.kind === 'person' ? <PersonPick value={value} onChange={onChange} people={choices.people} /> : null}
        <LineField
          name="name"
          label={t('resource.name')}
          value={value.name}
          onChange={(name) => onChange({ name })}
          maxLength={200}
          autoComplete="off"
          isRequired
        />
      </div>
    </>
  );
}

/** Whose hours they are: somebody who signs in here, each once; or somebody who does not. */
function PersonPick({ value, onChange, people }: Pick<FieldsProps, 'value' | 'onChange'> & { people: BookingSetUp['choices']['people'] }) {
  const { t } = useTranslation('booking-setup');
  const free = people.filter(({ id, organisationIds, booked }) => {
    if (id === value.personId) return true;
    return !booked && organisationIds.includes(value.organisationId);
  });
  const isUnknown = value.personId !== null && !free.some(({ id }) => id === value.personId);
  const options = [
    ...free.map(({ id, name }) => ({ id, label: name })),
    ...(isUnknown && value.personId ? [{ id: value.personId, label: value.name }] : []),
  ];
  return (
    <PickField
      name="personId"
      label={t('resource.person')}
      options={options}
      none={t('resource.noPerson')}
      value={value.personId}
      onChange={(personId) => onChange({ personId, name: people.find(({ id }) => id === personId)?.name ?? value.name })}
    />
  );
}

function Serves({ value, onChange, setUp: { services } }: FieldsProps) {
  const { t } = useTranslation('booking-setup');
  const nameHere = useNameHere();
  const offered = services.filter(({ id, active, parts }) => {
    if (value.bookableIds.includes(id)) return true;
    return active && parts.some(({ kind }) => kind === value.kind);
  });
  if (offered.length === 0) return null;
  return (
    <>
      <Taps
        label={t('resource.serves')}
        note={value.kind === 'person' ? undefined : t('resource.servesHint')}
        options={offered.map(({ id, name }) => ({ id, label: nameHere(name) }))}
        value={value.bookableIds}
        onChange={(ids) => onChange({ bookableIds: ids.toSorted() })}
      />
      {value.kind === 'person' && value.bookableIds.length === 0 ? <p className="warn">{t('resource.servesNobody')}</p> : null}
    </>
  );
}

function Has({ value, onChange, setUp: { resources } }: FieldsProps) {
  const { t } = useTranslation('booking-setup');
  const language = useLanguageWords();
  const options = useFeatureOptions(resources.flatMap(({ features }) => features));
  const speaks = value.kind === 'person' || value.kind === 'interpreter';
  if (speaks)
    return (
      <Taps
        label={t('resource.languages')}
        note={t('resource.languagesHint')}
        options={language.all}
        value={value.languages}
        onChange={(languages) => onChange({ languages: languages.toSorted() })}
      />
    );
  return (
    <Taps
      label={t('resource.features')}
      options={options}
      value={value.features}
      onChange={(features) => onChange({ features: features.toSorted() })}
    />
  );
}
