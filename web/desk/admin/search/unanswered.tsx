import { Check, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useDeed } from '../../use-deed.ts';
import { useLanguageName } from '../words.ts';
import { settleSearch, type Unanswered as Told, type UnansweredSearch } from './api.ts';
import { keys, useUnanswered } from './queries.ts';

type UnansweredProps = { onMend: (search: UnansweredSearch) => void };

/** Words that at least three people searched for lately in vain: each is mended by a word, or taken off the list. */
export function Unanswered({ onMend }: UnansweredProps) {
  const { t } = useTranslation('search');
  const query = useUnanswered();
  return (
    <section className="admin-after" aria-labelledby="unanswered">
      <h2 id="unanswered">
        {t('unanswered.title')} {query.data ? <span className="count">{query.data.searches.length}</span> : null}
      </h2>
      {query.error && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Skeleton lines={3} /> : null}
      {query.data ? <Lines told={query.data} onMend={onMend} /> : null}
    </section>
  );
}

function Lines({ told, onMend }: { told: Told } & UnansweredProps) {
  const { t } = useTranslation('search');
  const locale = useLocale();
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(told.times === 0 ? 0 : told.unfound / told.times);
  return (
    <>
      <p className="quiet">
        {told.times === 0 ? t('unanswered.noSearches') : t('unanswered.totals', { count: told.times, share })} {t('unanswered.privacy')}
      </p>
      {told.searches.length === 0 ? (
        <p>{t('unanswered.none')}</p>
      ) : (
        <ul className="admin-lines unanswered">
          {told.searches.map((search) => (
            <Line key={`${search.language} ${search.words}`} search={search} onMend={onMend} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ search, onMend }: { search: UnansweredSearch } & UnansweredProps) {
  const { t } = useTranslation('search');
  const { date } = useTimes();
  const languageName = useLanguageName();
  const { run, isRunning } = useDeed([keys.unanswered]);
  const { words, language, times, lastDay, why } = search;
  const settle = () =>
    run(async () => {
      await settleSearch(search);
      showToast({ text: t('unanswered.settled', { words }) });
    });
  return (
    <li>
      <span>
        <strong lang={language}>{words}</strong>
        <span className="admin-under quiet small">
          <StatusWord tone={why === 'nothing-found' ? 'warn' : 'quiet'}>{t(`unanswered.why.${why}`)}</StatusWord> ·{' '}
          {t('unanswered.times', { count: times })} · {languageName(language)} · {t('unanswered.last', { day: date(lastDay) })}
        </span>
      </span>
      <span className="actions">
        <Button size="small" icon={Plus} onPress={() => onMend(search)} aria-label={t('unanswered.mendThis', { words })}>
          {t('unanswered.mend')}
        </Button>
        <Button
          size="small"
          icon={Check}
          isPending={isRunning}
          onPress={() => void settle()}
          aria-label={t('unanswered.settleThis', { words })}
        >
          {t('unanswered.settle')}
        </Button>
      </span>
    </li>
  );
}
