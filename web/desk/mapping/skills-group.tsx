import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DigitalAnswers } from '../../../server/modules/matters/mapping/schema.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useNames } from '../session.tsx';
import { DigitalQuestions } from './digital-questions.tsx';
import type { GroupProps } from './groups.ts';
import type { Change } from './use-answers.ts';

const wishes = ['email', 'phone', 'sms', 'letter', 'visit', 'link'] as const;

/** A few questions give the level; why not alone, and how the customer wants to be reached. */
export function SkillsGroup({ page, answering }: GroupProps) {
  const { t } = useTranslation('mapping');
  const { t: d } = useTranslation('desk');
  const names = useNames();
  const { answers, write, contactWish } = answering;
  const { digital } = answers;
  const say = (change: Partial<DigitalAnswers>) => write({ answers: { digital: { ...digital, ...change } } }, true);
  return (
    <>
      <p className="with-sign">
        <Icon of={ShieldCheck} /> {t('skills.never')}
      </p>
      <DigitalQuestions answers={digital} onChange={say} />
      <p aria-live="polite">
        {t('skills.level')}: <strong>{page.skill ? names.item('digitalSkillLevels', page.skill) : t('skills.levelOpen')}</strong>
      </p>
      <Taps
        label={t('skills.notAlone')}
        options={names.items('notAloneReasons')}
        value={answers.notAlone}
        onChange={(notAlone) => write({ answers: { notAlone } }, true)}
      />
      <TextField
        label={t('skills.notAloneWords')}
        maxLength={1000}
        value={answers.notAloneWords}
        onChange={(notAloneWords) => write({ answers: { notAloneWords } })}
      />
      <Choice
        label={t('skills.wish')}
        options={wishes.map((id) => ({ id, label: d(`customer.wishes.${id}`) }))}
        value={contactWish}
        onChange={(wish) => write({ contactWish: wish as NonNullable<Change['contactWish']> }, true)}
      />
    </>
  );
}
