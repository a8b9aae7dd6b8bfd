import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DigitalAnswers } from '../../../server/modules/matters/mapping/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { noteSkill } from '../../shared/api/referrals.ts';
import { DigitalQuestions } from '../mapping/digital-questions.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

const unanswered: DigitalAnswers = { wants: null, device: null, identification: null, forms: null };

/** The level of digital skill as it is known, and the questions that tell it; a level is kept with the customer as soon as it is known. */
export function SkillPart({ page }: { page: MatterPage }) {
  const { t } = useTranslation('support');
  const names = useNames();
  const [answers, setAnswers] = useState(unanswered);
  const [found, setFound] = useState<string | null>(null);
  const { run } = useDeed([keys.matter(page.id)]);
  const level = found ?? page.customer.digitalSkill;
  const answer = (change: Partial<DigitalAnswers>) => {
    const now = { ...answers, ...change };
    setAnswers(now);
    void run(async () => setFound((await noteSkill(page.id, now)).skill));
  };
  return (
    <section className="fields" aria-labelledby="skill">
      <h2 className="section-head" id="skill">
        {t('referral.skill')}
      </h2>
      <p aria-live="polite">
        <strong>{level ? names.item('digitalSkillLevels', level) : t('referral.skillUnknown')}</strong>
      </p>
      <details className="referral-more">
        <summary>{level ? t('referral.askAgain') : t('referral.ask')}</summary>
        <div className="fields">
          <DigitalQuestions answers={answers} onChange={answer} />
        </div>
      </details>
    </section>
  );
}
