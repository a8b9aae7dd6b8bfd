import { useTranslation } from 'react-i18next';
import type { GuideContent } from '../../../shared/api/guides.ts';
import { ComboBox } from '../../../shared/ui/combo-box.tsx';
import { Taps } from '../../../shared/ui/taps.tsx';
import { roles } from '../../admin/words.ts';
import { useOrganisationOptions, usePointOptions } from '../../options.ts';
import { useNames } from '../../session.tsx';
import { DayField } from '../editor/day-field.tsx';
import type { GuideFieldsProps } from './guide-fields.tsx';

/** Whose word the guide is, how long it holds and whom it concerns: approved together with the text. */
export function PlaceFields({ value, onChange, faults, isDisabled }: GuideFieldsProps) {
  const { t } = useTranslation('guides');
  const names = useNames();
  const organisations = useOrganisationOptions();
  const points = usePointOptions();
  return (
    <fieldset className="guide-reach" disabled={isDisabled}>
      <legend className="heard">{t('reach.title')}</legend>
      <div className="guide-days">
        <ComboBox
          label={t('fields.issuerId')}
          options={organisations}
          value={value.issuerId}
          onChange={(issuerId) => onChange({ issuerId })}
          problem={faults['content.issuerId']}
        />
        <ComboBox
          label={t('fields.organisationId')}
          options={organisations}
          value={value.organisationId}
          onChange={(organisationId) => onChange({ organisationId })}
        />
        <DayField label={t('hints.validFrom')} value={value.validFrom} onChange={(validFrom) => onChange({ validFrom })} />
        <DayField label={t('hints.validUntil')} value={value.validUntil} onChange={(validUntil) => onChange({ validUntil })} />
      </div>
      <h2 className="section-head">{t('reach.title')}</h2>
      <p className="hint">{t('reach.hint')}</p>
      <Taps label={t('fields.points')} options={points} value={value.points} onChange={(ids) => onChange({ points: ids })} />
      <Taps
        label={t('fields.organisations')}
        options={organisations}
        value={value.organisations}
        onChange={(ids) => onChange({ organisations: ids })}
      />
      <Taps
        label={t('fields.roles')}
        options={roles.map((id) => ({ id, label: names.item('roles', id) }))}
        value={value.roles}
        onChange={(ids) => onChange({ roles: ids as GuideContent['roles'] })}
      />
    </fieldset>
  );
}
