import { CircleCheck, CircleSlash, Pause, ScanLine, User, UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BoardCounter, BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { Button } from '../../shared/ui/button.tsx';
import { StatusWord } from '../../shared/ui/status.tsx';
import { minutesBetween } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { CounterChoice } from './counter-choice.tsx';
import { HelpToCounter } from './counter-help.tsx';
import type { Standing } from './standing.ts';
import type { Serving } from './use-serving.ts';
import { useBoardNames, useToldWords } from './words.ts';

type CountersPaneProps = { board: QueueBoard; standing: Standing; serving: Serving; onGreet: (by: 'need' | 'code') => void };

/** One's own counter, the others, and how long one waits now. */
export function CountersPane({ board, standing, serving, onGreet }: CountersPaneProps) {
  const { t } = useTranslation('visits');
  const others = board.counters.filter(({ id }) => id !== standing.counter?.id);
  return (
    <section className="pane pane-side visits-counters" aria-label={t('counter.label')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="pane-body" aria-label={t('counter.listed')} tabIndex={0}>
        {standing.counter ? <OwnCounter board={board} counter={standing.counter} standing={standing} serving={serving} /> : null}
        <section className="section" aria-labelledby="other-counters">
          <h2 id="other-counters">{t(standing.counter ? 'counter.others' : 'counter.all')}</h2>
          <ul>
            {others.map((counter) => (
              <CounterRow key={counter.id} board={board} counter={counter} />
            ))}
          </ul>
        </section>
        <WaitsNow board={board} />
      </section>
      <div className="pane-foot counters-foot">
        {standing.counter ? <HelpToCounter counterId={standing.counter.id} /> : null}
        <Button wide icon={UserPlus} keys="g" onPress={() => onGreet('need')}>
          {t('greet.open')}
        </Button>
        <Button wide icon={ScanLine} keys="d" onPress={() => onGreet('code')}>
          {t('code.open')}
        </Button>
      </div>
    </section>
  );
}

type OwnCounterProps = { board: QueueBoard; counter: BoardCounter; standing: Standing; serving: Serving };

function OwnCounter({ board, counter, standing, serving }: OwnCounterProps) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const isBusy = standing.visitor !== null;
  const sit = (state: 'open' | 'break' | 'closed') => () => void serving.sit(counter.id, state);
  return (
    <section className="section" aria-labelledby="own-counter">
      <div className="section-head">
        <h2 id="own-counter">{names.counter(counter.id)}</h2>
        <span className="push">
          <CounterState state={counter.state} isOwn />
        </span>
      </div>
      <dl className="facts-list">
        <dt>{t('counter.serves')}</dt>
        <dd>{counter.queueIds.map(names.queue).join(', ')}</dd>
      </dl>
      <div className="counter-commands">
        {counter.state === 'open' ? (
          <Button icon={Pause} isDisabled={isBusy} onPress={sit('break')}>
            {t('counter.toBreak')}
          </Button>
        ) : (
          <Button onPress={sit('open')}>{t('counter.open')}</Button>
        )}
        <Button isDisabled={isBusy} onPress={sit('closed')}>
          {t('counter.close')}
        </Button>
      </div>
      {isBusy ? null : <CounterChoice board={board} serving={serving} isChange />}
    </section>
  );
}

function CounterState({ state, isOwn = false }: Pick<BoardCounter, 'state'> & { isOwn?: boolean }) {
  const { t } = useTranslation('visits');
  const look = { open: ['good', CircleCheck], break: ['warn', Pause], closed: ['quiet', CircleSlash] } as const;
  const [tone, icon] = look[state];
  return (
    <StatusWord tone={tone} icon={icon}>
      {t(isOwn && state === 'open' ? 'counter.isOpen' : `counter.states.${state}`)}
    </StatusWord>
  );
}

function CounterRow({ board, counter }: { board: QueueBoard; counter: BoardCounter }) {
  const names = useBoardNames(board);
  const { now, age } = useTimes();
  const at = board.steps.find((step: BoardStep) => step.counterId === counter.id && (step.state === 'called' || step.state === 'serving'));
  const since = at?.servingAt ?? at?.calledAt;
  return (
    <li className="counter-row">
      <span>{names.counter(counter.id)}</span>
      <span className="quiet">{counter.personName ?? counter.queueIds.map(names.queue).join(', ')}</span>
      {at && since ? (
        <StatusWord tone="quiet" icon={User}>
          {at.code} · {age(minutesBetween(since, now))}
        </StatusWord>
      ) : (
        <CounterState state={counter.state} />
      )}
    </li>
  );
}

function WaitsNow({ board }: { board: QueueBoard }) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const told = useToldWords();
  return (
    <section className="section" aria-labelledby="waits-now">
      <h2 id="waits-now">{t('waitsNow')}</h2>
      <dl className="facts-list waits">
        {board.queues.map((queue) => (
          <div key={queue.id}>
            <dt>{names.queue(queue.id)}</dt>
            <dd>
              {t('waitingCount', { count: queue.waiting })} · {queue.openCounters === 0 ? t('nobodyServes') : told(queue.newcomer)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
