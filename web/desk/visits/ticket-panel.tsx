import { Megaphone, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { NeedsWords } from './needs-marks.tsx';
import { MovePanel } from './queue-panel.tsx';
import type { Standing } from './standing.ts';
import type { Deed, Serving } from './use-serving.ts';
import { WhyBefore } from './why-before.tsx';
import { useBoardNames, useReason, useToldWords } from './words.ts';

type TicketPanelProps = { board: QueueBoard; step: BoardStep; standing: Standing; serving: Serving; onClose: () => void };

/** One who waits: what they need, why they stand there, and what can be done before they are called. */
export function TicketPanel({ board, step, standing, serving, onClose }: TicketPanelProps) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const told = useToldWords();
  const reason = useReason();
  const [isMoving, setMoving] = useState(false);
  const { counter, visitor } = standing;
  const mayCall = counter?.state === 'open' && !visitor && counter.queueIds.includes(step.queueId) && !step.excluded;
  const act = async (deed: Deed) => {
    if (await serving.act(step, deed)) onClose();
  };
  const call = async () => {
    await serving.call(step.id);
    onClose();
  };
  if (isMoving) {
    return <MovePanel board={board} step={step} onChoose={(queueId) => act({ deed: 'moved', queueId })} onClose={onClose} />;
  }
  const isWaiting = step.state === 'waiting';
  return (
    <Panel title={step.code} facts={[names.queue(step.queueId), reason(step)].join(' · ')} onClose={onClose}>
      <section className="fields">
        <div className="actions">
          {mayCall && step.state !== 'planned' ? (
            <Button kind="primary" icon={Megaphone} onPress={() => void call()}>
              {t('callThis')}
            </Button>
          ) : null}
          {step.state === 'parked' ? (
            <Button icon={Undo2} onPress={() => void act({ deed: 'returned' })}>
              {t('deed.returned')}
            </Button>
          ) : null}
          {step.state === 'planned' || step.needs === null ? null : (
            <>
              <Button onPress={() => setMoving(true)}>{t('deed.moved')}</Button>
              {isWaiting ? <Button onPress={() => void act({ deed: 'later', minutes: 10 })}>{t('deed.later')}</Button> : null}
              {isWaiting ? <Button onPress={() => void act({ deed: 'excluded' })}>{t('deed.excluded')}</Button> : null}
              <Button onPress={() => void act({ deed: 'left' })}>{t('deed.left')}</Button>
            </>
          )}
        </div>
        {step.excluded ? <p className="quiet">{t('excludedHere')}</p> : null}
        <dl className="facts-list">
          <dt>{t('language')}</dt>
          <dd>{t(`languages.${step.language as 'fi'}`)}</dd>
          {isWaiting ? (
            <>
              <dt>{t('wait')}</dt>
              <dd>{told(step.told)}</dd>
            </>
          ) : null}
        </dl>
        <h2>{t('needs.title')}</h2>
        <NeedsWords needs={step.needs} />
        {isWaiting ? <WhyBefore step={step} line={board.steps.filter(({ state }) => state === 'waiting')} /> : null}
      </section>
    </Panel>
  );
}
