import { Check, ChevronRight, CircleHelp, CircleX, Clock, Pause, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { type ImportRun, useFaultsOf } from './api.ts';
import { CountsTable } from './counts-table.tsx';
import { Faults } from './faults.tsx';

const looks = {
  waiting: { tone: 'wait', icon: Clock },
  running: { tone: 'brand', icon: Clock },
  asks: { tone: 'warn', icon: CircleHelp },
  done: { tone: 'good', icon: Check },
  failed: { tone: 'bad', icon: CircleX },
  stopped: { tone: 'quiet', icon: Pause },
} as const;

const failures = ['unreachable', 'refused', 'key-refused', 'nonsense', 'no-files', 'lost', 'unexpected'] as const;

/** One run: how it ended in a line, and its figures and faults when it is opened. */
export function RunLine({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const [isOpen, setOpen] = useState(false);
  const sum = (of: 'written' | 'withdrawn' | 'faults') => run.counts.reduce((total, row) => total + row[of], 0);
  const failure = failures.find((one) => one === run.failure);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="imports-run-head">
            <span className="imports-turn">
              <Icon of={ChevronRight} />
            </span>
            <Time at={run.startedAt ?? run.createdAt} look="full" />
            <StatusWord tone={looks[run.state].tone} icon={looks[run.state].icon}>
              {t(`states.${run.state}`)}
            </StatusWord>
          </span>
          <span className="quiet small">
            {t(`sources.${run.source}`)} · {t(`modes.${run.mode}`)} · {t('written', { count: sum('written') })} ·{' '}
            {t('withdrawn', { count: sum('withdrawn') })}
          </span>
          {sum('faults') > 0 ? (
            <StatusWord tone="warn" icon={TriangleAlert}>
              {t('faultCount', { count: sum('faults') })}
            </StatusWord>
          ) : null}
        </summary>
        {run.state === 'failed' ? <p>{t(`failures.${failure ?? 'unexpected'}`)}</p> : null}
        <CountsTable counts={run.counts} />
        {isOpen && sum('faults') > 0 ? <FaultsOf run={run} /> : null}
      </details>
    </li>
  );
}

function FaultsOf({ run }: { run: ImportRun }) {
  const query = useFaultsOf(run, true);
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={3} />;
  return <Faults faults={query.data.faults} />;
}
