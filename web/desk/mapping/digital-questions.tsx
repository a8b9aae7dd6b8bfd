import { useTranslation } from 'react-i18next';
import type { DigitalAnswers } from '../../../server/modules/matters/mapping/schema.ts';
import { Choice } from '../../shared/ui/choice.tsx';

type QuestionsProps = { answers: DigitalAnswers; onChange: (change: Partial<DigitalAnswers>) => void };

/** The few questions that give the level of digital skill, in needs mapping and beside a referral alike. */
export function DigitalQuestions({ answers, onChange }: QuestionsProps) {
  const { t } = useTranslation('mapping');
  const ask = <K extends keyof DigitalAnswers>(
    field: K,
    label: string,
    options: { id: NonNullable<DigitalAnswers[K]>; label: string }[],
  ) => (
    <Choice
      label={label}
      options={options}
      value={answers[field]}
      onChange={(id) => onChange({ [field]: id } as Partial<DigitalAnswers>)}
    />
  );
  return (
    <>
      {ask('wants', t('skills.wants'), [
        { id: 'yes', label: t('skills.wantsYes') },
        { id: 'no', label: t('skills.wantsNo') },
      ])}
      {ask('device', t('skills.device'), [
        { id: 'own', label: t('skills.deviceOwn') },
        { id: 'borrowed', label: t('skills.deviceBorrowed') },
        { id: 'none', label: t('skills.deviceNone') },
      ])}
      {ask('identification', t('skills.identification'), [
        { id: 'yes', label: t('skills.identificationYes') },
        { id: 'with-help', label: t('skills.identificationHelp') },
        { id: 'no', label: t('skills.identificationNo') },
      ])}
      {ask('forms', t('skills.forms'), [
        { id: 'alone', label: t('skills.formsAlone') },
        { id: 'instructions', label: t('skills.formsInstructions') },
        { id: 'beside', label: t('skills.formsBeside') },
        { id: 'not-yet', label: t('skills.formsNotYet') },
      ])}
    </>
  );
}
