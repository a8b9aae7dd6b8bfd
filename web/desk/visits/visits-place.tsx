import '../list/list.css';
import './visits.css';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api/problem.ts';
import type { QueueBoard } from '../../shared/api/visits.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useNames, useSession } from '../session.tsx';
import { PointChoice } from '../settings/point-choice.tsx';
import { CallPane } from './call-pane.tsx';
import { CodePanel } from './code-panel.tsx';
import { CountersPane } from './counters-pane.tsx';
import { GreetPanel } from './greet-panel.tsx';
import { LinePane } from './line-pane.tsx';
import { NumberPanel } from './number-panel.tsx';
import { useBoard } from './queries.ts';
import { standingOf } from './standing.ts';
import { useServing } from './use-serving.ts';
import { VisitorPane } from './visitor-pane.tsx';
import { useWrappingUp } from './wrapping-up.tsx';

/** A point's day from one's own counter: who waits, who is here, and the other counters. */
export function VisitsPlace() {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const board = useBoard(me.pointId);
  const isNotHere = board.error instanceof ApiProblem && board.error.status === 404;
  if (board.data && !isNotHere) return <Floor board={board.data} />;
  return (
    <main className="visits-start" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      <h1>{t('title')}</h1>
      {me.pointId === null || isNotHere ? (
        <EmptyState title={t(isNotHere ? 'noQueues' : 'noPoint')} action={<PointChoice />}>
          {t(isNotHere ? 'noQueuesHint' : 'noPointHint')}
        </EmptyState>
      ) : board.error ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </main>
  );
}

function Floor({ board }: { board: QueueBoard }) {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const names = useNames();
  const [everything, setEverything] = useState(false);
  const [greeting, setGreeting] = useState<'need' | 'code' | null>(null);
  const close = () => setGreeting(null);
  const standing = standingOf(board, me.id, everything);
  const serving = useServing(board, standing.counter?.id ?? null);
  const wrappingUp = useWrappingUp();
  const { counter, visitor } = standing;
  const mayCall = counter?.state === 'open' && !visitor;
  useShortcuts([
    { keys: 'g', label: t('greet.open'), run: () => setGreeting('need') },
    { keys: 'd', label: t('code.open'), run: () => setGreeting('code') },
    { keys: 'c', label: t('callNext'), run: () => mayCall && void serving.call() },
  ]);
  return (
    <main className="panes visits" data-showing="all" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      <h1 className="heard">{t('titleAt', { point: names.point(board.pointId) })}</h1>
      {visitor ? (
        <VisitorPane key={visitor.visitId} board={board} step={visitor} serving={serving} onWrapUp={wrappingUp.begin} />
      ) : (
        <CallPane board={board} standing={standing} serving={serving} />
      )}
      <LinePane board={board} standing={standing} serving={serving} everything={everything} onEverything={setEverything} />
      <CountersPane board={board} standing={standing} serving={serving} onGreet={setGreeting} />
      {greeting === 'need' ? <GreetPanel board={board} onClose={close} /> : null}
      {greeting === 'code' ? <CodePanel pointId={board.pointId} onClose={close} /> : null}
      {wrappingUp.panel}
      {serving.renamed ? (
        <NumberPanel
          title={t('move.given')}
          facts={t('move.tell')}
          given={serving.renamed}
          onClose={serving.onTold}
          foot={
            <Button kind="primary" push autoFocus icon={Printer} onPress={() => window.print()}>
              {t('move.print')}
            </Button>
          }
        />
      ) : null}
    </main>
  );
}
