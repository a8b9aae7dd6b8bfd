import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardStep, QueueBoard } from '../../shared/api/visits.ts';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { Tap } from '../../shared/ui/taps.tsx';
import { minutesBetween } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useListKeys } from '../list/use-list-keys.ts';
import { ExpectedRows } from './expected-rows.tsx';
import { NeedsMarks } from './needs-marks.tsx';
import { type Standing, waitsSince } from './standing.ts';
import { TicketPanel } from './ticket-panel.tsx';
import type { Serving } from './use-serving.ts';
import { useBoardNames, useReason } from './words.ts';

type LinePaneProps = {
  board: QueueBoard;
  standing: Standing;
  serving: Serving;
  everything: boolean;
  onEverything: (everything: boolean) => void;
};

const lists = ['waiting', 'parked', 'coming'] as const;

/** Who waits, in the order in which they are called. */
export function LinePane({ board, standing, serving, everything, onEverything }: LinePaneProps) {
  const { t } = useTranslation('visits');
  const [list, setList] = useState<(typeof lists)[number]>('waiting');
  const [openId, setOpenId] = useState<string | null>(null);
  const pane = useRef<HTMLElement>(null);
  useListKeys(pane);
  const { expected } = standing;
  const steps = standing[list];
  const isComing = list === 'coming';
  const open = board.steps.find(({ id }) => id === openId);
  return (
    <section className="pane pane-side visits-line" aria-label={t('line.label')} ref={pane}>
      <Tabs
        label={t('line.label')}
        tabs={lists.map((id) => ({ id, label: t(`line.${id}`), count: standing[id].length + (id === 'coming' ? expected.length : 0) }))}
        value={list}
        onChange={setList}
      >
        <div className="line-head">
          <span className="quiet">{t(`line.hint.${list}`)}</span>
          {standing.counter ? (
            <Tap value="everything" isSelected={everything} onChange={onEverything}>
              {t('line.everything')}
            </Tap>
          ) : null}
        </div>
        <div className="line-lists">
          {isComing ? <ExpectedRows board={board} expected={expected} /> : null}
          {isComing && expected.length > 0 && steps.length > 0 ? <h2 className="group">{t('line.later')}</h2> : null}
          {steps.length > 0 ? <Rows board={board} steps={steps} onOpen={setOpenId} /> : null}
          {steps.length + (isComing ? expected.length : 0) === 0 ? <p className="line-empty quiet">{t(`line.empty.${list}`)}</p> : null}
        </div>
      </Tabs>
      {open ? <TicketPanel board={board} step={open} standing={standing} serving={serving} onClose={() => setOpenId(null)} /> : null}
    </section>
  );
}

type RowsProps = { board: QueueBoard; steps: readonly BoardStep[]; onOpen: (id: string) => void };

function Rows({ board, steps, onOpen }: RowsProps) {
  const names = useBoardNames(board);
  const reason = useReason();
  const { now, age } = useTimes();
  return (
    <ol className="line-rows">
      {steps.map((step) => (
        <li key={step.id}>
          <button type="button" className="row ticket-row" onClick={() => onOpen(step.id)}>
            <span className="ticket-code">{step.code}</span>
            <span className="ticket-need">
              {names.queue(step.queueId)}
              <span className="ticket-reason quiet">{reason(step)}</span>
            </span>
            <NeedsMarks needs={step.needs} />
            <span className="age">
              {step.state === 'planned' || step.reason === 'early' ? null : age(minutesBetween(waitsSince(step), now))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
