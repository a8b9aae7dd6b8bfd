import './state-page.css';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isNoAnswer } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** What happened, what is kept, what to do; the code and the request id below, for support. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const problem = error instanceof ApiProblem ? error : undefined;
  const isForbidden = problem?.status === 403;
  return (
    <div className="state-page error" role="alert">
      <h2>
        <Icon of={TriangleAlert} />
        {t(isForbidden ? 'error.forbiddenTitle' : 'error.title')}
      </h2>
      <p>{isForbidden ? t('error.forbidden') : isNoAnswer(error) ? t('error.noAnswer') : (problem?.detail ?? t('error.unknown'))}</p>
      {onRetry && !isForbidden ? <Button onPress={onRetry}>{t('error.retry')}</Button> : null}
      {problem ? (
        <p>
          <code>
            {t('error.code', { code: problem.code })}
            {problem.requestId ? <> · {t('error.request', { id: problem.requestId })}</> : null}
          </code>
        </p>
      ) : null}
    </div>
  );
}
