import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../shared/ui/status.tsx';
import type { Tongue } from './api.ts';
import { useTried } from './queries.ts';

/** More meanings than this are rare, and each is a search. */
const TRIED = 3;

type FindsProps = { language: Tongue; meanings: readonly string[] };

/** What the meanings find by themselves: a meaning that no text knows helps nobody. */
export function Finds({ language, meanings }: FindsProps) {
  const { t } = useTranslation('search');
  const tried = useDeferredValue(meanings.slice(0, TRIED).filter((one) => one.length > 1));
  if (tried.length === 0) return null;
  return (
    <div className="finds" role="status" aria-label={t('finds')}>
      <p className="quiet small">{t('finds')}</p>
      <ul>
        {tried.map((meaning) => (
          <Find key={meaning} language={language} meaning={meaning} />
        ))}
      </ul>
    </div>
  );
}

function Find({ language, meaning }: { language: Tongue; meaning: string }) {
  const { t } = useTranslation('search');
  const { data, error } = useTried(meaning, language);
  const titles = data?.hits.map(({ title }) => title) ?? [];
  return (
    <li>
      <span lang={language}>{meaning}</span>
      <span aria-hidden="true"> → </span>
      {titles.length > 0 ? titles.join(' · ') : null}
      {data && titles.length === 0 ? <StatusWord tone="warn">{t('findsNothing')}</StatusWord> : null}
      {error ? <StatusWord tone="warn">{t('notTried')}</StatusWord> : null}
    </li>
  );
}
