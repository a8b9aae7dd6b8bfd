import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api/problem.ts';
import { type Collecting, collectedOnPaper, endCollecting, readCollecting, tellNews } from '../../shared/api/slips.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { epochOf, isoNow } from '../../shared/ui/time-format.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { CollectedMessages, Identifying } from './collected-messages.tsx';
import { collectingKey, type Ended } from './collecting.ts';

/** What waits for the customer at the desk. Nothing of it is kept when it ends: by a key, by leaving, or by itself. */
export function CollectingView({ id, onEnd }: { id: string; onEnd: Ended }) {
  const found = useQuery({ queryKey: collectingKey(id), queryFn: () => readCollecting(id), gcTime: 0, staleTime: 0, retry: false });
  const isOver = found.error instanceof ApiProblem && found.error.status === 404;
  useLeaving(id);
  useEffect(() => {
    if (isOver) onEnd('over');
  }, [isOver, onEnd]);
  if (found.data && !isOver) return <Waiting page={found.data} onEnd={onEnd} />;
  return found.error && !isOver ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton lines={6} />;
}

function useLeaving(id: string): void {
  const queries = useQueryClient();
  useEffect(
    () => () => {
      queries.removeQueries({ queryKey: collectingKey(id) });
      void endCollecting(id).catch(() => undefined);
    },
    [id, queries],
  );
}

function Waiting({ page, onEnd }: { page: Collecting; onEnd: Ended }) {
  const { t } = useTranslation('slips');
  const end = () => onEnd('done');
  useShortcuts([{ keys: 'e', label: t('collect.end'), run: end }]);
  useEndingByItself(page.endsAt, onEnd);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <>
      <header className="new-head collect-head">
        <div>
          <h1 ref={head} tabIndex={-1}>
            {t('collect.waiting', { number: sayMatterNumber(page.number) })}
          </h1>
          <p className="quiet">
            {t('collect.endsAt')} <Time at={page.endsAt} look="clock" />. {t('collect.onlyThis')}
          </p>
        </div>
        <Button kind="primary" push keys="e" onPress={end}>
          {t('collect.end')}
        </Button>
      </header>
      <div className="pane-body collect-body">
        <Identifying page={page} onEnd={onEnd} />
        <CollectedMessages page={page} />
        <News page={page} />
        <Papers page={page} />
        <CustomersPath page={page} />
      </div>
    </>
  );
}

function useEndingByItself(endsAt: string, onEnd: Ended): void {
  useEffect(() => {
    const timer = setTimeout(() => onEnd('over'), Math.max(0, epochOf(endsAt) - epochOf(isoNow())));
    return () => clearTimeout(timer);
  }, [endsAt, onEnd]);
}

function News({ page }: { page: Collecting }) {
  const { t } = useTranslation('slips');
  const { run, isRunning } = useDeed([collectingKey(page.id)]);
  if (page.news.length === 0) return null;
  const kinds = [...new Set(page.news.flatMap((one) => one.kinds))];
  return (
    <section aria-labelledby="news">
      <h2 id="news">{t('collect.news')}</h2>
      <ul className="collect-list">
        {kinds.map((kind) => (
          <li key={kind}>{t(`collect.kinds.${kind as 'deadline'}`)}</li>
        ))}
      </ul>
      <p>
        <Button isPending={isRunning} onPress={() => void run(() => tellNews(page.id))}>
          {t('collect.tellNews')}
        </Button>
      </p>
    </section>
  );
}

function Papers({ page }: { page: Collecting }) {
  const { t } = useTranslation('slips');
  const hidden = page.documentCount - page.documents.length;
  if (page.documentCount === 0) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t('collect.papers')}</h2>
      {hidden > 0 ? <p>{t('collect.papersHidden', { count: hidden })}</p> : null}
      <ul className="collect-list">
        {page.documents.map((paper) => (
          <li key={paper.id}>
            {paper.title} <span className="quiet">{t(`collect.paperStates.${paper.state}`)}</span> <Time at={paper.stateAt} look="date" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CustomersPath({ page }: { page: Collecting }) {
  const { t } = useTranslation('slips');
  const steps = usePathToTell(page);
  const print = () => window.open(collectedOnPaper(page.id), '_blank', 'noopener');
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('collect.path')}</h2>
      <Path label={t('collect.path')} steps={steps} look="resident" />
      <p>
        <Button icon={Printer} onPress={print}>
          {t('collect.printPath')}
        </Button>
      </p>
    </section>
  );
}

/** As the customer may be told it: an authority without its name unless they have agreed. */
function usePathToTell({ steps, turn, dueAt }: Collecting): PathStep[] {
  const { t } = useTranslation('slips');
  const { t: ui } = useTranslation('ui');
  const names = useNames();
  const last: PathStep = {
    id: 'turn',
    state: turn === 'done' ? 'done' : 'now',
    title: t(`collect.turns.${turn}`),
    when: dueAt ? <Time at={dueAt} /> : null,
  };
  const told = steps.map((step, index): PathStep => {
    const time = step.doneAt ?? step.deadlineAt ?? step.at;
    const state = step.state === 'planned' ? 'next' : step.state;
    return {
      id: String(index),
      state,
      title: step.title ?? t(step.who === 'customer' ? 'collect.ownTask' : 'collect.elsewhere'),
      facts: [names.organisation(step.organisationId), step.place].filter(Boolean).join(' · '),
      when: (
        <>
          <span aria-hidden="true">{ui(`path.${state}`)}</span> {time ? <Time at={time} look="date" /> : null}
        </>
      ),
    };
  });
  return told.some(({ state }) => state === 'now') ? told : [...told, last];
}
