import { useTranslation } from 'react-i18next';
import type { Figures } from '../../shared/api/figures.ts';
import { type FigureColumn, FigureTable } from './figure-table.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { type GroupRow, type Section, sections, useRows } from './use-rows.ts';
import { WaitChart } from './wait-chart.tsx';

/** Waits and service times by group: times of day and weekdays as a chart with its table behind, the others as tables. */
export function FigureTables({ figures }: { figures: Figures }) {
  const { t } = useTranslation('figures');
  const rows = useRows(figures);
  const target = figures.targetMinutes;
  return sections
    .filter((by) => rows[by].length > 0)
    .map((by) => (
      <section key={by} aria-labelledby={`figures-${by}`}>
        <h2 id={`figures-${by}`}>{t(`by.${by}`)}</h2>
        {by === 'team' ? <p className="quiet">{t('teamHint')}</p> : null}
        {by === 'hour' || by === 'weekday' ? (
          <>
            <WaitChart name={t(`by.${by}`)} rows={rows[by]} target={target} />
            <details className="figures-behind">
              <summary>{t('asTable')}</summary>
              <GroupTable by={by} rows={rows[by]} target={target} />
            </details>
          </>
        ) : (
          <GroupTable by={by} rows={rows[by]} target={target} />
        )}
      </section>
    ));
}

function GroupTable({ by, rows, target }: { by: Section; rows: readonly GroupRow[]; target: number }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const longest = Math.max(1, ...rows.map(({ wait }) => wait?.p90 ?? 0));
  const within = t('within', { minutes: t('minutes', { n: target }) });
  const columns: FigureColumn<GroupRow>[] = [
    [t('visits'), ({ visits }) => words.count(visits)],
    [t('steps'), ({ steps }) => words.number(steps)],
    [t('waitMedian'), ({ wait }) => words.seconds(wait?.median)],
    [
      t('waitP90'),
      ({ wait }) => (
        <>
          {words.seconds(wait?.p90)}
          {wait ? <Bar part={wait.p90 / longest} middle={wait.median / longest} /> : null}
        </>
      ),
    ],
    [t('waitLongest'), ({ wait }) => words.seconds(wait?.longest)],
    [within, (row) => words.share(row.within)],
    [t('service'), ({ service }) => words.seconds(service?.median)],
    [t('serviceP90'), ({ service }) => words.seconds(service?.p90)],
    [t('abandoned'), ({ abandoned }) => words.share(abandoned)],
    [t('noShow'), ({ noShow }) => words.share(noShow)],
  ];
  return <FigureTable labelledBy={`figures-${by}`} group={t(`group.${by}`)} columns={columns} rows={rows} />;
}

/** The middle wait, and what nine of ten stay under, as parts of the longest of the table: the numbers beside it say it in words. */
function Bar({ part, middle }: { part: number; middle: number }) {
  return (
    <svg className="figures-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="figures-bar-p90" width={100 * part} height="6" />
      <rect className="figures-bar-middle" width={100 * middle} height="6" />
    </svg>
  );
}
