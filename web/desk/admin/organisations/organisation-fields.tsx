import { useTranslation } from 'react-i18next';
import type { Organisation } from '../api.ts';
import { DayField, LastDayField } from '../fields/day-field.tsx';
import { PickField } from '../fields/fields.tsx';
import { missingFields, missingNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { useOrganisations } from '../queries.ts';
import { useNameHere } from '../words.ts';

export type Details = Omit<Organisation, 'id' | 'key' | 'keptById' | 'keepsRegion'>;

export const kinds = ['municipality', 'state', 'kela', 'wellbeing', 'association', 'company', 'other'] as const;

export const missingIn = (value: Details) => [
  ...missingNames('name', value.name),
  ...missingNames('shortName', value.shortName),
  ...missingFields(value, ['validFrom']),
];

type OrganisationFieldsProps = { id?: string; value: Details; onChange: (change: Partial<Details>) => void };

export function OrganisationFields({ id, value, onChange }: OrganisationFieldsProps) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const others = (useOrganisations().data ?? []).filter((one) => one.id !== id);
  return (
    <>
      <section className="fields">
        <NamesField
          name="name"
          label={t('organisations.name')}
          value={value.name}
          onChange={(name) => onChange({ name })}
          autoFocus={!id}
        />
        <NamesField
          name="shortName"
          label={t('organisations.shortName')}
          hint={t('organisations.shortNameHint')}
          value={value.shortName}
          onChange={(shortName) => onChange({ shortName })}
        />
        <PickField
          name="kind"
          label={t('organisations.kind')}
          options={kinds.map((kind) => ({ id: kind, label: t(`organisations.kinds.${kind}`) }))}
          value={value.kind}
          onChange={(kind) => onChange({ kind: kind as Details['kind'] })}
        />
      </section>
      <section className="fields">
        <h2>{t('validity')}</h2>
        <div className="fields two">
          <DayField
            name="validFrom"
            label={t('validFrom')}
            value={value.validFrom}
            onChange={(validFrom) => onChange({ validFrom: validFrom ?? '' })}
            isRequired
          />
          <LastDayField
            name="validUntil"
            label={t('lastDay')}
            hint={t('lastDayHint')}
            value={value.validUntil}
            onChange={(validUntil) => onChange({ validUntil })}
          />
        </div>
        <PickField
          name="successorId"
          label={t('organisations.successor')}
          hint={t('organisations.successorHint')}
          none={t('organisations.noSuccessor')}
          options={others.map((one) => ({ id: one.id, label: nameHere(one.name) }))}
          value={value.successorId}
          onChange={(successorId) => onChange({ successorId })}
        />
      </section>
    </>
  );
}
