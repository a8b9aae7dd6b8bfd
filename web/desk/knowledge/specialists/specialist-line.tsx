import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SpecialistRow } from '../../../shared/api/specialists.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { useNames } from '../../session.tsx';
import { HowToAsk } from './how-to-ask.tsx';
import { StandingWords } from './standing.tsx';
import { useLanguageWords } from './use-specialist-words.ts';

/** One of the list: who, what they know and in which languages, how they stand and how they are asked. */
export function SpecialistLine({ row }: { row: SpecialistRow }) {
  const { t } = useTranslation('specialists');
  const locale = useLocale();
  const names = useNames();
  const language = useLanguageWords();
  return (
    <li className="specialist-line">
      <div>
        <Link to="/knowledge/specialists/$personId" params={{ personId: row.id }}>
          <strong>{row.name}</strong>
        </Link>
        <p className="quiet small">{[nameIn(row.title, locale), names.unit(row.unitId)].filter(Boolean).join(' · ')}</p>
      </div>
      <div>
        <p>{row.skills.map((skill) => skill[locale]).join(', ')}</p>
        <p className="quiet small">
          <span className="heard">{t('languages')}: </span>
          {row.languages.map(language.word).join(', ')}
        </p>
      </div>
      <div className="specialist-now">
        <StandingWords of={row} />
        <HowToAsk of={row} />
      </div>
    </li>
  );
}
