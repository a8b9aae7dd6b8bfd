import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { ServiceField } from '../../knowledge/service/service-field.tsx';
import { useOrganisationOptions } from '../../options.ts';
import { useFault } from '../edit/faults.ts';
import { LineField, PickField } from '../fields/fields.tsx';
import { useLanguageName } from '../words.ts';
import { languages, type PackageStep } from './package-details.ts';
import { SaidField } from './said-field.tsx';

type StepFieldsProps = {
  step: PackageStep;
  index: number;
  count: number;
  onChange: (change: Partial<PackageStep>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

const whos = ['customer', 'staff', 'authority'] as const;
const channels = ['counter', 'phone', 'video', 'email', 'web', 'letter', 'self-service'] as const;

/** One step in all its languages, and who does it by when. */
export function StepFields({ step, index, count, onChange, onMove, onRemove }: StepFieldsProps) {
  const { t } = useTranslation('packages');
  const { t: desk } = useTranslation('desk');
  const languageName = useLanguageName();
  const organisations = useOrganisationOptions();
  const which = t('edit.stepNumber', { number: index + 1 });
  const at = `content.steps.${index}`;
  const serviceFault = useFault(`${at}.serviceId`);
  return (
    <fieldset className="package-step">
      <legend>{which}</legend>
      <div className="side-by-side four">
        {languages.map((language) => (
          <SaidField
            key={language}
            name={`${at}.texts.${language}`}
            label={languageName(language === 'plain' ? 'fi-x-plain' : language)}
            language={language}
            value={step.texts[language]?.title ?? ''}
            maxLength={200}
            onChange={(title) => onChange({ texts: { ...step.texts, [language]: { title, note: step.texts[language]?.note ?? '' } } })}
          />
        ))}
      </div>
      <ServiceField
        label={t('edit.service')}
        value={step.serviceId}
        onChange={(serviceId) => onChange({ serviceId })}
        problem={serviceFault}
      />
      <div className="package-step-facts">
        <PickField
          name={`${at}.who`}
          label={desk('path.who')}
          options={whos.map((id) => ({ id, label: desk(`path.whos.${id}`) }))}
          value={step.who}
          onChange={(who) => onChange({ who: who as PackageStep['who'] })}
        />
        <PickField
          name={`${at}.organisationId`}
          label={desk('needs.organisation')}
          none={t('edit.noOrganisation')}
          options={organisations}
          value={step.organisationId}
          onChange={(organisationId) => onChange({ organisationId })}
        />
        <PickField
          name={`${at}.channel`}
          label={desk('path.channel')}
          none={t('edit.anyChannel')}
          options={channels.map((id) => ({ id, label: desk(`channels.${id}`) }))}
          value={step.channel}
          onChange={(channel) => onChange({ channel })}
        />
        <LineField
          name={`${at}.deadlineDays`}
          label={t('edit.deadlineDays')}
          value={step.deadlineDays === null ? '' : String(step.deadlineDays)}
          onChange={(text) => onChange({ deadlineDays: /^\d{1,4}$/.test(text.trim()) ? Number(text) : null })}
          inputMode="numeric"
          maxLength={4}
        />
        <span className="actions">
          <Button
            size="small"
            kind="plain"
            icon={ArrowUp}
            aria-label={t('edit.up', { step: which })}
            isDisabled={index === 0}
            onPress={() => onMove(index - 1)}
          />
          <Button
            size="small"
            kind="plain"
            icon={ArrowDown}
            aria-label={t('edit.down', { step: which })}
            isDisabled={index === count - 1}
            onPress={() => onMove(index + 1)}
          />
          <Button
            size="small"
            kind="plain"
            icon={Trash2}
            aria-label={t('edit.remove', { step: which })}
            isDisabled={count === 1}
            onPress={onRemove}
          />
        </span>
      </div>
    </fieldset>
  );
}
