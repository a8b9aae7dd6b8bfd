import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/ui/choice.tsx';
import { useSession } from '../../session.tsx';
import type { Unit } from '../api.ts';
import { HoursField, PickField } from '../fields/fields.tsx';
import { missingNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { OpeningEditor } from '../opening/opening-editor.tsx';
import { useUnits } from '../queries.ts';
import { useNameHere, useOrganisationName } from '../words.ts';

export type Details = Omit<Unit, 'id' | 'key' | 'organisationId'>;

export const missingIn = (value: Details) => missingNames('name', value.name);

type UnitFieldsProps = { id?: string; value: Details; onChange: (change: Partial<Details>) => void };

export function UnitFields({ id, value, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <section className="fields">
        <NamesField name="name" label={t('units.name')} value={value.name} onChange={(name) => onChange({ name })} autoFocus={!id} />
        <Choice
          label={t('units.tier')}
          options={([1, 2, 3] as const).map((tier) => ({ id: String(tier), label: t(`units.tiers.${tier}`) }))}
          value={String(value.tier)}
          onChange={(tier) => onChange({ tier: Number(tier) })}
        />
        <PointField value={value.pointId} onChange={(pointId) => onChange({ pointId })} />
      </section>
      <section className="fields">
        <div>
          <h2>{t('units.promises')}</h2>
          <p className="hint">{t('units.promisesHint')}</p>
        </div>
        <div className="fields two">
          <HoursField
            name="answerMinutes"
            label={t('units.promise')}
            minutes={value.answerMinutes}
            onChange={(answerMinutes) => onChange({ answerMinutes })}
          />
          <HoursField
            name="remindMinutes"
            label={t('units.remind')}
            minutes={value.remindMinutes}
            onChange={(remindMinutes) => onChange({ remindMinutes })}
          />
        </div>
        <OtherUnit id={id} field="escalatesToId" value={value} onChange={onChange} />
        <OtherUnit id={id} field="successorId" value={value} onChange={onChange} />
      </section>
      <OpeningEditor value={value.opening} onChange={(opening) => onChange({ opening })} />
    </>
  );
}

function PointField({ value, onChange }: { value: string | null; onChange: (pointId: string | null) => void }) {
  const { t } = useTranslation('admin');
  const { directory } = useSession();
  const nameHere = useNameHere();
  return (
    <PickField
      name="pointId"
      label={t('units.point')}
      none={t('units.noPoint')}
      options={directory.points.map(({ id, name, typeLabel }) => ({ id, label: nameHere(name), hint: nameHere(typeLabel) }))}
      value={value}
      onChange={onChange}
    />
  );
}

type OtherUnitProps = {
  id: string | undefined;
  field: 'successorId' | 'escalatesToId';
  value: Details;
  onChange: (change: Partial<Details>) => void;
};

/** Any unit there is may carry on or hear of what is late. */
function OtherUnit({ id, field, value, onChange }: OtherUnitProps) {
  const { t } = useTranslation('admin');
  const { directory } = useSession();
  const nameHere = useNameHere();
  const organisationName = useOrganisationName();
  const kept = useUnits().data ?? [];
  const others = [...directory.units, ...kept.filter((unit) => !unit.active && unit.id === value[field])].filter((unit) => unit.id !== id);
  return (
    <PickField
      name={field}
      label={t(`units.${field}`)}
      hint={t(`units.${field}Hint`)}
      none={t('units.noOther')}
      options={others.map((unit) => ({ id: unit.id, label: nameHere(unit.name), hint: organisationName(unit.organisationId) }))}
      value={value[field]}
      onChange={(unitId) => onChange({ [field]: unitId })}
    />
  );
}
