import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { answerImport, type ImportRun, importKeys } from './api.ts';
import { CountsTable } from './counts-table.tsx';

/** The run on its way, with its figures as they grow, or the question it ended in. */
export function PresentRun({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  return (
    <section className={`imports-present ${run.state === 'asks' ? 'asks' : ''}`} aria-labelledby="imports-present">
      <h2 id="imports-present">{run.state === 'asks' ? t('question.title') : t('present')}</h2>
      {run.state === 'asks' ? <Question run={run} /> : <Progress run={run} />}
    </section>
  );
}

function Progress({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const read = run.counts.reduce((sum, { read: each }) => sum + each, 0);
  return (
    <>
      <p role="status">
        {run.state === 'waiting' || !run.step ? t('starting') : t(`doing.${run.step}`)} {t('readSoFar', { count: read })}
      </p>
      <progress className="imports-bar" aria-label={t('present')} />
      <CountsTable counts={run.counts} />
      <p className="quiet small">
        {t(`modes.${run.mode}`)}
        {run.startedAt ? (
          <>
            {' '}
            · {t('began')} <Time at={run.startedAt} look="full" />
          </>
        ) : null}
      </p>
    </>
  );
}

function Question({ run }: { run: ImportRun }) {
  const { t } = useTranslation('directory');
  const { run: deed, isRunning } = useDeed([importKeys]);
  const answer = (withdraw: boolean) =>
    void deed(async () => {
      await answerImport(run.id, withdraw);
      showToast({ text: t(withdraw ? 'question.going' : 'question.kept'), tone: 'good' });
    });
  return (
    <>
      <p>{t('question.text')}</p>
      <ul className="imports-missing">
        {run.withdrawing.map(({ step, known, missing }) => (
          <li key={step}>{t('question.line', { kind: t(`steps.${step}`), missing, known })}</li>
        ))}
      </ul>
      <p className="quiet">{t('question.hint')}</p>
      {run.source === 'files' ? <p>{t('question.files')}</p> : null}
      <span className="actions">
        <Button kind="primary" isPending={isRunning} onPress={() => answer(false)}>
          {t('question.keep')}
        </Button>
        {run.source === 'files' ? null : (
          <Button isDisabled={isRunning} onPress={() => answer(true)}>
            {t('question.withdraw')}
          </Button>
        )}
      </span>
    </>
  );
}
