import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ArrivedAnswer,
  type BoardStep,
  callVisitor,
  type DeedInput,
  doToVisit,
  type QueueBoard,
  setCounter,
} from '../../shared/api/visits.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

export type Deed = Exclude<DeedInput, { deed: 'undone' }>;
export type Serving = ReturnType<typeof useServing>;

/** At a counter nothing but the latest can be taken back: the counter is another visitor's by then. */
const COUNTER = 'counter';

/** What one does at one's counter. Each deed says itself in a corner, and is taken back from there within a minute. */
export function useServing(board: QueueBoard, counterId: string | null) {
  const { t } = useTranslation('visits');
  const { run, isRunning } = useDeed([keys.board(board.pointId), keys.visits]);
  /** The number a visitor has got at another point: to be told to them. */
  const [renamed, setRenamed] = useState<ArrivedAnswer | null>(null);
  const takeBack = (visitId: string, of: Deed['deed'] | 'called') => async () =>
    void (await run(() => doToVisit(visitId, { deed: 'undone', of })));

  async function call(stepId?: string): Promise<void> {
    if (!counterId || isRunning) return;
    await run(async () => {
      const { called } = await callVisitor(counterId, stepId);
      if (called) showToast({ text: t('did.called', { code: called.code }), kind: COUNTER, undo: takeBack(called.visitId, 'called') });
      else showToast({ text: t('nobodyToCall'), kind: 'nobody' });
    });
  }

  async function act(step: Pick<BoardStep, 'visitId' | 'code' | 'counterId'>, deed: Deed): Promise<boolean> {
    const { visitId, code } = step;
    let answer: ArrivedAnswer | undefined;
    const isDone = async () => {
      answer = await doToVisit(visitId, deed);
    };
    if (isRunning || !(await run(isDone))) return false;
    if (answer) setRenamed(answer);
    const kind = counterId && step.counterId === counterId ? COUNTER : `visit:${visitId}`;
    showToast({ text: t(`did.${deed.deed}`, { code }), kind, undo: takeBack(visitId, deed.deed) });
    return true;
  }

  const sit = (id: string, state: 'open' | 'break' | 'closed') => run(() => setCounter(id, state));
  return { call, act, sit, isRunning, renamed, onTold: () => setRenamed(null) };
}
