import { useTranslation } from 'react-i18next';
import type { BookingRow } from './booking-tables.tsx';
import { useBookingWords } from './use-booking-words.ts';

const HEIGHT = 100;
const COLUMN = 20;
const BAR = 12;
const STEPS_OF_SCALE = [5, 10, 20, 30, 60, 90];

/**
 * Days side by side: to the first free time before those to the third. Said in a sentence to whom the picture does not reach; every number
 * of it is in the table behind.
 */
export function AvailabilityChart({ name, rows }: { name: string; rows: readonly BookingRow[] }) {
  const { t } = useTranslation('booking-figures');
  const words = useBookingWords();
  const top = topOf(rows);
  const width = rows.length * COLUMN;
  return (
    <figure className="figures-chart">
      <div className="figures-chart-drawn">
        <span className="figures-chart-top quiet" aria-hidden="true">
          {t('days', { n: top })}
        </span>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={useSummary(name, rows)}>
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} className="figures-chart-line" x1="0" x2={width} y1={HEIGHT * part} y2={HEIGHT * part} />
          ))}
          {rows.map(({ key, availability }, n) => (
            <g key={key} transform={`translate(${n * COLUMN + (COLUMN - BAR) / 2} 0)`}>
              <Bar kind="figures-bar-p90" days={availability?.third.days} top={top} />
              <Bar kind="figures-bar-middle" days={availability?.first.days} top={top} />
            </g>
          ))}
        </svg>
        <div className="figures-chart-names" aria-hidden="true">
          {rows.map(({ key, label, availability }) => (
            <span key={key}>
              {label}
              <strong>{words.number(availability?.third.days ?? null)}</strong>
            </span>
          ))}
        </div>
      </div>
      <Signs />
    </figure>
  );
}

export function Signs() {
  const { t } = useTranslation('booking-figures');
  return (
    <figcaption className="figures-chart-signs">
      <span data-sign="middle">{t('first')}</span>
      <span data-sign="p90">{t('third')}</span>
      <span data-sign="none">{t('unit')}</span>
    </figcaption>
  );
}

function Bar({ kind, days, top }: { kind: string; days: number | null | undefined; top: number }) {
  if (days == null) return null;
  const height = (HEIGHT * Math.min(days, top)) / top;
  return <rect className={kind} y={HEIGHT - height} width={BAR} height={height} />;
}

/** A scale that ends in a round number of days above the longest. */
export function topOf(rows: readonly BookingRow[]): number {
  const longest = Math.max(...rows.map(({ availability }) => availability?.third.days ?? availability?.first.days ?? 0));
  return STEPS_OF_SCALE.find((step) => step >= longest) ?? Math.ceil(longest / 100) * 100;
}

export function useSummary(name: string, rows: readonly BookingRow[]): string {
  const { t } = useTranslation('booking-figures');
  const words = useBookingWords();
  const told = rows
    .flatMap(({ label, availability }) => (availability?.third.days == null ? [] : [{ label, third: availability.third }]))
    .sort((a, b) => (a.third.days ?? 0) - (b.third.days ?? 0));
  const [nearest, farthest] = [told[0], told.at(-1)];
  if (!nearest || !farthest) return t('chartUntold', { name });
  return t('chart', {
    name,
    nearest: nearest.label,
    nearestDays: words.days(nearest.third),
    farthest: farthest.label,
    farthestDays: words.days(farthest.third),
  });
}
