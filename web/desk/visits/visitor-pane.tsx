import './given.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardStep, QueueBoard, VisitPage } from '../../shared/api/visits.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { minutesBetween } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { BookedOfVisit } from '../appointments/book/booked-of-visit.tsx';
import { keepsMatters, useSession } from '../session.tsx';
import { NeedsWords } from './needs-marks.tsx';
import { NeedsPanel } from './needs-panel.tsx';
import { useVisit } from './queries.ts';
import { MovePanel, NextPanel } from './queue-panel.tsx';
import type { Serving } from './use-serving.ts';
import { VisitMatter } from './visit-matter.tsx';
import { VisitPath } from './visit-path.tsx';
import { type Choosing, VisitorToolbar } from './visitor-toolbar.tsx';
import { useBoardNames } from './words.ts';
import type { ToWrapUp } from './wrapping-up.tsx';

type VisitorPaneProps = { board: QueueBoard; step: BoardStep; serving: Serving; onWrapUp: (contact: ToWrapUp) => void };

/** Who is called or served now: what they need, how the visit has gone, and everything that is done with it. */
export function VisitorPane({ board, step, serving, onWrapUp }: VisitorPaneProps) {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const visit = useVisit(step.visitId);
  const contactId = contactOf(visit.data, step);
  const finish = async () => {
    // The key may be pressed before the visit has come: whether it is to be written up is not guessed.
    const page = visit.data ?? (await visit.refetch()).data;
    const [matterId, toWrapUp] = [page?.matter?.id, contactOf(page, step)];
    if ((await serving.act(step, { deed: 'finished' })) && matterId && toWrapUp) onWrapUp({ matterId, contactId: toWrapUp });
  };
  const close = () => setChoosing(null);
  const choose = (deed: Choosing) => async (queueId: string) => {
    if (await serving.act(step, { deed, queueId })) close();
  };
  return (
    <section className="pane pane-main visits-here" aria-label={t('here.label')}>
      <VisitorHead board={board} step={step} />
      <VisitorToolbar step={step} serving={serving} wrapsUp={Boolean(contactId)} onFinish={() => void finish()} onChoosing={setChoosing} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="pane-body" aria-label={t('here.about', { code: step.code })} tabIndex={0}>
        <section className="section" aria-labelledby="visitor-needs">
          <div className="section-head">
            <h2 id="visitor-needs">{t('needs.title')}</h2>
            <NeedsPanel visitId={step.visitId} needs={step.needs ?? []} />
          </div>
          <NeedsWords needs={step.needs} />
        </section>
        <section className="section" aria-labelledby="visit-path">
          <h2 id="visit-path">{t('path.title')}</h2>
          {visit.error && !visit.data ? <ErrorState error={visit.error} onRetry={() => void visit.refetch()} /> : null}
          {visit.data ? <VisitPath board={board} visit={visit.data} /> : <Skeleton lines={3} />}
        </section>
        {visit.data ? <BookedOfVisit visitId={step.visitId} matterId={visit.data.matter?.id ?? null} /> : null}
        {visit.data && keepsMatters(me) ? <VisitMatter visit={visit.data} isJoined={Boolean(contactId)} /> : null}
      </section>
      {choosing === 'moved' ? <MovePanel board={board} step={step} onClose={close} onChoose={choose('moved')} /> : null}
      {choosing === 'continued' ? <NextPanel board={board} step={step} onClose={close} onChoose={choose('continued')} /> : null}
    </section>
  );
}

const contactOf = (visit: VisitPage | undefined, step: BoardStep) => visit?.steps.find(({ id }) => id === step.id)?.contactId;

function VisitorHead({ board, step }: { board: QueueBoard; step: BoardStep }) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const { now, time, age } = useTimes();
  const since = step.servingAt ?? step.calledAt ?? step.joinedAt;
  const words = { counter: names.counter(step.counterId), time: time(since), age: age(minutesBetween(since, now)) };
  return (
    <header className="visitor-head">
      <p className="visitor-code">{step.code}</p>
      <div>
        <p className="facts">{t(step.state === 'serving' ? 'here.serving' : 'here.called', words)}</p>
        <h2>{names.queue(step.queueId)}</h2>
        <p className="quiet">
          {[
            t(`languages.${step.language as 'fi'}`),
            t('arrivedAt', { time: time(step.arrivedAt) }),
            step.calls > 1 ? t('calledTimes', { count: step.calls }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </header>
  );
}
