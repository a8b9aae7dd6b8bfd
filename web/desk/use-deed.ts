import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isNoAnswer } from '../shared/api/problem.ts';
import { fetchedByNews } from '../shared/live/refresh.ts';
import { dismissRefusals, showToast } from '../shared/ui/toasts.ts';
import { type FieldFaults, useFieldFaults, useFocusOnFault } from './field-faults.ts';

/** What to say when something could not be done: the server's sentence, which tells what is kept and what to do. */
export function useSayWhy(): (error: unknown) => string {
  const { t } = useTranslation('ui');
  return (error) => {
    if (isNoAnswer(error)) return t('error.noAnswer');
    return (error instanceof ApiProblem ? error.detail : undefined) ?? t('error.unknown');
  };
}

type Refusal = { problem: string | null; faults: FieldFaults };
const none: Refusal = { problem: null, faults: {} };

/**
 * Runs a change once at a time, then fetches what it touched. Returns whether it was done; the page keeps what was written. A refusal is
 * told in a corner, or, with `tellsHere`, by the form itself: `problem` beside its button, `faults` at its fields.
 */
export function useDeed(touched: readonly QueryKey[], { tellsHere = false } = {}) {
  const queries = useQueryClient();
  const sayWhy = useSayWhy();
  const fieldFaults = useFieldFaults();
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState(none);
  useFocusOnFault(refusal.faults);
  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    setRunning(true);
    setRefusal(none);
    dismissRefusals();
    const since = performance.now();
    const anew = (isDone: boolean) => Promise.all(touched.map((queryKey) => fetchAnew(queries, queryKey, isDone ? since : null)));
    try {
      await deed();
    } catch (error) {
      if (tellsHere) setRefusal({ problem: sayWhy(error), faults: fieldFaults(error) });
      else showToast({ text: sayWhy(error), tone: 'bad', seconds: 12 });
      // What is corrected may be sent at once: whoever has read why does not wait until the page behind is new.
      setRunning(false);
      void anew(false);
      return false;
    }
    await anew(true);
    setRunning(false);
    return true;
  }
  return { run, isRunning, ...refusal };
}

/** How long one's own change may take to come back over the live line (milliseconds). */
const newsMs = 400;

/** A matter's look is audited: where the live line tells of one's own change as well, it is fetched once. */
async function fetchAnew(queries: QueryClient, queryKey: QueryKey, since: number | null): Promise<void> {
  const isLooked = queryKey[0] === 'matter' || queryKey[0] === 'matters';
  if (isLooked && since !== null && (await fetchedByNews(queryKey, since, newsMs))) return;
  await queries.invalidateQueries({ queryKey });
}
