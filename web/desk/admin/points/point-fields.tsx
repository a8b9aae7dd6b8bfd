import { useTranslation } from 'react-i18next';
import { Tap } from '../../../shared/ui/taps.tsx';
import type { ServicePoint } from '../api.ts';
import { DayField, LastDayField } from '../fields/day-field.tsx';
import { LineField } from '../fields/fields.tsx';
import { missingFields, missingNames } from '../fields/missing.ts';
import { NamesField } from '../fields/names-field.tsx';
import { OpeningEditor } from '../opening/opening-editor.tsx';

export type Details = Omit<ServicePoint, 'id' | 'key' | 'organisationId' | 'zone'>;

export const missingIn = (value: Details) => [
  ...missingNames('name', value.name),
  ...missingNames('typeLabel', value.typeLabel),
  ...missingFields(value, ['validFrom']),
];

type PointFieldsProps = {
  isNew: boolean;
  value: Details;
  onChange: (change: Partial<Details>) => void;
  /** What another address does to those who are booked here. */
  addressWarning?: string | null;
};

export function PointFields({ isNew, value, onChange, addressWarning = null }: PointFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <section className="fields">
        <NamesField name="name" label={t('points.name')} value={value.name} onChange={(name) => onChange({ name })} autoFocus={isNew} />
        <NamesField
          name="typeLabel"
          label={t('points.type')}
          hint={t('points.typeHint')}
          value={value.typeLabel}
          onChange={(typeLabel) => onChange({ typeLabel })}
        />
      </section>
      <OpeningEditor value={value.opening} onChange={(opening) => onChange({ opening })} />
      <section className="fields">
        <h2>{t('points.address')}</h2>
        <Tap value="mobile" isSelected={value.mobile} onChange={(mobile) => onChange({ mobile })}>
          {t('points.mobile')}
        </Tap>
        <div className="fields two">
          <LineField name="street" label={t('points.street')} value={value.street} onChange={(street) => onChange({ street })} />
          <LineField name="phone" label={t('points.phone')} value={value.phone} onChange={(phone) => onChange({ phone })} inputMode="tel" />
          <LineField
            name="postalCode"
            label={t('points.postalCode')}
            value={value.postalCode}
            onChange={(postalCode) => onChange({ postalCode })}
            inputMode="numeric"
          />
          <LineField name="city" label={t('points.city')} value={value.city} onChange={(city) => onChange({ city })} />
        </div>
        <p className="warn" role="status">
          {addressWarning}
        </p>
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
      </section>
    </>
  );
}
