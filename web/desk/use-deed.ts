import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isNoAnswer } from '../shared/api/problem.ts';
import { showToast } from '../shared/ui/toasts.ts';

/** What to say when something could not be done: the server's sentence, which tells what is kept and what to do. */
export function useSayWhy(): (error: unknown) => string {
  const { t } = useTranslation('ui');
  return (error) => {
    if (isNoAnswer(error)) return t('error.noAnswer');
    return (error instanceof ApiProblem ? error.detail : undefined) ?? t('error.unknown');
  };
}

/**
 * Runs a change once at a time, then fetches what it touched. Returns whether it was done; a refusal is told in a corner and the page
 * keeps what was written.
 */
export function useDeed(touched: readonly QueryKey[]) {
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const [isRunning, setRunning] = useState(false);
  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    setRunning(true);
    try {
      await deed();
      return true;
    } catch (error) {
      showToast({ text: sayWhy(error), tone: 'bad', seconds: 12 });
      return false;
    } finally {
      await Promise.all(touched.map((queryKey) => queries.invalidateQueries({ queryKey })));
      setRunning(false);
    }
  }
  return { run, isRunning };
}
