import { useTranslation } from 'react-i18next';
import { useFigureWords } from './use-figure-words.ts';
import type { GroupRow } from './use-rows.ts';

const HEIGHT = 100;
const COLUMN = 20;
const BAR = 12;
const STEPS_OF_SCALE = [10, 20, 40, 60, 120];

/**
 * Waits side by side: the middle one before what nine of ten stay under, and the target across. Said in a sentence to whom the picture
 * does not reach; every number of it is in the table behind.
 */
export function WaitChart({ name, rows, target }: { name: string; rows: readonly GroupRow[]; target: number }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const top = topOf(Math.max(target, ...rows.map(({ wait }) => (wait?.p90 ?? 0) / 60)));
  const height = (minutes: number) => (HEIGHT * Math.min(minutes, top)) / top;
  const width = rows.length * COLUMN;
  return (
    <figure className="figures-chart">
      <div className="figures-chart-drawn">
        <span className="figures-chart-top quiet" aria-hidden="true">
          {t('minutes', { n: top })}
        </span>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summaryOf(name, rows, t, words)}>
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} className="figures-chart-line" x1="0" x2={width} y1={HEIGHT * part} y2={HEIGHT * part} />
          ))}
          {rows.map(({ key, wait }, n) =>
            wait ? (
              <g key={key} transform={`translate(${n * COLUMN + (COLUMN - BAR) / 2} 0)`}>
                <rect className="figures-bar-p90" y={HEIGHT - height(wait.p90 / 60)} width={BAR} height={height(wait.p90 / 60)} />
                <rect className="figures-bar-middle" y={HEIGHT - height(wait.median / 60)} width={BAR} height={height(wait.median / 60)} />
              </g>
            ) : null,
          )}
          <line className="figures-chart-target" x1="0" x2={width} y1={HEIGHT - height(target)} y2={HEIGHT - height(target)} />
        </svg>
        <div className="figures-chart-names" aria-hidden="true">
          {rows.map(({ key, short, wait }) => (
            <span key={key}>
              {short}
              <strong>{wait ? Math.round(wait.median / 60) : '–'}</strong>
            </span>
          ))}
        </div>
      </div>
      <figcaption className="figures-chart-signs">
        <span data-sign="middle">{t('signs.median')}</span>
        <span data-sign="p90">{t('signs.p90')}</span>
        <span data-sign="target">{t('signs.target', { minutes: t('minutes', { n: target }) })}</span>
      </figcaption>
    </figure>
  );
}

/** A scale that ends in a round number above the longest (minutes). */
function topOf(longest: number): number {
  return STEPS_OF_SCALE.find((step) => step >= longest) ?? Math.ceil(longest / 60) * 60;
}

type Say = ReturnType<typeof useTranslation<'figures'>>['t'];

function summaryOf(name: string, rows: readonly GroupRow[], t: Say, words: ReturnType<typeof useFigureWords>): string {
  const told = rows.flatMap(({ label, wait }) => (wait ? [{ label, median: wait.median }] : [])).sort((a, b) => a.median - b.median);
  const [shortest, longest] = [told[0], told.at(-1)];
  if (!shortest || !longest) return t('chartUntold', { name });
  return t('chart', {
    name,
    shortest: shortest.label,
    shortestTime: words.seconds(shortest.median),
    longest: longest.label,
    longestTime: words.seconds(longest.median),
  });
}
