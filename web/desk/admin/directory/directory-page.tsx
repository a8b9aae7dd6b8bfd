import './directory.css';
import { Download, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useDeed } from '../../use-deed.ts';
import { SectionHead } from '../register/section-head.tsx';
import { useKeepsDirectory } from '../words.ts';
import { type DirectorySource, type ImportRun, importKeys, isMoving, startImport, useImports } from './api.ts';
import { DirectoryKey } from './directory-key.tsx';
import { PresentRun } from './present-run.tsx';
import { RunLine } from './run-line.tsx';

/** Imports of the national service directory: for those who keep what is common to the region. */
export function DirectoryPage() {
  const { t, ready } = useTranslation('directory');
  const keepsDirectory = useKeepsDirectory();
  const query = useImports(keepsDirectory);
  if (!ready) return <Skeleton lines={8} />;
  return (
    <>
      <SectionHead section="directory" intro={t('intro')} count={undefined} />
      <div className="pane-body imports">
        {keepsDirectory ? <Imports query={query} /> : <EmptyState title={t('notYours')}>{t('notYoursHint')}</EmptyState>}
      </div>
    </>
  );
}

function Imports({ query }: { query: ReturnType<typeof useImports> }) {
  const { t } = useTranslation('directory');
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={6} />;
  const { source, runs } = query.data;
  const present = runs.find((run) => isMoving(run) || run.state === 'asks');
  return (
    <>
      {source ? <Source source={source} isBusy={present !== undefined} /> : <p className="imports-unset">{t('unset')}</p>}
      {present ? <PresentRun run={present} /> : null}
      <h2 className="group" id="imports-past">
        {t('runs')}
      </h2>
      {runs.length === 0 ? (
        <EmptyState title={t('none')}>{t(source ? 'noneHint' : 'noneUnsetHint')}</EmptyState>
      ) : (
        <ul className="imports-runs" aria-labelledby="imports-past">
          {runs.map((run) => (
            <RunLine key={run.id} run={run} />
          ))}
        </ul>
      )}
    </>
  );
}

function Source({ source, isBusy }: { source: DirectorySource; isBusy: boolean }) {
  const { t } = useTranslation('directory');
  const { run, isRunning } = useDeed([importKeys]);
  const start = (mode: ImportRun['mode']) => void run(() => startImport(mode));
  // v11 is open to all.
  const takesKey = source.version === 'v12';
  const isIdle = !isBusy && !(takesKey && source.key === null);
  return (
    <section className="imports-source" aria-label={t('source')}>
      <p>
        <strong className="imports-host">{source.host}</strong> · {t(`versions.${source.version}`)}
        <span className="quiet small imports-when">{t('nightly')}</span>
      </p>
      <span className="actions">
        <Button kind="primary" icon={RefreshCw} isDisabled={!isIdle} isPending={isRunning} onPress={() => start('changes')}>
          {t('startChanges')}
        </Button>
        <Button icon={Download} isDisabled={!isIdle || isRunning} onPress={() => start('everything')}>
          {t('startEverything')}
        </Button>
      </span>
      {takesKey ? <DirectoryKey state={source.key} /> : null}
    </section>
  );
}
