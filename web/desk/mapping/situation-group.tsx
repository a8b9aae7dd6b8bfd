import { useTranslation } from 'react-i18next';
import { Select } from '../../shared/ui/select.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { useNames } from '../session.tsx';
import type { GroupProps } from './groups.ts';

export function SituationGroup({ answering }: GroupProps) {
  const { t } = useTranslation('mapping');
  const names = useNames();
  const { answers, write } = answering;
  return (
    <>
      <Select
        label={t('situation.language')}
        options={names.items('serviceLanguages')}
        value={answering.language}
        onChange={(language) => write({ language }, true)}
      />
      <TextArea
        label={t('situation.words')}
        hint={t('situation.wordsHint')}
        rows={7}
        maxLength={8000}
        value={answers.situation}
        onChange={(situation) => write({ answers: { situation } })}
      />
      <Taps
        label={t('situation.life')}
        options={names.items('lifeSituations')}
        value={answers.lifeSituations}
        onChange={(lifeSituations) => write({ answers: { lifeSituations } }, true)}
      />
    </>
  );
}
