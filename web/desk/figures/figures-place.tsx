import './figures.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type FigurePeriod, type FigureTarget, figuresTable, readFigures } from '../../shared/api/figures.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { todayInFinland } from '../../shared/ui/days.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { AccuracyTable } from './accuracy-table.tsx';
import { ComputerAnswersSection } from './computer-answers.tsx';
import { FigureTables } from './figure-tables.tsx';
import { periodOf, periods, targets } from './periods.ts';
import { useFiguresPoint } from './use-figures-point.ts';
import { WholeFigures } from './whole-figures.tsx';

/** How visits at a point went: of the point and of groups, never of a person. */
export function FiguresPlace() {
  const { t, ready } = useTranslation('figures');
  const { period, point, target = targets[0] as FigureTarget } = useSearch({ from: '/figures' });
  const go = useNavigate();
  const { points, pointId, isKnown } = useFiguresPoint(point);
  const days = periodOf(period, todayInFinland());
  const show = (next: { period?: typeof period; point?: string; target?: FigureTarget }) =>
    void go({ to: '/figures', search: { period, target, ...(pointId ? { point: pointId } : {}), ...next } });
  if (!ready) return <Skeleton lines={8} />;
  return (
    <main className="figures" id="main" tabIndex={-1}>
      <title>{`${t('title')} · Polku`}</title>
      <header className="figures-head">
        <h1>{t('title')}</h1>
        {pointId ? <Choices {...{ points, pointId, target, days, show }} /> : null}
      </header>
      <p>
        <Link to="/figures/booking" search={{}}>
          {t('ofBooking')}
        </Link>
      </p>
      {pointId ? (
        <Tabs
          label={t('period')}
          tabs={periods.map((id) => ({ id, label: t(`periods.${id}`) }))}
          value={period}
          onChange={(id) => show({ period: id })}
        >
          <Found pointId={pointId} days={days} target={target} />
          <ComputerAnswersSection pointId={pointId} days={days} />
        </Tabs>
      ) : isKnown ? (
        <EmptyState title={t('noPoint')}>{t('noPointHint')}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </main>
  );
}

type ChoicesProps = {
  points: readonly { id: string }[];
  pointId: string;
  target: FigureTarget;
  days: FigurePeriod;
  show: (next: { point?: string; target?: FigureTarget }) => void;
};

function Choices({ points, pointId, target, days, show }: ChoicesProps) {
  const { t } = useTranslation('figures');
  const names = useNames();
  return (
    <>
      {points.length > 1 ? (
        <Select
          label={t('point')}
          options={points.map(({ id }) => ({ id, label: names.point(id) }))}
          value={pointId}
          onChange={(id) => show({ point: id })}
        />
      ) : null}
      <Select
        label={t('target')}
        options={targets.toSorted((a, b) => a - b).map((minutes) => ({ id: String(minutes), label: t('minutes', { n: minutes }) }))}
        value={String(target)}
        onChange={(id) => show({ target: Number(id) as FigureTarget })}
      />
      <a
        className={buttonClass({ kind: 'normal', size: 'normal', wide: false, push: false })}
        href={figuresTable(pointId, days, target)}
        download
      >
        <Icon of={Download} /> {t('table')}
      </a>
    </>
  );
}

/** The floor tells of each move; whoever reads of a point they are not at today asks a few times a minute. */
const AGAIN_MS = 15_000;

function Found({ pointId, days, target }: { pointId: string; days: FigurePeriod; target: FigureTarget }) {
  const { t } = useTranslation('figures');
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.figures(pointId), days.from, days.until, target],
    queryFn: () => readFigures(pointId, days, target),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.visitors.visits === 0 && data.steps.visits === 0) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>;
  return (
    <div className="figures-found">
      <WholeFigures figures={data} />
      <FigureTables figures={data} />
      <AccuracyTable accuracy={data.accuracy} />
      <p className="quiet">{t('fewHint')}</p>
    </div>
  );
}
