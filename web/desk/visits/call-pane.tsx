import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueBoard } from '../../shared/api/visits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { CounterChoice } from './counter-choice.tsx';
import { NeedsWords } from './needs-marks.tsx';
import type { Standing } from './standing.ts';
import type { Serving } from './use-serving.ts';
import { useBoardNames, useReason } from './words.ts';

type CallPaneProps = { board: QueueBoard; standing: Standing; serving: Serving };

/** Nobody is at the counter: where one sits, and who comes next. */
export function CallPane({ board, standing, serving }: CallPaneProps) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const reason = useReason();
  const { counter, next } = standing;
  return (
    <section className="pane pane-main visits-here" aria-label={t('here.label')}>
      <div className="pane-body">
        {!counter ? (
          <EmptyState title={t('here.choose')} action={<CounterChoice board={board} serving={serving} />}>
            {t('here.chooseHint')}
          </EmptyState>
        ) : counter.state === 'break' ? (
          <EmptyState
            title={t('here.break')}
            action={
              <Button kind="primary" onPress={() => void serving.sit(counter.id, 'open')}>
                {t('counter.open')}
              </Button>
            }
          >
            {t('here.breakHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t('here.free', { counter: names.counter(counter.id) })}>
            {next ? t('here.freeHint') : t('here.nobody')}
          </EmptyState>
        )}
        {next && counter?.state === 'open' ? (
          <section className="section next-needs" aria-label={t('needs.ofNext', { code: next.code })}>
            <h2>{t('needs.ofNext', { code: next.code })}</h2>
            <NeedsWords needs={next.needs} />
          </section>
        ) : null}
      </div>
      {counter?.state === 'open' ? (
        <div className="next-call">
          <p>
            {next ? (
              <>
                <strong>{t('nextIs', { code: next.code })}</strong>{' '}
                <span className="quiet">
                  {names.queue(next.queueId)} · {reason(next)}
                </span>
              </>
            ) : (
              <span className="quiet">{t('here.nobody')}</span>
            )}
          </p>
          <Button
            kind="primary"
            size="tall"
            push
            icon={Megaphone}
            keys="c"
            isDisabled={!next}
            isPending={serving.isRunning}
            onPress={() => void serving.call()}
          >
            {t('callNext')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
